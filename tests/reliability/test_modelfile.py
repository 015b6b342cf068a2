"""The model's file: the same bytes for the same model, and nothing else is accepted."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from newsgauge.errors import ModelError
from newsgauge.reliability.model import Logistic, Model
from newsgauge.reliability.modelfile import dumps, fingerprint, load, parse, sealed
from reliability.models import Entry, any_model, card, catalogue, curve

MODEL = card(
    wording=(curve("epithets", -1, (0.0, 10.0), (0.0, 1.0)),),
    sourcing=(curve("names", 1, (0.0, 4.0), (-1.0, 0.5)),),
)
ENTRIES = catalogue(MODEL)


def refused(model: Model, entries: list[Entry] | None = None) -> str:
    """What is said of a model that doesn't fit."""
    with pytest.raises(ModelError) as problem:
        parse(dumps(model), "my.json", catalogue(model) if entries is None else entries)
    return str(problem.value)


@given(model=any_model())
def test_a_written_model_reads_back_as_itself(model: Model) -> None:
    """Rounded once, a model and its file are the same thing, byte for byte."""
    once = sealed(model, catalogue(model))
    assert parse(dumps(once), "my.json", catalogue(model)) == once
    assert dumps(once) == dumps(model)


def test_a_person_can_read_the_file() -> None:
    """Knots stand on one line, numbers are rounded to six digits, and the hash is the content's."""
    text = dumps(replace(MODEL, base=71.123456789)).decode()
    content = json.loads(text)
    assert '"x": [0.0, 10.0],' in text
    assert content["base"] == 71.123457
    assert content.pop("sha256") == fingerprint(content)


def test_a_model_is_found_by_path_and_by_folder(tmp_path: Path) -> None:
    """A file or the folder that holds model.json will do."""
    place = tmp_path / "model.json"
    place.write_bytes(dumps(MODEL))
    assert load(place, ENTRIES) == load(tmp_path, ENTRIES) == load(str(place), ENTRIES) == sealed(MODEL, ENTRIES)


def test_a_model_that_isnt_there() -> None:
    """The error says what was looked for and what to do."""
    with pytest.raises(ModelError, match=r"nowhere: no such model.*newsgauge train"):
        load("nowhere", ENTRIES)


def test_a_changed_number_is_noticed() -> None:
    """Whoever edits a weight by hand is told, with both hashes."""
    with pytest.raises(
        ModelError, match=r"my\.json: the file says its SHA-256 is [0-9a-f]{64}, but .* is [0-9a-f]{64}"
    ):
        parse(dumps(MODEL).replace(b'"base": 75.0', b'"base": 99.0'), "my.json", ENTRIES)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{half", "not JSON"),
        (b"[]", "found None"),
        (b'{"schema": "newsgauge/scorecard/9"}', "found 'newsgauge/scorecard/9'"),
    ],
)
def test_what_is_no_model(content: bytes, said: str) -> None:
    """Broken JSON, another value and another schema are each named."""
    with pytest.raises(ModelError, match=said):
        parse(content, "my.json", ENTRIES)


def test_a_wrong_type_is_named_by_its_place() -> None:
    """A text where a number belongs is found at its path in the file."""
    content = json.loads(dumps(MODEL))
    content["items"][0]["weight"] = "heavy"
    content["sha256"] = fingerprint({key: value for key, value in content.items() if key != "sha256"})
    with pytest.raises(ModelError, match=r"\$\.items\[0\]\.weight"):
        parse(json.dumps(content).encode(), "my.json", ENTRIES)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"unit": "per 1,000 words"}, "epithets: unit is 'per 1,000 words' here, 'pieces' in the model"),
        ({"item": "headline"}, "epithets: item is 'headline' here, 'wording' in the model"),
        ({"direction": 1}, "epithets: direction is 1 here, -1 in the model"),
        ({"family": "loaded"}, "epithets: family is 'loaded' here, 'made_up' in the model"),
        ({"name": "nicknames"}, "epithets: this version doesn't measure it"),
        ({"name": "nicknames"}, "nicknames: the model lacks it"),
    ],
)
def test_another_catalogue_is_refused_by_what_differs(change: dict[str, object], said: str) -> None:
    """Names, units, items and directions must agree, feature by feature."""
    assert said in refused(MODEL, [replace(ENTRIES[0], **change), ENTRIES[1]])  # type: ignore[arg-type]  # made of the row


def test_features_outside_the_score_may_be_many() -> None:
    """A catalogue's features without an item take no part."""
    other = Entry("words", "texture", "", "words", 0)
    assert parse(dumps(MODEL), "my.json", [*ENTRIES, other]).features == ("epithets", "names")


@pytest.mark.parametrize(
    ("model", "said"),
    [
        (card(wording=(curve("w", -1, (0.0, 1.0), (0.5, 0.0)),)), "w: its curve goes against its direction -1"),
        (card(sourcing=(curve("s", 1, (0.0, 1.0), (0.5, 0.0)),)), "s: its curve goes against its direction +1"),
        (card(wording=(curve("w", -1, (1.0, 1.0), (0.0, 0.0)),)), "w: x must rise"),
        (card(wording=(curve("w", -1, (0.0, 1.0), (0.0,)),)), "w: expected as many y as x"),
        (
            card(wording=(curve("w", -1, (0.0, 1.0), (0.0, 1.0), missing=0.3),)),
            "w: absence must cost nothing, found 0.3",
        ),
        (replace(MODEL, cuts=(1.0, 2.0, 3.0)), "cuts: expected four rising numbers, found [1.0, 2.0, 3.0]"),
        (replace(MODEL, calibration=Logistic(-0.1, 0.0)), "calibration: a higher score must not be less likely sound"),
        (replace(MODEL, items=MODEL.items[::-1]), "items: expected wording, sourcing, language, residue, headline"),
        (
            replace(MODEL, items=(replace(MODEL.items[0], weight=3.0), *MODEL.items[1:])),
            "wording: its weight must not be",
        ),
    ],
)
def test_a_model_that_breaks_a_law_is_refused(model: Model, said: str) -> None:
    """Directions, order and neutrality are checked in the file, not trusted to whoever trained it."""
    assert said in refused(model)
