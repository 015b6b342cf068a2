"""Headlines: capitals that shout, phrases that withhold, bait, questions, promises not kept. Only the title is read."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.rule import Detector, Kind, Rule
from newsgauge.vocabulary import (
    BRACKET_CLOSE,
    BRACKET_OPEN,
    CAPITAL,
    CLASS,
    COLON,
    DASH,
    DIGIT,
    DOTTED,
    LETTERS,
    SHOUT,
    WORD,
)

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_LONG_BODY: Final = (
    150  # words a body needs before its silence on a promise tells anything; the abstention limit is about 130
)
_SMALL: Final = (
    CLASS["function"]
    | CLASS["determiner"]
    | CLASS["preposition"]
    | CLASS["conjunction"]
    | CLASS["auxiliary"]
    | CLASS["modal"]
)
_COMMON: Final = (
    _SMALL
    | CLASS["cue"]
    | CLASS["role"]
    | CLASS["document"]
    | CLASS["negation"]
    | CLASS["number_word"]
    | CLASS["kinship"]
)
_ACRONYMS: Final = _set(
    "nato nasa unesco unicef opec asean fema nafta aids sars covid mers potus scotus flotus isis isil daca hipaa "
    "lgbtq lgbt nascar fifa uefa interpol nasdaq ebola usaid aarp naacp aclu pacs icann radar laser swat scuba "
    "seal seals vip awol raf nyse ftse cobra ofcom ofsted nice ocado ikea lego asos who us it un eu uk tv pm mp "
    "mps ai id ids ir or in me la va ma pa oh hi ok ice start salt care act acts gop dems usa nyc dup snp ukip "
    "maga brics mercosur ecowas aukus quad tass itar cnet pbs npr msnbc cnbc espn wwe ufc nba nfl nhl mlb dna rna "
    "hiv ptsd adhd asap diy faq ceo cfo cto nypd lapd opinion analysis"
)
_ROMAN: Final = frozenset("ivxlcdm")
_FILMED: Final = _set(
    "video videos watch footage clip clips film filmed tape camera youtube recording recorded livestream stream"
)
_PICTURED: Final = _set(
    "photo photos photograph photographs photographed picture pictures pictured image images pics gallery "
    "instagram shot shots selfie portrait"
)
_HEARD: Final = _set("audio listen recording recorded podcast tape voicemail radio heard call sound clip")
_MEDIA: Final = {
    **dict.fromkeys(("video", "videos", "watch", "clip", "footage", "film", "livestream"), _FILMED),
    **dict.fromkeys(("photo", "photos", "pics", "pictures", "images", "gallery", "slideshow"), _PICTURED),
    **dict.fromkeys(("audio", "listen", "podcast"), _HEARD),
}
_PROMPTS: Final = _set(
    "watch video videos listen photos pics photo pictures audio gallery look must-watch must-see slideshow tweet "
    "tweets poll"
)
_LABELS: Final = _set(
    "breaking shock shocking alert urgent exclusive bombshell wow report exposed uncovered revealed warning fraud "
    "ouch watch video listen photos just developing boom must-read must-watch must-see unreal confirmed outrage "
    "disgusting horror scandal busted sick insane omg flashback awesome hilarious whoa unfit caught disturbing "
    "must"
)
_STRONG_LABELS: Final = _LABELS - _set(
    "report warning exclusive revealed exposed just watch video listen photos caught must confirmed"
)
_LISTED: Final = _set(
    "things reasons ways facts signs photos pictures times tips secrets tricks moments celebs celebrities stars "
    "people questions myths lessons foods habits gifs tweets memes quotes mistakes stories items gifts ideas "
    "hacks products books movies shows songs dogs cats steps rules lies charts maps takeaways truths places women "
    "men images videos recipes brands jobs words"
)


def overlap(document: Document) -> float:
    """Share of the title's content words that the body uses too.

    Parameters
    ----------
    document : Document
        A settled document.

    Returns
    -------
    float
        In [0, 1]; NaN without a title, a body or a content word in the title.
    """
    if not document.title or document.title.end >= len(document):
        return nan
    wanted = {
        _stem(document.lower[at])
        for at in range(*document.title)
        if document.mark[at] & WORD and not document.mark[at] & _SMALL and len(document.lower[at]) > 2
    }
    body = _body(document)
    return len(wanted & body) / len(wanted) if wanted and body else nan


def _stem(word: str) -> str:
    """A word without its possessive and plural ending."""
    if word.endswith("'s"):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _body(document: Document) -> set[str]:
    """Unmasked words after the title, each once, without possessives and plural endings."""
    first = document.body_first
    words = document.lower[first:]
    if document.masked.any():
        words = [word for word, masked in zip(words, document.masked[first:].tolist(), strict=True) if not masked]
    return {_stem(word) for word in set(words) if word[0].isalnum()}


def _find(document: Document) -> list[Finding]:
    title = document.title
    if not title:
        return []
    return [
        *_shouting(document, title),
        *_phrases(document, title),
        *_bracketed(document, title),
        *_labelled(document, title),
        *_shapes(document, title),
        *_promises(document, title),
    ]


# -- shouting ----------------------------------------------------------------------------------------------------------


def _shouting(document: Document, title: Range) -> list[Finding]:
    shouts = [at for at in range(*title) if document.mark[at] & SHOUT and document.mark[at] & LETTERS]
    if not shouts:
        return []
    words = [at for at in range(*title) if document.mark[at] & LETTERS]
    if len(words) > 3 and len(shouts) >= 0.9 * len(words):
        calm = _calm_body(document, title)
        return (
            [document.finding(_BY_NAME["headline.shouting:all"], title.first, min(title.end, title.first + 35))]
            if calm
            else []
        )
    candidates = [at for at in shouts if _may_shout(document.lower[at])]
    loud = _loud(document, title, candidates) if candidates else []
    return [document.finding(_BY_NAME["headline.shouting:word"], first, end) for first, end in _runs(loud)]


def _calm_body(document: Document, title: Range) -> bool:
    """Whether there is a body, and it isn't written in capitals."""
    sample = [mark for mark in document.mark[title.end : title.end + 400] if mark & LETTERS]
    return len(sample) >= 12 and sum(1 for mark in sample if mark & SHOUT) < 0.5 * len(sample)


