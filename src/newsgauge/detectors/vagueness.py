"""Vagueness: passives without an agent, crowds nobody can ask, hearsay, hedges on hedges, filler."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.rule import Detector, Kind, Rule
from newsgauge.vocabulary import CAPITAL, CLASS, COLON, COMMA, DIGIT, DOTTED, DOUBLE, JOINED, LETTERS, SHOUT, STOP

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document, Hit

Check = Callable[["Document", "Hit"], "Range | None"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OWN: Final = "Words and examples written for newsgauge; categories after the labels of its codebook."
_FAR: Final = 40  # tokens of a sentence that are read for a source; bounds the work on endless sentences
_REACH: Final = 8  # tokens between a crowd and its verb; the longest among the labelled spans is seven
_VERBS: Final = _words(
    "say said argue argued claim claimed believe believed suggest suggested fear feared warn warned worry worried "
    "think thought contend contended insist insisted note noted estimate estimated agree agreed maintain "
    "maintained predict predicted doubt doubted question questioned feel felt hope hoped speculate speculated "
    "allege alleged caution cautioned wonder wondered assume assumed complain complained consider considered view "
    "viewed call called describe described regard regarded counter countered point pointed attribute attributed "
    "praise praised condemn condemned criticise criticised criticize criticized denounce denounced accuse accused "
    "decry decried blame blamed assert asserted charge charged concede conceded admit admitted suspect suspected "
    "interpret interpreted know knew deem deemed liken likened dispute disputed expect "
    "expected see saw want wanted oppose opposed support supported"
)
_ONGOING: Final = _words(
    "saying calling warning accusing questioning claiming speculating wondering arguing asking hoping worried "
    "concerned convinced skeptical sceptical divided alarmed outraged suggesting predicting fearing"
)
_VOICING: Final = _words("raise raised voice voiced express expressed cast sound sounded")
_STIRRING: Final = _words(
    "raise spark fuel draw cause trigger stoke provoke prompt heighten deepen ignite inflame intensify generate create"
)
_QUANTITIES: Final = _words("many some several numerous countless various multiple most")
_UNNUMBERED: Final = _words("studies polls surveys estimates")
_SHOWING: Final = _words(
    "show shown showed suggest suggested linked found find place put say indicate indicated claim claimed"
)
_VOICED: Final = _words(
    "concern concerns fear fears doubt doubts question questions alarm alarms objections disquiet worries"
)
_STIRRED: Final = _VOICED | _words(
    "speculation outrage debate controversy criticism backlash anger suspicion suspicions uproar tensions "
    "anxiety unease condemnation eyebrows calls fury furor furore panic rumours rumors discussion "
    "discussions scrutiny ire pressure opposition"
)
_ADVERBS: Final = _words(
    "also often long now still largely generally widely already increasingly even repeatedly frequently rightly "
    "fiercely openly privately publicly actually clearly genuinely recently previously consistently have has had"
)
_AFTER_SOME: Final = _VERBS | _VOICING | _ADVERBS | {"are", "were"}
_WITH_NOUN: Final = _words("most several numerous countless other of")
_KNOWS: Final = _words("knows knew realised realized agrees agreed believes thinks disputes doubts")
_LINKS: Final = _words("in on across of both inside outside and")
_BODIES: Final = _words("at from with for including led")
_KNOWN_CROWD: Final = _words(
    "the these those our his her their its my your whose two three four five six seven eight nine ten"
)
_REGIONS: Final = _words("us uk eu u.s. u.k. e.u.")
_NATIONAL: Final = ("ish", "ese", "ian", "can", "ean", "eli", "ern", "nch", "tch", "ani", "qi")
_PLURAL_TAILS: Final = ("s", "ti", "men", "people", "women")
_SEEKERS: Final = _words("leading led causing caused prompting prompted forcing")
_CONCLUDE: Final = _words("believe conclude think suspect question wonder fear speculate assume ask suggest argue call")
_NO_AGENT: Final = _words("who that which")
_AS_THEY: Final = _words("speculate wonder debate wait watch ponder")
_MONTH_FOLLOWS: Final = DIGIT
_QUIET_SOURCES: Final = _words(
    "energy water food income power heat data news light revenue funding renewable open primary secondary "
    "information protein of"
)


def _sentence(document: Document, at: int) -> Range:
    number = int(document.sentence_of[at])
    return document.sentences[number] if number >= 0 else Range(at, at + 1)


def _as_it_stands(_document: Document, hit: Hit) -> Range | None:
    return Range(hit.first, hit.end)


def _sourced(document: Document, hit: Hit) -> bool:
    """A name follows that answers "who": "including Jane Roe", "such as …", or "according to" with a source of "
    "its own."""
    lower, end = document.lower, _sentence(document, hit.first).end
    for at in range(hit.end, min(end - 1, hit.end + _FAR)):
        word = lower[at]
        if word in {"including", "like", "namely"} or (word == "as" and lower[at - 1] == "such"):
            if document.mark[at + 1] & CAPITAL:
                return True
        elif word == "according" and lower[at + 1] == "to" and at + 2 < end:
            return bool(document.mark[at + 2] & CAPITAL) or lower[at + 2] in {
                "a",
                "an",
                "the",
                "his",
                "her",
                "court",
                "police",
            }
    return False


