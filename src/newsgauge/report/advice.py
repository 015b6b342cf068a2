"""Advice: reporting acts that would change what the score reads, named by their effect, each at its place in the text.

It asks for reporting, never for cosmetics: nothing is to be invented, dropped or put out of its quotation marks. The first
words of a passage are cited so that it is found; points are given only where they are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from newsgauge.report.cells import wrapped
from newsgauge.report.visible import one_line

if TYPE_CHECKING:
    from newsgauge.article import Annotation, Finding

MOST: Final = 8  # pieces of advice; the weightiest stand first
_SHOWN: Final = 60  # characters of a passage
_ITEM: Final = {
    "attribution": "sourcing", "vagueness": "sourcing", "accountability": "sourcing", "consistency": "sourcing",
    "loaded_wording": "wording", "calibration": "wording", "translation": "language", "headline": "headline",
}  # fmt: skip
# What to do about a finding of the author's, by rule or kind; {words} and {where} are filled in.
ACTS: Final = {
    "attribution.collective": "Who are “{words}” {where}? Ask one of them and name them, or say which study or poll it is.",
    "attribution.anonymous": "Who speaks as “{words}” {where}? Name them, or say why they can't be named and what else confirms it.",
    "attribution.outlet": "“{words}” {where} is another outlet's word: ask its source yourself, or say that you could not.",
    "vagueness.weasel_crowd": "Who are “{words}” {where}? Find and name one who says so.",
    "vagueness.unnamed_source": "“{words}” {where}: who is that? Name them, or say why they can't be named.",
    "vagueness.hearsay": "Who says so {where} (“{words}”)? Find where it comes from, and say what couldn't be confirmed.",
    "vagueness.agentless": "By whom {where} (“{words}”)? Find out who it is that does it.",
    "vagueness.stacked_hedges": "What is known {where} (“{words}”)? Say what is, and what isn't known yet.",
    "calibration.overclaim": "What shows it {where} (“{words}”)? Give the evidence and how far it goes.",
    "consistency.headline_figure_absent": "The headline's figure “{words}” is not in the text: find where it comes from and report it.",
    "consistency.figure_mismatch": "Two figures don't agree {where} (“{words}”): check which is right.",
    "consistency.date_mismatch": "The date {where} (“{words}”) doesn't fit: check it.",
    "consistency.denied_and_asserted": "It is denied and asserted {where} (“{words}”): ask which holds, and say who says what.",
    "headline.question": "The headline asks: report in it what the text found out.",
    "headline.teasing": "The headline holds back (“{words}”): report in it what happened.",
    "headline.bait": "The headline baits (“{words}”): report in it what happened.",
    "headline.promise": "The headline promises “{words}”, and the text doesn't report it: find out, and report it.",
    "headline.shouting": "The headline shouts (“{words}”): let what happened speak in it.",
    "loaded_wording.epithet": "“{words}” {where} grades a person or thing: report the act that it stands for, and who judges it so.",
    "loaded_wording.name_calling": "“{words}” {where} calls names: report the act that it stands for, and who judges it so.",
    "loaded_wording.exaggeration": "How much is “{words}” {where}? Give the figure and its source.",
    "loaded_wording.emotive": "“{words}” {where} is a feeling: report what was said and done.",
    "loaded_wording.absolute": "“{words}” {where}: are there no exceptions? Check, and say what you found.",
    "loaded_wording.fear": "What exactly is at risk {where} (“{words}”), how likely, and who says so?",
    "loaded_wording.doubt": "“{words}” {where} casts doubt: say what speaks against it, and who says so.",
    "loaded_wording.flag_waving": "“{words}” {where} speaks for a whole people: report who of them did or said what.",
    "loaded_wording.slogan": "“{words}” {where} is a slogan: report what is proposed or was done, and by whom.",
    "loaded_wording.mockery": "“{words}” {where} mocks: report what was said or done, and ask whom it is about.",
    "loaded_wording.scare_quotes": "Whose word is “{words}” {where}? Say who uses it, and what it stands for.",
    "attribution.none:floating": "Who said “{words}” {where}? Name the speaker beside it.",
}  # fmt: skip
ASKED_OF_QUOTED: Final = ("attribution.none:floating",)  # a quotation is left to its speaker, but it needs one
_DAMAGE: Final = "Compare these passages with the original or its author: {words}."
_NO_SOURCE: Final = "No claim in the text has a source: ask those concerned, and say who says what."
_ONE_SOURCE: Final = "Everything rests on one source ({words}): ask the other side, and somebody independent."
_NO_DOCUMENT: Final = (
    "Nothing in the text is documented: is there a report, a filing, a letter or data behind it? "
    "Name it, date it and say who made it."
)
_DAMAGED_FROM: Final = 3
_FIGURE_KIND: Final = "consistency.headline_figure_absent"
_FIGURE: Final = re.compile(r"(?<![\w.])\d[\d,]*\d(?!\w)")


class Advice(NamedTuple):
    """One reporting act.

    Attributes
    ----------
    act : str
        What to do.
    effect : str
        The item that it speaks to.
    points : float
        What the findings behind it cost now; 0 where that can't be told.
    findings : tuple of str
        Their ids.
    """

    act: str
    effect: str
    points: float
    findings: tuple[str, ...]


def advise(annotation: Annotation) -> list[Advice]:
    """What could be reported, the weightiest first, at most eight; one piece for each kind and passage."""
    costs = _costs(annotation)
    sources = {one.source.start: one for one in annotation.attributions if one.source}
    found: list[Advice] = []
    last: dict[str, Finding] = {}  # of each item: what overlaps it says the same again
    for finding in annotation.findings:
        act = ACTS.get(finding.rule) or ACTS.get(finding.kind)
        source = sources.get(finding.start) if finding.family == "attribution" else None
        if act is None or (source and source.reason_given):
            continue
        if finding.voice == "quoted" and finding.rule not in ASKED_OF_QUOTED:
            continue
        effect, points = _ITEM[finding.family], costs.get(finding.id, 0.0)
        before = last.get(effect)
        if before is not None and finding.start < before.end:
            found[-1] = (
                found[-1]._replace(points=found[-1].points + points, findings=(*found[-1].findings, finding.id))
                if found[-1].effect == effect
                else found[-1]
            )
            continue
        words = source.source.text if source and source.source else finding.text
        told = act.format(words=_short(words), where=_where(annotation, finding))
        found.append(Advice(told, effect, points, (finding.id,)))
        last[effect] = finding
    ranked = sorted([*found, *_whole(annotation, costs)], key=lambda one: -one.points)
    return ranked[:MOST]


def _costs(annotation: Annotation) -> dict[str, float]:
    """Points that each finding costs: a feature's loss in equal parts over the findings behind it."""
    costs: dict[str, float] = {}
    for contribution in annotation.contributions:
        if contribution.points < 0:
            for one in contribution.findings:
                costs[one] = costs.get(one, 0.0) - contribution.points / len(contribution.findings)
    return costs