def _may_shout(word: str) -> bool:
    if len(word) < 3 or word in _ACRONYMS or set(word) <= _ROMAN:
        return False
    return any(letter in "aeiouy" for letter in word) and word not in _LABELS


def _loud(document: Document, title: Range, candidates: list[int]) -> list[int]:
    """Candidates that are words: of a common class, or written small in the body and never in capitals there."""
    wanted = {document.lower[at] for at in candidates}
    small: set[str] = set()
    shouted: set[str] = set()
    body = document.lower[title.end :]
    for place, word in enumerate(body, title.end):
        if word in wanted:
            (shouted if document.mark[place] & SHOUT else small).add(word)
    return [at for at in candidates if _is_word(document, at, small, shouted)]


def _is_word(document: Document, at: int, small: set[str], shouted: set[str]) -> bool:
    word = document.lower[at]
    if word in small:
        return word not in shouted
    if word in shouted:
        return False
    if document.mark[at] & _COMMON:
        return True
    return len(word) > 5 and sum(1 for letter in word if letter in "aeiouy") >= 2


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """Neighbouring tokens taken together."""
    runs: list[tuple[int, int]] = []
    for at in places:
        if runs and runs[-1][1] == at:
            runs[-1] = runs[-1][0], at + 1
        else:
            runs.append((at, at + 1))
    return runs


# -- teasing, bait, questions -----------------------------------------------------------------------------------------


def _phrases(document: Document, title: Range) -> list[Finding]:
    found = []
    for hit in document.hits["headline"]:
        if hit.first >= title.end:
            break
        if hit.first >= title.first and hit.end <= title.end and not _denied(document, hit.first, title.first):
            found.append(document.finding(_BY_NAME[hit.entry.rule], hit.first, hit.end, weight=hit.entry.weight))
    return found


def _denied(document: Document, at: int, first: int) -> bool:
    return at > first and bool(document.mark[at - 1] & CLASS["negation"])


