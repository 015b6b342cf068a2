"""The article's text in the terminal: findings marked ⟦so⟧¹, with a note for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, takewhile

from newsgauge.article import Annotation, Finding
from newsgauge.report.cells import Piece, Row, wrap
from newsgauge.report.notes import contested
from newsgauge.report.segments import DEEPEST, Mark, Segment, marks_of, segments
from newsgauge.report.visible import lines_of, one_line, visible
from newsgauge.report.wording import spoken, style_of

WIDE = 110
_MARGIN = 44  # columns of the notes beside the text, at least
_LONGEST_LINE = 100
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# The author's own words are the rule, and go without saying.
_VOICES: dict[str, str] = {"author": "", "quoted": " (quoted)", "headline": " (headline)"}
# Nothing to mend in these: the same sentence under every second paragraph would bury what is.
_TOLD_ONCE = frozenset({"attribution", "transparency", "accountability"})


def marked_text(annotation: Annotation, width: int, colour: bool) -> Iterator[str]:
    """Give the highlighted text, line by line.

    Notes stand beside the text from `WIDE` columns on, under each paragraph below that. Blank lines that
    follow each other are one. What was objected to a finding stands under its note.
    """
    said = contested(annotation)
    marks = marks_of(annotation.findings)
    wide = width >= WIDE
    margin = max(_MARGIN, width - 3 - _LONGEST_LINE)  # a line of text that is too long is lost on the way back
    text_width = width - margin - 3 if wide else width
    following = 0
    live: list[Mark] = []
    crossing = _crossing(marks)
    told: set[str] = set()
    blank = True
    for start, end in lines_of(annotation.text):
        if not annotation.text[start:end].strip():
            if not blank:
                yield ""
            blank = True
            continue
        blank = False
        noted = _until(marks, following, end)
        following += len(noted)
        live = [mark for mark in live if mark.end > start] + noted
        text = wrap(_pieces(annotation.text, start, end, live, crossing), text_width, colour)
        notes = list(_notes(noted, margin if wide else width - 2, colour, told, said))
        yield from _beside(text, notes, text_width) if wide else _under(text, notes)
        if notes and not wide:
            yield ""
            blank = True
    # What stands on the empty last line: a text that ends too early.
    yield from _under((), list(_notes(marks[following:], width - 2, colour, told, said)))


def _until(marks: Sequence[Mark], first: int, end: int) -> list[Mark]:
    return list(takewhile(lambda mark: mark.start < end or mark.start == mark.end == end, islice(marks, first, None)))


def _crossing(marks: Sequence[Mark]) -> frozenset[int]:
    """Numbers of marks that end inside a later one: brackets alone would pair wrongly."""
    crossed: set[int] = set()
    open_marks: list[Mark] = []
    for mark in marks:
        open_marks = [one for one in open_marks if one.end > mark.start]
        for one in open_marks[-DEEPEST:]:
            if one.start < mark.start and one.end < mark.end:
                crossed.update((one.number, mark.number))
        open_marks.append(mark)
    return frozenset(crossed)


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark], crossing: frozenset[int]) -> Iterator[Piece]:
    for segment in segments(start, end, marks):
        style = _style(segment)
        opening = "".join(f"⟦{_raised(mark.number) if mark.number in crossing else ''}" for mark in segment.begins)
        closing = "".join(f"⟧{_raised(mark.number)}" for mark in reversed(segment.ends))
        yield Piece(opening, style)
        yield Piece(visible(text[segment.start : segment.end]), style)
        yield Piece(closing, style)


def _style(segment: Segment) -> str:
    if not segment.marks:
        return ""
    finding = segment.marks[-1].findings[0]
    # Somebody else's words stay faint: they are shown, but not held against the author.
    return ("2;" if finding.voice == "quoted" else "4;") + style_of(finding.family).colour


def _raised(number: int) -> str:
    return str(number).translate(_SUPERSCRIPT)


def _notes(
    marks: Sequence[Mark], width: int, colour: bool, told: set[str], said: Mapping[str, tuple[str, ...]]
) -> Iterator[Row]:
    grouped: dict[tuple[str, str, str], list[tuple[int, Finding]]] = {}
    for mark in marks:
        for finding in mark.findings:
            grouped.setdefault((finding.kind, finding.voice, finding.note), []).append((mark.number, finding))
    for (kind, voice, note), found in grouped.items():
        numbers = " ".join(_raised(number) for number, _ in found)
        family = found[0][1].family
        head = Piece(f"{spoken(kind)}{_VOICES[voice]}", style_of(family).colour)
        known = family in _TOLD_ONCE and note in told
        told.add(note)
        pieces = (Piece(f"{numbers} "), head, Piece(f": {one_line(note)}" if note and not known else ""))
        yield from wrap(pieces, width, colour, rest="  ")
        for number, one in found:
            for words in said.get(one.id, ()):
                yield from wrap((Piece(f"{_raised(number)} {words}", "3"),), width, colour, first="  ", rest="    ")


def _under(text: Sequence[Row], notes: Sequence[Row]) -> Iterator[str]:
    yield from (row.text for row in text)
    yield from (f"  {row.text}" for row in notes)


def _beside(text: Sequence[Row], notes: Sequence[Row], text_width: int) -> Iterator[str]:
    nothing = Row("", 0)
    for index in range(max(len(text), len(notes))):
        left = text[index] if index < len(text) else nothing
        right = notes[index] if index < len(notes) else nothing
        yield f"{left.padded(text_width)} │ {right.text}" if right.width else left.text