def _unsourced(document: Document, hit: Hit) -> Range | None:
    return None if _sourced(document, hit) else Range(hit.first, hit.end)


def _reportedly(document: Document, hit: Hit) -> Range | None:
    if "rumo" in document.lower[hit.first] and document.lower[hit.end - 1].startswith("rumo") and hit.first:
        begin = hit.first - 1 if document.mark[hit.first - 1] & CLASS["auxiliary"] else hit.first
        return Range(begin, hit.end)
    return _unsourced(document, hit)


# -- agentless ---------------------------------------------------------------------------------------------------------


def _believed(document: Document, hit: Hit) -> Range | None:
    """Without "that" the clause itself must follow: "it is said the caves …", not "it is expected to rain"."""
    if _sourced(document, hit):
        return None
    last = document.lower[hit.end - 1]
    if last in {"that", "is"} or hit.end >= len(document) or last in {"assume", "conclude", "suspect"}:
        return Range(hit.first, hit.end)
    follows = document.mark[hit.end]
    if document.lower[hit.end] == "that":
        return Range(hit.first, hit.end + 1)
    opens = follows & (CLASS["determiner"] | CLASS["person_pronoun"] | CAPITAL) or document.lower[hit.end] in {
        "there",
        "it",
    }
    return Range(hit.first, hit.end) if opens else None


def _without_agent(document: Document, hit: Hit) -> Range | None:
    """No "by …" within the clause."""
    for at in range(hit.end, min(len(document), hit.end + _REACH)):
        if document.mark[at] & (STOP | COMMA):
            break
        if document.lower[at] == "by":
            return None
    return _unsourced(document, hit)


def _seen(document: Document, hit: Hit) -> Range | None:
    """With the auxiliary before it: "is widely seen as"."""
    kept = _without_agent(document, hit)
    joins = kept and hit.first and document.mark[hit.first - 1] & CLASS["auxiliary"]
    return Range(hit.first - 1, hit.end) if joins else kept


def _said_to(document: Document, hit: Hit) -> Range | None:
    """To have or to be: the verb belongs to the span."""
    if _sourced(document, hit):
        return None
    follows = document.lower[hit.end] if hit.end < len(document) else ""
    return Range(hit.first, hit.end + 1 if follows in {"have", "be"} else hit.end)


def _will_stir(document: Document, hit: Hit) -> Range | None:
    """ "Is expected to" needs a verb of stirring, and that its object."""
    if document.lower[hit.end - 1] == "to" and not (hit.end < len(document) and document.lower[hit.end] in _STIRRING):
        return None
    return _stirs(document, hit)


def _signs(document: Document, hit: Hit) -> Range | None:
    """ "There are signs that", not "there are signs on the road"."""
    follows = document.lower[hit.end] if hit.end < len(document) else ""
    if follows == "that" or (follows == "of" and document.lower[hit.end - 1] != "allegations"):
        return _unsourced(document, hit._replace(end=hit.end + 1))
    free = document.lower[hit.end - 1] in {"indications", "speculation"} or follows in {"he", "she", "they", "it"}
    return _unsourced(document, hit) if free else None


def _stirs(document: Document, hit: Hit) -> Range | None:
    """A verb of stirring needs its object: concerns, speculation, outrage."""
    for at in range(hit.end, min(len(document), hit.end + 4)):
        if document.lower[at] in _STIRRED:
            return Range(hit.first, at + 1) if not _who(document, at + 1) else None
        if document.mark[at] & (STOP | COMMA | CAPITAL):
            return None
    return None


def _who(document: Document, at: int) -> bool:
    """The worried are named: "among the council's members", "from Mayor Roe", "by"."""
    return at + 1 < len(document) and document.lower[at] in {"from", "by"}


def _nobodys_concern(document: Document, hit: Hit) -> Range | None:
    if any(word in _STIRRED for word in document.lower[hit.first : hit.end]):
        return None if _who(document, hit.end) else Range(hit.first, hit.end)
    return _stirs(document, hit)


# -- crowds ------------------------------------------------------------------------------------------------------------


def _crowd(document: Document, hit: Hit) -> Range | None:
    first = _crowd_start(document, hit)
    if first is None:
        return None
    end = _verb(document, hit.end)
    return Range(first, end) if end and not _sourced(document, hit) else None


