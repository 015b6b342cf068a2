"""Prompts and labels by their words: the phrases of ``lexicons/residue.tsv``, looked up before anything is masked."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newsgauge import lexicons
from newsgauge.detectors.residue.reach import REACHES

if TYPE_CHECKING:
    from newsgauge.document import Document


class Leftover(NamedTuple):
    """Tokens of residue and the rule that found them."""

    first: int
    end: int
    rule: str
    weight: float


class _Prompts(NamedTuple):
    """Phrases by their first two words (those of two) or three, longest first; and all their first words."""

    by_head: dict[tuple[str, ...], tuple[lexicons.Entry, ...]]
    begins: frozenset[str]


@lru_cache(maxsize=1)
def _prompts() -> _Prompts:
    gathered: dict[tuple[str, ...], list[lexicons.Entry]] = {}
    for entries in lexicons.load().phrases.values():
        for entry in entries:
            if entry.family == "residue":
                gathered.setdefault(entry.words[:3], []).append(entry)
    by_head = {head: tuple(sorted(found, key=lambda e: -len(e.words))) for head, found in gathered.items()}
    return _Prompts(by_head, frozenset(head[0] for head in by_head))


def find(document: Document) -> list[Leftover]:
    """Prompts in order; of phrases that begin at one word the longest that fits, and none inside one already found."""
    by_head, begins = _prompts()
    found: list[Leftover] = []
    reached = 0
    lower = document.lower
    for at, size in sorted([(at, -size) for at, size in document.heads if lower[at] in begins]):
        if at < reached:
            continue
        for entry in by_head.get(tuple(lower[at : at - size]), ()):
            end = at + len(entry.words)
            if tuple(lower[at:end]) != entry.words:
                continue
            reach = REACHES[entry.rule.partition(":")[2]](document, at, end)
            if reach:
                found.append(Leftover(*reach, entry.rule, entry.weight))
                reached = reach.end
                break
    return found
