"""HTML extraction by hand: ``python tests/benchmarks/pages.py --corpora DIR``: F1 against the articles' bodies, cost.

F1 as the article extraction benchmark counts it (shingles of four words, precision and recall averaged over pages), CPU in
milliseconds a page and in ref (see cost.py) of the page's own article. Pages are read as `newsgauge score` reads them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))
from benchmarks.kept import FOLDER, keep
from benchmarks.tables import fill, pages_table
from newsgauge.readers.fastpages import extract_fast
from newsgauge.readers.page import Page
from newsgauge.readers.pages import decode_page, extract

WORD = re.compile(r"\w+")
REFERENCE = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")
SHINGLE = 4


class Agreement(NamedTuple):
    precision: float
    recall: float


def pages(corpora: Path) -> Iterator[tuple[str, str]]:
    """Each page's HTML and the body a reader marked in it."""
    folder = corpora / "residue_html"
    truth = json.loads((folder / "ground_truth.json").read_text("utf-8"))
    for name, record in sorted(truth.items()):
        path = folder / f"{name}.html.gz"
        if path.is_file():
            yield decode_page(gzip.decompress(path.read_bytes()), name).text, record["articleBody"]


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    return Counter(tuple(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1)))


def agreement(true: str, found: str) -> Agreement:
    right, said = shingles(true), shingles(found)
    both = sum((right & said).values())
    return Agreement(both / max(sum(said.values()), 1), both / max(sum(right.values()), 1))


def measure(extractor: Callable[[str], Page | None], sample: list[tuple[str, str]]) -> dict[str, float]:
    scores, times, refs, titles = [], [], [], 0
    for html, body in sample:
        begin = time.process_time()
        page = extractor(html)
        times.append(time.process_time() - begin)
        begin = time.process_time()
        _ = [match.span() for match in REFERENCE.finditer(body)]
        refs.append(times[-1] / max(time.process_time() - begin, 1e-6))
        titles += bool(page and page.title)
        scores.append(agreement(body, page.body if page else ""))
    precision = statistics.mean(one.precision for one in scores)
    recall = statistics.mean(one.recall for one in scores)
    return {
        "f1": round(2 * precision * recall / (precision + recall), 4),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "ms": round(statistics.mean(times) * 1e3, 2),
        "ref": round(statistics.median(refs), 1),
        "titles": titles,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--kept", type=Path, default=FOLDER, help="where the result is kept")
    options = parser.parse_args()
    sample = list(pages(options.corpora))
    for extractor in (extract, extract_fast):  # imports aren't a page's cost
        extractor(sample[0][0])
    ways = {"full": measure(extract, sample), "fast": measure(extract_fast, sample)}
    size = sum(len(html) for html, _ in sample) / len(sample) / 1000
    line = "python tests/benchmarks/pages.py --corpora DIR"
    keep("pages", line, {"pages": len(sample), "kb": round(size), "ways": ways}, options.kept)
    print("\n".join(pages_table(options.kept)))
    fill(options.kept)


if __name__ == "__main__":
    main()