def _crowd_start(document: Document, hit: Hit) -> int | None:
    """Where the crowd's words begin; None where a body or an earlier mention says who they are."""
    at = hit.first - 1
    if at < 0 or (document.mark[hit.first] & CAPITAL and document.mark[at] & CAPITAL and not document.mark[at] & SHOUT):
        return hit.first if at < 0 else None
    begin = _sentence(document, hit.first).first
    word, mark = document.lower[at], document.mark[at]
    if at < begin or mark & (COMMA | STOP | DOUBLE) or not mark & (LETTERS | DOTTED):
        return hit.first
    if document.mark[hit.first] & CAPITAL and not mark & CAPITAL:
        return hit.first
    if word in _KNOWN_CROWD or word.endswith(("'s", "s'")):
        return None
    if mark & CAPITAL and word not in _REGIONS:
        adjective = word.endswith(_NATIONAL) or (at == begin and not mark & SHOUT)
        return at if adjective else None
    if mark & (CLASS["function"] | CLASS["preposition"] | CLASS["conjunction"]) and word not in {
        "some",
        "many",
        "most",
        "other",
    }:
        return hit.first
    back = document.lower[at - 1] if at > begin else ""
    return None if back in _KNOWN_CROWD or back.endswith("'s") else at


def _verb(document: Document, at: int) -> int | None:
    """End of the verb of saying or believing that follows; None where a named body or another clause comes first."""
    lower, mark = document.lower, document.mark
    joined = False
    for here in range(at, min(len(document), at + _REACH)):
        word = lower[here]
        if word in _VERBS:
            return None if here + 1 < len(document) and lower[here + 1] in {"by"} else here + 1
        if word in _VOICING and (noun := _noun_of(document, here)):
            return noun
        if word in {"are", "were"}:
            going = next(
                (on + 1 for on in range(here + 1, min(len(document), here + 3)) if lower[on] in _ONGOING), None
            )
            if going or not joined:
                return going
        if mark[here] & (STOP | COMMA | COLON | DOUBLE) or word in _BODIES:
            return None
        if word in _LINKS:
            joined = True
        elif (word not in _ADVERBS and not joined) or (
            joined and mark[here] & CLASS["auxiliary"] and word not in _ADVERBS
        ):
            return None
    return None


def _noun_of(document: Document, at: int) -> int | None:
    return next(
        (here + 1 for here in range(at + 1, min(len(document), at + 4)) if document.lower[here] in _VOICED), None
    )


def _some(document: Document, hit: Hit) -> Range | None:
    """Some, many, most: alone or with one or two words, and a verb of saying or believing."""
    lower, mark, size = document.lower, document.mark, len(document)
    at = hit.end
    before = lower[hit.first - 1] if hit.first else ""
    if lower[hit.first] == "people" and (
        (before and not mark[hit.first - 1] & (STOP | COMMA)) or mark[at - 1] & JOINED
    ):
        return None
    if (before in {"the", "how", "so", "too", "of", "at", "as"} and lower[hit.first] != "others") or at >= size:
        return None
    for length in (0, 1, 2):
        here = at + length
        if here >= size:
            return None
        if (length and not mark[here - 1] & LETTERS) or (
            length and mark[here - 1] & (CLASS["function"] | CLASS["modal"])
        ):
            return None
        if length and not lower[here - 1].endswith(_PLURAL_TAILS):
            continue
        if lower[hit.end - 1] in _WITH_NOUN and not length:
            continue
        if (end := _some_verb(document, hit, here)) is not None:
            return (
                None
                if _sourced(document, hit) or (length and document.lower[here - 1] in {"times", "years"})
                else Range(hit.first, end)
            )
    return None


def _some_verb(document: Document, hit: Hit, here: int) -> int | None:
    lower = document.lower
    if (
        lower[here] == "to"
        and hit.first
        and lower[hit.first - 1] in _SEEKERS
        and lower[here + 1 : here + 2]
        and lower[here + 1] in _CONCLUDE
    ):
        return here + 2
    knows = lower[hit.end - 1] in {"everyone", "everybody", "nobody"}
    if knows:
        return here + 1 if lower[here] in _KNOWS else None
    return _verb(document, here) if lower[here] in _AFTER_SOME or (here > hit.end and lower[here] in _LINKS) else None


