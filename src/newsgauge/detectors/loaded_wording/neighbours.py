"""What ambiguous words ask of their neighbours.

Each check gives the end of the finding, 0 to leave alone, minus the end where a side is meant.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from newsgauge.detectors.loaded_wording.reading import MARK, PERSON, Reading, begins
from newsgauge.detectors.loaded_wording.rules import BEFORE_NAME, JUDGING, SIDE
from newsgauge.neighbourhood import mark_at, run_end, word_at
from newsgauge.vocabulary import CAPITAL, CLASS, COMMA, DIGIT, ENTRY, LETTERS, NEWLINE, SHOUT, STOP, WORD

if TYPE_CHECKING:
    from newsgauge.document import Hit

Check = Callable[[Reading, "Hit"], int]
_NOUNLIKE: Final = CLASS["role"] | CLASS["institution"] | CLASS["collective"] | CLASS["outlet"] | CLASS["place"]
_NOT_SUBJECT: Final = CLASS["determiner"] | CLASS["preposition"] | CLASS["number_word"]
_TARGETS: Final = frozenset(
    "nation nations regime regimes leader leaders ruler rulers dictator dictators tyrant tyrants despot despots "
    "president politician politicians politics liberals conservatives democrats republicans socialists media "
    "press journalists elite elites left right establishment empire bureaucrats billionaires "
    "globalists lawmakers".split()
)
_TARGETED: Final = frozenset(
    "mad crazy evil corrupt lying weak sick stupid dumb cruel brutal rogue oppressive repressive "
    "lawless crooked".split()
)
_GROUP_NOUNS: Final = frozenset(
    "mob mobs loons lunatics crazies nuts nutjobs fanatics hacks hack cabal overlords thugs goons propagandists "
    "propaganda bullies crybabies snowflakes zealots agitators agitprop hysteria lies lie indoctrination "
    "brainwashing playbook fantasy fantasies smear smears smear-mongers insanity madness lunacy crusade crusaders "
    "witch-hunt hypocrisy bigotry bigots orthodoxy shills shill ideologues ideologue dogma cult rage bullying "
    "outrage elites elite nonsense troublemakers puppets stooges cronies frenzy rot".split()
)
_SIDE_NOUNS: Final = frozenset(
    # a side may be named; "radical" before it judges
    "left right left-wing right-wing far-left far-right leftist leftists rightist rightists liberal liberals "
    "conservative conservatives progressive progressives democrat democrats republican republicans socialist "
    "socialists communists marxist marxists feminist feminists environmentalist environmentalists activists "
    "atheists christians muslims islam islamic islamist islamists evangelicals nationalists secularists agenda "
    "ideology extremist extremists judges anarchists homosexual gay gender environmental leftism liberalism "
    "conservatism feminism socialism policies fringe".split()
)
_BEFORE_SIDES: Final = frozenset("radical rabid militant loony crazed crazy rampaging mad lying woke".split())
_BLAMED: Final = frozenset("media press politicians establishment reporters journalists pundits".split())
_BEFORE_BLAMED: Final = frozenset(
    "corrupt dishonest lame lying biased crooked drive-by complicit fake leftist rightist evil woke".split()
)
_TURNS: Final = frozenset(
    "development developments twist twists turn revelation revelations admission about-face reversal rebuke "
    "turnabout turnaround confession u-turn outburst coincidence meltdown showdown standoff".split()
)
_EVALUATIVE: Final = frozenset(
    "false wrong absurd insane crazy mad unacceptable useless corrupt unfit hopeless failed stupid horrible "
    "terrible awful fake insulting unjustified unjust perfect immoral worthless meaningless partisan biased "
    "obsessed destroyed ignorant blind oblivious beautiful wonderful evil untrue misleading unfair dishonest "
    "inadequate unworthy cruel brutal sick weird racist sexist undemocratic overrated overblown exaggerated "
    "flawed divisive dangerous".split()
)
_ATTACKED: Final = frozenset(
    "critics media reporters him her them democrats republicans opponents rivals haters claims".split()
)
_TITLE_WARY: Final = frozenset(
    "blast blasts blasted hammer hammers hammered crush crushes crushed destroy destroys destroyed shred shreds "
    "shredded tank tanks torch torches torched roast roasts roasted nuke nukes scream screams rage rages rip rips "
    "ripped dodge dodges pounce pounces tout touts pummel pummels savage rant rants trash bash".split()
)


def _ambiguous(reading: Reading, hit: Hit) -> int:
    """An adjective that judges only before a person, a government or a side."""
    document, at = reading.document, hit.end
    if at >= len(document) or document.mark[at] & NEWLINE:
        return 0
    word, follows = document.lower[hit.first], document.lower[at]
    if _groups(word, follows):
        return -(at + 1)
    if hit.entry.rule != BEFORE_NAME:
        return 0
    return _name_end(reading, at) or (at + 1 if word in _TARGETED and follows in _TARGETS else 0)


def _groups(word: str, follows: str) -> bool:
    if follows in _GROUP_NOUNS:
        return True
    return (word in _BEFORE_SIDES and follows in _SIDE_NOUNS) or (word in _BEFORE_BLAMED and follows in _BLAMED)


def _name_end(reading: Reading, at: int) -> int:
    """End of a person's name that begins at a token, 0 where none does."""
    document = reading.document
    name = run_end(document, at, CLASS["honorific"] | CAPITAL, 2)
    first = mark_at(document, name)
    if not first & CAPITAL or first & (NEWLINE | SHOUT | CLASS["calendar"]):
        return 0
    if name == at and not first & CLASS["given_name"]:
        return 0
    # Every word of such a title is capitalised: a third one is hardly part of the name.
    in_title = reading.title_cased and name + 2 <= reading.title_end
    return run_end(document, name, CAPITAL | LETTERS, 2 if in_title else 3)