def _bracketed(document: Document, title: Range) -> list[Finding]:
    """(Video), [WATCH], and the same after a dash or bar at the end."""
    rule = _BY_NAME["headline.teasing:media"]
    found = []
    for at in range(title.first, title.end - 2):
        if document.mark[at] & BRACKET_OPEN:
            end = next((k for k in range(at + 1, min(at + 5, title.end)) if document.mark[k] & BRACKET_CLOSE), 0)
            if end and any(document.lower[k] in _PROMPTS for k in range(at + 1, end)):
                found.append(document.finding(rule, at, end + 1))
    last = title.end - 1
    if (
        last - title.first > 2
        and document.lower[last] in _PROMPTS
        and (document.mark[last - 1] & DASH or document.lower[last - 1] == "|")
    ):
        found.append(document.finding(rule, last, title.end))
    return found


def _labelled(document: Document, title: Range) -> list[Finding]:
    """A teaser before a colon, or in capitals at the head: BREAKING:, Shock:, WATCH."""
    colon = document.mark[title.first + 1] & COLON if title.end - title.first > 3 else 0
    word = document.lower[title.first]
    shouted = document.mark[title.first] & SHOUT
    if (colon and (word in _STRONG_LABELS or (shouted and word in _LABELS))) or (shouted and word in _STRONG_LABELS):
        return [document.finding(_BY_NAME["headline.bait:label"], title.first, title.first + (2 if colon else 1))]
    return []


def _shapes(document: Document, title: Range) -> list[Finding]:
    first, end = title
    lower = document.lower
    found = []
    last = lower[end - 1]
    if last == "?" and end - first > 3:
        found.append(document.finding(_BY_NAME["headline.question:mark"], max(first, _clause(document, title)), end))
    elif last == "…" or (end - first > 5 and lower[end - 3 : end] == [".", ".", "."]):
        found.append(document.finding(_BY_NAME["headline.teasing:ellipsis"], max(first, end - 6), end))
    loud = next((at for at in range(first + 1, end) if lower[at] == "!" and not document.quoted[at]), 0)
    if loud and (loud + 1 == end or document.mark[loud + 1] & CAPITAL or lower[loud + 1] == "!"):
        found.append(document.finding(_BY_NAME["headline.bait:exclamation"], max(first, loud - 2), loud + 1))
    listed = _list(document, title)
    if listed:
        found.append(document.finding(_BY_NAME["headline.bait:list"], *listed))
    return found


def _clause(document: Document, title: Range) -> int:
    """Where the question begins: after the last colon, stop or dash, at most twelve tokens before its mark."""
    for at in range(title.end - 2, max(title.first, title.end - 13), -1):
        if document.mark[at] & COLON or document.lower[at] in (".", "!", "?", "–", "—"):
            return at + 1
    return title.end - 13


def _list(document: Document, title: Range) -> Range | None:
    """A number and what is counted, at the head of the title: “7 things …”, “The 10 best dogs …”."""
    start = title.first + (1 if document.lower[title.first] in ("the", "these", "top", "here") else 0)
    if (
        start >= title.end
        or not document.mark[start] & (DIGIT | CLASS["number_word"])
        or len(document.lower[start]) > 5
    ):
        return None
    for at in range(start + 1, min(start + 5, title.end)):
        if document.lower[at] in _LISTED and _promises_more(document, at, title.end):
            return Range(title.first, at + 1)
    return None


def _promises_more(document: Document, at: int, end: int) -> bool:
    """“7 people died” counts; “7 things you”, “9 facts about”, “5 ways to” tease."""
    return (
        at + 1 >= end
        or document.lower[at + 1] in _TEASERS
        or document.lower[at] not in ("people", "women", "men", "dogs", "cats", "jobs", "times")
    )


_TEASERS: Final = _set("you that about to we your for every who which from why only : ,")


# -- promises ----------------------------------------------------------------------------------------------------------


