"""What a house decides about the rules: read from TOML, refused with a reason where it is wrong."""

from __future__ import annotations

import datetime
import pickle
from pathlib import Path

import pytest

from newsgauge.config import Allowed, Config, HouseTerm, check_names, load, load_file, selects
from newsgauge.errors import ConfigError

WHOLE = """
select = ["loaded_wording", "vagueness.filler"]
ignore = ["loaded_wording.slogan:onward"]

[[allow]]
phrase = "the Iron Mayor"
reason = "a café's name"
date = 2026-03-01

[[house_terms]]
phrase = "ratepayer revolt"
kind = "loaded_wording.slogan"
note = "Say who protested."
weight = 0.5

[thresholds]
min_words = 90
fail_under = 40.5
"""
KNOWN = {"loaded_wording", "loaded_wording.slogan", "loaded_wording.slogan:onward", "vagueness", "vagueness.filler"}


def written(folder: Path, text: str, name: str = "newsgauge.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def complaint(folder: Path, text: str, name: str = "newsgauge.toml") -> str:
    with pytest.raises(ConfigError) as caught:
        load_file(written(folder, text, name))
    return str(caught.value)


def test_every_key_of_the_file_is_read(tmp_path: Path) -> None:
    """A file with all keys gives a Config with all of them."""
    path = written(tmp_path, WHOLE)
    assert load_file(path) == Config(
        select=("loaded_wording", "vagueness.filler"),
        ignore=("loaded_wording.slogan:onward",),
        allow=(Allowed("the Iron Mayor", "a café's name", datetime.date(2026, 3, 1)),),
        house_terms=(HouseTerm("ratepayer revolt", "loaded_wording.slogan", "Say who protested.", 0.5),),
        thresholds={"min_words": 90.0, "fail_under": 40.5},
        path=path,
    )


def test_an_empty_file_gives_the_defaults(tmp_path: Path) -> None:
    """Nothing said means: everything on, 130 words, no failing score."""
    config = load_file(written(tmp_path, ""))
    assert (config.select, config.ignore, config.allow, config.house_terms) == ((), (), (), ())
    assert config.thresholds == {"min_words": 130.0, "fail_under": None}


def test_defaults_are_not_shared_between_configs() -> None:
    """Two configs own their thresholds, and a worker process can be sent one."""
    assert Config().thresholds is not Config().thresholds
    assert pickle.loads(pickle.dumps(Config())) == Config()


def test_the_nearest_file_above_is_found(tmp_path: Path) -> None:
    """The search goes upwards from a folder, and the first file met is taken."""
    deep = tmp_path / "desk" / "local"
    deep.mkdir(parents=True)
    written(tmp_path, 'ignore = ["vagueness"]')
    assert load(deep).ignore == ("vagueness",)
    near = written(tmp_path / "desk", 'ignore = ["headline"]')
    assert load(deep) == Config(ignore=("headline",), path=near)


def test_the_search_may_start_at_a_file(tmp_path: Path) -> None:
    """A file's own folder is the first one searched."""
    written(tmp_path, 'ignore = ["vagueness"]')
    assert load(written(tmp_path, "words", "story.txt")).ignore == ("vagueness",)


def test_the_current_folder_is_where_the_search_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a start the working folder is it."""
    written(tmp_path, 'select = ["attribution"]')
    monkeypatch.chdir(tmp_path)
    assert load().select == ("attribution",)


def test_pyproject_is_read_at_its_own_table(tmp_path: Path) -> None:
    """In pyproject.toml only [tool.newsgauge] counts."""
    written(tmp_path, '[project]\nname = "x"\n[tool.newsgauge]\nignore = ["vagueness"]', "pyproject.toml")
    assert load(tmp_path).ignore == ("vagueness",)


def test_the_own_file_comes_before_pyproject(tmp_path: Path) -> None:
    """Side by side, newsgauge.toml wins."""
    written(tmp_path, '[tool.newsgauge]\nignore = ["vagueness"]', "pyproject.toml")
    written(tmp_path, 'ignore = ["headline"]')
    assert load(tmp_path).ignore == ("headline",)


def test_a_pyproject_of_others_is_passed_over(tmp_path: Path) -> None:
    """A pyproject.toml without our table doesn't stop the search."""
    inner = tmp_path / "package"
    inner.mkdir()
    written(inner, "[tool.other]\nx = 1", "pyproject.toml")
    written(tmp_path, 'ignore = ["vagueness"]')
    assert load(inner).ignore == ("vagueness",)


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    """Editors that write a mark before UTF-8 do no harm."""
    path = tmp_path / "newsgauge.toml"
    path.write_bytes(b'\xef\xbb\xbfignore = ["vagueness"]')
    assert load_file(path).ignore == ("vagueness",)


@pytest.mark.parametrize(
    ("text", "key", "hint"),
    [
        ('selct = ["vagueness"]', "'selct'", "did you mean 'select'?"),
        ("[threshold]\nmin_words = 1", "'threshold'", "did you mean 'thresholds'?"),
        ("[thresholds]\nmin_word = 1", "'thresholds.min_word'", "did you mean 'min_words'?"),
        ('[[allow]]\nphrase="a"\nreson="b"', "'allow[1].reson'", "did you mean 'reason'?"),
        ('[[house_terms]]\nphrase="a"\nwieght=1', "'house_terms[1].wieght'", "did you mean 'weight'?"),
        ("colour = 1", "'colour'", "expected one of select, ignore, allow, house_terms, thresholds"),
    ],
)
def test_an_unknown_key_is_refused_with_a_suggestion(tmp_path: Path, text: str, key: str, hint: str) -> None:
    """The message names the file, the key with its table, and the key that was probably meant."""
    message = complaint(tmp_path, text)
    assert str(tmp_path / "newsgauge.toml") in message
    assert f"unknown key {key}" in message
    assert hint in message


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('select = "vagueness"', "select: expected a list of families, kinds or rules, found 'vagueness'"),
        ("ignore = [1]", "ignore: expected a list of families, kinds or rules, found [1]"),
        ("allow = 3", "allow: expected a list of tables, as in [[allow]], found 3"),
        ('allow = ["x"]', "allow[1]: expected a table, found 'x'"),
        ("thresholds = 3", "thresholds: expected a table, found 3"),
        ("[thresholds]\nmin_words = true", "thresholds.min_words: expected a number from 0 to 1000000, found True"),
        ("[thresholds]\nmin_words = -1", "thresholds.min_words: expected a number from 0 to 1000000, found -1"),
        ("[thresholds]\nmin_words = inf", "thresholds.min_words: expected a number from 0 to 1000000, found inf"),
        ("[thresholds]\nfail_under = nan", "thresholds.fail_under: expected a number from 0 to 100, found nan"),
        ('[thresholds]\nfail_under = "40"', "thresholds.fail_under: expected a number from 0 to 100, found '40'"),
        ('[[house_terms]]\nphrase="a"', "house_terms[1]: expected a kind, found phrase"),
        ('[[house_terms]]\nphrase="a"\nkind="slogan"', "house_terms[1].kind: expected a kind such as"),
        ('[[house_terms]]\nphrase="a"\nkind="b.c"\nweight=2', "house_terms[1].weight: expected a number from 0 to 1"),
        ('[[house_terms]]\nphrase=7\nkind="b.c"', "house_terms[1].phrase: expected words in quotation marks, found 7"),
    ],
)
def test_a_wrong_value_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    """The message names the file, the key, what was expected and what was found."""
    message = complaint(tmp_path, text)
    assert message.startswith(str(tmp_path / "newsgauge.toml"))
    assert problem in message


