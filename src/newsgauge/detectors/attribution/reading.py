"""A cue in its sentence: what the other files of this room hand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from newsgauge.article import Range, Stance

NO_RANGE: Final = Range(0, 0)


@dataclass(slots=True)
class Reading:
    """A cue in its sentence, in tokens; never changed, but a frozen one takes five times as long to make.

    Attributes
    ----------
    cue, source : Range
    stance : Stance
    kind : str
        What follows: q quotation, t clause after that, w question, c bare clause or object, p preposition,
        i infinitive,
        e end or comma (the content stands before), a according to, b by-phrase, n noun cue.
    content : int
        Token after cue, addressee and setting, where a content behind the cue begins.
    sentence : Range
    addressee : Range
        Empty unless somebody is told.
    shared : bool
        The source was taken from the cue before in the same sentence.
    """

    cue: Range
    source: Range
    stance: Stance
    kind: str
    content: int
    sentence: Range
    addressee: Range = NO_RANGE
    shared: bool = False
