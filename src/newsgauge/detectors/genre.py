"""Genre: words by which a text shows what kind of text it is. Cues for the genre's probability, no fault of "
"the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from newsgauge.article import Range
from newsgauge.neighbourhood import word_at
from newsgauge.rule import Detector, Kind, Rule
from newsgauge.vocabulary import CAPITAL, COLON, DIGIT, NEWLINE

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document, Hit


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OWN: Final = (
    "Phrases and examples written for newsgauge, from how newsrooms, companies and campaigns label their texts."
)
_AT_LINE: Final = _words(
    "genre.opinion_marker:label genre.satire_marker:label genre.not_news:how-to genre.not_news:recipe "
    "genre.live_blog:label"
)
_LABELS: Final = _words(
    "opinion editorial op-ed commentary column our guest viewpoint comment letter satire satirical parody step "
    "live latest"
)
_TURNS: Final = 4  # "NAME: …" lines that make a transcript; an interview printed as report has fewer
_STAMPS: Final = 3  # lines that begin with a time of day
_HOUR: Final = _words("am pm a.m. p.m. et gmt bst est edt cet")


def _keeps(document: Document, hit: Hit) -> bool:
    """Labels only at the beginning of a line; the first person only outside quotations."""
    if hit.entry.rule.startswith("genre.opinion_marker") and document.quoted[hit.first]:
        return False
    if hit.entry.rule in _AT_LINE and document.lower[hit.first] in _LABELS:
        return hit.first == 0 or bool(document.mark[hit.first] & NEWLINE)
    return True


def _turns(document: Document) -> list[Range]:
    """ "JONES: …" or "Jane Roe: …" at the beginning of several lines, one speaker at least twice."""
    found: list[Range] = []
    speakers: list[str] = []
    for colon in document.where(COLON):
        at = colon - 1
        while at > 0 and colon - at < 4 and document.mark[at] & CAPITAL and not document.mark[at] & NEWLINE:
            at -= 1
        begins = at >= 0 and document.mark[at] & CAPITAL and (at == 0 or document.mark[at] & NEWLINE)
        if begins and document.text[document.starts[colon]] == ":" and colon - at <= 3:
            found.append(Range(at, colon + 1))
            speakers.append(document.lower[colon - 1])
    enough = len(found) >= _TURNS and 1 < len(set(speakers)) <= 0.7 * len(speakers)
    return found[:_TURNS] if enough else []


def _stamps(document: Document) -> list[Range]:
    """Lines that begin with a time of day: 10:45, 3:20 p.m."""
    fresh = np.uint64(NEWLINE | DIGIT)
    starts: list[int] = ((document.marks & fresh) == fresh).nonzero()[0].tolist()
    if len(document) and not document.mark[0] & NEWLINE:
        starts.insert(0, 0)
    found: list[Range] = []
    for at in starts:
        if document.masked[at] or ":" not in document.lower[at] or document.lower[at].count(":") > 1:
            continue
        follows = word_at(document, at + 1)
        if follows in _HOUR or (follows and not document.mark[at + 1] & (DIGIT | COLON)):
            found.append(Range(at, at + 2 if follows in _HOUR else at + 1))
    return found[:_STAMPS] if len(found) >= _STAMPS else []


RULES: Final = (
    Rule(
        "genre.opinion_marker:first-person",
        0.6,
        "The author speaks as I.",
        "“I believe”, “in my view” outside quotations. Fails where quotation marks are lost.",
        _OWN,
        fires=(
            "[I believe] the toll is wrong.",
            "The toll, [in my view], is wrong.",
            "[If you ask me], the toll is wrong.",
            "[Let's be honest]: the toll failed.",
            "[I suspect] the mayor knew.",
            "[It seems to me] the dam will hold.",
            "[I don't think] it will.",
            "[I for one] will walk.",
        ),
        silent=(
            "“I believe the toll is wrong,” Roe said.",
            "Roe believes the toll is wrong.",
            "The view from the dam is fine.",
            "“In my view it failed,” Quill said.",
            "The First World War is taught in May.",
            "They think so.",
            "The opinion of the court was read.",
            "He asked me for tea.",
        ),
    ),
    Rule(
        "genre.opinion_marker:we-must",
        0.5,
        "The author tells readers what must be done.",
        "“We must”, “it is high time” outside quotations.",
        _OWN,
        fires=("[We must] mend the dam.", "[It is high time] the mayor went.", "[We cannot afford] another flood."),
        silent=("“We must mend the dam,” Roe said.", "The town must mend the dam.", "It is time for tea."),
    ),
    Rule(
        "genre.opinion_marker:label",
        0.9,
        "The text is labelled opinion.",
        "“Opinion:” at the beginning of a line, “the views expressed are …”, “is a columnist for”.",
        _OWN,
        fires=(
            "[Opinion:] The dam must go.",
            "Readers should know that [the views expressed in] this text are Roe's.",
            "Roe [is a columnist for] the Gazette.",
        ),
        silent=("He has an opinion: the dam must go.", "The column - ten metres high - fell.", "Roe is a baker."),
    ),
    Rule(
        "genre.advocacy_marker:call-to-action",
        0.9,
        "Readers are called to act.",
        "“Sign the petition”, “donate now”. Fails where a report quotes such a call without marks.",
        _OWN,
        fires=(
            "[Sign the petition] against the toll.",
            "[Donate now] to save the mill.",
            "[Call your senator] today.",
            "Come to the hall on Monday and [spread the word] before May.",
        ),
        silent=("He signed the treaty.", "She gave blood.", "The senator called Roe.", "They acted in a film."),
    ),
    Rule(
        "genre.advocacy_marker:share-this",
        0.9,
        "Readers are asked to spread the text.",
        "“Share this if you agree”.",
        _OWN,
        fires=("[Share this if] you agree.", "[Please share] with your friends."),
        silent=("They share this house.", "The share price fell."),
    ),
    Rule(
        "genre.press_release_marker:release",
        0.8,
        "The text has the form of a press release.",
        "“For immediate release”, “today announced”, “is a leading provider of”.",
        _OWN,
        fires=(
            "[FOR IMMEDIATE RELEASE]",
            "Velden Tin [today announced] a new alloy.",
            "Velden Tin is [a leading provider of] tin.",
        ),
        silent=("He called for his release.", "Today the mayor spoke.", "The leading runner fell."),
    ),
    Rule(
        "genre.satire_marker:label",
        1.0,
        "The text calls itself satire.",
        "Only explicit labels: “Satire:”, “this is satire”.",
        _OWN,
        fires=("[Satire:] Mayor marries dam.", "[This article is satire]."),
        silent=("The play is a satire of the court.", "Roe loves parody."),
    ),
    Rule(
        "genre.sponsored:label",
        0.9,
        "The text is labelled as paid for.",
        "“Sponsored content”, “paid partnership”, commission notes.",
        _OWN,
        fires=(
            "What follows is [sponsored content] that Vale Mills paid for.",
            "[This post is sponsored by] Velden Tin.",
            "On every ticket sold by the fair we [may earn a commission] of a penny.",
        ),
        silent=("The bill was sponsored by Roe.", "He paid for tea."),
    ),
    Rule(
        "genre.live_blog:label",
        0.9,
        "The text is a running log.",
        "“Live updates”, “as it happened”.",
        _OWN,
        fires=("[Live updates] from Velden", "The flood [as it happened]"),
        silent=("They live in Velden.", "It happened at noon."),
    ),
    Rule(
        "genre.live_blog:time-stamps",
        0.8,
        "Lines begin with the time of day.",
        "Three lines or more that begin with a time.",
        _OWN,
        fires=("[10:45] The dam broke.\n[10:50] Roe came.\n[11:05] Roe left.",),
        silent=("10:45 was the hour.", "10:45 The dam broke.\n10:50 Roe came."),
    ),
    Rule(
        "genre.not_news:recipe",
        0.8,
        "The text is a recipe.",
        "“Preheat the oven”, “tablespoons of”.",
        _OWN,
        fires=("[Preheat the oven] and wait.", "Add two [tablespoons of] oil."),
        silent=("The oven broke.", "The ingredients of peace are few."),
    ),
    Rule(
        "genre.not_news:how-to",
        0.7,
        "The text is a guide or a shop's page.",
        "“Step 1:”, “frequently asked questions”.",
        _OWN,
        fires=("[Step 1:] Open the lid.", "[Frequently asked questions] on tin"),
        silent=("The next step is a vote.", "He asked questions frequently."),
    ),
    Rule(
        "genre.not_news:transcript",
        0.8,
        "The text is a transcript.",
        "Speakers with a colon at the beginning of four lines or more, or a transcript's stage directions.",
        _OWN,
        fires=("[ROE:] Good day.\n[QUILL:] Good day.\n[ROE:] Tea?\n[QUILL:] Please.", "The tape is [inaudible] here."),
        silent=("Roe: “Good day.”", "TIN: up.\nLEAD: down.\nZINC: up.\nGOLD: down."),
    ),
)
_BY_NAME: Final = {rule.name: rule for rule in RULES}


def find(document: Document) -> list[Finding]:
    """Marks of genre in a document."""
    found = [
        document.finding(_BY_NAME[hit.entry.rule], hit.first, hit.end, weight=hit.entry.weight)
        for hit in document.hits["genre"]
        if _keeps(document, hit)
    ]
    found += [document.finding(_BY_NAME["genre.not_news:transcript"], *turn) for turn in _turns(document)]
    found += [document.finding(_BY_NAME["genre.live_blog:time-stamps"], *stamp) for stamp in _stamps(document)]
    return found


DETECTOR: Final = Detector(
    "genre",
    "Marks of what kind of text this is: opinion, advocacy, press release, satire by its own label, "
    "advertisement, live log, not news.",
    (
        Kind("genre.opinion_marker", "The text argues in the author's own person or is labelled opinion."),
        Kind("genre.advocacy_marker", "Readers are called to act or to spread the text."),
        Kind("genre.press_release_marker", "The text has the form of a press release."),
        Kind("genre.satire_marker", "The text calls itself satire."),
        Kind("genre.sponsored", "The text is labelled as paid for."),
        Kind("genre.live_blog", "The text is a running log."),
        Kind("genre.not_news", "The text is a recipe, guide or transcript."),
    ),
    RULES,
    find,
)
