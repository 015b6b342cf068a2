"""Judging in a terminal: a text, the codebook's questions with their anchors, one answer after the other.

What the program thinks of a text is never shown before its answers are kept. Asking and saying are handed in, so that a
session can be played by a test.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final, Literal, NamedTuple

from newsgauge.errors import LabelsError
from newsgauge.labels.codebook import Codebook, Item
from newsgauge.labels.judgement import By, judgement_of
from newsgauge.labels.store import Store
from newsgauge.labels.texts import Text, Texts

Ask = Callable[[str], str]
Say = Callable[[str], None]
End = Literal["done", "skipped", "undo", "quit"]
HELP: Final = "? what the values mean   t the text again   b one question back   u undo the last text   s skip   q stop"
_COMMANDS: Final[Mapping[str, End]] = {
    "s": "skipped",
    "skip": "skipped",
    "u": "undo",
    "undo": "undo",
    "q": "quit",
    "quit": "quit",
}
_NTH: Final = re.compile(r"(\d{1,3})#(.+)", re.DOTALL)


class Question(NamedTuple):
    """One thing to answer.

    Attributes
    ----------
    anchors : tuple of str
        What each answer means, a line each.
    read : callable
        Words -> answer; raises `LabelsError` with what is expected.
    many : bool
        Answers are collected until an empty line.
    """

    name: str
    prompt: str
    anchors: tuple[str, ...]
    read: Callable[[str], Any]
    many: bool = False


def questions(book: Codebook, text: Text, with_spans: bool) -> tuple[Question, ...]:
    """What is asked about a text, in order."""
    found = [_genre(book), *(_item(item) for item in book.items)]
    if with_spans:
        found.append(_spans(book, text))
    return (*found, Question("why", "why, in one sentence of your own", (), str.strip))


def _genre(book: Codebook) -> Question:
    names = [genre.name for genre in book.genres]

    def read(words: str) -> str:
        if words.isdigit() and 1 <= int(words) <= len(names):
            return names[int(words) - 1]
        fitting = [name for name in names if name == words] or [
            name for name in names if words and name.startswith(words)
        ]
        if len(fitting) == 1:
            return fitting[0]
        raise LabelsError(f"expected a genre (1 to {len(names)}, or its name), found {words!r}")

    anchors = tuple(f"{number:>2} {genre.name}: {genre.what}" for number, genre in enumerate(book.genres, 1))
    return Question("genre", f"genre 1–{len(names)}", anchors, read)


def _item(item: Item) -> Question:
    def read(words: str) -> int | None:
        if item.nullable and words in ("n", "null"):
            return None
        if words.isdigit() and item.low <= int(words) <= item.high:
            return int(words)
        null = ", or n for null" if item.nullable else ""
        raise LabelsError(f"expected {item.name} from {item.low} to {item.high}{null}, found {words!r}")

    anchors = [item.question, *(f"{anchor.value} {anchor.what}" for anchor in item.anchors)]
    anchors += [f"  {note}" for note in item.notes]
    null = ", n" if item.nullable else ""
    return Question(item.name, f"{item.name} {item.low}–{item.high}{null}", tuple(anchors), read)


def _spans(book: Codebook, text: Text) -> Question:
    names = [label.name for label in book.labels]

    def read(words: str) -> dict[str, Any]:
        label, colon, exact = words.partition(":")
        if not colon or label.strip() not in names:
            raise LabelsError(f"expected 'label: exact words', label one of {', '.join(names)}; found {words!r}")
        nth = _NTH.match(exact.strip())
        span = (
            {"label": label.strip(), "text": nth[2], "nth": int(nth[1])}
            if nth
            else {"label": label.strip(), "text": exact.strip()}
        )
        return _span_of(span, book, text)

    anchors = [f"{label.name}: {label.what}" for label in book.labels]
    anchors += ["One a line, 'label: exact words'; the second of several: 'label: 2#exact words'. An empty line ends."]
    return Question("spans", "span", tuple(anchors), read, many=True)


def _span_of(span: dict[str, Any], book: Codebook, text: Text) -> dict[str, Any]:
    """Offsets of a span as `check` finds them, by way of a judgement that is otherwise sound."""
    values: dict[str, Any] = {item.name: item.low for item in book.items}
    row = {"id": text.id, "annotator": "x", "codebook": book.version, "genre": "report", "spans": [span]} | values
    return judgement_of(row, "span", Texts([text])).spans[0].row()


def run(
    texts: Sequence[Text],
    store: Store,
    ask: Ask,
    say: Say,
    *,
    by: By = "human",
    with_spans: bool = True,
    after: Callable[[Text], Iterator[str]] | None = None,
) -> int:
    """Ask about every text that isn't judged; how many were judged in this session.

    Parameters
    ----------
    ask, say : callable
        Show a prompt and give the reply; show a line.
    after : callable, optional
        What to show of a text once its answers are kept.
    """
    say(HELP)
    judged, skipped = 0, set[str]()
    while (
        text := next((one for one in texts if not store.is_done(one.id) and one.id not in skipped), None)
    ) is not None:
        say(f"\n{len(store.done) + 1} of {len(texts)}: {text.name or text.id}\n")
        say(text.text)
        end = _one(text, questions(store.book, text, with_spans), store, ask, say, by)
        if end == "done":
            judged += 1
            for line in after(text) if after is not None else ():
                say(line)
        elif end == "skipped":
            skipped.add(text.id)
        elif end == "undo":
            last = store.undo()
            say("Nothing to undo." if last is None else "Taken back; its answers are asked again, Enter keeps one.")
        else:
            break
    return judged


def _one(text: Text, asked: Sequence[Question], store: Store, ask: Ask, say: Say, by: By) -> End:
    answers = store.answers(text.id)
    # A broken session goes on where it stopped; an undone text is asked again from the start, and Enter keeps an answer.
    at = next((number for number, question in enumerate(asked) if question.name not in answers), 0)
    while at < len(asked):
        question, before = asked[at], dict(answers)
        if null := _null_genre(question, answers, store.book):
            say(f"reliability: null, as for every {null}")
        reply = "null" if null else _asked(question, answers, ask, say)
        if reply in _COMMANDS:
            return _COMMANDS[reply]
        if reply in ("b", "back"):
            at = max(at - 1 - (at > 1 and bool(_null_genre(asked[at - 1], answers, store.book))), 0)
        elif reply in ("t", "text", "?", "help"):
            for line in (text.text,) if reply.startswith("t") else (*question.anchors, HELP):
                say(line)
        elif _answered(question, reply, answers, ask, say, store.book):
            if answers != before:
                store.keep(text.id, question.name, answers[question.name])
            at += 1
    row = {"id": text.id, "annotator": store.annotator, "codebook": store.book.version, "by": by, "spans": []}
    store.finish(row | answers | {"at": datetime.now(UTC).isoformat(timespec="seconds")})
    return "done"


def _null_genre(question: Question, answers: Mapping[str, Any], book: Codebook) -> str:
    """The genre for which this question has only null for an answer, so that it isn't asked."""
    genre = book.genre(answers.get("genre", "")) if question.name == "reliability" else None
    return genre.name if genre is not None and genre.reliability == "null" else ""


