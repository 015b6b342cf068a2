"""Texts found again: joined, cut and checked; what is missing has its reason; gold is what training reads."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from labels.samples import file, row
from newsgauge.errors import LabelsError
from newsgauge.labels.gold import gold_rows
from newsgauge.labels.join import Source, join, sources
from newsgauge.labels.judgement import judgement_of, read_judgements
from newsgauge.labels.keys import Key, key_of_text, read_keys
from newsgauge.labels.manifest import checksum, manifest
from newsgauge.labels.texts import sha256, text_of
from newsgauge.reliability.labelled import gold, read_labels

TITLE, BODY = "Ferry Late", "The ferry was late.\r\n\r\n😀 It was cancelled on Friday, Ann Vale said."


def key(words: str, corpus: str = "penrow", name: str = "7", rule: str = "title_blank_text", cut: bool = True) -> Key:
    digits = sha256(words)
    return Key(digits[:10], digits, corpus, name, "penrow.example", rule, len(words), cut)


def test_title_and_text_are_joined_and_cut() -> None:
    """The first 40 characters of title, blank line and text have the fingerprint."""
    wanted = key(f"{TITLE}\n\n{BODY}"[:40])
    found = join([wanted], [Source("penrow", "7", TITLE, BODY)])
    (text,) = found.texts
    assert (text.text, text.title, text.cut, text.outlet, found.elsewhere) == (
        f"{TITLE}\n\n{BODY}"[:40],
        True,
        True,
        "penrow.example",
        0,
    )


def test_a_text_without_title_and_one_with_blanks_around_it() -> None:
    """The rule says text alone; blank space around title and text is no difference."""
    plain, spaced = key(BODY, rule="text", cut=False), key(f"{TITLE}\n\n{BODY}", name="8", cut=False)
    found = join([plain, spaced], [Source("penrow", "7", "", f"\n{BODY} "), Source("penrow", "8", f" {TITLE} ", BODY)])
    assert [text.title for text in found.texts] == [False, True]
    assert found.missing == []


def test_the_fingerprint_finds_a_text_under_another_name() -> None:
    """A corpus with other ids, or a file of the user's own, holds it as well; a cut text is found by its length."""
    wanted = [key(f"{TITLE}\n\n{BODY}"[:30], "elsewhere", "x"), key("Another text.", "elsewhere", "y", "text", False)]
    found = join(wanted, [Source("", "my-file", TITLE, BODY), Source("", "other", "", "Another text.")])
    assert (len(found.texts), found.elsewhere) == (2, 2)


def test_what_is_missing_has_its_reason() -> None:
    """No file of the corpus, no such article, or an article whose words differ."""
    wanted = [key("A", "gone", "1", "text"), key("B", "penrow", "99", "text"), key("C", "penrow", "7", "text")]
    found = join(wanted, [Source("penrow", "7", "", "c")])
    assert [(one.key.corpus_id, one.reason) for one in found.missing] == [
        ("1", "no such corpus"),
        ("99", "no such id"),
        ("7", "another text"),
    ]
    assert found.texts == []


def test_sources_of_every_kind(tmp_path: Path) -> None:
    """Packed and plain JSON Lines, the round trips' four fields, text files, folders."""
    rows = [{"corpus": "penrow", "id": 7, "title": TITLE, "text": BODY}]
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(json.dumps(rows[0]).encode()))
    file(
        tmp_path / "b.jsonl", {"kind": "ht_vs_mt", "label": "MT", "engine": "e", "year": 2016, "doc": "d", "text": "x"}
    )
    (tmp_path / "c.txt").write_bytes(BODY.encode())
    found = [(one.corpus, one.id, one.text) for one in sources([tmp_path])]
    assert found == [("penrow", "7", BODY), ("ht_vs_mt", "MT-e-2016-d", "x"), ("", "c", BODY)]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"sha256": "abc"}, "'sha256' must be 64 hexadecimal digits"),
        ({"id": "0000000000"}, "'id' must be the first 10 digits of 'sha256'"),
        ({"title": "above"}, "'title' must be one of title_blank_text, text"),
        ({"length": 0}, "'length' must be a whole number"),
        ({"cut": "no"}, "'cut' must be true or false"),
        ({"corpus": None}, "field 'corpus' must be a string"),
    ],
)
def test_a_wrong_key_is_named(changes: dict[str, Any], message: str, tmp_path: Path) -> None:
    """File and line, for every field."""
    place = file(tmp_path / "texts.jsonl", key("A").row() | changes)
    with pytest.raises(LabelsError, match=message) as caught:
        read_keys([place])
    assert str(caught.value).startswith(f"{place}:1: ")
    with pytest.raises(LabelsError, match=r":2: text \w+ stands in .*:1 already"):
        read_keys([file(place, key("A").row(), key("A").row())])


