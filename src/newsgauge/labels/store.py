"""Where a session keeps its answers: each at once, so that a crash loses none, and each text whole or not at all.

Answers of the open text stand in a journal beside the file (``NAME.open``), one line each, flushed to the disk; when a text is
done, its row is appended to the file, then the journal goes. A line torn by a crash is dropped: the journal still has it.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from newsgauge.errors import LabelsError
from newsgauge.labels.codebook import Codebook
from newsgauge.labels.judgement import Judgement, judgement_of, read_judgements
from newsgauge.labels.rows import read_rows, write_rows
from newsgauge.labels.texts import Texts


class Store:
    """One annotator's file of judgements, and the journal of the text that is open.

    Raises
    ------
    LabelsError
        The file holds judgements that break the codebook, of texts that changed since, or of somebody else.
    """

    def __init__(self, place: Path, annotator: str, book: Codebook, texts: Texts) -> None:
        self.place, self.annotator, self.book, self.texts = place, annotator, book, texts
        self.journal = place.with_name(f"{place.name}.open")
        _mend(place)
        _mend(self.journal)
        self.done: list[Judgement] = read_judgements([place], texts) if place.exists() else []
        for one in self.done:
            if (one.annotator, one.codebook) != (annotator, book.version):
                raise LabelsError(
                    f"{one.place}: judged by {one.annotator}, codebook {one.codebook}, not by {annotator}, {book.version};"
                    " keep a file for each annotator and version (--to)"
                )

    def is_done(self, identity: str) -> bool:
        """Whether a text was judged."""
        return any(one.id == identity for one in self.done)

    def answers(self, identity: str) -> dict[str, Any]:
        """Answers to the open text, from the session before."""
        rows = [row for _, row in read_rows(self.journal)] if self.journal.exists() else []
        found: dict[str, Any] = {}
        for row in rows:
            if row["id"] == identity:
                if row["question"] == "genre":
                    found.pop("reliability", None)  # whether it may be null hangs on the genre
                found[row["question"]] = row["answer"]
        return found

    def keep(self, identity: str, question: str, answer: Any) -> None:
        """Keep one answer; a later one to the same question counts."""
        _append(self.journal, {"id": identity, "question": question, "answer": answer})

    def finish(self, row: dict[str, Any]) -> Judgement:
        """Append a judged text.

        Raises
        ------
        LabelsError
            The answers break the codebook; nothing is written.
        """
        one = judgement_of(row, "this text", self.texts)
        _append(self.place, one.row())
        self._forget(one.id)
        self.done.append(one)
        return one

    def undo(self) -> Judgement | None:
        """Take the last judgement back; its answers are in the journal again, to be changed."""
        if not self.done:
            return None
        last = self.done.pop()
        row = last.row()
        self._forget(last.id)
        for question in ("genre", *last.values, "spans", "why"):
            self.keep(last.id, question, row.get(question, ""))
        write_rows(self.place, [one.row() for one in self.done])
        return last

    def _forget(self, identity: str) -> None:
        """Take a text's answers out of the journal; those of other texts stay."""
        rows = [row for _, row in read_rows(self.journal)] if self.journal.exists() else []
        left = [row for row in rows if row["id"] != identity]
        if left:
            write_rows(self.journal, left)
        else:
            with suppress(FileNotFoundError):
                self.journal.unlink()


def _append(place: Path, row: dict[str, Any]) -> None:
    with place.open("a", encoding="utf-8", newline="") as out:
        out.write(json.dumps(row, ensure_ascii=False) + "\n")
        out.flush()
        os.fsync(out.fileno())


def _mend(place: Path) -> None:
    """Drop what a crash left of a last line."""
    if not place.exists():
        return
    content = place.read_bytes()
    if content and not content.endswith(b"\n"):
        with place.open("r+b") as file:
            file.truncate(content.rfind(b"\n") + 1)
