"""Texts that don't ship: where each is to be found, and the fingerprint that says it is the one that was judged."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final, NamedTuple

from newsgauge.errors import LabelsError
from newsgauge.labels.rows import Row, field, read_rows, string
from newsgauge.labels.texts import SHORT, Text

RULES: Final = ("title_blank_text", "text")
_HEX: Final = re.compile(r"[0-9a-f]{64}")


class Key(NamedTuple):
    """One text that was judged.

    Attributes
    ----------
    title : str
        How title and text were joined: ``title_blank_text`` (title, blank line, text) or ``text`` (no title).
    length : int
        Characters of the joined text that were judged; the rest was cut off where ``cut``.
    """

    id: str
    sha256: str
    corpus: str
    corpus_id: str
    outlet: str | None
    title: str
    length: int
    cut: bool
    place: str = ""

    def row(self) -> dict[str, Any]:
        """As in ``labels/texts.jsonl``."""
        return {name: value for name, value in self._asdict().items() if name != "place"}

    def text(self, words: str) -> Text:
        """The text, once its words are found."""
        return Text(
            words,
            self.sha256,
            self.id,
            self.place,
            self.title == RULES[0],
            self.cut,
            self.outlet,
            self.corpus,
            self.corpus_id,
        )


def key_of_text(text: Text) -> Key:
    """What is kept of a text: all but its words."""
    rule = RULES[0] if text.title else RULES[1]
    corpus, name = text.corpus or "", text.corpus_id or text.name
    return Key(text.id, text.sha256, corpus, name, text.outlet, rule, len(text.text), text.cut)


def read_keys(places: Iterable[Path]) -> list[Key]:
    """Keys of files.

    Raises
    ------
    LabelsError
        A field is missing or wrong, or a text stands twice; with file and line.
    """
    found: dict[str, Key] = {}
    for place in places:
        for where, row in read_rows(place):
            key = _key(row, where)
            if key.id in found:
                raise LabelsError(
                    f"{where}: text {key.id} stands in {found[key.id].place} already; keep one of the two"
                )
            found[key.id] = key
    return list(found.values())


def _key(row: Row, where: str) -> Key:
    digits = string(row, "sha256", where)
    if not _HEX.fullmatch(digits):
        raise LabelsError(f"{where}: 'sha256' must be 64 hexadecimal digits, found {digits[:70]!r}")
    if (identity := string(row, "id", where)) != digits[:SHORT]:
        raise LabelsError(
            f"{where}: 'id' must be the first {SHORT} digits of 'sha256' ({digits[:SHORT]}), found {identity!r}"
        )
    rule, length, cut = string(row, "title", where), field(row, "length", where), field(row, "cut", where)
    if rule not in RULES:
        raise LabelsError(f"{where}: 'title' must be one of {', '.join(RULES)}, found {rule!r}")
    if isinstance(length, bool) or not isinstance(length, int) or length < 1:
        raise LabelsError(f"{where}: 'length' must be a whole number of characters, found {length!r}")
    if not isinstance(cut, bool):
        raise LabelsError(f"{where}: 'cut' must be true or false, found {cut!r}")
    outlet = string(row, "outlet", where, "") or None
    return Key(
        identity,
        digits,
        string(row, "corpus", where),
        string(row, "corpus_id", where),
        outlet,
        rule,
        length,
        cut,
        where,
    )
