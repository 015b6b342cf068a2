"""How a rule of loaded wording is written down: one origin and one limit for all."""

from __future__ import annotations

from typing import Final

from newsgauge.learnt import LEARNT
from newsgauge.rule import Rule

_OWN: Final = "Words gathered for newsgauge from general English; techniques after Da San Martino et al. 2019."
_LIMIT: Final = (
    " Leaves alone names, denied words and words spoken about; fails on irony and on literal senses not in the lexicon."
)

_SHORT: Final = " Learnt from marked news, not from a list: less sure than a listed word."
_HOW: Final = (
    " A learnt table weighs each word, its neighbours and its sentence; about four spans in ten are ones that readers of "
    "propaganda marked, fewer in plain news. Leaves alone names, denied words and words spoken about."
)
_CORPORA: Final = "Learnt from PTC (Da San Martino et al. 2019) and BABE (Spinde et al. 2021); no text of theirs ships."


def own_rule(
    name: str, weight: float, note: str, explain: str, fires: tuple[str, ...], silent: tuple[str, ...]
) -> Rule:
    """A rule of this family by its name without the family's."""
    return Rule(f"loaded_wording.{name}", weight, note, explain + _LIMIT, _OWN, fires, silent)


def learnt_rule(technique: str, note: str, explain: str, fires: tuple[str, ...], silent: tuple[str, ...]) -> Rule:
    """A rule that stands for the learnt spans of a technique."""
    return Rule(f"loaded_wording.{technique}{LEARNT}", 0.4, note + _SHORT, explain + _HOW, _CORPORA, fires, silent)
