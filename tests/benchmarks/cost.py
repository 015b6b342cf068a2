"""What annotating costs, as a multiple of one tokenising pass over the same text in the same process.

Run by hand: ``python tests/benchmarks/cost.py [--corpora DIR] [--articles N] [--check RATIO]``. One ref is the CPU of building the span
list of ``re.finditer`` with the expression below. Without ``--corpora`` the texts are the example article's
paragraphs, shuffled. The first line is what a user meets: each unseen article tokenised once and annotated once, in turn.
Below it both are the least of three repeats on the same text, which halves the reference (it fits the cache) and not the
rest. With ``--check`` the exit code is 1 where the first line's median is above the ratio.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import newsgauge
from newsgauge import detectors, learnt
from newsgauge.article import Finding
from newsgauge.detectors import residue
from newsgauge.document import Document
from newsgauge.examples import example_path
from newsgauge.features import CATALOGUE
from newsgauge.writers import to_dict

REFERENCE = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")
WARM_UP = 300
LENGTHS = (100, 1_000, 10_000, 100_000)


def texts(corpora: Path | None, count: int) -> Iterator[str]:
    if corpora is None:
        paragraphs = Path(example_path()).read_text("utf-8").split("\n\n")
        for seed in range(count):
            yield "\n\n".join([paragraphs[0], *random.Random(seed).sample(paragraphs[1:], len(paragraphs) - 1)])
        return
    with gzip.open(corpora / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        found = [row["text"] for row in map(json.loads, lines) if 2_000 < len(row["text"]) < 9_000]
    yield from random.Random(7).sample(found, count)


def reference(text: str) -> object:
    return [match.span() for match in REFERENCE.finditer(text)]


def seconds(call: Callable[[str], object], text: str, repeats: int = 3) -> float:
    """Least CPU seconds of a few calls: other processes only ever add."""
    best = float("inf")
    for _ in range(repeats):
        begin = time.process_time()
        call(text)
        best = min(best, time.process_time() - begin)
    return best


def settled(text: str) -> Document:
    document = Document(text)
    document.settle(f.span for f in residue.DETECTOR.find(document) if f.kind != "residue.truncated")
    return document


def steps() -> Iterator[tuple[str, Callable[[str], Callable[[str], object]]]]:
    """Name of a step -> function of a text that prepares it and gives what is timed."""
    yield "document", lambda _: Document
    yield "residue", lambda text: (lambda document: lambda _: residue.DETECTOR.find(document))(Document(text))
    yield "structure", lambda _: lambda text: [(d := settled(text)).sentences, d.quotations, d.quoted, d.hits]
    for detector in detectors.DETECTORS[1:]:
        yield detector.family, lambda text, find=detector.find: _fresh(text, find)  # type: ignore[misc]  # default binds the loop's
    yield "learnt", lambda text: (lambda d: lambda _: _learnt(*d))(_read(text))
    yield "annotate", lambda _: newsgauge.annotate
    yield "annotate and JSON", lambda _: lambda text: to_dict(newsgauge.annotate(text))


def _read(text: str) -> tuple[Document, list[Finding], dict[str, float]]:
    document = settled(text)
    findings = [finding for detector in detectors.DETECTORS[1:] for finding in detector.find(document)]
    return document, findings, {feature.name: 0.5 for feature in CATALOGUE}


def _learnt(document: Document, findings: list[Finding], values: dict[str, float]) -> object:
    document._buckets.clear()
    sums = learnt.scores(document)
    return [
        learnt.sentence_probabilities(document, sums, findings, document.attributions or ()),
        learnt.line_probabilities(document, sums), learnt.genre_probabilities(document, sums, values, findings),
        learnt.clickbait_probability(document), learnt.translation_probability(document),
    ]  # fmt: skip


def _fresh(text: str, find: Callable[[Document], object]) -> Callable[[str], object]:
    document = settled(text)
    document.hits, document.sentences, document.quoted, document.sentence_of  # noqa: B018 - computed before the clock runs

    def call(_: str) -> object:
        document.attributions = None
        return find(document)

    return call


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--check", type=float)
    options = parser.parse_args()
    sample = list(texts(options.corpora, WARM_UP + options.articles))
    for text in sample[:WARM_UP]:
        newsgauge.annotate(text)
    unseen = sample[WARM_UP:]
    once = [(seconds(reference, text, 1), seconds(newsgauge.annotate, text, 1)) for text in unseen]
    first = [annotated / unit for unit, annotated in once]
    units = {text: seconds(reference, text) for text in unseen}
    print(f"once each, in turn: 1 ref = {statistics.median(unit for unit, _ in once) * 1e3:.3f} ms CPU, "
          f"annotate {statistics.median(first):.2f} ref, {statistics.median(a for _, a in once) * 1e3:.2f} ms")  # fmt: skip
    print(f"the least of three repeats: 1 ref = {statistics.median(units.values()) * 1e3:.3f} ms CPU, median of {len(unseen)} articles of "
          f"{statistics.median(len(t.split()) for t in unseen):.0f} words; warm-up over {WARM_UP} others")  # fmt: skip
    for name, prepare in steps():
        ratios = [seconds(prepare(text), text) / units[text] for text in unseen]
        print(f"{name:<20} {statistics.median(ratios):6.2f} ref")
    words = " ".join(unseen).split(" ")
    for length in LENGTHS:
        text = " ".join(words[:length])
        print(f"{length:>7} words       {seconds(newsgauge.annotate, text) / seconds(reference, text):6.2f} ref")
    return int(options.check is not None and statistics.median(first) > options.check)


if __name__ == "__main__":
    sys.exit(main())
