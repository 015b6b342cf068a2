"""Corpora as they are downloaded, where their format is documented: the same rows as our normalised form.

Articles come as (corpus, id, title, text, place), for ``newsgauge labels join --original NAME=PATH``; the corpora of tasks
as the rows the tasks read, from a folder of the corpus' name beside the normalised files.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple
from xml.etree import ElementTree

from newsgauge.errors import LabelsError

_LARGEST_FIELD: Final = 10_000_000  # characters of a CSV field; articles are far below


class Original(NamedTuple):
    """One article as downloaded."""

    corpus: str
    id: str
    title: str
    text: str
    place: str


def read_original(name: str, place: Path) -> Iterator[Original]:
    """Articles of a corpus as downloaded.

    Raises
    ------
    LabelsError
        No loader for that corpus, no file where its documentation puts them, or a file in another format.
    """
    loader = ARTICLES.get(name)
    if loader is None:
        raise LabelsError(
            f"--original {name}: no loader; there are {', '.join(ARTICLES)} (normalise others to JSON Lines)"
        )
    yield from _some(loader(name, place), name, place)


def read_task(name: str, folder: Path) -> Iterator[dict[str, Any]]:
    """Rows of a task's corpus as downloaded, in the fields of our normalised form."""
    yield from _some(TASKS[name](folder), name, folder)


def _some(rows: Iterator[Any], name: str, place: Path) -> Iterator[Any]:
    empty = True
    for row in rows:
        empty = False
        yield row
    if empty:
        raise LabelsError(f"{place}: found nothing of {name}; labels/corpora.toml says which download is meant")


def _files(place: Path, pattern: str) -> list[Path]:
    return [place] if place.is_file() else sorted(place.rglob(pattern))


def _json(path: Path) -> Mapping[str, Any]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except ValueError as problem:
        raise LabelsError(f"{path}: expected JSON ({problem})") from problem
    if not isinstance(found, dict):
        raise LabelsError(f"{path}: expected a JSON object, found {type(found).__name__}")
    return found


def _field(row: Mapping[str, Any], name: str, where: str) -> str:
    if row.get(name) is None:
        raise LabelsError(f"{where}: expected a field {name!r}, found {', '.join(map(str, row))}; another version?")
    return str(row[name])


def article_bias_prediction(name: str, place: Path) -> Iterator[Original]:
    """``data/jsons/ID.json``: ID, title and content_original (Baly et al. 2020, "We Can Detect Your Bias")."""
    for path in _files(place, "*.json"):
        row = _json(path)
        if "content_original" in row:
            title, text = _field(row, "title", str(path)), _field(row, "content_original", str(path))
            yield Original(name, _field(row, "ID", str(path)), title, text, str(path))


def fakehealth(name: str, place: Path) -> Iterator[Original]:
    """``content/HealthStory/ID.json`` and ``content/HealthRelease/ID.json``: title and text (Dai et al. 2020)."""
    part = name.removeprefix("fakehealth_")
    for path in _files(place, "*.json"):
        if path.parent.name == part or place.is_file():
            row = _json(path)
            if row.get("text"):
                yield Original(name, path.stem, str(row.get("title") or ""), str(row["text"]), str(path))


def hyperpartisan(name: str, place: Path) -> Iterator[Original]:
    """``articles-training-byarticle-*.xml``: <article id title> with <p> (Kiesel et al. 2019)."""
    for path in _files(place, "articles-*.xml"):
        for article in _elements(path, "article"):
            paragraphs = ("".join(p.itertext()).strip() for p in article.iter("p"))
            text = "\n\n".join(p for p in paragraphs if p)
            yield Original(name, article.get("id", ""), article.get("title", ""), text, str(path))


def webis16(name: str, place: Path) -> Iterator[Original]:
    """``articles/ID.xml``: <title> and <mainText> (Potthast et al. 2018; schema.xsd of the download)."""
    for path in _files(place, "*.xml"):
        for article in _elements(path, "article"):
            title, text = (article.findtext(field) or "" for field in ("title", "mainText"))
            if text:
                yield Original(name, path.stem, title.strip(), text.strip(), str(path))


def _elements(path: Path, name: str) -> Iterator[ElementTree.Element]:
    """Elements of a file, one in memory at a time.

    expat, as Python brings it since 3.11, bounds the growth of entities; files of strangers are still theirs to trust.
    """
    try:
        for _, element in ElementTree.iterparse(path):
            if element.tag == name:
                yield element
                element.clear()
    except ElementTree.ParseError as problem:
        raise LabelsError(f"{path}: expected XML ({problem})") from problem


def clef(name: str, place: Path) -> Iterator[Original]:
    """CSV with public_id, title and text (CheckThat! 2021, task 3A)."""
    for where, row in _table(place, "*.csv"):
        yield Original(
            name, _field(row, "public_id", where), str(row.get("title") or ""), _field(row, "text", where), where
        )


def fa_kes(name: str, place: Path) -> Iterator[Original]:
    """``FA-KES-Dataset.csv``, Latin-1: unit_id, article_title, article_content (Abu Salem et al. 2019)."""
    for where, row in _table(place, "*.csv", "latin-1"):
        title, text = _field(row, "article_title", where), _field(row, "article_content", where)
        yield Original(name, _field(row, "unit_id", where), title, text, where)


