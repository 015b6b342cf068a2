"""Loaded wording, by technique: the words that judge, frighten, mock or wave a flag instead of telling.

The lexicon holds the words; most fire wherever they stand, the ambiguous ones ask their neighbours. What is part of
a name, denied, spoken *about* or meant literally is left alone. Words inside quotations
are found too, with voice ``quoted``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from newsgauge.rule import Detector, Kind, Rule
from newsgauge.vocabulary import (
    CAPITAL,
    CLASS,
    COLON,
    COMMA,
    DASH,
    DIGIT,
    DOUBLE,
    ENTRY,
    JOINED,
    LETTERS,
    NEWLINE,
    SHOUT,
    SINGLE,
    STOP,
    WORD,
)

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document, Hit
    from newsgauge.quotations import Quotation


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


class Reading(NamedTuple):
    """A document and what must be known of its title: where it ends, and whether its words are capitalised."""

    document: Document
    title_end: int
    title_cased: bool


Check = Callable[[Reading, "Hit"], int]

_MARK: Final = DOUBLE | SINGLE
_NOUNLIKE: Final = CLASS["role"] | CLASS["institution"] | CLASS["collective"] | CLASS["outlet"] | CLASS["place"]
_PERSON: Final = CLASS["given_name"] | CLASS["honorific"]
_NOT_SUBJECT: Final = CLASS["determiner"] | CLASS["preposition"] | CLASS["number_word"]
_DENIABLE: Final = ("epithet", "exaggeration", "name_calling", "emotive", "fear", "mockery")
_CAPITAL_PHRASES: Final = ("slogan", "flag_waving", "absolute")
_STILL_LOADED: Final = _set("only just merely simply")  # "not only shocking" denies nothing
_MENTION: Final = _set(
    "word words term terms phrase phrases expression slogan adjective noun label epithet hashtag insult slur "
    "nickname definition spelling synonym verb motto catchphrase"
)
_TARGETS: Final = _set(
    "nation nations regime regimes leader leaders ruler rulers dictator dictators tyrant tyrants despot despots "
    "president politician politicians politics liberals conservatives democrats republicans socialists media "
    "press journalists elite elites left right establishment empire bureaucrats billionaires globalists lawmakers"
)
_TARGETED: Final = _set(
    "mad crazy evil corrupt lying weak sick stupid dumb cruel brutal rogue oppressive repressive lawless crooked"
)
_GROUP_NOUNS: Final = _set(
    "mob mobs loons lunatics crazies nuts nutjobs fanatics hacks hack cabal overlords thugs goons propagandists "
    "propaganda bullies crybabies snowflakes zealots agitators agitprop hysteria lies lie indoctrination "
    "brainwashing playbook fantasy fantasies smear smears smear-mongers insanity madness lunacy crusade crusaders "
    "witch-hunt hypocrisy bigotry bigots orthodoxy shills shill ideologues ideologue dogma cult rage bullying "
    "outrage elites elite nonsense troublemakers puppets stooges cronies frenzy rot"
)
_SIDE_NOUNS: Final = _set(
    # a side may be named; "radical" before it judges
    "left right left-wing right-wing far-left far-right leftist leftists rightist rightists liberal liberals "
    "conservative conservatives progressive progressives democrat democrats republican republicans socialist "
    "socialists communists marxist marxists feminist feminists environmentalist environmentalists activists "
    "atheists christians muslims islam islamic islamist islamists evangelicals nationalists secularists agenda "
    "ideology extremist extremists judges anarchists homosexual gay gender environmental leftism liberalism "
    "conservatism feminism socialism policies fringe"
)
_BEFORE_SIDES: Final = _set("radical rabid militant loony crazed crazy rampaging mad lying woke")
_BLAMED: Final = _set("media press politicians establishment reporters journalists pundits")
_BEFORE_BLAMED: Final = _set(
    "corrupt dishonest lame lying biased crooked drive-by complicit fake leftist rightist evil woke"
)
_TURNS: Final = _set(
    "development developments twist twists turn revelation revelations admission about-face reversal rebuke "
    "turnabout turnaround confession u-turn outburst coincidence meltdown showdown standoff"
)
_EVALUATIVE: Final = _set(
    "false wrong absurd insane crazy mad unacceptable useless corrupt unfit hopeless failed stupid horrible "
    "terrible awful fake insulting unjustified unjust perfect immoral worthless meaningless partisan biased "
    "obsessed destroyed ignorant blind oblivious beautiful wonderful evil untrue misleading unfair dishonest "
    "inadequate unworthy cruel brutal sick weird racist sexist undemocratic overrated overblown exaggerated "
    "flawed divisive dangerous"
)
_ATTACKED: Final = _set("critics media reporters him her them democrats republicans opponents rivals haters claims")
_TITLE_WARY: Final = _set(
    "blast blasts blasted hammer hammers hammered crush crushes crushed destroy destroys destroyed shred shreds "
    "shredded tank tanks torch torches torched roast roasts roasted nuke nukes scream screams rage rages rip rips "
    "ripped dodge dodges pounce pounces tout touts pummel pummels savage rant rants trash bash"
)
_EMPHASIS: Final = _set(
    "not never every everyone everything nothing nobody always must very all zero really exactly huge massive "
    "dangerous shocking insane actually finally only anything any definitely absolutely totally literally "
    "immediately destroy destroyed destroys proof truth lies liar fake wrong entire wake serious seriously whole "
    "worst best banned exposed tensions terrible horrible disgusting amazing huge still already knew stop enough "
    "forever illegal"
)
_TERMED: Final = _set(
    "called call calls calling dubbed known named termed titled entitled nicknamed labeled labelled branded code- "
    "named codenamed so-called aka means mean meaning meant defined hashtag translated spelled marked reads read "
    "reading tagged referred styled christened song album film movie book novel series episode single track show "
    "play video game podcast word words term terms phrase phrases expression slogan label nickname category "
    "categories section status option button file command key letter letters code sign signs banner banners grade "
    "rating rated role"
)
_OWNERS: Final = _set("his her their its our your my this these those such")
_CLAIMED: Final = _set(  # standing, virtue or benefit that somebody claims: the marks say the writer doesn't grant it
    "expert experts expertise science scientific scientist scientists reform reforms news journalism journalist "
    "journalists reporter reporters reporting fact facts fact-check fact-checkers truth evidence proof research "
    "study independent independence impartial neutral objective unbiased balanced moderate moderates mainstream "
    "progressive conservative liberal tolerance tolerant inclusive inclusion diversity equality equity fairness "
    "fair justice freedom free liberation liberated peace peaceful peacekeeping peacekeepers democratic democracy "
    "elected election elections vote referendum charity charitable help helping aid humanitarian compassion "
    "compassionate concern caring safe safer safety secure security protection protecting protect progress solution "
    "solutions deal offer savings benefit benefits bargain gift friend friends ally allies partner partners leader "
    "leaders leadership hero heroes victim victims refugees oppressed guilty innocent legitimate legal lawful "
    "voluntary volunteers activists protesters demonstrators patriots patriotic moral morality values ethical "
    "ethics rights natural healthy normal smart educated enlightened civilized civilised superior elite elites "
    "genius art music culture christian traditional real true honest transparent transparency accountability "
    "apology investigation inquiry review trial reopen reopened"
)
_SPOKEN: Final = CLASS["cue"] | CLASS["cue_noun"] | CLASS["document"]
_SPEAKING: Final = _set(
    "said says say told according wrote tweeted described describing describes calling called accused quoted "
    "cited heard asked answered think thinks believes felt feels praised criticised criticized hailed denounced "
    "deemed considered chanting chanted shouting shouted yelled warned warning insisted argued declared vowed "
    "pledged ruled found concluded reported rated designated listed"
)


def _title_cased(document: Document) -> bool:
    """Whether the title writes most of its longer words with a capital."""
    if not document.title:
        return False
    first, end = document.title
    longer = [at for at in range(first, end) if document.mark[at] & LETTERS and len(document.lower[at]) > 3]
    return sum(1 for at in longer if document.mark[at] & CAPITAL) > 0.6 * len(longer)


def _reading(document: Document) -> Reading:
    return Reading(document, document.title.end if document.title else 0, _title_cased(document))


def _find(document: Document) -> list[Finding]:
    reading = _reading(document)
    worded = _worded(reading)
    covered = [(finding.start, finding.end) for finding in worded]
    return [*worded, *_scare_quotes(reading), *_emphasis(reading, covered), *_exclamations(reading)]


# -- words of the lexicon ----------------------------------------------------------------------------------------------


def _worded(reading: Reading) -> list[Finding]:
    document, found, busy = reading.document, [], 0
    for hit in document.hits["loaded_wording"]:
        if hit.first < busy or hit.entry.rule == _LITERAL:
            continue
        name = hit.entry.rule
        check = _CHECKS.get(name)
        end = check(reading, hit) if check else hit.end
        if end < 0:
            name, end = _SIDE, -end
        if not end or _spared(reading, name, hit.first, end):
            continue
        found.append(document.finding(_BY_NAME[name], hit.first, end, weight=hit.entry.weight))
        busy = end
    return found


def _spared(reading: Reading, name: str, first: int, end: int) -> bool:
    technique = name[15:].partition(":")[0]
    document = reading.document
    if (
        document.mark[first] & CAPITAL
        and (technique not in _CAPITAL_PHRASES or end - first == 1)
        and _named(reading, name, first, end)
    ):
        return True
    if technique in _DENIABLE and _denied(document, first):
        return True
    return bool(first and _mentioned(document, first))


def _named(reading: Reading, name: str, first: int, end: int) -> bool:
    """Whether a capitalised word is part of a name: not where a sentence begins or a title capitalises everything."""
    document = reading.document
    mark = document.mark
    if mark[first] & SHOUT or name == _BEFORE_NAME or (first < reading.title_end and reading.title_cased):
        return False
    follows = mark[end] if end < len(mark) else 0
    joins = bool(follows & CAPITAL) and not follows & (NEWLINE | SHOUT | _PERSON)
    if _begins(document, first):
        return joins and end - first == 1 and document.lower[end] != "i"
    alone = not joins and not mark[first - 1] & CAPITAL
    return not ((alone and name == _LABEL) or (end - first > 1 and name.startswith("loaded_wording.name_calling")))


def _begins(document: Document, at: int) -> bool:
    """Whether a sentence or a quotation begins here."""
    return at == 0 or bool(document.mark[at] & NEWLINE or document.mark[at - 1] & (STOP | _MARK | COLON | DASH))


def _denied(document: Document, first: int) -> bool:
    """Whether a negation stands up to three words before, in the same breath."""
    for at in range(first - 1, max(first - 4, -1), -1):
        mark = document.mark[at]
        if mark & CLASS["negation"]:
            return document.lower[at + 1] not in _STILL_LOADED
        if mark & (STOP | COMMA | COLON) or document.mark[at + 1] & NEWLINE:
            return False
    return False


def _mentioned(document: Document, first: int) -> bool:
    """Whether the words are spoken about: the word “regime”, the term elites."""
    if document.mark[first - 1] & _MARK:
        return first > 1 and document.lower[first - 2] in _MENTION
    return document.lower[first - 1] in _MENTION and document.lower[first - 1] not in (
        "insult",
        "slur",
        "slogan",
        "words",
    )


# -- neighbours: each check gives the end of the finding, 0 to leave alone, minus the end where a side is meant -------


def _ambiguous(reading: Reading, hit: Hit) -> int:
    """An adjective that judges only before a person, a government or a side."""
    document, at = reading.document, hit.end
    if at >= len(document) or document.mark[at] & NEWLINE:
        return 0
    word, follows = document.lower[hit.first], document.lower[at]
    if _groups(word, follows):
        return -(at + 1)
    if hit.entry.rule != _BEFORE_NAME:
        return 0
    return _name_end(reading, at) or (at + 1 if word in _TARGETED and follows in _TARGETS else 0)


def _groups(word: str, follows: str) -> bool:
    if follows in _GROUP_NOUNS:
        return True
    return (word in _BEFORE_SIDES and follows in _SIDE_NOUNS) or (word in _BEFORE_BLAMED and follows in _BLAMED)


def _name_end(reading: Reading, at: int) -> int:
    """End of a person's name that begins at a token, 0 where none does."""
    document = reading.document
    mark, end = document.mark, at
    while end < len(mark) and end - at < 2 and mark[end] & CLASS["honorific"] and mark[end] & CAPITAL:
        end += 1
    titled = end > at
    if end >= len(mark) or not mark[end] & CAPITAL or mark[end] & (NEWLINE | SHOUT | CLASS["calendar"]):
        return 0
    if not titled and not mark[end] & CLASS["given_name"]:
        return 0
    stop = end
    while (
        end < len(mark) and end - stop < 3 and mark[end] & CAPITAL and mark[end] & LETTERS and not mark[end] & NEWLINE
    ):
        end += 1
        if end - stop == 2 and end <= reading.title_end and reading.title_cased:
            break
    return end


