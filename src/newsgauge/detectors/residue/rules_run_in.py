"""Prompts, links and credits that a scraper ran into the text, so that no line sets them apart."""

from __future__ import annotations

from typing import Final

from newsgauge.detectors.residue.provenance import OWN, PARAGRAPH, SHAPE, between
from newsgauge.rule import Rule

RUN_IN: Final = (
    Rule(
        "residue.share_prompt:words",
        0.9,
        "The names of sharing buttons stand in the text.",
        "Names of buttons in a row without commas, and prompts with a button behind them, anywhere in a sentence.",
        OWN,
        fires=(
            "The bridge fell. [Tweet WhatsApp Telegram]",
            "The bridge fell. [Share Tweet Email] The mayor came.",
        ),
        silent=("They tweet, share and email all day.", "A tweet on WhatsApp is rare."),
    ),
    Rule(
        "residue.comment_prompt:words",
        0.9,
        "A forum's own words stand around a post.",
        "“Originally posted by”, “Last edited by”, “Comment via Facebook”.",
        OWN,
        fires=("The bridge fell. [Last edited by] Ada.", "[Originally posted by] Ada: the bridge fell."),
        silent=("It was edited by Ada Quill.", "The notice was posted by the council."),
    ),
    Rule(
        "residue.see_also:inside",
        0.8,
        "Readers are sent to another page.",
        "Sentences that say where to click, or on which service something is to be had.",
        OWN,
        fires=(
            "The bridge fell. [A map of the works, click here now.]",
            "The bridge fell. [The podcast is available on iTunes.]",
        ),
        silent=("He heard a click here and there.", "The drug is available on prescription."),
    ),
    Rule(
        "residue.see_also:words",
        0.8,
        "The text points to something that isn't here.",
        "“(video below)”, “on the next page” and the like.",
        OWN,
        fires=("The mayor sang [(video below)] at noon.", "Her answer stands [on the next page]."),
        silent=("The video below the stairs was stolen.", "He turned the page and read on."),
    ),
    Rule(
        "residue.site_prompt:line",
        0.8,
        "The page advertises itself.",
        "Lines that begin with a notice to readers or an offer of the site.",
        OWN,
        fires=(between("[The local news you need to start your day]"), between("[Download our free news app]")),
        silent=("The local news was bad.", "It was important: the bridge had no lights."),
    ),
    Rule(
        "residue.placeholder:alone",
        0.9,
        "A button for a file stands in the text.",
        "Lines that hold nothing but “Download PDF”, “View document” and the like.",
        OWN,
        fires=(between("[Download PDF]"), between("[View document]")),
        silent=("They download results every day.", between("Download results slowly, the clerk told the mayor.")),
    ),
    Rule(
        "residue.page_furniture:bracketed",
        0.8,
        "The maker of a drawing or a graphic is named in brackets.",
        "Brackets that begin with “Illustration by”, “Graphic by”, “GIF:” and the like.",
        OWN,
        fires=("The bridge fell. [(Illustration by Ada Quill)] The mayor came.",),
        silent=("The bridge (illustrated by Ada Quill) fell.", "The gif (a short film) was shared."),
    ),
    Rule(
        "residue.page_furniture:marks",
        0.7,
        "A ruled line of marks divides the page.",
        "Lines of three hyphens, stars, underscores or number signs or more, and nothing else.",
        SHAPE,
        fires=(between("[-----]"), between("[###]"), between("[* * *]")),
        silent=(between("- A new bridge"), "The bridge - - so to speak - - fell."),
    ),
    Rule(
        "residue.repeated_line:title",
        0.7,
        "The title is said again where the article begins.",
        "The first line's words, five or more, again among the first words of the next line, with text behind them.",
        SHAPE,
        fires=(
            f"Velden votes for its new bridge\n\n[Velden votes for its new bridge] {PARAGRAPH}",
            f"Velden votes for its new bridge\n\nMonday 3 May 2021 [Velden votes for its new bridge]. {PARAGRAPH}",
        ),
        silent=(
            f"Velden votes for its new bridge\n\nVelden votes today. {PARAGRAPH}",
            f"Bridge opens\n\nBridge opens. {PARAGRAPH}",
        ),
    ),
    Rule(
        "residue.caption:bracketed",
        0.7,
        "A picture's caption in brackets was run into the text.",
        "Brackets that begin with “file photo”, “screen grab”, “video still”.",
        OWN,
        fires=(
            "The bridge fell. [(Screen grab of the old bridge)] The mayor came.",
            "The bridge fell. [(Video still, May 2019)] The mayor came.",
        ),
        silent=("The plan (a photo was shown) failed.", "It fell (see the file) at noon."),
    ),
    Rule(
        "residue.caption:sentence",
        0.8,
        "A credit or a pointer to a picture was run into the text.",
        "Sentences that begin with “All images courtesy of”, “Image: Facebook”, “The chart above shows”.",
        OWN,
        fires=(
            "The bridge fell. [All images courtesy of Ada Quill.]",
            "The bridge fell. [Image: Facebook]",
            "The bridge fell. [The chart above shows the cost.]",
        ),
        silent=("The picture was above the door.", "His image on Facebook suffered."),
    ),
)
