"""The known words of edited English, learnt anew: ``newsgauge train --corpora DIR --ship``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from newsgauge.detectors.translation import words
from newsgauge.document import Document
from newsgauge.evaluation.corpora import rows

NAME: Final = "known_words"
HIGH_RATED: Final = 0.75  # pc1 of an outlet: high enough to be edited, low enough for six thousand texts
READS: Final = ("articles", "reference_bbc")


def there(corpora: Path) -> bool:
    """Whether both corpora are in the folder."""
    return all(any((corpora / f"{name}{end}").is_file() for end in (".jsonl.gz", ".jsonl")) for name in READS)


def documents(corpora: Path) -> Iterator[Document]:
    """Edited news: the highly rated part of allsides, and the BBC."""
    for row in rows(corpora, "articles"):
        if row["corpus"] == "allsides" and (row["pc1"] or 0) >= HIGH_RATED:
            yield Document(row["text"])
    for row in rows(corpora, "reference_bbc"):
        yield Document(row["text"])


def ship(corpora: Path, folder: Path) -> Iterator[tuple[str, int]]:
    """Write the table into a folder of lexicons; yields its name and size in bytes."""
    content = words.save(words.learn(documents(corpora)))
    (folder / f"{NAME}.npz").write_bytes(content)
    words.load.cache_clear()
    yield NAME, len(content)
