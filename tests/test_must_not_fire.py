"""Upheld objections: what somebody showed to be no finding must not be found again.

Two collections, both as ``newsgauge contest`` and ``newsgauge labels import --from contest`` write them: ours, about texts
in ``must_not_fire/``, and ``labels/objections.jsonl``, about texts of the corpora, by SHA-256 and offsets alone.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsgauge
from conftest import REPOSITORY
from newsgauge.article import Annotation, Article
from newsgauge.labels.texts import sha256
from newsgauge.objections import object_to, overruled, read
from newsgauge.readers import read as read_articles

OURS = Path(__file__).parent / "must_not_fire"
COLLECTED = REPOSITORY / "labels" / "objections.jsonl"


def still_made(annotations: list[Annotation], place: Path) -> list[str]:
    return [
        f"{a.place or a.id}: {one.rule} at {one.start}: {one.words}" for a, one in overruled(annotations, read(place))
    ]


@pytest.fixture(scope="module")
def ours() -> list[Annotation]:
    return list(newsgauge.annotate_many(read_articles(sorted(map(str, OURS.glob("*.txt"))))))


def test_our_texts(ours: list[Annotation]) -> None:
    """Every text has its objections, every objection its text, and none of the findings is made."""
    about = {one.text_sha256 for one in read(OURS / "objections.jsonl")}
    assert about == {a.text_sha256 for a in ours}
    assert not still_made(ours, OURS / "objections.jsonl")


def test_a_finding_that_is_made_would_fail(ours: list[Annotation], tmp_path: Path) -> None:
    """The same reading names an upheld objection to something these texts do say."""
    from newsgauge.objections import append

    place = tmp_path / "objections.jsonl"
    append(place, object_to(ours[0], ours[0].findings[0].id, "Planted.", verdict="upheld"))
    assert len(still_made(ours, place)) == 1


def test_texts_of_the_corpora(shared: Path) -> None:
    """By fingerprint: at least thirty of the texts are found, and no upheld finding is made in them."""
    kept = read(COLLECTED)
    about = {one.text_sha256 for one in kept if one.verdict == "upheld"}
    found = list(newsgauge.annotate_many(_articles(shared / "corpora" / "articles.jsonl.gz", about)))
    assert len(found) >= min(30, len(about))
    assert not still_made(found, COLLECTED)


def _articles(place: Path, wanted: set[str]) -> Iterator[Article]:
    with gzip.open(place, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            article = Article.of(row["text"], row.get("title") or None, id=row["id"])
            if sha256(article.text) in wanted:
                wanted.discard(sha256(article.text))
                yield article
