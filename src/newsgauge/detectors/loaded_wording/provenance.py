"""How a rule of loaded wording is written down: one origin and one limit for all."""

from __future__ import annotations

from typing import Final

from newsgauge.rule import Rule

_OWN: Final = "Words gathered for newsgauge from general English; techniques after Da San Martino et al. 2019."
_LIMIT: Final = (
    " Leaves alone names, denied words and words spoken about; fails on irony and on literal senses not in the lexicon."
)


def own_rule(
    name: str, weight: float, note: str, explain: str, fires: tuple[str, ...], silent: tuple[str, ...]
) -> Rule:
    """A rule of this family by its name without the family's."""
    return Rule(f"loaded_wording.{name}", weight, note, explain + _LIMIT, _OWN, fires, silent)
