"""Swapping names: parties, politicians, countries, religions, given names and outlets change places with their like."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

PAIRS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "parties": (
        ("Republicans", "Democrats"),
        ("Republican", "Democrat"),
        ("GOP", "DNC"),
        ("Labour", "Tory"),
        ("Conservatives", "Liberals"),
    ),
    "politicians": (
        ("Donald Trump", "Barack Obama"),
        ("Trump", "Obama"),
        ("Hillary Clinton", "Nancy Pelosi"),
        ("Clinton", "Pelosi"),
        ("Joe Biden", "Ted Cruz"),
        ("Biden", "Cruz"),
        ("Bernie Sanders", "Marco Rubio"),
        ("Sanders", "Rubio"),
        ("Mike Pence", "Mitch McConnell"),
        ("Pence", "McConnell"),
        ("Putin", "Merkel"),
    ),
    "countries": (
        ("Russia", "France"),
        ("Russian", "French"),
        ("China", "Canada"),
        ("Chinese", "Canadian"),
        ("Iran", "Israel"),
        ("Iranian", "Israeli"),
        ("Mexico", "Japan"),
        ("Mexican", "Japanese"),
        ("Ukraine", "Poland"),
        ("Syria", "Norway"),
    ),
    "religions": (
        ("Muslims", "Christians"),
        ("Muslim", "Christian"),
        ("Islam", "Judaism"),
        ("Catholic", "Hindu"),
        ("Jews", "Buddhists"),
        ("Jewish", "Buddhist"),
    ),
    "given names": (
        ("John", "Mary"),
        ("James", "Sarah"),
        ("Robert", "Linda"),
        ("Michael", "Jennifer"),
        ("David", "Elizabeth"),
        ("William", "Susan"),
        ("Mark", "Laura"),
        ("Thomas", "Anna"),
        ("Paul", "Emily"),
        ("George", "Karen"),
    ),
    "outlets": (
        ("Fox News", "Sky News"),
        ("CNN", "NBC"),
        ("The New York Times", "The Washington Post"),
        ("New York Times", "Washington Post"),
        ("Breitbart", "HuffPost"),
        ("BBC", "CBS"),
        ("Reuters", "Bloomberg"),
    ),
}

_NOUNS: Final = tuple(
    pair for pair in PAIRS["countries"] if pair[0] in ("Russia", "China", "Iran", "Mexico", "Ukraine", "Syria")
)


def swapped(text: str, kind: str | None = None) -> str:
    """The text with the names of a kind, or of all kinds, changed for their counterparts and back.

    Longer names go first, so that *Donald Trump* is one name, and a surname goes where its full name goes: title and body
    stay about one person. Whole words with their capitals are touched, in shouted titles too, and countries whose
    apostrophe a scraper lost (*Syrias*).
    """
    becomes, pattern = _table(kind)
    return pattern.sub(lambda hit: becomes[hit.group()], text)


@lru_cache(maxsize=8)
def _table(kind: str | None) -> tuple[dict[str, str], re.Pattern[str]]:
    pairs = [pair for name, found in PAIRS.items() if kind in (None, name) for pair in found]
    if kind in (None, "countries"):
        pairs += [(f"{one}s", f"{other}s") for one, other in _NOUNS]
    pairs += [(one.upper(), other.upper()) for one, other in pairs if one.upper() != one and other.upper() != other]
    becomes = dict(pairs) | {other: one for one, other in pairs}
    names = sorted(becomes, key=lambda name: (-len(name), name))
    return becomes, re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