def _promises(document: Document, title: Range) -> list[Finding]:
    media = [at for at in range(*title) if document.lower[at] in _MEDIA and _offers(document, title, at)]
    names = _names(document, title)
    figures = [at for at in range(*title) if document.mark[at] & DIGIT]
    if not (media or names or figures) or document.cut or len(document) - title.end < 1.1 * _LONG_BODY:
        return []
    body = _body(document)
    found = [
        document.finding(_BY_NAME["headline.promise:media"], at, at + 1)
        for at in media
        if not any(_stem(word) in body for word in _MEDIA[document.lower[at]])
    ]
    for first, end in names:
        if not any(_stem(document.lower[at]) in body for at in range(first, end)):
            found.append(document.finding(_BY_NAME["headline.promise:name"], first, end))
    return found + _figures(document, title, figures, body)


def _offers(document: Document, title: Range, at: int) -> bool:
    """Whether the word offers something to look at: in brackets, before a colon, or at the end."""
    before = document.mark[at - 1] if at > title.first else 0
    after = document.mark[at + 1] if at + 1 < title.end else 0
    return bool(before & (BRACKET_OPEN | DASH) or after & BRACKET_CLOSE or (at == title.first and after & COLON))


def _names(document: Document, title: Range) -> list[tuple[int, int]]:
    """A given name with the capitalised word after it."""
    mark = document.mark
    return [
        (at, at + 2)
        for at in range(title.first, title.end - 1)
        if mark[at] & CLASS["given_name"]
        and mark[at] & CAPITAL
        and not mark[at] & (SHOUT | _COMMON | CLASS["calendar"] | CLASS["place"])
        and mark[at + 1] & CAPITAL
        and mark[at + 1] & LETTERS
        and not mark[at + 1] & (_COMMON | CLASS["place"] | CLASS["institution"])
        and len(document.lower[at]) > 2
        and not _signs(document, title, at)
    ]


def _signs(document: Document, title: Range, at: int) -> bool:
    """Whether the name is the writer's: “… by”, “… says”, after a dash, before a colon."""
    before = at > title.first and (
        document.mark[at - 1] & DASH or document.lower[at - 1] in ("by", "says", "with", "|")
    )
    return bool(before or (at + 2 < title.end and document.mark[at + 2] & COLON))


def _figures(document: Document, title: Range, places: list[int], body: set[str]) -> list[Finding]:
    """Whole numbers of two digits or more that no number of the body comes near."""
    wanted = [(at, value) for at in places if (value := _value(document, title, at)) is not None]
    if not wanted or any(mark & CLASS["number_word"] for mark in document.mark[title.end :]):
        return []
    near = [float(word.replace(",", "")) for word in body if word.replace(",", "").replace(".", "", 1).isdecimal()]
    return [
        document.finding(_BY_NAME["headline.promise:figure"], at, at + 1)
        for at, value in wanted
        if not any(abs(number - value) <= 0.1 * value for number in near)
    ]


def _value(document: Document, title: Range, at: int) -> float | None:
    """The number at a token, None for years, small counts, scales, sums and parts of names."""
    text = document.lower[at].replace(",", "")
    if not text.isdecimal() or not float(text) > 20 or 1900 <= float(text) <= 2100:
        return None
    before = document.mark[at - 1] if at > title.first else 0
    after = document.lower[at + 1] if at + 1 < title.end else ""
    odd = before & (CAPITAL | DIGIT | DOTTED | DASH) or after in (
        "-",
        "million",
        "billion",
        "thousand",
        "m",
        "bn",
        "k",
        "th",
        "percent",
        "%",
        "/",
    )
    return None if odd or not before & WORD else float(text)


# -- the rules ---------------------------------------------------------------------------------------------------------

_OWN: Final = "Written for newsgauge; shapes after Potthast et al. 2018 and Blom & Hansen 2015 (forward reference)."
_BODY: Final = (
    "\n\nThe harbour board met on Monday and voted for the plan by five to four. The bridge stays closed until May."
)
_LONG: Final = "\n\n" + " ".join(
    ["The harbour board met on Monday in the old hall and voted for the plan which engineers had drawn up."] * 9
)


def _rule(name: str, weight: float, note: str, explain: str, fires: tuple[str, ...], silent: tuple[str, ...]) -> Rule:
    return Rule(f"headline.{name}", weight, note, explain, _OWN, fires, silent)


