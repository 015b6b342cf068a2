"""The known words of edited English and its capitals, learnt anew: ``newsgauge train --corpora DIR --ship``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from newsgauge.checklist import capitals
from newsgauge.detectors.translation import words
from newsgauge.document import Document
from newsgauge.evaluation.corpora import rows

NAME: Final = "known_words"
HIGH_RATED: Final = 0.75  # pc1 of an outlet: high enough to be edited, low enough for six thousand texts
READS: Final = ("articles", "reference_bbc")


def there(corpora: Path) -> bool:
    """Whether both corpora are in the folder."""
    return all(any((corpora / f"{name}{end}").is_file() for end in (".jsonl.gz", ".jsonl")) for name in READS)


def edited(row: Mapping[str, Any]) -> bool:
    """Whether the table is learnt from an article of articles.jsonl: the highly rated part of allsides."""
    return bool(row["corpus"] == "allsides" and (row["pc1"] or 0) >= HIGH_RATED)


def documents(corpora: Path) -> Iterator[Document]:
    """Edited news: the highly rated part of allsides, and the BBC."""
    for row in rows(corpora, "articles"):
        if edited(row):
            yield Document(row["text"])
    for row in rows(corpora, "reference_bbc"):
        yield Document(row["text"])


def build(corpora: Path) -> Iterator[tuple[str, bytes]]:
    """Both tables: their paths among the lexicons, and their content. Read twice: the documents are too many to keep."""
    yield f"{NAME}.npz", words.save(words.learn(documents(corpora)))
    yield f"{capitals.NAME}.npz", capitals.save(capitals.learn(documents(corpora)))