def _asked(question: Question, answers: Mapping[str, Any], ask: Ask, say: Say) -> str:
    if question.name not in answers:
        for line in question.anchors:
            say(f"  {line}")
        return ask(f"{question.prompt}: ").strip()
    kept = answers[question.name]
    shown = f"{len(kept)} kept" if question.many else "null" if kept is None else kept
    return ask(f"{question.prompt} [{shown}]: ").strip()


def _answered(question: Question, reply: str, answers: dict[str, Any], ask: Ask, say: Say, book: Codebook) -> bool:
    """Whether the reply is an answer, which then stands among the answers."""
    if not reply and question.name in answers:
        return True
    try:
        answers[question.name] = _collected(question, reply, ask, say) if question.many else question.read(reply)
    except LabelsError as problem:
        say(f"  {problem}")
        return False
    genre = book.genre(answers["genre"])
    if (
        question.name == "reliability"
        and answers["reliability"] is None
        and genre
        and genre.reliability != "null"
        and book.caps
    ):
        del answers["reliability"]
        say(f"  null is for satire, fabrication and not_news; this is {genre.name} (b goes back)")
        return False
    if question.name == "genre":
        answers.pop("reliability", None)  # whether it may be null hangs on the genre
    return True


def _collected(question: Question, reply: str, ask: Ask, say: Say) -> list[Any]:
    """Answers until an empty line."""
    found: list[Any] = []
    while reply:
        try:
            found.append(question.read(reply))
        except LabelsError as problem:
            say(f"  {problem}")
        reply = ask(f"{question.prompt} {len(found) + 1}: ").strip()
    return found