def _regime(reading: Reading, hit: Hit) -> int:
    """A government, not a diet: “the X regime”, “regime of X”, “regime in X”."""
    document = reading.document
    before = document.mark[hit.first - 1] if hit.first else 0
    if before & CAPITAL and not before & (CLASS["determiner"] | SHOUT) and not _begins(document, hit.first - 1):
        return hit.end
    if before & CAPITAL and before & (CLASS["place"] | CLASS["given_name"]):
        return hit.end
    ties = document.lower[hit.end] in ("of", "in") if hit.end + 1 < len(document) else False
    return hit.end if ties and document.mark[hit.end + 1] & CAPITAL else 0


def _attack(reading: Reading, hit: Hit) -> int:
    """A verb of blows aimed at people: somebody before it, somebody after it."""
    document, at = reading.document, hit.end
    if not hit.first or at >= len(document) or document.mark[hit.first] & NEWLINE or document.mark[at] & NEWLINE:
        return 0
    before, follows = document.mark[hit.first - 1], document.mark[at]
    if not before & WORD or before & _NOT_SUBJECT:
        return 0
    if hit.first < reading.title_end and reading.title_cased and document.lower[hit.first] in _TITLE_WARY:
        return hit.end if follows & (_PERSON | CLASS["person_pronoun"]) or document.lower[at] in _ATTACKED else 0
    if (follows & CAPITAL and not follows & (DIGIT | CLASS["place"] | CLASS["calendar"])) or document.lower[
        at
    ] in _ATTACKED:
        return hit.end
    person = at + 1 < len(document) and document.mark[at + 1] & (_NOUNLIKE | CAPITAL)
    return hit.end if person and follows & CLASS["determiner"] and not document.mark[at + 1] & CLASS["place"] else 0


