"""newsgauge beside its peers in one run: ``python tests/benchmarks/compare.py [--corpora DIR] [--articles N]``.

Peers run where they are installed (``pip install textstat vaderSentiment textdescriptives nela-features``); one that isn't, or
lacks its data, is a row that says so. Each article is given to every tool in turn, so that a busy machine is busy for all of
them; a ratio is the CPU of a tool over that of one tokenising pass (1 ref, see cost.py) on the same article. Nothing is
fetched. The result is kept in docs/measured/ and put into docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))
import newsgauge
from benchmarks.cost import reference, seconds, texts
from benchmarks.kept import FOLDER, keep
from benchmarks.tables import fill, peers_table
from newsgauge.writers import encode, to_dict

# The 17 functions of textstat that give one number for an English text.
TEXTSTAT = (
    "flesch_reading_ease flesch_kincaid_grade smog_index coleman_liau_index automated_readability_index dale_chall_readability_score "
    "difficult_words linsear_write_formula gunning_fog lix rix syllable_count lexicon_count sentence_count char_count letter_count "
    "polysyllabcount"
).split()


class Tool(NamedTuple):
    """A tool and what it is asked for."""

    name: str
    does: str
    package: str
    make: Callable[[], Callable[[str], object]]


def newsgauge_whole() -> Callable[[str], object]:
    return newsgauge.annotate


def newsgauge_json() -> Callable[[str], object]:
    return lambda text: encode(to_dict(newsgauge.annotate(text)))


def newsgauge_table() -> Callable[[str], object]:
    import pyarrow as pa

    from newsgauge.batch import annotate_batch

    return lambda text: annotate_batch(pa.record_batch({"text": [text]}))


def textstat() -> Callable[[str], object]:
    import textstat as stats
    import textstat.backend.counts._count_syllables as counts
    import textstat.backend.utils._get_cmudict as words

    # Without NLTK's data textstat would fetch it: it falls back to pyphen where there is no dictionary.
    for module in (counts, words):
        module.get_cmudict = lambda *_: None
    functions = [getattr(stats, name) for name in TEXTSTAT]
    return lambda text: [function(text) for function in functions]


def vader() -> Callable[[str], object]:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyzer: Any = SentimentIntensityAnalyzer()
    call: Callable[[str], object] = analyzer.polarity_scores
    return call


def textdescriptives() -> Callable[[str], object]:
    import spacy
    import textdescriptives as td

    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.add_pipe("textdescriptives/readability")
    assert td is not None
    return lambda text: pipeline(text)._.readability


def nela() -> Callable[[str], object]:
    from nela_features.nela_features import NELAFeatureExtractor

    extractor: Any = NELAFeatureExtractor()
    extractor.extract_all("The gate is open. It was shut on Monday, said Ann Vale.")  # its data may be missing
    call: Callable[[str], object] = extractor.extract_all
    return call


TOOLS = (
    Tool("newsgauge", "findings, attributions, features, score with its reasons", "newsgauge", newsgauge_whole),
    Tool("newsgauge, JSON", "the same, written as JSON", "newsgauge", newsgauge_json),
    Tool("newsgauge, Arrow", "the same, as a record batch of one row", "pyarrow", newsgauge_table),
    Tool("textstat", "17 readability figures and counts", "textstat", textstat),
    Tool("VADER", "sentiment of the whole text", "vaderSentiment", vader),
    Tool(
        "TextDescriptives", "readability, on a blank pipeline with a sentencizer", "textdescriptives", textdescriptives
    ),
    Tool("NELA", "all its features", "nela-features", nela),
)


def ready(tool: Tool) -> Callable[[str], object] | str:
    """The tool ready to run, or why it can't."""
    try:
        version(tool.package)
        return tool.make()
    except PackageNotFoundError:
        return f"not installed (pip install {tool.package})"
    except Exception as error:  # noqa: BLE001  a peer's own trouble is a row of the table
        said = next((line.strip() for line in str(error).splitlines() if line.strip(" *")), "")
        return f"does not run here: {type(error).__name__}: {said[:90]}"


def measured(tools: dict[str, Callable[[str], object]], sample: list[str]) -> dict[str, list[float]]:
    """Ratios by tool: article by article, every tool in turn, the least of three calls (one for what takes over 100 ref).

    Each call gets a text of its own (a space more at the end): textstat remembers its last answers.
    """
    ratios: dict[str, list[float]] = {name: [] for name in tools}
    for text in sample:
        unit = seconds(reference, text)
        for name, call in tools.items():
            slow = bool(ratios[name]) and ratios[name][0] > 100
            calls = range(1, 2 if slow else 4)
            ratios[name].append(min(seconds(call, text + " " * spaces, 1) for spaces in calls) / unit)
    return ratios


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--corpora", type=Path)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--kept", type=Path, default=FOLDER, help="where the result is kept")
    options = parser.parse_args()
    os.environ.setdefault("TQDM_DISABLE", "1")
    found = {tool.name: ready(tool) for tool in TOOLS}
    running = {name: call for name, call in found.items() if not isinstance(call, str)}
    sample = list(texts(options.corpora, 100 + options.articles))
    for text in sample[:100]:
        newsgauge.annotate(text)
    for call in running.values():
        call(sample[0])
    ratios = measured(running, sample[100:])
    rows = [
        {"name": tool.name, "does": tool.does, "version": version(tool.package), "ref": round(statistics.median(ratios[tool.name]), 2)}
        if tool.name in ratios
        else {"name": tool.name, "does": tool.does, "problem": found[tool.name]}
        for tool in TOOLS
    ]  # fmt: skip
    line = f"python tests/benchmarks/compare.py --corpora DIR --articles {options.articles}"
    keep("compare", line, {"articles": options.articles, "tools": rows}, options.kept)
    print(
        f"median of {options.articles} unseen articles; 1 ref = one tokenising pass over the same text in the same process"
    )
    print("\n".join(peers_table(options.kept)))
    fill(options.kept)


if __name__ == "__main__":
    main()
