"""Edits of a text for stress: what must not matter, what must not help, and what must not hurt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final, NamedTuple

Edited = Callable[[str], str]
_CURLY: Final = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")


class Edit(NamedTuple):
    """A named edit."""

    name: str
    of: Edited


def straight(text: str) -> str:
    """Straight quotation marks and apostrophes."""
    return text.translate(_CURLY)


def curly(text: str) -> str:
    """Curly ones, opening after white space and brackets."""
    text = re.sub(r'(^|[\s(\[])"', r"\1“", straight(text))
    text = text.replace('"', "”")
    text = re.sub(r"(^|[\s(\[])'", r"\1‘", text)
    return text.replace("'", "’")


def spaces(text: str) -> str:
    """Two spaces after each sentence, and no-break spaces before figures."""
    return re.sub(r" (?=\d)", "\u00a0", re.sub(r"(?<=[.!?]) (?=[A-Z])", "  ", text))


def decomposed(text: str) -> str:
    """Letters and their accents apart (Unicode form D)."""
    return unicodedata.normalize("NFD", text)


def composed(text: str) -> str:
    """Letters and their accents together (Unicode form C)."""
    return unicodedata.normalize("NFC", text)


def single_breaks(text: str) -> str:
    """One line break where there was a blank line."""
    return re.sub(r"\n\s*\n", "\n", text)


def double_breaks(text: str) -> str:
    """A blank line where there was a line break."""
    return re.sub(r"\n+", "\n\n", text)


def shortened(text: str) -> str:
    """Without the last tenth, cut at the end of a sentence."""
    kept = text[: int(0.9 * len(text))]
    ends = [hit.start() for hit in _SENTENCE.finditer(kept)]
    return kept[: ends[-1]] if ends else kept


def reordered(text: str) -> str:
    """Title first, then every second paragraph, then the others."""
    lines = [line for line in text.split("\n") if line.strip()]
    return "\n\n".join([lines[0], *lines[2::2], *lines[1::2]]) if len(lines) > 2 else text


def _within(text: str, sentence: str) -> str:
    """The sentence set in after the middle paragraph, or after a sentence in the middle."""
    breaks = [hit.start() for hit in re.finditer(r"\n+", text)] or [hit.start() for hit in _SENTENCE.finditer(text)]
    at = breaks[len(breaks) // 2] if breaks else len(text)
    glue = "\n\n" if "\n" in text else " "
    return f"{text[:at]}{glue}{sentence}{text[at:]}"


MUST_NOT_MATTER: Final = (
    Edit("straight marks", straight),
    Edit("curly marks", curly),
    Edit("spaces", spaces),
    Edit("Unicode form D", decomposed),
    Edit("Unicode form C", composed),
)
BREAKS: Final = (Edit("single line breaks", single_breaks), Edit("blank lines", double_breaks))
MUST_NOT_HELP: Final = (
    Edit("shouting", lambda text: _within(text, "THIS IS AN ABSOLUTE SCANDAL AND EVERYBODY KNOWS IT!!!")),
    Edit("a vague source", lambda text: _within(text, "Experts say that this was known all along.")),
    Edit("insiders", lambda text: _within(text, "Insiders reportedly believe that worse is to come.")),
    Edit("an epithet", lambda text: _within(text, "The crooked and shameless officials hid the truth.")),
    Edit("emotive verbs", lambda text: _within(text, "Furious critics slammed the disgraceful plan and blasted its cowardly authors.")),
)  # fmt: skip
MUST_NOT_HURT: Final = (
    Edit(
        "a named source with a document",
        lambda text: _within(
            text, "According to a report published by the state auditor, Helen Marsh, the figures were checked twice."
        ),
    ),
    Edit(
        "an on-record reply",
        lambda text: _within(text, "Asked for a reply, the agency's spokesman, Paul Reyes, said that the letter had been received."),
    ),
)  # fmt: skip


def stuffed(text: str) -> str:
    """With fifty fake attributions at the end."""
    return text + "\n\n" + " ".join(["It was seen, said John Smith."] * 50)