def _judged(reading: Reading, hit: Hit) -> int:
    """The adjective, and the word for rulers or a side that it stands before."""
    document, at = reading.document, hit.end
    joins = at < len(document) and document.lower[at] in _TARGETS and not document.mark[at] & NEWLINE
    return at + 1 if joins else at


def _turn(reading: Reading, hit: Hit) -> int:
    document, at = reading.document, hit.end
    return at + 1 if at < len(document) and document.lower[at] in _TURNS else 0


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
    return at + 1 if any(entry.rule in _JUDGING for entry in entries) else 0


def _so_called(reading: Reading, hit: Hit) -> int:
    """Doubt, not the introduction of a term: left alone before quotation marks and names."""
    document, at = reading.document, hit.end
    if at >= len(document) or hit.end - hit.first > 1 or document.lower[hit.first] != "so-called":
        return hit.end
    shape = document.mark[at]
    introduces = shape & (_MARK | STOP | COMMA) or (
        shape & CAPITAL and not (at < reading.title_end and reading.title_cased)
    )
    return 0 if introduces else hit.end


# -- shapes: quotation marks, capitals, exclamation marks -----------------------------------------------------------


def _scare_quotes(reading: Reading) -> list[Finding]:
    document = reading.document
    short = [q for q in document.quotations if q.closed and not q.depth and q.end - q.first <= 3]
    if not short:
        return []
    spoken: set[str] = set()
    for quotation in document.quotations:
        if quotation.end - quotation.first > 3:
            spoken.update(document.lower[quotation.first : quotation.end])
    crowd: dict[int, int] = {}
    for quotation in short:
        number = int(document.sentence_of[quotation.first])
        crowd[number] = crowd.get(number, 0) + 1
    found = []
    for quotation in short:
        number = int(document.sentence_of[quotation.first])
        if number >= 0 and crowd[number] < 3 and _sneers(reading, quotation, number, spoken):
            found.append(document.finding(_BY_NAME[_BARE], quotation.first - 1, quotation.end + 1))
    return found