def _titles(*titles: str) -> tuple[str, ...]:
    """Titles over a short body."""
    return tuple(title + _BODY for title in titles)


RULES: Final[tuple[Rule, ...]] = (
    _rule(
        "shouting:word",
        0.6,
        "The headline shouts a word in capitals.",
        "Words wholly in capitals that are no acronyms: common words, or words the body writes small.",
        _titles(
            "[DANGEROUS] Vote Today in Holm",
            "Board to Close the [BRIDGE] Until May",
            "Mayor Says Plan Is [TERRIBLE]",
            "Harbour Board [DEMANDS] Answer",
            "The [PLAN] Nobody in Holm Knows",
            "Vote [AGAINST] the Bridge Fails",
            "Engineers [DESTROYED] by Auditor",
            "Town [TOTALLY] Fine, Mayor Says",
        ),
        _titles(
            "NATO meets in Holm on Monday",
            "FBI opens office at the harbour",
            "COVID cases fall in Holm",
            "WHO and UNICEF visit the harbour",
            "Holm FC sign a keeper from IKEA",
            "Pope John XXIII remembered in Holm",
            "Dangerous vote today in Holm",
            "US and UK agree on harbour rules",
        ),
    ),
    _rule(
        "shouting:all",
        0.5,
        "The whole headline shouts in capitals over a normal text.",
        "A headline wholly in capitals over a body that isn't; needs a body.",
        _titles("[HARBOUR BOARD VOTES FOR NEW PLAN]", "[MAYOR OF HOLM SAYS BRIDGE WILL STAY CLOSED]"),
        (
            "HARBOUR BOARD VOTES FOR PLAN\n\nTHE HARBOUR BOARD MET ON MONDAY AND VOTED FOR THE PLAN BY FIVE TO FOUR.",
            *_titles("Harbour board votes for new plan"),
        ),
    ),
    _rule(
        "teasing:phrase",
        0.6,
        "The headline withholds what it is about, to be clicked.",
        "Set phrases that point forward without telling: this is why, what happened next, you won't believe.",
        _titles(
            "[You won't believe] the new bridge",
            "Mayor opened the gate: [what happened next]",
            "[This is why] the bridge closed",
            "[Here's what] the board decided",
            "The vote [will shock you]",
            "[Guess who] bought the harbour",
            "Keeper's dance [went viral]",
            "[Nobody is talking] about the bridge",
        ),
        _titles(
            "Bridge closed after inspection",
            "Board explains vote on harbour",
            "What the new harbour rules mean for boats",
            "Mayor gives reasons for vote",
            "Why the bridge was closed",
            "Virus spreads in Holm",
            "Police name man who fell from bridge",
            "Board publishes results of harbour study",
        ),
    ),
    _rule(
        "teasing:media",
        0.7,
        "A prompt such as (Video) or [WATCH] asks for the click.",
        "A media prompt in brackets, or after a dash or bar at the end of the headline.",
        _titles(
            "Bridge falls in Holm [(Video)]",
            "Mayor sings [(WATCH)]",
            "Storm over the harbour [(PHOTOS)]",
            "Gull steals hat – [Video]",
        ),
        _titles("Video shows bridge falling in Holm", "Board (and mayor) to meet", "Watch stolen from mayor"),
    ),
    _rule(
        "teasing:ellipsis",
        0.5,
        "The headline breaks off to be clicked.",
        "Dots at the end of the headline; a title cut by a scraper looks the same.",
        _titles("The mayor opened the gate and [then she saw...]"),
        _titles("The mayor opened the gate"),
    ),
    _rule(
        "bait:label",
        0.6,
        "A label such as BREAKING or SHOCK stirs the reader before anything is told.",
        "A stirring label at the head of the headline, before a colon or in capitals.",
        _titles(
            "[BREAKING:] Bridge closed",
            "[SHOCK:] Mayor resigns",
            "[WATCH:] Gull steals hat",
            "[Bombshell:] Board knew of cracks",
        ),
        _titles(
            "Holm: Bridge closed", "Mayor: board will meet", "Breaking waves close harbour", "Report: bridge is safe"
        ),
    ),
    _rule(
        "bait:sensational",
        0.6,
        "The headline's words are chosen to excite.",
        "Sensational words and phrases in the headline; the same words in the body are loaded wording.",
        _titles(
            "[Shocking] cracks found in bridge",
            "Auditor [eviscerates] the board",
            "Mayor [loses it] over gulls",
            "[Strange bedfellows]: board and gulls",
            "Keeper [exposed] by auditor",
            "Mayor [drops the mic] at meeting",
            "Bridge vote ends in [chaos]",
            "Board's [secret plan] for the harbour",
        ),
        _titles(
            "Cracks found in bridge",
            "Auditor criticises the board",
            "Mayor angry over gulls",
            "Board and union agree on pay",
            "Keeper questioned by auditor",
            "Vote ends in a draw",
            "Board publishes plan for the harbour",
            "No chaos at harbour, board says",
        ),
    ),
    _rule(
        "bait:exclamation",
        0.6,
        "The headline exclaims.",
        "An exclamation mark in the headline outside quotation marks.",
        _titles("The bridge [is falling!]", "What a [vote today!]"),
        _titles("“Save the bridge!” crowd shouts", "The bridge is falling"),
    ),
    _rule(
        "bait:list",
        0.4,
        "The headline counts things instead of telling one.",
        "A number and a list word at the head of the headline.",
        _titles(
            "[7 things] you never knew of Holm",
            "[The 10 best secrets] of the harbour",
            "[Five ways] to cross the river",
        ),
        _titles("7 people died in harbour fire", "Five members vote against plan", "The 10 boats left at noon"),
    ),
    _rule(
        "question:mark",
        0.3,
        "The headline asks instead of telling.",
        "A question mark at the end of the headline.",
        _titles("[Is the bridge of Holm safe?]", "Holm: [who pays for the bridge?]"),
        _titles("Is the bridge safe, asks mayor", "Board asked who pays for bridge"),
    ),
    _rule(
        "promise:media",
        0.7,
        "The headline promises pictures or sound that the text never mentions.",
        "A media word offered in brackets, after a dash or before a colon, in a text of 150 words or more without it.",
        (f"Board votes for plan ([Video]){_LONG}", f"[VIDEO]: Board votes for plan{_LONG}"),
        (
            f"Board votes for plan (Video){_LONG} A video of the vote stands below.",
            *_titles("Board votes for plan (Video)"),
            f"Video shop closes in Holm{_LONG}",
        ),
    ),
    _rule(
        "promise:name",
        0.5,
        "The headline names somebody the text never mentions.",
        "A given name and surname of the headline in a text of 150 words or more that holds neither.",
        (f"Board hears [Maria Lund] on the plan{_LONG}",),
        (f"Board hears Maria Lund on the plan{_LONG} Lund spoke last.", *_titles("Board hears Maria Lund on the plan")),
    ),
    _rule(
        "promise:figure",
        0.5,
        "The headline gives a figure the text never gives.",
        "A whole number over 20 that no number of a text of 150 words or more comes near; no years or sums.",
        (f"Board dismisses [75] engineers{_LONG}",),
        (
            f"Board dismisses 75 engineers{_LONG} It dismisses 74 people.",
            f"Board meets in 2031 again{_LONG}",
            *_titles("Board dismisses 75 engineers"),
        ),
    ),
)

_BY_NAME: Final = {rule.name: rule for rule in RULES}

KINDS: Final = (
    Kind("headline.shouting", "Capitals that are no acronym."),
    Kind("headline.teasing", "Phrases that withhold what the text is about."),
    Kind("headline.bait", "Labels, words and shapes chosen to excite."),
    Kind("headline.question", "A headline that asks instead of telling."),
    Kind("headline.promise", "A figure, name or medium of the headline that the text never keeps."),
)

DETECTOR: Final = Detector(
    "headline",
    "What the headline does to be clicked: shouting, teasing, bait, questions, broken promises.",
    KINDS,
    RULES,
    _find,
)
