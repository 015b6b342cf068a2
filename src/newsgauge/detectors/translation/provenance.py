"""Where the translation rules come from, and how the longer of their examples begin."""

from __future__ import annotations

from typing import Final

SHAPE: Final = "A pattern written for newsgauge; known words were learnt as hashes from highly rated outlets."
OWN: Final = (
    "Phrases written for newsgauge after grammars and style guides; none is right in any dialect of edited English."
)
SPUN_BY: Final = (
    "Word-spinners' synonyms, after the “tortured phrases” of Cabanac, Labbé and Magazinov (2021, arXiv:2107.06751)."
)

START: Final = "The council met in the old hall of the town on Monday morning.\n\nNobody came.\n\n"