def _sneers(reading: Reading, quotation: Quotation, number: int, spoken: set[str]) -> bool:
    """Whether marks round one or two words have neither speaker nor cue, and the words are no name, title or term."""
    document, first, end = reading.document, quotation.first, quotation.end
    mark, lower = document.mark, document.lower
    if end - first > 2 or first < 2 or first < reading.title_end:
        return False
    inside = mark[first:end]
    if (
        not all(shape & LETTERS for shape in inside)
        or any(shape & CAPITAL for shape in inside)
        or len(lower[first]) < 3
    ):
        return False
    before = mark[first - 2]
    if (
        not before & WORD
        or (before & (CLASS["auxiliary"] | CAPITAL) and not before & CLASS["determiner"])
        or mark[first - 1] & JOINED
    ):
        return False
    if lower[first - 2] not in _OWNERS and not any(word in _CLAIMED for word in lower[first:end]):
        return False
    if mark[first - 1] & NEWLINE or any(
        ("-" in word and word not in _CLAIMED) or word in spoken for word in lower[first:end]
    ):
        return False
    begin, close = document.sentences[number]
    if any(lower[at] in _TERMED for at in range(max(begin, first - 7), first - 1)):
        return False
    if close - begin > 60 or not end + 1 < close or not mark[end + 1] & WORD:
        return False
    return not any(mark[at] & _SPOKEN or lower[at] in _SPEAKING for at in range(begin, close))


def _emphasis(reading: Reading, covered: list[tuple[int, int]]) -> list[Finding]:
    document = reading.document
    taken = {document.tokens_of(*span).first for span in covered} if covered else set()
    mark, lower = document.mark, document.lower
    last = len(mark) - 1
    found = []
    for at in document.where(SHOUT):
        if (
            lower[at] not in _EMPHASIS
            or at in taken
            or (at and mark[at - 1] & SHOUT)
            or (at < last and mark[at + 1] & SHOUT)
        ):
            continue
        if (
            at
            and not mark[at] & NEWLINE
            and mark[at - 1] & WORD
            and at < last
            and not mark[at + 1] & (NEWLINE | CAPITAL)
        ) or (at < reading.title_end and len(lower[at]) > 5):
            found.append(document.finding(_BY_NAME[_CAPITALS], at, at + 1))
    return found


