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


def ship(corpora: Path, folder: Path) -> Iterator[tuple[str, int]]:
    """Write both tables into a folder of lexicons; yields their names and sizes in bytes."""
    # Read twice: six thousand documents are too many to keep.
    yield NAME, _written(folder, NAME, words.save(words.learn(documents(corpora))))
    yield capitals.NAME, _written(folder, capitals.NAME, capitals.save(capitals.learn(documents(corpora))))
    words.load.cache_clear()
    capitals.load.cache_clear()


def _written(folder: Path, name: str, content: bytes) -> int:
    (folder / f"{name}.npz").write_bytes(content)
    return len(content)