def _whole(annotation: Annotation, costs: dict[str, float]) -> Iterator[Advice]:
    """What concerns the text as a whole: no source, one source, damage in several places."""
    figures = [] if any(f.kind == _FIGURE_KIND for f in annotation.findings) else _figures_of_headline(annotation)
    if figures:
        yield Advice(ACTS[_FIGURE_KIND].format(words=", ".join(figures)), "headline", 0.0, ())
    named = {one.source_name for one in annotation.attributions if one.source_name}
    if not annotation.attributions:
        lost = sum(-c.points for c in annotation.contributions if c.item == "sourcing" and c.points < 0)
        yield Advice(_NO_SOURCE, "sourcing", lost, ())
    elif len(named) == 1:
        yield Advice(_ONE_SOURCE.format(words=_short(next(iter(named)))), "sourcing", 0.0, ())
    if annotation.attributions and not any(_documents(annotation)):
        yield Advice(_NO_DOCUMENT, "sourcing", 0.0, ())
    damage = [f for f in annotation.findings if f.family == "translation" and f.voice != "quoted"]
    if len(damage) >= _DAMAGED_FROM:
        words = ", ".join(f"“{_short(f.text)}” {_where(annotation, f)}" for f in damage[:3])
        points = sum(costs.get(f.id, 0.0) for f in damage)
        yield Advice(_DAMAGE.format(words=words), "language", points, tuple(f.id for f in damage))


def _documents(annotation: Annotation) -> Iterator[bool]:
    """Whether each attribution or finding is of a document that a reader can ask for."""
    yield from (one.source_kind == "document" for one in annotation.attributions)
    yield from (f.kind in ("accountability.document_seen", "transparency.link") for f in annotation.findings)


def _figures_of_headline(annotation: Annotation) -> list[str]:
    """Figures of two digits or more in the headline that the text doesn't have in digits."""
    if annotation.title is None:
        return []
    start, end = annotation.title
    body = annotation.text[end:].replace(",", "")
    figures = _FIGURE.findall(annotation.text[start:end])
    return [one for one in figures if not re.search(rf"(?<!\d){re.escape(one.replace(',', ''))}(?!\d)", body)]


def _short(words: str) -> str:
    words = one_line(words).strip().strip('“”"')
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip()}…"


def _where(annotation: Annotation, finding: Finding) -> str:
    title = annotation.title
    if title is not None and title.start <= finding.start < title.end:
        return "in the headline"
    body = title.end if title is not None and title.end <= finding.start else 0
    breaks = re.findall(r"\n+", annotation.text[body : finding.start].lstrip())
    return f"in paragraph {len(breaks) + 1}"


def advice_lines(annotation: Annotation, width: int, points: bool = False) -> Iterator[str]:
    """The advice as text."""
    found: Sequence[Advice] = advise(annotation)
    yield "Advice"
    if not found:
        yield from wrapped("Nothing to report further was found: that is no praise.", width, first="  ", rest="  ")
    for one in found:
        gain = f" [{one.effect}; costs {one.points:.1f} points now]" if points else f" [{one.effect}]"
        yield from wrapped(one_line(one.act) + gain, width, first="  · ", rest="    ")