def _regime(reading: Reading, hit: Hit) -> int:
    """A government, not a diet: “the X regime”, “regime of X”, “regime in X”."""
    document = reading.document
    before = mark_at(document, hit.first - 1)
    if before & CAPITAL and not before & (CLASS["determiner"] | SHOUT) and not begins(document, hit.first - 1):
        return hit.end
    if before & CAPITAL and before & (CLASS["place"] | CLASS["given_name"]):
        return hit.end
    ties = word_at(document, hit.end) in ("of", "in")
    return hit.end if ties and mark_at(document, hit.end + 1) & CAPITAL else 0


def _attack(reading: Reading, hit: Hit) -> int:
    """A verb of blows aimed at people: somebody before it, somebody after it."""
    document, at = reading.document, hit.end
    if not hit.first or at >= len(document) or document.mark[hit.first] & NEWLINE or document.mark[at] & NEWLINE:
        return 0
    before, follows = document.mark[hit.first - 1], document.mark[at]
    if not before & WORD or before & _NOT_SUBJECT:
        return 0
    if hit.first < reading.title_end and reading.title_cased and document.lower[hit.first] in _TITLE_WARY:
        return hit.end if follows & (PERSON | CLASS["person_pronoun"]) or document.lower[at] in _ATTACKED else 0
    if (follows & CAPITAL and not follows & (DIGIT | CLASS["place"] | CLASS["calendar"])) or document.lower[
        at
    ] in _ATTACKED:
        return hit.end
    second = mark_at(document, at + 1)
    person = second & (_NOUNLIKE | CAPITAL) and not second & CLASS["place"]
    return hit.end if person and follows & CLASS["determiner"] else 0


def _judged(reading: Reading, hit: Hit) -> int:
    """The adjective, and the word for rulers or a side that it stands before."""
    document, at = reading.document, hit.end
    joins = at < len(document) and document.lower[at] in _TARGETS and not document.mark[at] & NEWLINE
    return at + 1 if joins else at


def _turn(reading: Reading, hit: Hit) -> int:
    return hit.end + 1 if word_at(reading.document, hit.end) in _TURNS else 0


def _intensified(reading: Reading, hit: Hit) -> int:
    """An adverb without measure before a word that judges."""
    document, at = reading.document, hit.end
    if at >= len(document) or document.mark[at] & NEWLINE:
        return 0
    if document.lower[at] in _EVALUATIVE:
        return at + 1
    if not document.mark[at] & ENTRY:
        return 0
    entries = document.vocabulary.entries[int(document.ids[at])]
    return at + 1 if any(entry.rule in JUDGING for entry in entries) else 0


def _so_called(reading: Reading, hit: Hit) -> int:
    """Doubt, not the introduction of a term: left alone before quotation marks and names."""
    document, at = reading.document, hit.end
    if at >= len(document) or hit.end - hit.first > 1 or document.lower[hit.first] != "so-called":
        return hit.end
    shape = document.mark[at]
    introduces = shape & (MARK | STOP | COMMA) or (
        shape & CAPITAL and not (at < reading.title_end and reading.title_cased)
    )
    return 0 if introduces else hit.end


CHECKS: Final[dict[str, Check]] = {
    BEFORE_NAME: _ambiguous,
    "loaded_wording.epithet:adjective": _judged,
    SIDE: _ambiguous,
    "loaded_wording.name_calling:regime": _regime,
    "loaded_wording.emotive:verb-light": _attack,
    "loaded_wording.exaggeration:turn": _turn,
    "loaded_wording.absolute:intensifier": _intensified,
    "loaded_wording.doubt:word": _so_called,
}
