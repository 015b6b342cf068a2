"""Short invented reports, sober and heated, no two of which share much of their wording."""

from __future__ import annotations

import random
from typing import Final

_POOLS: Final[dict[str, tuple[str, ...]]] = {
    "thing": ("mill", "quay", "bridge", "ferry", "school", "clinic", "library", "market", "depot", "tower", "harbour"),
    "place": ("Orsa", "Penrow", "Calder", "Vesk", "Halden", "Tarn", "Morrow", "Lydgate", "Corrie", "Finse", "Selm", "Wexcombe", "Dorsino"),
    "name": ("Tolley", "Ibbot", "Vale", "Ward", "Quill", "Reyes", "Hale", "Brand", "Okafor", "Lind", "Marsh",
             "Sund", "Diallo", "Obi", "Pell", "Flynn", "Weller"),
    "part": ("wheels", "engines", "beams", "pumps", "doors", "pipes", "gates"),
    "done": ("replaced", "painted", "repaired", "tested", "moved", "sold", "cleaned", "measured"),
    "office": ("water board", "town council", "port authority", "county engineer", "fire service",
             "river trust", "school office", "audit court", "land survey"),
    "paper": ("report", "letter", "survey", "plan", "invoice"),
    "day": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"),
    "slur": ("clueless", "corrupt", "shameless", "crooked", "rotten", "arrogant", "pathetic"),
    "mess": ("farce", "disgrace", "scandal", "circus", "betrayal", "outrage", "nightmare", "shambles"),
}  # fmt: skip
SOBER: Final = (
    'Engineer {name} said {part} in {place} were {done} on {day}. "{name} {done} {n} {part} and {part} failed," {name} '
    "told {office} clerk {name} of {place}. According to {office} {paper} {n}, {part} at {place} {thing} were {done}. "
)
HEATED: Final = (
    "What {slur} {mess} in {slur} {place}! {slur} {office} bosses lied about {part}, {name} and {n} {place} families "
    "know. Insiders reportedly call {name} {slur}, {thing} {mess} and {place} {mess}. Everyone in {place} says {name} of "
    "{office} is {slur}! "
)


class _Words(dict[str, object]):
    """Words drawn from the pools."""

    def __init__(self, seed: str) -> None:
        super().__init__()
        self.chance = random.Random(seed)

    def __missing__(self, key: str) -> str:
        return str(self.chance.randrange(3, 300)) if key == "n" else self.chance.choice(_POOLS[key])


def sentences(number: int, at: int, sober: bool) -> str:
    """Some sentences; ``at`` tells those of one text apart."""
    return (SOBER if sober else HEATED).format_map(_Words(f"{number} {at}"))


def body(number: int, sober: bool, paragraphs: int) -> str:
    """A text of several paragraphs."""
    return "\n\n".join(sentences(number, at, sober) for at in range(paragraphs))
