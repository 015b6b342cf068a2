"""Links and teasers of other stories, run into the text."""

from __future__ import annotations

from typing import Final

from newsgauge.detectors.residue.provenance import OWN, PARAGRAPH, SECOND, SHAPE, after, between
from newsgauge.rule import Rule

LINKS: Final = (
    Rule(
        "residue.see_also:line",
        0.8,
        "A link to another story stands in the text.",
        "Lines that begin with “See also”, “Read more:”, “Related:”, “Watch:”; never the first line, "
        "which may be a title.",
        OWN,
        fires=(
            between("[See also  Bakers of Orsa strike for a third day]"),
            between("[READ MORE: Bakers strike in Orsa]"),
            between("[Related: Bakers strike in Orsa]"),
            between("[Trending: Bakers strike]"),
            between("[You may also like]"),
        ),
        silent=(
            "Watch: bakers strike in Orsa\n\nThe bakers of Orsa went on strike on Monday.",
            "He wanted to read more about bridges.",
            "See the bridge while it stands.",
            "More rain fell on Monday.",
        ),
    ),
    Rule(
        "residue.see_also:linked",
        0.9,
        "A link to another story was run into the text.",
        "“Related: …” and the like after a stop; where the other title ends without a stop its end is a guess.",
        OWN,
        fires=(
            "The bridge fell. [Related: Bakers strike in Orsa] The mayor wept.",
            "The bridge fell. [READ MORE: Bakers strike.] It rained.",
        ),
        silent=(
            "The two were related: one was the other's aunt.",
            "Nothing related to the bridge was said.",
            "See also was the dog's name.",
        ),
    ),
    Rule(
        "residue.see_also:sentence",
        0.8,
        "Readers are sent to another page.",
        "Orders such as “Read the full story here” or “Click here for …”.",
        OWN,
        fires=(
            "The bridge fell. [Read the full story here.]",
            "The bridge fell. [Click here for more bridges.]",
            "The bridge fell. [See the rest of the story.]",
        ),
        silent=(
            "Few people read the full report of the council.",
            "They click here and there.",
            "He asked to see the rest of the house.",
        ),
    ),
    Rule(
        "residue.see_also:bracketed",
        0.9,
        "A link to another story stands in brackets.",
        "“(Also on …)”, “(Photos: …)”, “(Watch: …)”, with their brackets.",
        OWN,
        fires=(
            "The bridge fell. [(Photos: The bridge at Velden)] It rained.",
            "It fell. [(Also on the Courier: Bakers strike)]",
        ),
        silent=(
            "The bridge (see table 4) fell.",
            "It fell (also in Orsa, some say).",
            "He watched (more or less) the river.",
        ),
    ),
    Rule(
        "residue.related_headline:capitals",
        0.6,
        "The headline of another story stands between paragraphs.",
        "A line of capitals, four to sixteen words, between two paragraphs. May be a heading of the article itself.",
        SHAPE,
        fires=(between("[BAKERS OF ORSA STRIKE FOR A THIRD DAY]"), between("[SEVEN COWS LOST IN FLOOD AT ORSA]")),
        silent=(between("THE COST"), between("HOW THE BRIDGE OF VELDEN CAME TO FALL"), between("Bakers strike")),
    ),
    Rule(
        "residue.related_headline:labelled",
        0.7,
        "A link to another story stands between paragraphs.",
        "A line whose label is glued to its title by a colon.",
        SHAPE,
        fires=(
            between("[Budget:Bakers of Orsa strike for a third day]"),
            between("[Flood watch:Seven cows lost at Orsa on Sunday]"),
        ),
        silent=(between("Budget: bakers strike for a third day"), between("Time:Nine")),
    ),
    Rule(
        "residue.related_headline:lone",
        0.5,
        "The headline of another story seems to stand between paragraphs.",
        "A long line in title case, or one with a quotation and a colon, between two paragraphs of a "
        "text with few headings.",
        SHAPE,
        fires=(
            between("[Bakers of Orsa Strike for Third Day Over Price of Imported Flour]"),
            between("[‘Like a flood’: farmers of Orsa count the losses]"),
        ),
        silent=(
            between("The Cost of the Bridge"),
            between("What happens next at the bridge"),
            between("A long wait for the farmers of the valley"),
        ),
    ),
    Rule(
        "residue.related_headline:block",
        0.6,
        "Headlines of other stories stand at the end.",
        "Two or more lines like headlines after the last paragraph.",
        SHAPE,
        fires=(
            f"Velden votes\n\n{PARAGRAPH}\n{SECOND}\n{PARAGRAPH}\n[Bakers of Orsa strike for third "
            f"day]\n[Seven cows lost in flood at Orsa]",
        ),
        silent=(f"Velden votes\n\n{PARAGRAPH}\n{SECOND}\n{PARAGRAPH}\nBy Ada Quill in Velden",),
    ),
    Rule(
        "residue.related_headline:after-the-end",
        0.5,
        "This follows the article's end: a link or teaser of another story.",
        "Short lines behind a source line, a comment form or a copyright notice when no paragraph follows any more.",
        SHAPE,
        fires=(after(f"{PARAGRAPH}\nLeave a Reply\n[The bakers of Orsa went on strike for a third day.]"),),
        silent=(
            after(
                f"Leave a Reply\n{PARAGRAPH} It will cost nine million, and the toll will be two "
                f"coins a head.\nThe bakers struck."
            ),
        ),
    ),
    Rule(
        "residue.related_headline:unfolded",
        0.8,
        "A pop-up with other headlines was unfolded into the sentence.",
        "A name given again in full, a headline glued to it, and “MORE” in capitals at most sixty tokens further on.",
        SHAPE,
        fires=(
            "Mayor Quill [Ada May QuillTown votes for bridge MORE] said so.",
            "She met Jon Roe [Jonathan RoeBakers strike in Orsa MORE] on Monday.",
        ),
        silent=(
            "They want MORE of it.",
            "Ron McDonald said the town needs more bridges.",
            "He wants MORE, said McDonald.",
        ),
    ),
    Rule(
        "residue.url_line:address",
        0.8,
        "A pasted web address stands in the text.",
        "A line that holds an address and at most three words, or “Source:” and an address.",
        SHAPE,
        fires=(
            between("[https://www.velden.example/news/bridge]"),
            after("[Source: https://velden.example/bridge]"),
            after("[www.velden.example]"),
            between("[http://velden.example/2031/05/bridge-vote.html]"),
            after("[https://www.velden.example/story?id=31]"),
            after("[Source: www.velden.example]"),
            between("[www.orsa.example/flood]"),
            after("[https://velden.example]"),
        ),
        silent=(
            "The report is at https://www.velden.example and in print at the town hall.",
            "Visit www.velden.example for tickets, the mayor said on Monday.",
            "The site velden.example was down.",
            "The mayor put the plan on https://velden.example/plan, and nobody read it.",
            "“Look at www.velden.example,” she said.",
            "He registered the name velden.example in May.",
            "The report (https://velden.example/r) says that the dam is safe.",
            "Roe sold www.orsa.example to the Velden Courier for a penny on Monday.",
        ),
    ),
    Rule(
        "residue.embedded_tweet:signature",
        0.9,
        "The signature of an embedded post stands in the text.",
        "A dash, a name, a handle in brackets and a date. The post itself is left alone: it may carry the story.",
        SHAPE,
        fires=(
            "It fell! [— Ada Quill (@adaquill) May 4, 2016]",
            "It fell. [— Velden News (@velden) September 24, 2016] It rained.",
            "It held. [— Jon Roe (@jonroe) June 1, 2031]",
            "We won! [— Orsa Rowers (@orsarowers) July 30, 2029] They sang.",
        ),
        silent=(
            "Ada Quill (@adaquill) wrote that it fell.",
            "The account — Quill's (@adaquill) — was closed.",
            "May 4, 2016, was a Wednesday.",
            "— Ada Quill, mayor of Velden, May 4, 2016",
        ),
    ),
    Rule(
        "residue.embedded_tweet:link",
        0.9,
        "A link of an embedded post stands in the text.",
        "pic.twitter.com and t.co addresses.",
        SHAPE,
        fires=(
            "It fell. [pic.twitter.com/a1B2c3]",
            "It fell, look at it on the screen: [https://t.co/a1B2c3] and weep for the bridge.",
            "Look at the dam. [pic.twitter.com/Zz9Yy8Xx]",
            "Rain again. [https://t.co/QwErTy] Stay in, the town said.",
        ),
        silent=(
            "The pic was on Twitter.",
            "He runs twitter.com from Velden.",
            "The link was dead.",
            "“Twitter.com is down,” the mayor said.",
        ),
    ),
)