def _exclamations(reading: Reading) -> list[Finding]:
    document = reading.document
    mark, lower = document.mark, document.lower
    found = []
    for at in document.where(STOP):
        if lower[at] != "!" or at < reading.title_end or at < 4 or not mark[at] & JOINED or not mark[at - 1] & LETTERS:
            continue
        follows = mark[at + 1] if at + 1 < len(mark) else NEWLINE
        goes_on = follows & (COMMA | _MARK | DASH) or (follows & WORD and not follows & (CAPITAL | NEWLINE))
        if goes_on or (mark[at - 1] & CAPITAL and not follows & NEWLINE) or document.quoted[at]:
            continue
        if all(mark[word] & WORD and not mark[word + 1] & NEWLINE for word in range(at - 3, at)):
            found.append(document.finding(_BY_NAME[_EXCLAMATION], at - 2, at + 1))
    return found


# -- the rules -----------------------------------------------------------------------------------------------------

_OWN: Final = "Words gathered for newsgauge from general English; techniques after Da San Martino et al. 2019."
_LIMIT: Final = (
    " Leaves alone names, denied words and words spoken about; fails on irony and on literal senses not in the lexicon."
)


def _rule(name: str, weight: float, note: str, explain: str, fires: tuple[str, ...], silent: tuple[str, ...]) -> Rule:
    return Rule(f"loaded_wording.{name}", weight, note, explain + _LIMIT, _OWN, fires, silent)


