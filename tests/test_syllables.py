"""Syllables by rule: expected values are those a dictionary of pronunciation gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgauge.syllables import count_syllables


def parts(line: str) -> list[tuple[str, int]]:
    """``hap·py`` -> (happy, 2)."""
    return [(word.replace("·", ""), word.count("·") + 1) for word in line.split()]


@pytest.mark.parametrize(
    ("word", "number"),
    [
        *parts("the cat rules they moved tree queue through strength"),
        *parts("peo·ple ta·ble a·ble ti·tle set·tle·ment hun·dred want·ed crea·tures church·es caus·es"),
        *parts("like·ly state·ment care·less home·land some·thing move·ment a·ware·ness spokes·wo·man"),
        *parts("ra·di·o me·di·a pre·vi·ous ex·pe·ri·ence so·ci·e·ty qui·et sci·ence ne·go·ti·ate"),
        *parts("na·tion spe·cial Rus·sian pa·tient con·scious bil·lion vi·o·lence".lower()),
        *parts("i·de·a cre·ate re·act the·a·ter vi·de·o mu·se·um go·ing po·em cha·os co·or·di·nate"),
        *parts("great threat near heat friend fruit guess coast day years"),
        *parts("ac·tu·al in·flu·ence sit·u·a·tion con·tin·ue su·i·cide lan·guage"),
        *parts("play·er be·yond roy·al can·yon ly·ing stud·y·ing"),
        *parts("so·cial·is·m rhyth·m vague league di·a·logue u·nique ba·sic·ally"),
    ],
)
def test_vowels_part_where_speech_does(word: str, number: int) -> None:
    """A run of vowels is one syllable but where speech parts it, and a written-only e is none."""
    assert count_syllables(word) == number


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("didn't", 2),
        ("don't", 1),
        ("can't", 1),
        ("boss's", 2),
        ("state's", 1),
        ("it'll", 2),
        ("they're", 1),
        ("o'clock", 2),
    ],
)
def test_an_apostrophe_adds_only_what_is_heard(word: str, number: int) -> None:
    """Contractions and possessives count as spoken."""
    assert count_syllables(word) == number


@pytest.mark.parametrize(("word", "number"), [("middle-class", 3), ("two-thirds", 2), ("-", 1), ("", 1), ("'", 1)])
def test_a_hyphen_joins_words(word: str, number: int) -> None:
    """The parts are counted one by one, and nothing at all still counts as one."""
    assert count_syllables(word) == number


@pytest.mark.parametrize(
    ("word", "number"), [("cnn", 3), ("fbi", 3), ("www", 9), ("mr", 2), ("st", 1), ("hmmmmmmm", 1)]
)
def test_letters_are_spelled(word: str, number: int) -> None:
    """A short word without a vowel is read letter by letter, abbreviated titles as the words they stand for."""
    assert count_syllables(word) == number


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzé'-", max_size=40))
def test_every_string_has_a_syllable_and_none_more_than_a_byte_holds(word: str) -> None:
    """The memo keeps the number in a byte."""
    assert 1 <= count_syllables(word) <= 255


@pytest.mark.parametrize("unit", ["ey", "a-", "y'", "w-", "e", "ea'-"])
def test_a_word_of_a_million_letters_is_cut_off(unit: str) -> None:
    """What is no word costs no time, no recursion and no overflow."""
    assert 1 <= count_syllables(unit * 1_000_000) <= 255