def _alike(document: Document, hit: Hit) -> Range | None:
    """ "leaders and analysts alike": back over both crowds, and on to "as they speculate"."""
    lower, at = document.lower, hit.first
    joint = next((here for here in range(at - 1, max(at - 5, 0), -1) if lower[here] == "and"), None)
    if joint is None or joint < 1 or not document.mark[at - 1] & CLASS["collective"] or lower[joint - 1] in _NO_AGENT:
        return None
    first = joint - 1
    if first and document.mark[first - 1] & LETTERS and not document.mark[first - 1] & CLASS["function"]:
        first -= 1
    tail = lower[hit.end : hit.end + 4]
    stretched = len(tail) == 4 and tail[:3] == [",", "as", "they"] and tail[3] in _AS_THEY
    return Range(first, hit.end + 4 if stretched else hit.end)


def _rife(document: Document, hit: Hit) -> Range | None:
    if document.lower[hit.end - 1] not in {"reports", "speculation", "rumours", "rumors", "claims", "theories", "news"}:
        return _unsourced(document, hit)
    begin = _sentence(document, hit.first).first
    for at in range(hit.first - 1, max(begin, hit.first - 7) - 1, -1):
        if document.lower[at] in {"media", "press", "internet"}:
            national = at > begin and document.mark[at - 1] & CAPITAL
            return Range(at - 1 if national else at, hit.end)
    return _unsourced(document, hit)


def _studies(document: Document, hit: Hit) -> Range | None:
    """Silent where a word before or after says whose study it is, or it was spoken of before ("the data show")."""
    before = document.mark[hit.first - 1] if hit.first else 0
    word = document.lower[hit.first - 1] if hit.first else ""
    fresh = (
        not word
        or before & (STOP | COMMA)
        or before & CLASS["conjunction"]
        or word in {"past", "recent", "previous", "other", "new", "that"}
    )
    if (not fresh and word not in _QUANTITIES) or (
        document.mark[hit.first] & CAPITAL
        and document.mark[hit.first + 1] & CAPITAL
        and hit.first > document.body_first
    ):
        return None
    if word in _QUANTITIES:
        hit = hit._replace(first=hit.first - 1)
    if document.lower[hit.end - 1] in _UNNUMBERED and document.lower[hit.first] not in _UNNUMBERED:
        shown = next(
            (at + 1 for at in range(hit.end, min(len(document), hit.end + 2)) if document.lower[at] in _SHOWING), None
        )
        if shown is None:
            return None
        hit = hit._replace(end=shown)
    end = _sentence(document, hit.first).end
    tail = document.lower[hit.end : min(end, hit.end + _FAR)]
    cited = any(w in {"journal", "university", "published", "http", "https", "("} for w in tail)
    return None if cited or _sourced(document, hit) else Range(hit.first, hit.end)


# -- sources and hedges ------------------------------------------------------------------------------------------------


def _sources(document: Document, hit: Hit) -> Range | None:
    at = hit.first - 1
    word = document.lower[at] if at >= 0 else ""
    if word in _QUIET_SOURCES or word in _KNOWN_CROWD:
        return None
    begin = _sentence(document, hit.first).first
    first = (
        at if at >= begin and document.mark[at] & LETTERS and not document.mark[at] & CLASS["function"] else hit.first
    )
    lower, size = document.lower, len(document)
    for here in range(hit.end, min(size, hit.end + _REACH)):
        if lower[here] in _SOURCE_VERBS:
            return Range(first, here + 1)
        if document.mark[here] & (STOP | COMMA | COLON) or lower[here] in {"of", "for", "that"}:
            return None
    return None


_SOURCE_VERBS: Final = _words(
    "say says said tell tells told claim claims claimed confirm confirms confirmed reveal reveals revealed "
    "suggest suggests suggested indicate indicates indicated insist insists insisted allege alleges alleged dish "
    "dishes dished spill spills spilled"
)


def _insider_crowd(document: Document, hit: Hit) -> Range | None:
    """Not the name of a programme: "Reliable Sources"."""
    last = hit.end - 1
    named = document.mark[last] & CAPITAL and last > _sentence(document, last).first
    return None if named else _unsourced(document, hit)


def _third_hedge(document: Document, hits: list[Hit]) -> list[tuple[Hit, Range]]:
    """The third hedge of a sentence, where at least two words are different; a pair counts as two."""
    found: list[tuple[Hit, Range]] = []
    numbers = [int(document.sentence_of[hit.first]) for hit in hits]
    for at in range(2, len(hits)):
        same = numbers[at] >= 0 and numbers[at] == numbers[at - 2] and (at < 3 or numbers[at] != numbers[at - 3])
        if same and len({document.lower[hit.first] for hit in hits[at - 2 : at + 1]}) > 1:
            found.append((hits[at], Range(hits[at].first, hits[at].end)))
    return found


def _is_hedge(document: Document, hit: Hit) -> bool:
    """May is a month where it stands with a capital inside a sentence or before a figure."""
    if document.lower[hit.first] != "may":
        return document.lower[hit.first] != "likely" or document.lower[hit.first - 1] not in {"most", "more", "less"}
    follows = document.mark[hit.end] if hit.end < len(document) else 0
    return not document.mark[hit.first] & CAPITAL and not follows & _MONTH_FOLLOWS