def test_keys_hold_no_words(tmp_path: Path) -> None:
    """What may be published of a text finds it again."""
    text = text_of({"id": "7", "corpus": "penrow", "title": TITLE, "text": BODY, "domain": "penrow.example"}, "x")
    one = key_of_text(text)
    assert BODY not in str(one.row())
    (place,) = [file(tmp_path / "k.jsonl", one.row())]
    assert join(read_keys([place]), [Source("penrow", "7", TITLE, BODY)]).texts[0].text == text.text


def test_gold_is_the_mean_as_training_makes_it(tmp_path: Path) -> None:
    """Gold rows train to the same values as the judgements they come from; nulls are nobody's opinion."""
    digits = sha256(BODY)
    judged = [
        judgement_of(row(id=digits[:10], annotator=who, wording=w, headline=h, reliability=r), "x")
        for who, w, h, r in (("a", 1, ..., 4), ("b", 2, 1, 3), ("c", 2, 2, 3))
    ]
    text = text_of({"text": BODY, "outlet": "penrow.example", "has_title": False}, "x")
    (made,) = gold_rows(judged, {text.id: text})
    items, reliability, genre = gold([one.row() for one in judged])
    assert {name: made[name] for name in items} == pytest.approx(items)
    assert (made["reliability"], made["genre"], made["annotators"]) == (pytest.approx(reliability), genre, 3)
    (read,) = read_labels(file(tmp_path / "gold.jsonl", made))
    assert read.items == pytest.approx(items)
    assert (read.group, read.article.title) == ("penrow.example", None)


def test_gold_counts_who_marked_a_span() -> None:
    """The same span by two annotators is one span marked by two."""
    spans = [{"label": "loaded", "start": 0, "end": 5}]
    rows = [judgement_of(row(annotator=who, spans=spans), "x") for who in "ab"]
    assert gold_rows(rows)[0]["spans"] == [{"label": "loaded", "start": 0, "end": 5, "annotators": 2}]


def test_satire_by_the_new_codebook_is_set_aside_by_training(tmp_path: Path) -> None:
    """Reliability null stays null in gold, and training leaves the text out."""
    made = gold_rows([judgement_of(row(genre="satire", reliability=...), "x")])[0] | {"text": BODY}
    assert made["reliability"] is None
    assert read_labels(file(tmp_path / "gold.jsonl", made)) == []


def test_what_ships_is_sound_and_stand_off(repository: Path) -> None:
    """All 1,290 judgements of 865 texts pass the check, every text has its key, and neither holds a word of the texts."""
    labels = repository / "labels"
    judged, keys = read_judgements([labels / "judgements.jsonl"]), read_keys([labels / "texts.jsonl"])
    assert {one.id for one in judged} <= {one.id for one in keys}
    assert len(judged) >= 1290
    assert len(keys) >= 865
    assert all(one.by == "machine-assisted" for one in judged if one.codebook in ("v0", "v1"))
    assert {one.corpus for one in keys} <= manifest().keys()
    lengths = {one.id: one.length for one in keys}
    assert all(mark.end <= lengths[one.id] for one in judged for mark in one.spans)
    for name in ("judgements.jsonl", "texts.jsonl"):
        for line in (labels / name).read_text("utf-8").splitlines():
            assert not {"text", "words"} & json.loads(line).keys()
            assert all(
                span.keys() <= {"label", "start", "end", "source_kind", "stance"}
                for span in json.loads(line).get("spans", [])
            )


def test_a_checksum_depends_on_content_alone() -> None:
    """Order of rows and fields is none of it."""
    one, two = {"a": 1, "b": "é"}, {"a": 2}
    assert checksum([one, two]) == checksum([two, {"b": "é", "a": 1}])
    assert checksum([one]) != checksum([one, one])


def test_the_shipped_judgements_join(shared: Path, repository: Path) -> None:
    """Every text of two corpora is in articles.jsonl.gz under its name, with the words that were judged."""
    keys = read_keys([repository / "labels" / "texts.jsonl"])
    wanted = [one for one in keys if one.corpus in ("fa_kes", "golbeck")]
    found = join(wanted, sources([shared / "corpora" / "articles.jsonl.gz"]))
    assert len(wanted) >= 65
    assert (len(found.texts), found.elsewhere, found.missing) == (len(wanted), 0, [])
    assert all(sha256(text.text) == text.sha256 for text in found.texts)
