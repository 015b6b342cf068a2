"""Swapping names: parties, politicians, countries, religions, given names and outlets change places with their like."""

from __future__ import annotations

import re
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
        ("Clinton", "Bush"),
        ("Joe Biden", "Ted Cruz"),
        ("Biden", "Pence"),
        ("Bernie Sanders", "Marco Rubio"),
        ("Sanders", "McConnell"),
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
        ("Breitbart", "Huffington"),
        ("BBC", "CBS"),
        ("Reuters", "Bloomberg"),
    ),
}


def swapped(text: str, kind: str | None = None) -> str:
    """The text with the names of a kind, or of all kinds, changed for their counterparts and back.

    Longer names go first, so that *Donald Trump* is one name; only whole words with their capitals are touched.
    """
    pairs = [pair for name, found in PAIRS.items() if kind in (None, name) for pair in found]
    becomes = dict(pairs) | {other: one for one, other in pairs}
    names = sorted(becomes, key=lambda name: (-len(name), name))
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
    return pattern.sub(lambda hit: becomes[hit.group()], text)