RULES: Final = (
    Rule(
        "vagueness.agentless:it-is-believed",
        0.6,
        "Who believes, says or expects this is left out.",
        "“It is believed that …” and its kin. Leaves alone sentences that name a source after all. Fails where "
        "the agent stands in the sentence before.",
        _OWN,
        fires=(
            "[It is anticipated that] the coast road will close.",
            "[It is widely believed] the mayor of Norvale will resign.",
            "[It is thought that] the barn burned for two days.",
            "[It was reported that] the dam in Velden leaks.",
            "[It has also been suggested that] the sale was rigged.",
            "[It is safe to assume] the owners knew.",
            "[The general belief is] that the mine will close.",
            "[It is said] the castle is haunted.",
        ),
        silent=(
            "It is expected to rain on Sunday.",
            "It is thought that the fire began in the kitchen, according to the Velden fire brigade.",
            "It was reported to the police on Monday.",
            "The court believed that the witness lied.",
            "It is known as the Iron Bridge.",
            "It is said to be open on Mondays.",
            "Mayor Ada Quill believes that the road will close.",
            "It was hoped by the council that the bridge would open.",
        ),
    ),
    Rule(
        "vagueness.agentless:widely-seen",
        0.6,
        "Who sees it that way is left out.",
        "“Is widely seen as”, “is regarded as”. Leaves alone passives with “by …”. Fails on textbook facts "
        "(“widely considered a mammal”).",
        _OWN,
        fires=(
            "The treaty [is widely seen as] a defeat.",
            "The plan [was widely criticised] last year.",
            "Quill [is seen as] the likely winner.",
            "The film, [widely regarded as] his best, lost money.",
        ),
        silent=(
            "The treaty is seen as a defeat by the Velden teachers' union.",
            "He was seen leaving the shop.",
            "Ada Quill sees the treaty as a defeat.",
            "The plant is widely grown in the south.",
        ),
    ),
    Rule(
        "vagueness.agentless:said-to",
        0.6,
        "Who says or believes this is left out.",
        "“Is said to have”, “are believed to be”. Leaves alone sentences with a source. Fails on police reports "
        "that name the force one sentence earlier.",
        _OWN,
        fires=(
            "The duke [is said to have] sold the farm.",
            "The minister [is reported to have] already left.",
            "They [are believed to be] hiding in the hills.",
            "She [was rumoured to be] in Velden.",
        ),
        silent=(
            "The duke is to have dinner at noon.",
            "They are believed to be hiding in the hills, according to the Velden police.",
            "The witness said to have the door shut.",
            "The minister is expected to meet the mayor on Monday.",
            "He is alleged to have stolen two cars.",
        ),
    ),
    Rule(
        "vagueness.agentless:expected-to-stir",
        0.6,
        "A stir is foretold without saying who expects it or who will be stirred.",
        "“Is expected to raise concerns”, “could spark outrage”. Leaves alone scheduled events and named worriers.",
        _OWN,
        fires=(
            "The deal [is expected to raise concerns] in the region.",
            "The verdict [could spark outrage] in the town.",
            "The new toll [might raise alarms] among drivers.",
            "The ties [are likely to fuel speculation] about a merger.",
        ),
        silent=(
            "The minister is expected to arrive on Tuesday.",
            "The bank is expected to raise rates.",
            "The verdict is expected to draw criticism from the Velden bar association.",
            "A cable fault could spark a fire.",
        ),
    ),
    Rule(
        "vagueness.agentless:has-been-criticised",
        0.5,
        "Who criticises or praises is left out.",
        "“Has been criticised”, “has long been accused”. Leaves alone passives with “by …” in the clause.",
        _OWN,
        fires=(
            "The council [has been criticised] for its silence.",
            "The firm [has long been accused] of hiding costs.",
            "The novel [has been hailed] as a masterpiece.",
            "The bridge [has been dubbed] the road to nowhere.",
        ),
        silent=(
            "The council has been criticised by the auditor Lena Marsh.",
            "The auditor criticised the council.",
            "He has been accused of theft.",
            "The bridge has been closed since May.",
        ),
    ),
    Rule(
        "vagueness.weasel_crowd:crowd-says",
        0.6,
        "A crowd without names is given as the source.",
        "Experts, critics, observers … with a verb of saying or believing. Leaves alone crowds of a named body, "
        "earlier mentions (“the experts”) and"
        "sentences that name one of them. Fails where the next sentence names them.",
        _OWN,
        fires=(
            "[Experts suggest] that the bridge is unsafe.",
            "[Observers have raised concerns] about the vote.",
            "The toll, [critics say], hurts the poor.",
            "[Legal experts have long argued] that the law is void.",
            "[Some experts in Velden assume] the dam will hold.",
            "[Supporters of the plan believe] it will work.",
            "[Advocacy groups fear] the worst.",
            "[Analysts are divided] over the price of tin.",
        ),
        silent=(
            "Experts at the University of Velden say the bridge is unsafe.",
            "Experts, including Jane Roe of Velden College, say the bridge is unsafe.",
            "The experts said they had tested the steel twice.",
            "Jane Roe, an expert on bridges, said it was safe.",
            "He met experts and left.",
            "Critics at the Norvale Film Institute praised the film.",
            "Roe's supporters said she would run again.",
            "The prize is given to scholars under thirty.",
        ),
    ),
    Rule(
        "vagueness.weasel_crowd:some-say",
        0.6,
        "Some, many or most people are given as the source.",
        "A word of quantity with a verb of saying or believing. Leaves alone quantities of things and people "
        "who act. Fails on literary “some say”.",
        _OWN,
        fires=(
            "[Many believe] the vote was rigged.",
            "[Some people say] the well is cursed.",
            "[Many local economists argue] that tin is dear.",
            "[Others have questioned] the figures.",
            "It was, [some say], the best year.",
            "[Most voters think] the toll is too high.",
            "[Everyone knows] the mine is empty.",
            "The delay led [some observers to conclude] that the sale was off.",
        ),
        silent=(
            "Many roads were closed.",
            "Some 300 people marched.",
            "Most of the houses burned.",
            "Several passengers were hurt.",
            "Others left early.",
            "Many thanks, said the mayor.",
            "Some drivers took the bridge.",
            "Many critics, including Jane Roe, say the toll is unfair.",
        ),
    ),
    Rule(
        "vagueness.weasel_crowd:minds-of-many",
        0.6,
        "“Many” or “critics” stand in for a source.",
        "“In the eyes of many”, “seen by some”, “according to experts”.",
        _OWN,
        fires=(
            "The question is [on the minds of many].",
            "The toll is unfair, [according to critics].",
            "It was [seen by many] as a snub.",
        ),
        silent=("It was seen by Jane Roe.", "According to the auditor, the toll is fair."),
    ),
    Rule(
        "vagueness.weasel_crowd:alike",
        0.6,
        "Two crowds are named and nobody in them.",
        "“Leaders and analysts alike”.",
        _OWN,
        fires=("The plan worried [world leaders and analysts alike, as they speculate] on its cost.",),
        silent=("The twins look alike.", "They treat cats and dogs alike."),
    ),
    Rule(
        "vagueness.weasel_crowd:media-rife",
        0.6,
        "“The media” are given as the source; which of them is left out.",
        "“Media reports say”, “the press has been rife with reports”. Leaves alone named outlets.",
        _OWN,
        fires=(
            "[Velden media outlets have been rife with reports] of a merger.",
            "[Media reports suggest] the sale is off.",
            "[Local media reported] two deaths.",
        ),
        silent=(
            "The Norvale Gazette reported two deaths.",
            "The garden was filled with roses.",
            "Media law is taught on Mondays.",
        ),
    ),
    Rule(
        "vagueness.weasel_crowd:studies-show",
        0.5,
        "A study or poll is invoked without saying which.",
        "“Studies show”, “polls have found”. Leaves alone sentences that name the study, its journal or its "
        "body, and “the data show”.",
        _OWN,
        fires=(
            "[Studies show] that tea helps.",
            "[Several studies have linked] tea with sleep.",
            "[Research suggests] that tea helps.",
        ),
        silent=(
            "The study by Velden College shows that tea helps.",
            "Studies show that tea helps, according to the Velden Heart Institute.",
            "The data show a rise of three percent.",
        ),
    ),
    Rule(
        "vagueness.hearsay:reportedly",
        0.6,
        "It is passed on as hearsay: who reported it is left out.",
        "Reportedly, supposedly, rumoured. Leaves alone sentences that name the report.",
        _OWN,
        fires=(
            "Quill [reportedly] sold the farm.",
            "The firm [supposedly] owes millions.",
            "A sale [is rumoured].",
            "He [purportedly] signed the letter.",
            "The farm was [reportedly] sold in May.",
            "[Reportedly], the dam leaks.",
            "She [reportedly] left, but nobody saw her.",
            "“He [reportedly] left,” Roe said.",
        ),
        silent=(
            "Quill reportedly sold the farm, according to the filing.",
            "The paper reported that Quill sold the farm.",
            "He is reporting from Velden.",
            "Reported cases fell in May.",
            "She reports to the board.",
            "Suppose the dam leaks.",
            "The report was long.",
            "According to Ada Quill, the farm was sold.",
        ),
    ),
    Rule(
        "vagueness.hearsay:reports-that",
        0.6,
        "Reports are spoken of without saying whose.",
        "“Amid reports that”, “according to reports”. Leaves alone reports of a named body.",
        _OWN,
        fires=(
            "The shares fell [amid reports that] the sale was off.",
            "[According to multiple reports], the dam leaks.",
            "[There are reports of] looting.",
        ),
        silent=("The police report says that the car was red.", "He wrote reports for the board."),
    ),
    Rule(
        "vagueness.hearsay:rumour",
        0.7,
        "A rumour is passed on.",
        "“Rumour has it”, “there are rumours that”.",
        _OWN,
        fires=(
            "[Rumour has it] that the king is ill.",
            "[There are rumours] that the king is ill.",
            "[Rumors swirled] for weeks.",
        ),
        silent=("The police traced the rumour to a hoax.", "Rumours, said Roe, are for fools."),
    ),
    Rule(
        "vagueness.hearsay:indications",
        0.6,
        "Signs are spoken of without saying which, or who reads them.",
        "“There are indications that”.",
        _OWN,
        fires=("[There are strong indications that] the deal is done.", "[There are signs that] the market is tired."),
        silent=("There are signs on the road to Velden.", "The gauge gives an indication of pressure."),
    ),
    Rule(
        "vagueness.hearsay:speculation",
        0.6,
        "Speculation is reported without saying whose.",
        "“Widespread speculation”, “speculation that”.",
        _OWN,
        fires=("The delay led to [widespread speculation].", "[Speculation is] growing in Velden."),
        silent=("The law bans speculation in land.", "Roe would not engage in speculation."),
    ),
    Rule(
        "vagueness.hearsay:concern-of-nobody",
        0.5,
        "Concern, outrage or debate is reported without saying whose.",
        "“Sparked concerns”, “raising fears”, “amid growing criticism”. Leaves alone those that say from or by whom.",
        _OWN,
        fires=(
            "The visit [has sparked concerns] in the region.",
            "The video went round, [sparking outrage] online.",
            "The firm [faces mounting pressure] to sell.",
            "The toll [drew sharp criticism].",
        ),
        silent=(
            "The visit drew criticism from the Velden teachers' union.",
            "A cigarette sparked the fire.",
            "Lena Marsh raised concerns about the toll.",
            "The firm faces a fine.",
        ),
    ),
    Rule(
        "vagueness.unnamed_source:sources-say",
        0.7,
        "Sources without a name or a description.",
        "Sources, insiders with a verb of saying. Leaves alone sources of energy, water or data.",
        _OWN,
        fires=(
            "[Sources say] the sale is off.",
            "[Insiders claim] the king is ill.",
            "[Police sources told] the Gazette of two arrests.",
            "An [insider tells] us the pair have split.",
            "[Sources in the palace said] the king is ill.",
            "The deal is dead, [sources confirmed].",
            "[Family sources insist] he is well.",
            "[Sources inside the firm revealed] a plan.",
        ),
        silent=(
            "Water sources dried up.",
            "He cites his sources.",
            "Energy sources suggest a path to growth.",
            "The sources of the river lie in Velden.",
            "Sources: the Velden council.",
            "Sources of income, Roe said, have dried up.",
            "Insider trading is a crime.",
            "He was a Velden insider for years.",
        ),
    ),
    Rule(
        "vagueness.unnamed_source:multiple-sources",
        0.7,
        "Several sources, and not one of them named.",
        "“Multiple sources”, “people familiar with”.",
        _OWN,
        fires=(
            "[Multiple sources] put the price at two million.",
            "[People familiar with] the plan described it as bold.",
            "The king is ill, [according to sources].",
            "[Sources close to] the duke fear the worst.",
        ),
        silent=("Three ministers put the price at two million.", "Roe is familiar with the plan."),
    ),
    Rule(
        "vagueness.stacked_hedges:two-on-one-verb",
        0.6,
        "Two hedges weaken one verb: nothing is asserted.",
        "“Could potentially”, “may possibly”, “seems to suggest”. Leaves alone one honest hedge.",
        _OWN,
        fires=(
            "The pact [could potentially] widen the war.",
            "It [may possibly] rain.",
            "The letter [seems to suggest] a quarrel.",
            "[Perhaps might] be too strong a word.",
            "The sale [might perhaps] fail.",
            "The dam [would probably] hold.",
            "He [may or may not] run.",
            "The [possible possibility] of rain was raised.",
        ),
        silent=(
            "The pact could widen the war.",
            "It may rain.",
            "Perhaps it will rain.",
            "He seems tired.",
            "The potential of tin is great.",
            "It can be done.",
            "He would go.",
            "In May possibly half the crop failed.",
        ),
    ),
    Rule(
        "vagueness.stacked_hedges:three-in-a-sentence",
        0.4,
        "The third hedge in one sentence.",
        "Counts could, might, may, perhaps, possibly, likely … in a sentence; two different words at least. "
        "Leaves alone lists of the same word.",
        _OWN,
        fires=("The bank might fail, and perhaps the mint [could] follow.",),
        silent=(
            "The bank could fail, the mint could close and the king could flee.",
            "The bank might fail in May, and perhaps soon.",
        ),
    ),
    Rule(
        "vagueness.filler:only-time-will-tell",
        0.5,
        "A closing phrase that says nothing.",
        "“Only time will tell”, “remains to be seen”.",
        _OWN,
        fires=(
            "[Only time will tell] who wins.",
            "Whether it works [remains to be seen].",
            "[It remains to be seen] who pays.",
            "Nobody knows [what the future holds].",
        ),
        silent=(
            "He will tell the time.",
            "The remains of a fort can be seen.",
            "Time will pass.",
            "The future holds promise for tin.",
        ),
    ),
    Rule(
        "vagueness.filler:set-phrase",
        0.4,
        "A set phrase that adds no fact.",
        "Stock phrases of hurried prose. Fails where the phrase is meant word for word.",
        _OWN,
        fires=(
            "[In the ever-changing world of] tin, Velden leads.",
            "A summit is [on the cards].",
            "[Needless to say], the bridge fell.",
            "The raid [sent shockwaves through] the town.",
        ),
        silent=(
            "The names are printed on the card.",
            "At the end of the street stands a mill.",
            "The quake sent waves through the harbour.",
            "The world of tin is small.",
        ),
    ),
)
_CHECKS: Final[dict[str, Check]] = {
    "vagueness.agentless:it-is-believed": _believed,
    "vagueness.agentless:widely-seen": _seen,
    "vagueness.agentless:said-to": _said_to,
    "vagueness.agentless:expected-to-stir": _will_stir,
    "vagueness.agentless:has-been-criticised": _without_agent,
    "vagueness.weasel_crowd:crowd-says": _crowd,
    "vagueness.weasel_crowd:some-say": _some,
    "vagueness.weasel_crowd:minds-of-many": _unsourced,
    "vagueness.weasel_crowd:alike": _alike,
    "vagueness.weasel_crowd:media-rife": _rife,
    "vagueness.weasel_crowd:studies-show": _studies,
    "vagueness.hearsay:reportedly": _reportedly,
    "vagueness.hearsay:reports-that": _unsourced,
    "vagueness.hearsay:rumour": _unsourced,
    "vagueness.hearsay:indications": _signs,
    "vagueness.hearsay:speculation": _unsourced,
    "vagueness.hearsay:concern-of-nobody": _nobodys_concern,
    "vagueness.unnamed_source:sources-say": _sources,
    "vagueness.unnamed_source:multiple-sources": _insider_crowd,
}
_BY_NAME: Final = {rule.name: rule for rule in RULES}
_PAIR: Final = "vagueness.stacked_hedges:two-on-one-verb"
_THIRD: Final = "vagueness.stacked_hedges:three-in-a-sentence"