def test_the_table_itself_may_be_wrong(tmp_path: Path) -> None:
    """[tool.newsgauge] must be a table."""
    message = complaint(tmp_path, "[tool]\nnewsgauge = 1", "pyproject.toml")
    assert "tool.newsgauge: expected a table, found 1" in message


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ('reason="b"\ndate=2026-01-01', "allow[1]: expected a phrase, found reason, date"),
        ('phrase="a"\ndate=2026-01-01', "allow[1]: expected a reason, found phrase, date"),
        ('phrase="a"\nreason=" "\ndate=2026-01-01', "allow[1].reason: expected words"),
        ('phrase="a"\nreason="b"', "allow[1].date: expected an ISO date such as 2026-03-01, found nothing"),
        (
            'phrase="a"\nreason="b"\ndate="1 March"',
            "allow[1].date: expected an ISO date such as 2026-03-01, found '1 M",
        ),
        ('phrase="a"\nreason="b"\ndate=2026-01-01T10:00:00', "allow[1].date: expected an ISO date"),
    ],
)
def test_an_allowed_phrase_needs_its_reason_and_date(tmp_path: Path, entry: str, problem: str) -> None:
    """Nobody switches a finding off without saying why and when."""
    assert problem in complaint(tmp_path, f"[[allow]]\n{entry}")


