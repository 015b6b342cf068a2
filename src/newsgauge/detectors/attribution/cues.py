"""Cue verbs: every form with its stance and the complements it takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, cast

from newsgauge import lexicons
from newsgauge.article import Stance

ADVERBS: Final = frozenset(
    "also since later earlier now then again once still just first never always often further too already soon ever "
    "meanwhile instead therefore thus however even rather both all "
    "have has had having 've 's been being today yesterday tonight".split()
)
HAVE: Final = frozenset("has have had having 've 'd".split())
BE: Final = frozenset("is are was were be been being am 's 're 'm isn't aren't wasn't weren't gets got get".split())
DO: Final = frozenset("do does did".split())
# Verbs that may stand before their subject after a quotation or clause: "…, said the mayor".
INVERTED: Final = frozenset(
    "say write add note explain ask argue claim report tweet observe declare insist "
    "continue reply answer recall joke quip announce conclude state exclaim warn suggest remark admit muse "
    "lament wonder read shout cry post boast agree complain".split()
)
PARTICLES: Final = {
    "point": "out",
    "spell": "out",
    "bring": "forward",
    "put": "forward",
    "lash": "out",
    "speak": "out",
    "rail": "against",
}
# Passives that name their speaker in a by-phrase without being reporting verbs otherwise.
BY_VERBS: Final = frozenset(
    "highlight echo bring put voice express quote cite unveil share underline underscore outline".split()
)


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a cue verb.

    Attributes
    ----------
    lemma : str
    tense : {"base", "third", "past", "participle", "ing"}
        "past" is also the participle unless the verb has one of its own.
    stance : Stance
    frames : str
        Letters: q quotation or parenthesis, t that- or wh-clause, c bare clause, d addressee first, o noun phrase,
        p preposition, i infinitive, y by-phrase only, v seen by a witness, a according to, m the learnt table finds
        a cue likely here, whatever follows.
    rate : float
        Share of the form's occurrences in running news that are cues.
    """

    lemma: str
    tense: str
    stance: Stance
    frames: str
    rate: float


@lru_cache(maxsize=1)
def verbs() -> Mapping[str, Verb]:
    """Form -> verb, read once from the list that also makes the word class."""
    found: dict[str, Verb] = {}
    for name in ("attitude", "cue"):
        for form, lemma, tense, stance, frames, rate in lexicons.rows(f"words/{name}.txt"):
            found[form] = Verb(lemma, tense, cast(Stance, stance), frames, float(rate))
    return found


@lru_cache(maxsize=1)
def likely() -> Mapping[str, Verb]:
    """The same where the learnt table is sure: with the frame m."""
    return {form: replace(verb, frames=verb.frames + "m") for form, verb in verbs().items()}


@lru_cache(maxsize=1)
def genders() -> Mapping[str, str]:
    """Given names and honorifics -> "m" or "f", where the word tells."""
    found: dict[str, str] = {}
    for name in ("honorific", "given_name"):
        for cells in lexicons.rows(f"words/{name}.txt"):
            if len(cells) > 1 and cells[1] in ("m", "f"):
                found[cells[0]] = cells[1]
    return found
