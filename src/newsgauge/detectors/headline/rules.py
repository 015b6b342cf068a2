"""Rules and kinds of the headline family, each rule with its examples."""

from __future__ import annotations

from typing import Final

from newsgauge.rule import Kind, Rule

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
        _titles(
            "[Is the bridge of Holm safe?]",
            "Holm: [who pays for the bridge?]",
            "[Will the board vote again in May?]",
            "[Why did Maria Lund leave the board?]",
            "Harbour plan: [what happens next?]",
            "[Can Holm afford a second bridge?]",
            "[Did the engineers know?]",
            "Five votes to four: [a mandate?]",
        ),
        _titles(
            "Is the bridge safe, asks mayor",
            "Board asked who pays for bridge",
            "“Who pays for the bridge?” mayor asks",
            "Why the board voted for the bridge",
            "Board to answer question of costs",
            "How Holm got its bridge",
            "Mayor: no question of a second vote",
            "Board asks “Why Holm?” and votes",
        ),
    ),
    _rule(
        "promise:media",
        0.7,
        "The headline promises pictures or sound that the text never mentions.",
        "A media word offered in brackets, after a dash or before a colon, in a text of 150 words or more without it.",
        (
            f"Board votes for plan ([Video]){_LONG}",
            f"[VIDEO]: Board votes for plan{_LONG}",
            f"Board votes for plan ([Photos]){_LONG}",
        ),
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
        (
            f"Board hears [Maria Lund] on the plan{_LONG}",
            f"[Peter Brandt] to lead harbour board{_LONG}",
            f"Harbour plan of [Anna Weiss] goes through{_LONG}",
        ),
        (f"Board hears Maria Lund on the plan{_LONG} Lund spoke last.", *_titles("Board hears Maria Lund on the plan")),
    ),
    _rule(
        "promise:figure",
        0.5,
        "The headline gives a figure the text never gives.",
        "A whole number over 20 that no number of a text of 150 words or more comes near; no years or sums.",
        (f"Board dismisses [75] engineers{_LONG}", f"Bridge to close for [40] nights{_LONG}"),
        (
            f"Board dismisses 75 engineers{_LONG} It dismisses 74 people.",
            f"Board meets in 2031 again{_LONG}",
            *_titles("Board dismisses 75 engineers"),
        ),
    ),
)
BY_NAME: Final = {rule.name: rule for rule in RULES}
KINDS: Final = (
    Kind("headline.shouting", "Capitals that are no acronym."),
    Kind("headline.teasing", "Phrases that withhold what the text is about."),
    Kind("headline.bait", "Labels, words and shapes chosen to excite."),
    Kind("headline.question", "A headline that asks instead of telling."),
    Kind("headline.promise", "A figure, name or medium of the headline that the text never keeps."),
)
