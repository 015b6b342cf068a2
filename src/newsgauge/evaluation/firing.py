"""How often each rule fires on clean reference text: what ``newsgauge explain`` shows, counted by ``newsgauge evaluate firing``."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from newsgauge.article import Article
from newsgauge.core import annotate
from newsgauge.detectors import rules
from newsgauge.evaluation.corpora import rows

HIGH_RATED: Final = 0.8  # pc1 of an outlet, the first component of six rating sets
PER_OUTLET: Final = 40


def reference(corpora: Path) -> Iterator[Article]:
    """Edited news: BBC articles, and at most 40 articles of each highly rated outlet of articles.jsonl."""
    for row in rows(corpora, "reference_bbc"):
        yield Article.of(row["text"], row["title"])
    taken: Counter[str] = Counter()
    for row in rows(corpora, "articles"):
        if row["corpus"] == "allsides" and (row["pc1"] or 0) >= HIGH_RATED and taken[row["domain"]] < PER_OUTLET:
            taken[row["domain"]] += 1
            yield Article.of(row["text"], row["title"])


def count(corpora: Path) -> tuple[dict[str, float], int]:
    """Findings per 10,000 words of every rule in any voice, and the number of words read."""
    fired: Counter[str] = Counter()
    words = 0
    for article in reference(corpora):
        annotation = annotate(article)
        words += annotation.n_words
        fired.update(finding.rule for finding in annotation.findings)
    return {name: round(10_000 * fired[name] / max(words, 1), 4) for name in sorted(rules())}, words


def write(path: Path, rates: dict[str, float], words: int) -> None:
    """Store the rates where `newsgauge.lexicons.firing_rates` reads them."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(
            f"# findings per 10,000 words of {words} words of edited news; newsgauge evaluate firing --corpora DIR --write\n"
        )
        csv.writer(file, delimiter="\t", lineterminator="\n").writerows((name, rate) for name, rate in rates.items())