def fake_news_datasets(name: str, place: Path) -> Iterator[Original]:
    """``celebrityDataset`` and ``fakeNewsDataset``: text files, title in the first line (Pérez-Rosas et al. 2018)."""
    part = "celebrityDataset" if name == "celebrity" else "fakeNewsDataset"
    for path in _files(place, "*.txt"):
        if part in path.parts:
            title, _, text = path.read_text("utf-8", "replace").partition("\n")
            yield Original(name, path.stem.removesuffix(".celeb"), title.strip(), text.strip(), str(path))


def _table(place: Path, pattern: str, encoding: str = "utf-8-sig", delimiter: str = ",") -> Iterator[tuple[str, Any]]:
    csv.field_size_limit(_LARGEST_FIELD)
    for path in _files(place, pattern):
        try:
            with path.open(encoding=encoding, newline="") as lines:
                reader = csv.DictReader(lines, delimiter=delimiter)
                for row in reader:
                    yield f"{path}:{reader.line_num}", row
        except (UnicodeDecodeError, csv.Error) as problem:
            raise LabelsError(f"{path}: expected CSV in {encoding} ({problem})") from problem


def ptc(folder: Path) -> Iterator[dict[str, Any]]:
    """``train-articles/articleN.txt`` and ``train-labels-task2-technique-classification/articleN.task2-TC.labels`` (SemEval-2020)."""
    labels = {path.name.partition(".")[0]: path for path in sorted(folder.rglob("*.task2-TC.labels"))}
    for path in sorted(folder.rglob("article*.txt")):
        spans = _techniques(labels[path.stem]) if path.stem in labels else []
        start = 0
        for line in path.read_text("utf-8").split("\n"):
            if line.strip():
                yield _line(path.stem.removeprefix("article"), start, line, spans)
            start += len(line) + 1


def _techniques(path: Path) -> list[tuple[str, int, int]]:
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            _, technique, start, end = line.split("\t")
            found.append((technique, int(start), int(end)))
        except ValueError as problem:
            raise LabelsError(
                f"{path}:{number}: expected id, technique, start, end between tabs ({problem})"
            ) from problem
    return found


def _line(article: str, start: int, text: str, spans: list[tuple[str, int, int]]) -> dict[str, Any]:
    end = start + len(text)
    own = [[t, max(a, start) - start, min(b, end) - start] for t, a, b in spans if a < end and start < b]
    loaded = any(technique == "Loaded_Language" for technique, _, _ in own)
    return {
        "article": article,
        "start": start,
        "text": text,
        "loaded": int(loaded),
        "any": int(bool(own)),
        "spans": own,
    }


def babe(folder: Path) -> Iterator[dict[str, Any]]:
    """``final_labels_SG2.csv``, semicolons: text, news_link, outlet, topic, type, label_bias, label_opinion, biased_words."""
    fields = ("text", "news_link", "outlet", "topic", "type", "label_bias", "label_opinion")
    for where, row in _table(folder, "*SG2*.csv", delimiter=";"):
        words = row.get("biased_words") or row.get("biased_words4") or "[]"
        yield {name: str(row.get(name) or "") for name in fields} | {
            "text": _field(row, "text", where),
            "biased_words": words,
        }


def webis17(folder: Path) -> Iterator[dict[str, Any]]:
    """``instances.jsonl`` and ``truth.jsonl``, joined by id: postText, truthMean, truthMedian, truthMode, truthClass."""
    truth: dict[str, Mapping[str, Any]] = defaultdict(dict)
    for path in sorted(folder.rglob("truth.jsonl")):
        truth |= {str(row["id"]): row for row in _objects(path)}
    for path in sorted(folder.rglob("instances.jsonl")):
        for row in _objects(path):
            judged = truth[str(row["id"])]
            if judged:
                yield {
                    "post_text": " ".join(row["postText"]),
                    "truth_mean": judged["truthMean"],
                    "truth_median": judged["truthMedian"],
                    "truth_mode": judged["truthMode"],
                    "click_bait": int(judged["truthClass"] == "clickbait"),
                    "text_id": int(row["id"]),
                }


def _objects(path: Path) -> Iterator[Mapping[str, Any]]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            yield json.loads(line)
        except ValueError as problem:
            raise LabelsError(f"{path}:{number}: expected a JSON object ({problem})") from problem


ARTICLES: Final[Mapping[str, Callable[[str, Path], Iterator[Original]]]] = {
    "allsides": article_bias_prediction,
    "fakehealth_HealthStory": fakehealth,
    "fakehealth_HealthRelease": fakehealth,
    "hyperpartisan19": hyperpartisan,
    "buzzfeed_webis16": webis16,
    "clef21_task3": clef,
    "fa_kes": fa_kes,
    "celebrity": fake_news_datasets,
    "amt": fake_news_datasets,
}
TASKS: Final[Mapping[str, Callable[[Path], Iterator[dict[str, Any]]]]] = {
    "loaded_ptc": ptc,
    "loaded_babe": babe,
    "headline_webis17": webis17,
}
