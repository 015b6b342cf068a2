"""Findings with their reasons and points: one note for all findings that say the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsgauge.article import Annotation, Contribution, Finding, Voice
from newsgauge.report.families import known_family
from newsgauge.report.visible import one_line
from newsgauge.report.wording import contribution_words, signed, spoken

VOICES: dict[Voice, str] = {
    "author": "the author's words",
    "headline": "the headline's words",
    "quoted": "somebody else's words, quoted",
}
_SHOWN = 0.05  # points that don't round to 0.0


class Place(NamedTuple):
    """One finding of a note: its number, id and words, and what was objected to it."""

    number: int
    id: str
    words: str
    objections: tuple[str, ...]


class Note(NamedTuple):
    """Why words were flagged and what that costs; ``points`` are sentences."""

    number: int
    family: str
    kind: str
    voice: str
    rule: str
    text: str
    points: tuple[str, ...]
    places: tuple[Place, ...]


def notes_of(a: Annotation) -> list[Note]:
    """Notes in the order in which the text first needs them."""
    said = contested(a)
    grouped: dict[tuple[str, Voice, str, str], list[tuple[int, Finding]]] = {}
    for number, one in enumerate(a.findings, 1):
        grouped.setdefault((one.kind, one.voice, one.rule, one.note), []).append((number, one))
    behind = _behind(a.contributions)
    return [
        Note(
            order,
            known_family(found[0][1].family),
            spoken(kind),
            VOICES.get(voice, voice),
            rule,
            one_line(note),
            tuple(_points(found[0][1], behind)),
            tuple(Place(number, one.id, one_line(one.text) or "(here)", said.get(one.id, ())) for number, one in found),
        )
        for order, ((kind, voice, rule, note), found) in enumerate(grouped.items(), 1)
    ]


def contested(a: Annotation) -> dict[str, tuple[str, ...]]:
    """Finding id -> what was objected to it, as lines for a report."""
    found: dict[str, tuple[str, ...]] = {}
    for one in a.objections:
        found[one.finding] = (*found.get(one.finding, ()), one_line(one.words))
    return found


def _behind(contributions: Sequence[Contribution]) -> Mapping[str, list[Contribution]]:
    behind: dict[str, list[Contribution]] = {}
    for one in contributions:
        for id_ in one.findings:
            behind.setdefault(id_, []).append(one)
    return behind


def _points(finding: Finding, behind: Mapping[str, list[Contribution]]) -> list[str]:
    counted = [one for one in behind.get(finding.id, ()) if abs(one.points) >= _SHOWN]
    if counted:
        ranked = sorted(counted, key=lambda one: -abs(one.points))
        return [f"{signed(one.points)} points: {contribution_words(one)}{_together(one)}" for one in ranked]
    if finding.family in ("residue", "transparency"):
        return ["No points: this belongs to the text's provenance."]
    if finding.voice == "quoted":
        return ["No points: somebody else's words are shown and not held against the author."]
    return ["No points of its own in this text."]


def _together(one: Contribution) -> str:
    others = len(one.findings) - 1
    return "" if not others else f" (with {others} other finding{'' if others == 1 else 's'})"