def test_a_date_may_stand_in_quotation_marks(tmp_path: Path) -> None:
    """An ISO date as a string is the same date."""
    path = written(tmp_path, '[[allow]]\nphrase="a"\nreason="b"\ndate="2026-03-01"')
    assert load_file(path).allow[0].date == datetime.date(2026, 3, 1)


def test_a_house_term_has_defaults(tmp_path: Path) -> None:
    """Phrase and kind are enough; the weight is then full."""
    term = load_file(written(tmp_path, '[[house_terms]]\nphrase="a b"\nkind="headline.teasing"')).house_terms[0]
    assert (term.phrase, term.kind, term.weight) == ("a b", "headline.teasing", 1.0)
    assert term.note


def test_a_file_that_is_no_toml_says_where(tmp_path: Path) -> None:
    """A syntax fault gives file and line."""
    message = complaint(tmp_path, 'select = ["vagueness"]\nignore = = 1\nselect = 2')
    assert "newsgauge.toml: expected TOML" in message
    assert "line 2" in message


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    """TOML is UTF-8; the byte that isn't is named."""
    path = tmp_path / "newsgauge.toml"
    path.write_bytes(b"# caf\xe9\n")
    with pytest.raises(ConfigError, match="expected UTF-8, found byte 0xe9 at 5"):
        load_file(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """A named file must exist, and a named pyproject.toml must hold our table."""
    with pytest.raises(ConfigError, match="expected a configuration file"):
        load_file(tmp_path / "absent.toml")
    assert "expected a table [tool.newsgauge]" in complaint(tmp_path, "[tool.x]", "pyproject.toml")


def test_an_unknown_rule_is_refused_with_the_nearest_name() -> None:
    """A typo suggests the family that was meant."""
    with pytest.raises(ConfigError) as caught:
        check_names(["vagueness", "loded_wording"], KNOWN)
    assert str(caught.value) == "unknown rule 'loded_wording': did you mean 'loaded_wording'?"


def test_an_unknown_rule_far_from_all_lists_the_families() -> None:
    """Where nothing is near, the families are named, and the place stands first."""
    with pytest.raises(ConfigError) as caught:
        check_names(["xyz"], KNOWN, "--select")
    assert str(caught.value).startswith("--select: unknown rule 'xyz'; expected a family (loaded_wording, vagueness)")


def test_known_names_of_all_three_levels_pass() -> None:
    """Family, kind and rule are names alike."""
    check_names(sorted(KNOWN), KNOWN)


RULE, KIND, FAMILY = "vagueness.filler:of-course", "vagueness.filler", "vagueness"


@pytest.mark.parametrize(
    ("select", "ignore", "on"),
    [
        ((), (), True),
        (("headline",), (), False),
        ((FAMILY,), (), True),
        ((KIND,), (), True),
        ((RULE,), (), True),
        (("vagueness.filler:other",), (), False),
        (("vagueness.hedges",), (), False),
        ((), (FAMILY,), False),
        ((), (KIND,), False),
        ((), (RULE,), False),
        ((), ("vagueness.filler:other",), True),
        ((FAMILY,), (FAMILY,), False),
        ((KIND,), (KIND,), False),
        ((RULE,), (RULE,), False),
        ((KIND,), (FAMILY,), True),
        ((RULE,), (FAMILY, KIND), True),
        ((FAMILY,), (KIND,), False),
        ((FAMILY, KIND), (RULE,), False),
        ((FAMILY, RULE), (KIND,), True),
    ],
)
def test_the_most_specific_name_decides(select: tuple[str, ...], ignore: tuple[str, ...], on: bool) -> None:
    """Rule before kind before family; ignore before select at one level; an empty select is all."""
    assert selects(Config(select=select, ignore=ignore), FAMILY, KIND, RULE) is on


def test_the_example_in_the_documentation_is_valid(tmp_path: Path) -> None:
    """The TOML shown in the module's docstring can be pasted."""
    import newsgauge.config

    shown = (newsgauge.config.__doc__ or "").split("::\n", 1)[1]
    config = load_file(written(tmp_path, "\n".join(line.removeprefix("    ") for line in shown.splitlines())))
    assert config.thresholds == {"min_words": 130.0, "fail_under": 40.0}
    assert (len(config.allow), len(config.house_terms)) == (1, 1)
