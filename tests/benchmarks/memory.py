"""Peak memory by hand: ``python tests/benchmarks/memory.py [--articles 5000] [--corpora DIR]``.

Peak resident memory after the import, after one article and on the way to many; a stream must stay flat. Without
corpora the articles are the example that ships with a word changed in each; with them, articles as they come.
"""

from __future__ import annotations

import argparse
import resource
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path


def peak() -> float:
    """Peak resident memory of this process in MiB (ru_maxrss: KiB on Linux, bytes on macOS)."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def texts(corpora: Path | None) -> Iterator[str]:
    if corpora is not None:
        from newsgauge.evaluation.corpora import rows

        yield from (f"{row['title']}\n\n{row['text']}" for row in rows(corpora, "articles"))
    from newsgauge.examples import example_path

    example = Path(example_path()).read_text("utf-8")
    number = 0
    while True:
        number += 1
        # A new name in each, so that the memo of word forms is not spared.
        yield example.replace("Oyelaran", f"Oyelaran{number}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--corpora", type=Path)
    given = parser.parse_args()
    print(f"{'Python':<34}{peak():>8.0f} MiB")
    import newsgauge

    print(f"{'import newsgauge':<34}{peak():>8.0f} MiB")
    newsgauge.annotate("The gate is open. " * 10)
    print(f"{'a text of 40 words':<34}{peak():>8.0f} MiB")
    steps = {max(given.articles * tenth // 10, 1) for tenth in (1, 2, 5, 10)} | {1}
    stream = newsgauge.annotate_many(islice(texts(given.corpora), given.articles))
    words = 0
    for count, annotation in enumerate(stream, 1):
        words += annotation.n_words
        if count in steps:
            print(f"{f'{count} articles, {words:,} words':<34}{peak():>8.0f} MiB", flush=True)


if __name__ == "__main__":
    main()