def find(document: Document) -> list[Finding]:
    """Vague words of a document."""
    found: list[Finding] = []
    hedges: list[Hit] = []
    for hit in document.hits["vagueness"]:
        name = hit.entry.rule
        if name == _THIRD:
            if _is_hedge(document, hit):
                hedges.append(hit)
            continue
        kept = _CHECKS.get(name, _as_it_stands)(document, hit)
        if kept and not (name == _PAIR and document.lower[hit.first] == "may" and not _is_hedge(document, hit)):
            found.append(document.finding(_BY_NAME[name], *kept, weight=hit.entry.weight))
    for hit, kept in _third_hedge(document, hedges):
        found.append(document.finding(_BY_NAME[_THIRD], *kept, weight=hit.entry.weight))
    return found


DETECTOR: Final = Detector(
    "vagueness",
    "Words that hide who says, believes or fears something, and words that say nothing.",
    (
        Kind("vagueness.agentless", "A passive that leaves out who believes, reports or blames."),
        Kind("vagueness.weasel_crowd", "A crowd nobody can ask stands in for a source."),
        Kind("vagueness.unnamed_source", "Sources in the plural, or without a word about them."),
        Kind("vagueness.hearsay", "Reports, rumours, indications and concerns without their owner."),
        Kind("vagueness.stacked_hedges", "Hedges on hedges: nothing is asserted."),
        Kind("vagueness.filler", "Stock phrases that add no fact."),
    ),
    RULES,
    find,
)