RULES: Final[tuple[Rule, ...]] = (
    _rule(
        "epithet:adjective",
        0.7,
        "This adjective judges; the reader is told what to think instead of what happened.",
        "Adjectives and adverbs that judge a person, a body or a deed nearly wherever they stand.",
        (
            "The two [despotic] neighbours signed the pact on Monday.",
            "The mayor gave a [shameless] answer to the board.",
            "Their [spineless] deputies stayed at home.",
            "It was a [reckless] plan from the start.",
            "The council [brazenly] moved the meeting to midnight.",
            "A [disgraced] banker bought the harbour.",
            "The party's [idiotic] proposal goes to a vote.",
            "She spoke of a “[vile] campaign” by the union.",
        ),
        (
            "It was not a reckless plan, the panel found.",
            "The word “despotic” entered the language late.",
            "The studio released Brutal Dawn and Savage Harbour in May.",
            "Toxic waste was found beneath the school.",
            "The council approved the budget by nine votes to four.",
            "A vicious circle of debt followed, the bank's report shows.",
            "Crude oil prices fell by 2 per cent.",
            "The garden holds poisonous plants behind a fence.",
        ),
    ),
    _rule(
        "epithet:praise",
        0.4,
        "This adjective praises; the reader is told what to think instead of what happened.",
        "Adjectives of praise that report nothing.",
        (
            "The [fearless] senator faced the crowd.",
            "Her [masterful] speech lasted an hour.",
            "The [visionary] founder sold his shares.",
        ),
        (
            "The senator faced the crowd for an hour.",
            "It was not a courageous decision, the union wrote.",
            "The ship Intrepid Star left port.",
        ),
    ),
    _rule(
        "epithet:before-name",
        0.8,
        "A judging word is tied to a named person or a government.",
        "Adjectives such as mad, crooked or brutal directly before a person's name or a word for rulers.",
        (
            "[Mad Victor] is back in the capital.",
            "Critics met [Crazy Maria Lund] at the door.",
            "He served the [evil dictator] for ten years.",
            "The tour of [crazy Senator Holm] goes on.",
            "Voters are tired of [corrupt leaders] in the valley.",
        ),
        (
            "He went mad with grief after the flood.",
            "The Mad River flooded two villages.",
            "Corrupt files were found on the disc.",
            "The weather was brutal in March.",
            "A dangerous dog bit Victor Holm.",
        ),
    ),
    _rule(
        "name_calling:label",
        0.9,
        "A label that insults or belittles stands in place of a description.",
        "Nouns whose main use is to insult or belittle people: of every camp alike.",
        (
            "The minister and his [cronies] left early.",
            "A [thug] in a suit, the writer calls him.",
            "The [leftists] of the town want a tax.",
            "The [right-wingers] of the town want a cut.",
            "The town trusted that [charlatan] again.",
            "Another [stooge] got the post.",
            "The board is full of [sycophants].",
            "The [fanatics] took over the meeting.",
        ),
        (
            "He is no traitor, the court found.",
            "The term “elitist” is disputed.",
            "Doctor Thug is the name of a band from Holm.",
            "The minister and his deputies left early.",
            "The team's supporters cheered.",
            "The dancers in the play Moron Hill wear masks.",
            "The village idiot is a stock figure of the comedy.",
            "Conservative and liberal members voted together.",
        ),
    ),
    _rule(
        "name_calling:group",
        0.7,
        "A whole side is lumped together under a hostile label.",
        "A side or a trade with a hostile word before or after it: radical left, far-right mob, corrupt media.",
        (
            "[The radical left] wants more.",
            "[The hard right] wants more.",
            "A [useful idiot] of the harbour board.",
            "The [unelected bureaucrats] of the board met.",
        ),
        (
            "The left wants more money for schools.",
            "Radical surgery saved the patient.",
            "A far-right party won two seats.",
            "A far-left party won two seats.",
            "The term “radical left” is contested.",
            "Liberal members of the council voted against.",
        ),
    ),
    _rule(
        "name_calling:adjective-group",
        0.7,
        "A whole side is lumped together under a hostile label.",
        "Names of sides that turn hostile before words such as mob, hacks or lies.",
        (
            "The paper fears a [socialist cabal] in the ministry.",
            "A [far-right mob] stood at the gate.",
            "A [far-left mob] stood at the gate.",
            "The [biased press] looked away.",
            "He blames the [liberal elites] of the coast.",
            "He blames [conservative hacks] on the board.",
        ),
        (
            "The socialist member asked about the bridge.",
            "A far-left party won two seats.",
            "The liberal paper was sold.",
        ),
    ),
    _rule(
        "name_calling:smear",
        0.6,
        "This wording accuses others of foul play without saying what they did.",
        "Set phrases of accusation: smear campaign, witch hunt, power grab.",
        (
            "The inquiry is a [witch hunt] and nothing more.",
            "Another [power grab] by the council.",
            "They [demonize] every farmer in the valley.",
        ),
        (
            "The inquiry heard twelve witnesses.",
            "It was not a power grab, the judge wrote.",
            "The phrase “witch hunt” appeared in four letters.",
        ),
    ),
    _rule(
        "name_calling:regime",
        0.5,
        "“Regime” denies a government its standing; “government” would be neutral.",
        "The word regime after or before the name of a country or a ruler; not tax regimes or diets.",
        ("The Valdorian [regime] closed the border.", "The old [regime] of Victor Holm fell in May."),
        ("The new tax regime begins in May.", "Her training regime starts at five."),
    ),
    _rule(
        "scare_quotes:bare",
        0.5,
        "Quotation marks round a word without a speaker say that the writer doesn't believe it.",
        "One or two lower-case words in marks, without speaker or cue, that claim a standing or a virtue, or follow a "
        "possessive or these, such; no names, no terms, no words quoted at length elsewhere.",
        (
            "The agency's [“experts”] never left the office.",
            "Such [“reforms”] cost the town its library.",
            'The mayor and her ["friends"] run the harbour.',
            "Years of [“free trade”] emptied the valley.",
            "This [“science”] fills three pages.",
            "Behind the [“charity”] stands a casino.",
            "With these [“savings”] the cost doubled.",
            "Their [“independent”] panel met twice.",
        ),
        (
            "The mayor said the plan was “reckless” and costly.",
            "The tool, known as “grep”, finds words.",
            "Victor “Red” Holm won the race.",
            "She read “Ulysses” to the class.",
            "The film “Brutal Dawn” opened in May.",
            "The term “regime” has a long history.",
            "According to the report, “some” bridges are safe.",
            "The answer was “no” for years.",
        ),
    ),
    _rule(
        "exaggeration:word",
        0.6,
        "This word makes the matter larger than the facts beside it show.",
        "Words of amazement and size: shocking, jaw-dropping, bombshell, abuzz.",
        (
            "A [bombshell] fell on the council.",
            "The town is [abuzz] with talk of the bridge.",
            "The costs are [shocking] to all.",
            "The [jaw-dropping] bill came in June.",
            "The vote ended in a [fiasco] for the board.",
        ),
        (
            "The memo reached the council on Monday.",
            "Rescue teams found an explosive device near the bridge.",
            "The costs were not shocking, the auditor wrote.",
            "Visitors enjoy spectacular views from the tower.",
            "The novel Epic Summer won a prize.",
        ),
    ),
    _rule(
        "exaggeration:phrase",
        0.6,
        "This phrase makes the matter larger than the facts beside it show.",
        "Set phrases of exaggeration: nothing short of a, all hell broke loose.",
        ("The plan is [nothing short of a] burden.", "The office [was in shambles] by noon."),
        ("The plan is short of money.", "The office was closed by noon."),
    ),
    _rule(
        "exaggeration:turn",
        0.5,
        "The writer says how surprising it is instead of what it is.",
        "Surprising, startling, dramatic and the like before development, twist, admission and the like.",
        ("In a [surprising development], the mayor resigned.", "The trial took a [dramatic turn] on Monday."),
        ("A surprising number of herons returned.", "The dramatic society meets on Monday."),
    ),
    _rule(
        "emotive:word",
        0.5,
        "This word works on feelings where a plain one would do.",
        "Words of grief, disgust, fury and outrage in place of facts; strong language.",
        (
            "The [heartbreaking] story of a lost ring.",
            "There is [outrage] in the village over the bins.",
            "The [horrific] scenes lasted an hour.",
            "[Tensions high] before the vote.",
        ),
        (
            "The story of a lost ring.",
            "The court charged him with cruelty to animals.",
            "He was held in contempt of court.",
            "There was no outrage in the village.",
        ),
    ),
    _rule(
        "emotive:verb",
        0.3,
        "The verb colours what was said; “said” or “criticised” would be plain.",
        "Verbs of blows and noise in place of said or criticised.",
        (
            "The governor [lashed out] at the auditors.",
            "The union [lambasted] the plan.",
            "The mayor [doubled down] on her claim.",
            "The board [eviscerated] the report.",
        ),
        (
            "The governor criticised the auditors.",
            "The union rejected the plan.",
            "A car slammed into the gate.",
            "She did not lash out.",
        ),
    ),
    _rule(
        "emotive:verb-light",
        0.3,
        "The verb colours what was said; “said” or “criticised” would be plain.",
        "Verbs such as blasts, rips, slams, where somebody stands before and after them.",
        ("The senator [slammed] Mayor Lund on Monday.", "She [blasted] the minister over the delay."),
        ("The blast killed two men.", "The door slammed shut.", "A bus slammed into Victor Holm."),
    ),
    _rule(
        "emotive:capitals",
        0.4,
        "A word is shouted in capitals to press the point.",
        "One common word wholly in capitals amid small ones; no acronyms, headings or neighbours in capitals.",
        ("They have [NEVER] paid.", "The town lost [EVERY] tree it had."),
        ("The NATO meeting ended.", "They never paid.", "BEST WESTERN opened a hotel."),
    ),
    _rule(
        "emotive:exclamation",
        0.3,
        "The writer exclaims; a report doesn't.",
        "An exclamation mark at the end of a sentence of the author's own.",
        ("The bill was forty crowns and [seven pence!]", "So much for the [new bridge!]"),
        (
            "“What a day for the town!” she said.",
            "The quiz show Jeopardy! returns in May.",
            "He shouted “Never give in to them!”",
        ),
    ),
    _rule(
        "fear:word",
        0.7,
        "This wording frightens: it names a doom instead of a risk.",
        "Doom, hordes and enslavement; threats to all we hold dear.",
        (
            "We stand on the [brink of collapse], the column runs.",
            "[Hordes of] newcomers are on the road.",
            "An [existential threat] to the valley.",
            "The bill will lead to [tyranny].",
            "They will [destroy our way of life] by spring.",
            "It ends in [nuclear armageddon], he writes.",
            "A [police state] is being built.",
            "The clinic is a [powder keg].",
        ),
        (
            "The risk of flooding is 3 per cent.",
            "A swarm of bees closed the station.",
            "It is not an existential threat, the bank wrote.",
            "The Doomsday Clock stands in a hall.",
            "The seminar's subject was the term “police state”.",
            "The song Apocalypse Morning was played twice.",
            "The council raised the alarm level to two.",
            "Two doctors treated the patients for malaria.",
        ),
    ),
    _rule(
        "doubt:word",
        0.6,
        "This wording doubts or debunks without giving a reason.",
        "So-called, supposed, sham, hoax and phrases that hint at a hidden truth.",
        (
            "The [so-called] experts met again.",
            "The [supposed evidence] fills one page.",
            "She [claims to be] a farmer's friend.",
            "The inquiry was a [sham] from the start.",
            "The panel is a [charade].",
            "A [phony] charity took the money.",
            "He [refuses to admit] the bridge is closed.",
            "It is all [smoke and mirrors].",
        ),
        (
            "The so-called “green lane” opens in May.",
            "So-called Islamic State held the town.",
            "The experts met again.",
            "The evidence fills one page.",
            "He is supposed to arrive at noon.",
            "The bank warned of scam calls.",
            "The word “bogus” is slang.",
            "A stunt driver was hurt.",
        ),
    ),
    _rule(
        "flag_waving:phrase",
        0.6,
        "This phrase calls on pride in a nation or a group.",
        "Appeals to the nation, its heroes and its way of life, of any country.",
        (
            "[Real Britons] know what to do.",
            "[Real Americans] know what to do.",
            "This is the [land of the free] after all.",
            "He fought for the [motherland] and its fields.",
            "We must keep [our way of life] now.",
            "Every [patriot] will vote.",
            "[Our great nation] will rise.",
            "It was a [national disgrace] to many.",
        ),
        (
            "Americans vote in November.",
            "The land was sold in May.",
            "The term “motherland” is common in the songs.",
            "The army's new rifle is light.",
            "The Patriot missile was fired once.",
            "He was born in the country and raised in town.",
            "The nation's exports fell.",
            "Flags were raised at the town hall.",
        ),
    ),
    _rule(
        "slogan:phrase",
        0.6,
        "This is a slogan: a catchphrase in place of an argument.",
        "Catchphrases of campaigns and camps of every side.",
        (
            "Trade with [the Free World] goes on.",
            "They shouted to [drain the swamp] again.",
            "They want to [defund the police] now.",
            "[Strange bedfellows] in the harbour deal.",
            "It is the [deep state] again.",
            "This column is about [cancel culture].",
            "The bill is bad for [big pharma].",
            "It's a [battle for the soul] of the town.",
        ),
        (
            "The wetland was drained in May.",
            "World trade grew.",
            "The police budget was cut by a tenth.",
            "The state has deep harbours.",
            "The phrase “deep state” is older than the party.",
            "The culture section has a new editor.",
            "Contestants left the Big Brother house.",
            "Bed linen is on sale.",
        ),
    ),
    _rule(
        "absolute:phrase",
        0.5,
        "This phrase leaves no room for another view.",
        "Everyone knows, no sane person, the plain truth and the like.",
        (
            "[Everyone knows] the bridge is unsafe.",
            "[No sane person] would buy it.",
            "[There is no doubt] about the motive.",
            "The plan is [undeniably] costly.",
            "[The sad truth] about the harbour.",
            "[Politicians always] promise that.",
            "It was wrong, [plain and simple].",
        ),
        (
            "Everyone in the room voted.",
            "Many know the bridge.",
            "The shop is always open on Monday.",
            "The panel found no evidence.",
            "The doubt remains.",
            "She never flew again.",
            "All four rooms were full.",
        ),
    ),
    _rule(
        "absolute:intensifier",
        0.5,
        "An adverb without measure drives a judgement to its limit.",
        "Totally, utterly, completely before a word that judges.",
        ("The plan is [totally wrong] for the town.", "It is [utterly worthless] to farmers."),
        ("The house was completely rebuilt.", "The plan is wrong for the town.", "The moon was totally covered."),
    ),
    _rule(
        "mockery:word",
        0.7,
        "This wording mocks instead of reporting.",
        "Laughter, sarcasm and childish names.",
        (
            "The answer was [hilarious] to all.",
            "The office became a [laughing stock].",
            "[You can't make this up], the writer adds.",
            "A [bunch of clowns] runs the harbour.",
            "[Surprise surprise], the bill doubled.",
            "[How convenient] for the mayor.",
            "The board sent a [word salad].",
            "The [divider-in-chief] spoke again.",
        ),
        (
            "The comedy Hilarious Harbour won.",
            "The answer was not hilarious.",
            "Two clowns visited the ward.",
            "The adjective “ridiculous” appears twice.",
            "The salad was recalled.",
            "The commander-in-chief spoke again.",
            "A surprise party was held.",
            "The kitchen serves word puzzles with the bill.",
        ),
    ),
)

