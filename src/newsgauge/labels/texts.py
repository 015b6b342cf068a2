"""The texts that are judged: read from the user's files, known by their SHA-256."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from newsgauge.article import Article, Failure, Span
from newsgauge.errors import LabelsError
from newsgauge.labels.rows import Row, read_rows, string

SHORT: Final = 10  # hex digits of the SHA-256 that make an id, as in an annotation's


@dataclass(frozen=True, slots=True)
class Text:
    """One text to judge.

    Attributes
    ----------
    id : str
        Start of its SHA-256.
    name : str
        What the user calls it: the file's name without its suffix, or the ``id`` of its row.
    title : bool or None
        Whether the first line is the title; None where nothing says so.
    cut : bool
        The sample was shortened at its end.
    outlet, corpus, corpus_id : str or None
    """

    text: str
    sha256: str
    name: str = ""
    place: str = ""
    title: bool | None = None
    cut: bool = False
    outlet: str | None = None
    corpus: str | None = None
    corpus_id: str | None = None

    @property
    def id(self) -> str:
        return self.sha256[:SHORT]

    def article(self) -> Article:
        """As the core reads it."""
        title = Span(0, len(self.text.split("\n", 1)[0].rstrip("\r"))) if self.title else None
        known = self.title is not None
        return Article(self.text, id=self.id, place=self.place, title=title, guess_title=not known, cut=self.cut)

    def row(self) -> dict[str, object]:
        """As a row of ``texts.jsonl``."""
        row: dict[str, object] = {"id": self.id, "sha256": self.sha256, "name": self.name}
        row |= {key: value for key in ("corpus", "corpus_id") if (value := getattr(self, key)) is not None}
        row |= {"outlet": self.outlet, "cut": self.cut, "text": self.text}
        return row if self.title is None else row | {"has_title": self.title}


def sha256(text: str) -> str:
    """Fingerprint of a text; a lone surrogate, which no encoding writes, counts as its three bytes."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Texts:
    """Texts by id, by name and in order."""

    def __init__(self, texts: Iterable[Text]) -> None:
        self.all: list[Text] = []
        self._by_id: dict[str, Text] = {}
        self._by_name: dict[str, list[Text]] = {}
        for text in texts:
            if text.id in self._by_id:
                continue  # the same words twice are one text
            self.all.append(text)
            self._by_id[text.id] = text
            self._by_name.setdefault(text.name, []).append(text)

    def find(self, name: str, where: str) -> Text:
        """The text of a row, by id or by name.

        Raises
        ------
        LabelsError
            There is none, or several have that name.
        """
        if name in self._by_id:
            return self._by_id[name]
        named = self._by_name.get(name) or self._by_name.get(name.removesuffix(".txt")) or []
        if len(named) == 1:
            return named[0]
        if named:
            places = ", ".join(text.place for text in named[:3])
            raise LabelsError(f"{where}: {len(named)} texts are called {name!r} ({places}); name it by its id")
        few = ", ".join(text.name or text.id for text in self.all[:4])
        raise LabelsError(
            f"{where}: no text {name!r} among {len(self.all)} ({few} …); changed since, or another folder?"
        )


def read_texts(paths: Sequence[Path]) -> Texts:
    """Texts from folders, files of one text, and JSON Lines with ``text``.

    Raises
    ------
    LabelsError
        A file that can't be read, a row without text, or one whose ``sha256`` isn't its text's.
    """
    return Texts(text for path in paths for text in _texts_of(path))


def _texts_of(path: Path) -> Iterator[Text]:
    if path.is_dir() and (inside := _rows_inside(path)) is not None:
        path = inside
    if path.name.removesuffix(".gz").endswith(".jsonl"):
        for where, row in read_rows(path):
            yield text_of(row, where)
        return
    from newsgauge.readers import read

    for found in read([str(path)]):
        if isinstance(found, Failure):
            raise LabelsError(f"{found.place}: {found.reason}")
        yield _of_article(found)


def _rows_inside(folder: Path) -> Path | None:
    """The texts of a folder of labels (``texts.jsonl``), as `reliability` reads it."""
    return next((path for end in (".jsonl.gz", ".jsonl") if (path := folder / f"texts{end}").is_file()), None)


def _of_article(article: Article) -> Text:
    title = True if article.title is not None else None if article.guess_title else False
    name = article.id or Path(article.place.partition(":")[0]).name.partition(".")[0]
    return Text(article.text, sha256(article.text), name, article.place, title, article.cut)


def text_of(row: Row, where: str) -> Text:
    """The text of a row: with its ``title`` above it where that is a field; its ``sha256`` is checked where it stands there."""
    if "text" not in row:
        raise LabelsError(f"{where}: field 'text' is missing: texts don't ship; newsgauge labels join finds them")
    text, title = string(row, "text", where), row.get("has_title")
    if title is None and (above := string(row, "title", where, "")):
        text, title = f"{above}\n\n{text}", True
    found = sha256(text)
    told = string(row, "sha256", where, found)
    if told != found:
        raise LabelsError(
            f"{where}: the text changed since: sha256 says {told[:SHORT]}…, it is {found[:SHORT]}…; restore it"
        )
    cut = row.get("cut", False)
    for key, value in (("has_title", title), ("cut", cut)):
        if value is not None and not isinstance(value, bool):
            raise LabelsError(f"{where}: field {key!r} must be true or false, found {value!r}")
    name = str(row.get("name") or row.get("id") or found[:SHORT])
    outlet, corpus = (_first(row, names) for names in (("outlet", "domain"), ("corpus",)))
    return Text(
        text, found, name, where, title, bool(cut), outlet, corpus, _first(row, ("corpus_id", "id")) if corpus else None
    )


def _first(row: Row, names: Sequence[str]) -> str | None:
    return next((str(row[name]) for name in names if row.get(name)), None)
