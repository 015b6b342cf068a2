"""The JSON contract: shape, unknown numbers, speed."""

from __future__ import annotations

import json

import jsonschema
import pytest

from newsgauge.article import LIMIT, Annotation, Attribution, Source, Span
from newsgauge.schema import annotation_schema
from newsgauge.writers import encode, json_array, json_lines, json_object, to_dict
from writers.samples import BODY, TEXT, TITLE, abstained, bare, failed, scored

# The contract's keys as issue 2 lists them, and the four that stand beside it.
KEYS = (
    "schema",
    "id",
    "place",
    "status",
    "reason",
    "lang",
    "n_words",
    "text",
    "text_sha256",
    "title",
    "score",
    "raw",
    "base",
    "probability",
    "level",
    "confidence",
    "items",
    "genre",
    "findings",
    "attributions",
    "sentences",
    "lines",
    "features",
    "unmeasured",
    "contributions",
    "model",
    "interval",
    "limit",
    "notes",
    "objections",
)

SHAPES = [scored(), abstained(), failed(), bare("A word."), Annotation("", "", "failed", reason="empty")]


def valid(record: object) -> None:
    schema = json.loads(annotation_schema())
    jsonschema.Draft202012Validator(schema).validate(record)


@pytest.mark.parametrize("annotation", SHAPES, ids=lambda one: one.status)
@pytest.mark.parametrize("with_text", [True, False])
def test_every_shape_fits_the_schema(annotation: Annotation, with_text: bool) -> None:
    """What is written validates against the schema that ships, after a round trip through JSON."""
    valid(json.loads(encode(to_dict(annotation, with_text))))


def test_the_schema_is_one() -> None:
    """The schema that ships is itself valid draft 2020-12."""
    jsonschema.Draft202012Validator.check_schema(json.loads(annotation_schema()))


@pytest.mark.parametrize(
    "spoil",
    [
        {"verdict": "true"},
        {"score": 101},
        {"level": 0},
        {"limit": "All facts were checked."},
        {"reason": "none"},
        {"status": "abstained"},
        {"text_sha256": "ab"},
        {"title": {"start": 0}},
        {"interval": [1.0]},
    ],
    ids=lambda spoil: next(iter(spoil)),
)
def test_the_schema_refuses_what_breaks_the_contract(spoil: dict[str, object]) -> None:
    """An unknown key, a number out of range or a score without reason does not pass."""
    with pytest.raises(jsonschema.ValidationError):
        valid({**to_dict(scored()), **spoil})


def test_keys_are_the_contracts() -> None:
    """Exactly the contract's keys; text is left out where not asked for."""
    assert sorted(to_dict(scored())) == sorted(KEYS)
    assert "text" not in to_dict(scored(), with_text=False)


def test_values_by_hand() -> None:
    """Title, finding, attribution and contribution as one reads them off the text."""
    record = to_dict(scored())
    assert record["schema"] == "newsgauge/annotation/1"
    assert record["limit"] == LIMIT
    assert record["title"] == {"start": 0, "end": 27}
    assert record["interval"] == [29.5, 53.5]
    assert record["findings"][1] == {
        "id": "loaded_wording.epithet-33",
        "kind": "loaded_wording.epithet",
        "start": 33,
        "end": 40,
        "text": "furious",
        "voice": "author",
        "weight": 0.5,
        "rule": "loaded_wording.epithet:sample",
        "note": "A feeling stated as a fact.",
    }
    assert record["contributions"][0]["findings"] == ["loaded_wording.epithet-33", "loaded_wording.exaggeration-47"]
    assert record["model"] == {"name": "default", "version": "1", "sha256": "ab" * 32}
    assert TEXT == TITLE + "\n\n" + BODY


def test_every_span_slices_its_words() -> None:
    """Offsets of findings, sources, cues and contents cut their own words out of the text (law 1)."""
    record = to_dict(scored())
    spans = list(record["findings"])
    for one in record["attributions"]:
        spans += [part for part in (one["source"], one["cue"], one["via"], *one["content"]) if part]
    assert len(spans) == 10
    for part in spans:
        assert record["text"][part["start"] : part["end"]] == part["text"]


def test_a_floating_quotation_keeps_its_missing_source() -> None:
    """Nobody named is null, not a made-up source."""
    floating = to_dict(scored())["attributions"][1]
    assert floating["source"] is None
    assert floating["cue"] is None
    assert floating["content"] == [{"start": 148, "end": 157, "text": "A circus."}]


def test_via_is_words() -> None:
    """The medium that relayed a statement comes with its place."""
    one = Attribution(None, "none", None, None, (Span(0, 1),), "indirect", Source(2, 6, "wire"))
    assert to_dict(scored(attributions=(one,)))["attributions"][0]["via"] == {"start": 2, "end": 6, "text": "wire"}


def test_nan_is_null_everywhere() -> None:
    """Unknown is null, never 0 (law 4): items, features, sentences, contributions, scores."""
    nan = float("nan")
    record = to_dict(scored(confidence=nan, probability=nan))
    assert record["items"]["headline"] is None
    assert record["features"]["headline_overlap"] is None
    assert record["sentences"][0]["attributed"] is None
    assert record["contributions"][2]["value"] is None
    assert record["confidence"] is None
    assert record["probability"] is None
    assert record["items"]["language"] == 0.0


def test_json_lines_are_one_object_each() -> None:
    """Three articles are three lines in order, the failed one among them."""
    lines = list(json_lines([scored(), failed(), abstained()], with_text=False))
    assert [json.loads(line)["status"] for line in lines] == ["scored", "failed", "abstained"]
    assert all(line.count(b"\n") == 1 and line.endswith(b"\n") for line in lines)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_json_array_is_an_array_whatever_the_number(count: int) -> None:
    """None, one and three articles are arrays of that length."""
    assert len(json.loads(b"".join(json_array([scored()] * count)))) == count


def test_json_array_streams() -> None:
    """The first article is written before the second is asked for."""

    def two() -> object:
        yield scored()
        raise AssertionError("asked for too early")

    assert b'"a1"' in next(json_array(two()))  # type: ignore[arg-type]  # a generator that fails on purpose


def test_json_object_is_the_same_record() -> None:
    """The object for people equals the line for machines."""
    assert json.loads(json_object(scored())) == json.loads(encode(to_dict(scored())))


def test_a_lone_surrogate_survives() -> None:
    """Half an emoji from somebody's broken JSON is written as its escape."""
    assert json.loads(encode(to_dict(bare("half \ud83d here"))))["text"] == "half \ud83d here"
