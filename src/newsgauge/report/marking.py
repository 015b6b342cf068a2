"""The article's text for a page: blocks of bits, each bit with the lines that run under it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from newsgauge.article import Annotation, Finding
from newsgauge.report.families import LANES, TINTED, known_family
from newsgauge.report.segments import Mark, Segment, marks_of, segments
from newsgauge.report.visible import lines_of, visible

LONGEST: Final = 8_000  # code points of one block: a browser lays out blocks, and a line of megabytes would stop it


class Layer(NamedTuple):
    """One underline: whose, and how far below the letters."""

    family: str
    lane: int


class Bit(NamedTuple):
    """A stretch of text under the same findings, ready to print.

    Attributes
    ----------
    layers : tuple of Layer
        Underlines, the outermost finding's first.
    tint : str
        Family whose background it carries: the innermost that weighs, in the author's or headline's voice. Else empty.
    quoted : bool
        The innermost finding stands in somebody else's words.
    findings : tuple of int
        Numbers of all findings over it, from 1 in the annotation's order.
    begins : tuple of int
        Those of them that begin here.
    title : str
        Kind and note in plain words, for where nothing else can be hovered.
    """

    text: str
    layers: tuple[Layer, ...] = ()
    tint: str = ""
    quoted: bool = False
    findings: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    title: str = ""


class Block(NamedTuple):
    """A line of the text, or a piece of a very long one.

    ``gap`` is the line ends and blank lines behind it: kept, so that nothing of the text is lost, and not shown.
    """

    bits: tuple[Bit, ...]
    headline: bool
    gap: str


def blocks(a: Annotation, numbers: Mapping[str, int], titles: Mapping[str, str]) -> Iterator[Block]:
    """Cut a text into blocks; joined with their gaps they are the text, made visible.

    Parameters
    ----------
    a : Annotation
    numbers : mapping
        Finding id -> number.
    titles : mapping
        Finding id -> words for `Bit.title`; may be empty.
    """
    marks = marks_of(a.findings)
    lanes = _lanes(marks)
    stream = _Cutter(segments(0, len(a.text), marks))
    for start, shown, end in _stretches(a.text):
        bits = tuple(_bit(a.text, one, lanes, numbers, titles) for one in stream.until(shown))
        rest = tuple(_bit(a.text, one, lanes, numbers, titles) for one in stream.until(end))
        empty = tuple(bit for bit in rest if bit.begins)  # a mark without length, or on what separates lines
        headline = a.title is not None and start < a.title.end and a.title.start < max(shown, start + 1)
        gap = visible(_newlines(a.text[shown:end]))
        if bits or empty or gap:
            yield Block(bits + tuple(bit._replace(text="") for bit in empty), headline, gap)


def _newlines(text: str) -> str:
    # For display only: offsets were used before.
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _stretches(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and end with its gap of each line that shows something; very long lines in pieces."""
    lines = [(start, end) for start, end in lines_of(text) if text[start:end].strip()]
    if not lines:
        yield 0, 0, len(text)
        return
    if lines[0][0]:
        yield 0, 0, lines[0][0]
    for place, (first, end) in enumerate(lines):
        start, following = first, lines[place + 1][0] if place + 1 < len(lines) else len(text)
        while end - start > LONGEST:
            blank = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            cut = blank + 1 if blank > 0 else start + LONGEST
            yield start, cut, cut
            start = cut
        yield start, end, following


class _Cutter:
    """Hands out segments up to one place after the other, cut where they reach over it.

    A short-lived reader of one text: it remembers the segment it is in.
    """

    def __init__(self, stream: Iterator[Segment]) -> None:
        self._stream = stream
        self._held: Segment | None = next(stream, None)

    def until(self, end: int) -> Iterator[Segment]:
        """Segments that begin before ``end``, and empty ones that stand on it."""
        while (one := self._held) is not None and (one.start < end or one.start == one.end == end):
            if one.end > end:
                yield one._replace(end=end, ends=())
                self._held = one._replace(start=end, begins=())
                return
            yield one
            self._held = next(self._stream, None)


def _lanes(marks: Iterable[Mark]) -> dict[tuple[int, str], int]:
    """Lane of each mark and family: the nearest to the letters that nothing else holds at that place."""
    free_from = [0] * LANES
    lanes: dict[tuple[int, str], int] = {}
    for mark in marks:
        for family in dict.fromkeys(known_family(finding.family) for finding in mark.findings):
            lane = next((at for at, end in enumerate(free_from) if end <= mark.start), LANES - 1)
            free_from[lane] = max(free_from[lane], mark.end)
            lanes[mark.number, family] = lane
    return lanes


def _bit(
    text: str,
    segment: Segment,
    lanes: Mapping[tuple[int, str], int],
    numbers: Mapping[str, int],
    titles: Mapping[str, str],
) -> Bit:
    shown = visible(_newlines(text[segment.start : segment.end]))
    if not segment.marks:
        return Bit(shown)
    findings = [finding for mark in segment.marks for finding in mark.findings]
    layers = {
        Layer(family, lanes[mark.number, family]): None
        for mark in segment.marks
        for family in map(known_family, (finding.family for finding in mark.findings))
    }
    return Bit(
        shown,
        tuple(layers),
        _tint(findings),
        findings[-1].voice == "quoted",
        tuple(numbers[finding.id] for finding in findings),
        tuple(numbers[finding.id] for mark in segment.begins for finding in mark.findings),
        "\n".join(titles[finding.id] for finding in findings if finding.id in titles),
    )


def _tint(findings: Sequence[Finding]) -> str:
    weighing = [known_family(one.family) for one in findings if one.voice != "quoted"]
    return next((family for family in reversed(weighing) if family in TINTED), "")
