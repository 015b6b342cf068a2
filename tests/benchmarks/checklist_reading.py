"""Forty real articles for a second reader of the checklist, and what the reader's list says of it.

    python tests/benchmarks/checklist_reading.py --corpora DIR --texts > texts.txt         to be read first
    python tests/benchmarks/checklist_reading.py --corpora DIR > reading.txt
    python tests/benchmarks/checklist_reading.py --corpora DIR --items > items.jsonl
    python tests/benchmarks/checklist_reading.py --corpora DIR --missed missed.jsonl
    python tests/benchmarks/checklist_reading.py --corpora DIR --against labels/checklist.jsonl

The first prints each article whole, for a reader who lists names, figures and quotations before looking at ours; such a list is
kept as labels/checklist.jsonl keeps it, by SHA-256 and offsets, and the last compares: recall by kind, and the share of our names
that the reader didn't call wrong. The second marks what we list in ⟦n:names⟧, ⟦f:figures⟧, ⟦d:dates⟧, ⟦s:superlatives⟧ and
⟦q:quotations⟧; the third gives one line of JSON an item, every place of a name by itself. Where a reader only notes what isn't
there, as ``{"article": …, "kind": …, "text": …}``, the fourth turns that into recall. Nothing of the articles belongs into the
repository.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import newsgauge
from newsgauge.article import Annotation, Article
from newsgauge.checklist import KINDS, checklist
from newsgauge.evaluation.known import edited
from newsgauge.labels.texts import sha256

COUNT = 40
LONGEST = 6_000  # characters: forty articles that one reader can read
SEED = 5
READ = 29  # the seed of the articles in labels/checklist.jsonl


def chosen(corpora: Path, count: int = COUNT, seed: int = SEED) -> list[Article]:
    """Articles of all corpora in turn, drawn with a fixed seed; none that the tables of capitals were learnt from."""
    by_corpus: dict[str, list[dict[str, Any]]] = {}
    with gzip.open(corpora / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if 600 <= len(row["text"]) <= LONGEST and not edited(row):
                by_corpus.setdefault(row["corpus"], []).append(row)
    chance = random.Random(seed)
    drawn = {corpus: chance.sample(rows, min(len(rows), count)) for corpus, rows in sorted(by_corpus.items())}
    turns = [rows[place] for place in range(count) for rows in drawn.values() if place < len(rows)]
    return [
        Article.of(row["text"], row.get("title") or None, id=f"{row['corpus']}:{row['id']}") for row in turns[:count]
    ]


def items(a: Annotation) -> Iterator[tuple[str, int, int]]:
    """Kind, start and end of everything listed, later places of names too; in reading order."""
    found = [(one.kind, *span) for one in checklist(a) for span in ((one.start, one.end), *one.again)]
    yield from sorted(found, key=lambda item: (item[1], -item[2]))


def marked(a: Annotation) -> str:
    """The text with what is listed in brackets."""
    opening: dict[int, str] = {}
    closing: Counter[int] = Counter()
    for kind, start, end in items(a):
        opening[start] = opening.get(start, "") + f"⟦{kind[0]}:"
        closing[end] += 1
    return "".join("⟧" * closing[at] + opening.get(at, "") + a.text[at : at + 1] for at in range(len(a.text) + 1))


def recall(annotations: list[Annotation], missed: Path) -> Iterator[str]:
    """Listed / (listed + missed), by kind."""
    listed = Counter(kind for a in annotations for kind, _, _ in items(a))
    lines = [json.loads(line) for line in missed.read_text(encoding="utf-8").splitlines() if line.strip()]
    lost = Counter(str(line["kind"]) for line in lines)
    for kind in KINDS:
        total = listed[kind] + lost[kind]
        yield f"{kind:<12} {listed[kind]:5} listed {lost[kind]:4} missed  recall {listed[kind] / total if total else 1:.3f}"


def against(articles: list[Article], read: Path) -> Iterator[str]:
    """Recall of a reader's list by kind, and the precision of our names by the same reader."""
    rows = {row["sha256"]: row for row in map(json.loads, read.read_text(encoding="utf-8").splitlines())}
    annotations = [a for a in newsgauge.annotate_many(articles) if sha256(a.text) in rows]
    yield f"{len(annotations)} of {len(rows)} articles found"
    found, wanted, wrong, names = Counter[str](), Counter[str](), 0, 0
    for a in annotations:
        listed, row = list(items(a)), rows[sha256(a.text)]
        for kind, also in (("name", "name"), ("figure", "date"), ("quotation", "quotation")):
            spans = [(start, end) for of, start, end in listed if of in (kind, also)]
            wanted[kind] += len(row[kind])
            found[kind] += sum(1 for one in row[kind] if any(_meet(one, span) for span in spans))
        mine = [(start, end) for of, start, end in listed if of == "name"]
        names += len(mine)
        wrong += sum(1 for span in mine if any(_meet(one, span) for one in row["not_name"]))
    for kind in wanted:
        missed = wanted[kind] - found[kind]
        yield f"{kind:<12} {wanted[kind]:5} read   {missed:4} missed  recall {found[kind] / max(wanted[kind], 1):.3f}"
    yield f"name         {names:5} listed {wrong:4} wrong   precision {1 - wrong / max(names, 1):.3f}"


def _meet(one: list[int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--items", action="store_true")
    parser.add_argument("--missed", type=Path)
    parser.add_argument("--texts", action="store_true")
    parser.add_argument("--against", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--count", type=int, default=COUNT)
    given = parser.parse_args()
    if given.against:
        print("\n".join(against(chosen(given.corpora, given.count, READ), given.against)))
        return
    if given.texts:
        for article in chosen(given.corpora, given.count, given.seed):
            print(f"\n{'=' * 20} {article.id}\n{article.text}")
        return
    annotations = list(newsgauge.annotate_many(chosen(given.corpora, given.count, given.seed)))
    if given.missed:
        print("\n".join(recall(annotations, given.missed)))
        return
    for a in annotations:
        if given.items:
            for kind, start, end in items(a):
                row = {"article": a.id, "kind": kind, "start": start, "end": end, "text": a.text[start:end]}
                sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
        else:
            print(f"\n{'=' * 20} {a.id}\n{marked(a)}")


if __name__ == "__main__":
    main()
