"""Page furniture, unfilled slots, repeated lines, and texts that break off."""

from __future__ import annotations

from typing import Final

from newsgauge.detectors.residue.provenance import OWN, PARAGRAPH, SECOND, SHAPE, after, between
from newsgauge.rule import Rule

PAGES: Final = (
    Rule(
        "residue.placeholder:words",
        0.9,
        "A player's or script's message stands in the text.",
        "“Your browser does not support …”, “please enable JavaScript”, “Presentational grey line”.",
        OWN,
        fires=(
            "It fell. [Your browser does not support the video] tag.",
            "It fell. [No compatible source was found for this video].",
            "To see it [please enable JavaScript].",
        ),
        silent=("Her browser was old.", "No source was found for the river.", "They do not support the video ban."),
    ),
    Rule(
        "residue.placeholder:slot",
        0.8,
        "A template's slot stands in the text unfilled.",
        "“[video]”, “[citation needed]”, “{{name}}”. Leaves alone editors' insertions in quotations.",
        SHAPE,
        fires=("It fell. [{{author}}] wrote this.", "Dear [{{name}}], it fell.", "By [{{byline}}], reporter."),
        silent=("“He [[the mayor]] wept,” she said.", "It fell {so they say}.", "“They [[sic]] fell.”"),
    ),
    Rule(
        "residue.placeholder:markup",
        0.9,
        "Markup of the page was shown as text.",
        "Tags such as <a href=…> or </div>.",
        SHAPE,
        fires=("It fell. [</div>] It rained.", "It [<b>]fell[</b>]."),
        silent=("If a < b then it falls.", "The sum <9 million> was named.", "It fell <- here."),
    ),
    Rule(
        "residue.footnote_digit:glued",
        0.6,
        "The number of a footnote is glued to the sentence.",
        "One or two digits right after a stop, with a new sentence behind them, or a number in "
        "square brackets glued to a word. Leaves alone decimals.",
        SHAPE,
        fires=(
            "The river froze.[1] Then it thawed.",
            "Ice covered the harbour.[12] Ships waited.",
            "The dam held for a week.[3] Then it broke.",
            "Nine mills burned that year.[27] None was insured.",
            "The toll was halved in spring.[2] Nobody noticed.",
            "The vote was close.[14] The mayor won it.",
            "She was born in spring.[4] He was not.",
            "The canal froze twice.[8] The barges stayed.",
        ),
        silent=(
            "It rose by 0.5 Percent.",
            "See No.1 Bridge Street.",
            "The river froze. 12 Ships waited.",
            "Version 2.1 Came later.",
            "He paid $3.5 Million for it.",
            "“It was over by 9.30 Monday,” he said.",
            "The team won 2.1 Points more.",
            "The river froze [[in 1931]]. Then it thawed.",
        ),
    ),
    Rule(
        "residue.repeated_line:same",
        0.7,
        "This line repeats an earlier one word for word.",
        "Lines of three words or more that stood before; usually a title given twice.",
        SHAPE,
        fires=(
            f"Velden votes for a bridge\n\n[Velden votes for a bridge]\n{PARAGRAPH}",
            f"{PARAGRAPH}\n{SECOND}\n[{PARAGRAPH}]",
            f"Mayor resigns over toll\n\n[Mayor resigns over toll]\n{PARAGRAPH}\n{SECOND}",
            f"Mill burns at night\n\n{PARAGRAPH}\n[Mill burns at night]\n{SECOND}",
            f"{PARAGRAPH}\nThe toll stays for now.\n{SECOND}\n[The toll stays for now.]",
        ),
        silent=(
            f"Velden votes for a bridge\n\nOrsa votes for a bridge\n{PARAGRAPH}",
            "Hear, hear!\nHear, hear!",
            f"The toll stays.\n{PARAGRAPH}\nThe toll stays, for now.\n{SECOND}",
            f"“No toll.”\n{PARAGRAPH}\n“No toll.”\n{SECOND}",
            f"Velden\n\nVelden\n{PARAGRAPH}",
        ),
    ),
    Rule(
        "residue.repeated_line:cut-title",
        0.7,
        "A cut copy of the title stands above it.",
        "A first line that ends in dots and whose last words stand again in the next lines.",
        SHAPE,
        fires=(
            f"[Town newsVelden votes for a bridge over the river...]\n\nVelden votes for a bridge "
            f"over the river in spring\n{PARAGRAPH}",
            f"[HomeMayor of Orsa resigns over the new toll...]\n\nMayor of Orsa resigns over the new toll on carts\n{PARAGRAPH}",
            f"[Local newsMill by the river burns down at night in...]\n\nMill by the river burns down at night in Velden\n{PARAGRAPH}",
        ),
        silent=(
            f"And then there were none...\n\nThe last heron of Velden is gone\n{PARAGRAPH}",
            f"Nobody knows who paid for the old bridge...\n\n{PARAGRAPH}\n{SECOND}",
            f"“We are waiting for the river to fall...”\n\n{PARAGRAPH}",
        ),
    ),
    Rule(
        "residue.page_furniture:alone",
        0.9,
        "A heading or button of the page stands in the text.",
        "Lines such as “Top News”, “Latest articles”, “Continue reading”, “Back to top”.",
        OWN,
        fires=(
            after("[Latest article]"),
            between("[Continue reading]"),
            after("[Back to top]"),
            between("[Sponsored content]"),
        ),
        silent=("Latest articles of faith were sold.", "She was the top news of the week.", "They continue reading."),
    ),
    Rule(
        "residue.page_furniture:label",
        0.8,
        "A label of the page stands as a line of its own.",
        "Lines such as “Advertisement” or “Image 2 of 5”; “CLOSE” before a caption.",
        OWN,
        fires=(
            between("[Advertisement]"),
            between("[Image 2 of 5]"),
            between("[CLOSE] Mayor Ada Quill opens the bridge."),
        ),
        silent=("Advertisement pays.", "Image rights were sold.", "Close calls were many."),
    ),
    Rule(
        "residue.page_furniture:line",
        0.8,
        "A line of the page's own data stands in the text.",
        "Lines that begin with “Filed under:”, “Tags:” and the like.",
        OWN,
        fires=(after("[Filed under: bridges, rivers]"), after("[Tags: bridges, rivers]")),
        silent=("The case was filed under seal.", "Tags were cut from the coats."),
    ),
    Rule(
        "residue.page_furniture:words",
        0.9,
        "A phrase of the page's layout stands in the text.",
        "“Story continues below”, “Enlarge this image”, “toggle caption”.",
        OWN,
        fires=(
            "It fell. [Story Continued Below] It rained.",
            "[Enlarge this image toggle caption] The bridge.",
            between("[Story continues below advertisement]"),
        ),
        silent=("The story continued for years.", "They enlarged the image.", "The river continues below the dam."),
    ),
    Rule(
        "residue.page_furniture:sentence",
        0.8,
        "A notice of the site stands in the text.",
        "“This story originally appeared in …”, “the views expressed here are …”, notices of commissions.",
        OWN,
        fires=(
            "It fell. [This article first appeared in the Velden Courier.]",
            "It fell. [The views expressed here are her own.]",
        ),
        silent=("He shared the views of the council.", "This story is old."),
    ),
    Rule(
        "residue.page_furniture:inside",
        0.8,
        "A feed's footer stands in the text.",
        "“The post … appeared first on …”.",
        OWN,
        fires=("It fell. [The post A bridge falls appeared first on Velden Courier.]",),
        silent=("Swallows appeared first in May.",),
    ),
    Rule(
        "residue.page_furniture:breadcrumb",
        0.8,
        "The path of the page stands in the text.",
        "“Home » World » Europe”.",
        SHAPE,
        fires=("[Home » News » Velden]\nThe bridge fell.", "[Home › News]\nThe bridge fell."),
        silent=("He said home » and left.", "She came home, she said."),
    ),
    Rule(
        "residue.truncated:hanging-word",
        0.9,
        "The paragraph breaks off in the middle of a sentence.",
        "A paragraph that ends, without a stop, in a word that can't end one. The end of a sample "
        "that was cut is left alone.",
        SHAPE,
        fires=(
            "Velden votes\n\nThe bridge was closed for a week, and nobody in the whole of the valley "
            "could cross it, [a view shared by]\n"
            f"{PARAGRAPH}",
            f"Velden votes\n\n{PARAGRAPH} The board of the harbour said in the evening that it had [not been told of the]\n{SECOND}",
            f"Velden votes\n\n{PARAGRAPH}\nNobody in the town could say what it had meant by the vote, [or whether the]\n{SECOND}",
        ),
        silent=(
            f"What the bridge is for\n\n{PARAGRAPH}",
            f"A night to remember, and the people it was meant for\n\n{PARAGRAPH}",
            f"{PARAGRAPH}\n{SECOND}",
        ),
    ),
    Rule(
        "residue.truncated:last-sentence",
        0.7,
        "The text ends in the middle of a sentence.",
        "A last paragraph of several sentences whose last one has no end.",
        SHAPE,
        fires=(
            f"Velden votes\n\n{PARAGRAPH}\n{SECOND} The toll will be paid by carts but [not by people on foot]",
            f"Velden votes\n\n{PARAGRAPH}\n{SECOND} Farmers who had waited at the [gate went home at noon]",
        ),
        silent=(f"Velden votes\n\n{PARAGRAPH}\n{SECOND} The toll stays.", f"{PARAGRAPH}\nBy Ada Quill, reporter"),
    ),
    Rule(
        "residue.truncated:clipped-start",
        0.8,
        "The first words of this paragraph are missing.",
        "A paragraph that begins in small letters although the one before it ended. Texts that begin most of their lines so, "
        "wrapped lines, short lines and lists are left alone.",
        SHAPE,
        fires=(
            f"Velden votes\n\n{PARAGRAPH}\n[rmers had to wait at] the gate until noon, and some of them went home.\n{SECOND}",
            f"Velden votes\n\n{PARAGRAPH}\n{SECOND}\n[bour board said it would] publish the figures with the minutes on Monday.",
        ),
        silent=(
            f"Velden votes\n\n{PARAGRAPH}\niPhones were used to count the carts at the gate until noon, Quill said.\n{SECOND}",
            f"Velden votes\n\n{PARAGRAPH}\nand so it ended.\n{SECOND}",
            f"Velden votes\n\n{PARAGRAPH}\na) the toll will be paid by carts from the first of the month on.\n{SECOND}",
        ),
    ),
    Rule(
        "residue.truncated:dots",
        0.8,
        "The text was cut here; the rest stands on another page.",
        "Dots with “Read more” or “Continue reading” behind them.",
        SHAPE,
        fires=(
            "The bridge fell. [Nobody could say why it had…] Read more",
            "It fell. The [mayor wept and then...] Continue reading",
            "It rained. [The mayor said that she…] Continue reading",
        ),
        silent=("The bridge… well, it fell.", "Read more, he said…", "It fell... Nobody read more than that."),
    ),
)