_BY_NAME: Final = {rule.name: rule for rule in RULES}
_LITERAL: Final = "loaded_wording.literal:phrase"
_BEFORE_NAME: Final = "loaded_wording.epithet:before-name"
_SIDE: Final = "loaded_wording.name_calling:adjective-group"
_LABEL: Final = "loaded_wording.name_calling:label"
_BARE: Final = "loaded_wording.scare_quotes:bare"
_CAPITALS: Final = "loaded_wording.emotive:capitals"
_EXCLAMATION: Final = "loaded_wording.emotive:exclamation"
_JUDGING: Final = frozenset(
    f"loaded_wording.{name}"
    for name in (
        "epithet:adjective",
        "epithet:praise",
        "exaggeration:word",
        "emotive:word",
        "mockery:word",
        "doubt:word",
    )
)
_CHECKS: Final[dict[str, Check]] = {
    _BEFORE_NAME: _ambiguous,
    "loaded_wording.epithet:adjective": _judged,
    _SIDE: _ambiguous,
    "loaded_wording.name_calling:regime": _regime,
    "loaded_wording.emotive:verb-light": _attack,
    "loaded_wording.exaggeration:turn": _turn,
    "loaded_wording.absolute:intensifier": _intensified,
    "loaded_wording.doubt:word": _so_called,
}

KINDS: Final = (
    Kind("loaded_wording.epithet", "A judging adjective or noun tied to a person, a body or a nation."),
    Kind("loaded_wording.name_calling", "A label that insults, belittles or lumps people together."),
    Kind("loaded_wording.scare_quotes", "Quotation marks that doubt a word no speaker used."),
    Kind("loaded_wording.exaggeration", "Wording that makes a matter larger than the facts show."),
    Kind("loaded_wording.emotive", "Wording that works on feelings: outrage, pity, blows, shouting."),
    Kind("loaded_wording.fear", "Wording that frightens."),
    Kind("loaded_wording.doubt", "Wording that doubts or debunks without a reason."),
    Kind("loaded_wording.flag_waving", "Appeals to pride in a nation or group."),
    Kind("loaded_wording.slogan", "Catchphrases in place of arguments."),
    Kind("loaded_wording.absolute", "Claims that leave no room for another view."),
    Kind("loaded_wording.mockery", "Laughter and sarcasm in place of reporting."),
)

DETECTOR: Final = Detector(
    "loaded_wording",
    "Words that judge, frighten, mock or wave a flag instead of telling what happened, by technique and by voice.",
    KINDS,
    RULES,
    _find,
)
