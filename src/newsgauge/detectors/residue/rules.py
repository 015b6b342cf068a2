"""The rules and kinds of the residue family, with their examples."""

from __future__ import annotations

from typing import Final

from newsgauge.rule import Kind, Rule

_OWN: Final = (
    "Phrases written for newsgauge after what page templates of news sites and blogs print around their articles."
)
_SHAPE: Final = "A pattern written for newsgauge; measured on public corpora of scraped articles."

_PARAGRAPH: Final = (
    "The council of Velden met on Monday and voted for the new bridge after a debate that lasted more than five hours."
)
_SECOND: Final = (
    "Mayor Ada Quill said the work would begin in spring, and that the old crossing would stay open until it was done."
)


def _body(middle: str) -> str:
    """A line between paragraphs of an article of ours."""
    below = f"{_PARAGRAPH} It will cost nine million.\n{_SECOND} Nobody objected."
    return f"Velden votes for a bridge\n\n{_PARAGRAPH}\n{_SECOND}\n{middle}\n{below}"


def _end(last: str) -> str:
    """Lines after the paragraphs of an article of ours."""
    return f"Velden votes for a bridge\n\n{_PARAGRAPH}\n{_SECOND}\n{last}"


_SHARE: Final = (
    Rule(
        "residue.share_prompt:alone",
        0.9,
        "A button for sharing stands in the text.",
        "Lines that hold nothing but “Share this article”, “Click to share on …”, “Print this”. "
        "Longer lines are left alone.",
        _OWN,
        fires=(
            _body("[Share this article]"),
            _body("[Click to share on Facebook]"),
            _body("[Copy link]"),
            _body("[Sharing is caring!]"),
        ),
        silent=(
            "Bakers share this view.",
            "He copied the link and went home.",
            "Print this on paper, she told the clerk.",
            "They share it.",
        ),
    ),
    Rule(
        "residue.share_prompt:label",
        0.8,
        "The name of a sharing button stands as a line of its own.",
        "Lines of one or two words such as “Tweet” or “Email Print”.",
        _OWN,
        fires=(_body("[Tweet]"), _body("[Facebook]"), _body("[Shares 12]")),
        silent=("Email is slow.", _body("Shares fell on Monday by nine percent, the exchange said, and then rose.")),
    ),
    Rule(
        "residue.share_prompt:line",
        0.8,
        "The names of sharing buttons stand in a row.",
        "Lines that begin with the names of two or three networks.",
        _OWN,
        fires=(_body("[Facebook Twitter Reddit]"), _body("[Share Facebook Tumblr now]")),
        silent=("Facebook and Twitter fell.", "Rivals of Facebook, Twitter and Reddit complained."),
    ),
    Rule(
        "residue.share_prompt:buttons",
        0.9,
        "The names of sharing buttons stand in a row.",
        "Three or more names of networks and buttons in a row, without commas, anywhere.",
        _OWN,
        fires=("The bridge opened. [Facebook Twitter Google Plus Embed] The mayor came.",),
        silent=("He used Facebook, Twitter, Google and email.", "Facebook said on Monday that Twitter had agreed."),
    ),
    Rule(
        "residue.share_prompt:sentence",
        0.9,
        "Readers are asked to share the page.",
        "Sentences that order the reader to share or to pass on the text.",
        _OWN,
        fires=(
            "The bridge fell. [Please share this article with your friends!]",
            "The bridge fell. [Share this on Facebook.]",
            "The bridge fell. [Don't forget to like and subscribe!]",
        ),
        silent=(
            "They share this house with friends.",
            "He asked them to share it with the others.",
            "Villages share one doctor.",
        ),
    ),
)
_COMMENT: Final = (
    Rule(
        "residue.comment_prompt:alone",
        0.9,
        "The heading of a comment form stands in the text.",
        "Lines that hold nothing but “Leave a Reply”, “View comments”, “What do you think?”.",
        _OWN,
        fires=(_end("[Leave a Reply]"), _end("[What do you think?]"), _body("[View comments]")),
        silent=(
            "She left a reply on his desk.",
            "What do you think of the bridge, he asked her.",
            "No comment was made.",
        ),
    ),
    Rule(
        "residue.comment_prompt:label",
        0.8,
        "The heading of a comment section stands as a line of its own.",
        "Lines such as “Comments” or “Comments (12)”.",
        _OWN,
        fires=(_end("[Comments]"), _end("[Comment]")),
        silent=(
            "Comments were few.",
            _end("Comments by the mayor were not to be had before the paper went to press on Monday."),
        ),
    ),
    Rule(
        "residue.comment_prompt:sentence",
        0.9,
        "A sentence of a comment form stands in the text.",
        "“Your email address will not be published”, “let us know what you think”. Leaves alone the "
        "same words said of persons.",
        _OWN,
        fires=(
            _end("[Your email address will not be published.] [Required fields are marked *]"),
            "The bridge fell. [Let us know what you think!]",
            "The bridge fell. [Comments are closed.]",
            "The bridge fell. [Leave a comment below.]",
        ),
        silent=(
            "He let us know what the council had decided.",
            "Her address will not be published, the court said.",
            "She left a comment on the draft.",
            "“Let them know in time,” he said.",
        ),
    ),
    Rule(
        "residue.comment_prompt:inside",
        0.9,
        "Readers are asked for comments.",
        "Sentences that name the comment section below.",
        _OWN,
        fires=(
            "The bridge fell. [Tell me your thoughts in the comments.]",
            "It fell. [Say so in the comment section below.]",
        ),
        silent=("The comments section of the report runs to nine pages.", "She took part in the comments round."),
    ),
)
_SEE: Final = (
    Rule(
        "residue.see_also:line",
        0.8,
        "A link to another story stands in the text.",
        "Lines that begin with “See also”, “Read more:”, “Related:”, “Watch:”; never the first line, "
        "which may be a title.",
        _OWN,
        fires=(
            _body("[See also  Bakers of Orsa strike for a third day]"),
            _body("[READ MORE: Bakers strike in Orsa]"),
            _body("[Related: Bakers strike in Orsa]"),
            _body("[Trending: Bakers strike]"),
            _body("[You may also like]"),
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
        _OWN,
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
        _OWN,
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
        _OWN,
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
)
_CAPTION: Final = (
    Rule(
        "residue.caption:credit",
        0.8,
        "A picture's credit or caption was run into the text.",
        "An agency with a slash or “via” beside a name, “(Photo: …)”, “Image credit: …”; a line that "
        "ends in one is taken whole. "
        "Leaves alone polls of two agencies.",
        _SHAPE,
        fires=(
            _body("[REUTERS/Ada Quill]"),
            "The bridge at Velden. [(Photo: Ada Quill)] It fell on Monday.",
            _body("[The bridge at Velden on Monday. Ada Quill/Getty Images]"),
            "It fell. [(AP Photo/Ada Quill)] The mayor came.",
            _body("[Photo by Ada Quill]"),
            _body("[Image credit: Ada Quill]"),
        ),
        silent=(
            "A Reuters/Ipsos poll found the bridge popular.",
            "She told Reuters that the bridge was safe.",
            "The photo shows a bridge.",
            "He sold the image to a newspaper.",
            "Reuters first reported the fall.",
            "The credit union of Velden paid.",
        ),
    ),
    Rule(
        "residue.caption:line",
        0.6,
        "This line describes a picture that isn't here.",
        "One sentence with a year in a line of its own, in the present tense of captions (“poses”, "
        "“looks on”) or without a verb. "
        "Misses captions that read like the text.",
        _SHAPE,
        fires=(
            _body("[Mayor Ada Quill and her guests during a visit to the bridge at Velden in May 2021.]"),
            _body("[Mayor Ada Quill poses before the bridge at Velden on May 4, 2021.]"),
            _body("[Mayor Ada Quill, left, and the builder Jon Roe at the bridge at Velden on May 4, 2021.]"),
        ),
        silent=(
            _body("Mayor Ada Quill opened the bridge during a visit to Velden in May 2021."),
            _body("She speaks of the bridge as if it had been built in 2021, he said."),
            _body("The council has met nine times during its term, which began in 2021."),
        ),
    ),
    Rule(
        "residue.caption:inside",
        0.7,
        "A picture's caption was run into the text.",
        "Sentences about “this file photo” or a photo “provided by” somebody.",
        _OWN,
        fires=(
            "It fell. [In this file photo from May 4, Ada Quill opens the bridge.] It rained.",
            "[The bridge in an undated photo provided by the council.]",
        ),
        silent=(
            "She kept the photo in a file.",
            "In this photo album the bridge still stands.",
            "He handed out photos.",
        ),
    ),
)
_PLACED: Final = (
    Rule(
        "residue.image_name:file",
        0.9,
        "The name of a picture file stands in the text.",
        "Words that end in .jpg, .png and the like, with the stray numbers of their line. Leaves alone web addresses.",
        _SHAPE,
        fires=(
            "[IMG_2041.jpg]\nThe bridge fell.",
            "[77ab 11f0 a575.png]\n\nThe bridge fell.",
            "The bridge fell. [bridge-01.jpeg] It rained.",
        ),
        silent=("She saved the picture as a jpg.", "The png format is old.", "He sent a gif to her."),
    ),
    Rule(
        "residue.hashtags:run",
        0.9,
        "A run of hashtags stands in the text.",
        "Three hashtags or more in a row, or two that begin a line. Leaves alone single ones, which "
        "are part of sentences.",
        _SHAPE,
        fires=(_end("[#Velden #Bridge #News]"), _end("[#Velden #Bridge]"), "The bridge fell. [#a #b #c]"),
        silent=(
            "The tag #bridge was used often.",
            "They wrote #bridge and #velden on walls.",
            "He is the #1 builder and the #2 baker.",
        ),
    ),
    Rule(
        "residue.cookie_note:sentence",
        0.9,
        "A notice about cookies or terms stands in the text.",
        "“This website uses cookies” and its kin. Leaves alone reports on cookies.",
        _OWN,
        fires=("[This website uses cookies to improve your visit.] The bridge fell.", "It fell. [We use cookies.]"),
        silent=("The bakery uses cookies as bait.", "We bake cookies.", "The site of the bridge was sold."),
    ),
    Rule(
        "residue.cookie_note:alone",
        0.9,
        "A link to a site's terms stands in the text.",
        "Lines such as “Privacy Policy” or “Accept all”.",
        _OWN,
        fires=(_end("[Privacy Policy]"), _end("[Terms of Service]"), _end("[Cookie Settings]")),
        silent=(
            "The privacy policy of the town was praised.",
            "They accept all guests.",
            "The terms of use were hard.",
        ),
    ),
    Rule(
        "residue.cookie_note:inside",
        0.9,
        "A sentence about a site's terms stands in the text.",
        "Sentences that name reCAPTCHA or the site's terms and privacy policy.",
        _OWN,
        fires=(
            "It fell. [This page is protected by reCAPTCHA.]",
            "It fell. [You agree to our terms of use and privacy policy.]",
        ),
        silent=("The terms were agreed.", "Her privacy was protected by the court."),
    ),
    Rule(
        "residue.newsletter:sentence",
        0.9,
        "Readers are asked to subscribe.",
        "Orders to sign up or subscribe, and the form's answers.",
        _OWN,
        fires=(
            "It fell. [Sign up for free updates.]",
            "It fell. [Please subscribe to support us!]",
            "It fell. [Get the latest news from Velden.]",
            "It fell. [Thank you for subscribing!]",
        ),
        silent=(
            "He had to sign up for the army.",
            "They subscribe to another view.",
            "Few got the latest news in time.",
            "She thanked him for subscribing.",
        ),
    ),
    Rule(
        "residue.newsletter:alone",
        0.9,
        "A button of a newsletter form stands in the text.",
        "Lines such as “Sign up” or “Enter your email”.",
        _OWN,
        fires=(_body("[Newsletter signup]"), _body("[Invalid email]"), _body("[Enter your email]")),
        silent=("They sign up now or never.", "The daily newsletter was read by nine."),
    ),
    Rule(
        "residue.newsletter:inside",
        0.9,
        "A newsletter is advertised.",
        "Sentences that promise something to the reader's inbox.",
        _OWN,
        fires=(
            "It fell. [The best of Velden, delivered to your inbox.]",
            "It fell. [Join us by entering your email address below.]",
        ),
        silent=("The parcel was delivered to her door.", "His inbox was full.", "Add your name below."),
    ),
    Rule(
        "residue.site_prompt:sentence",
        0.9,
        "Readers are asked to follow, visit, watch or pay.",
        "Orders such as “Follow us on …”, “Watch the video below”, “Support our journalism”.",
        _OWN,
        fires=(
            "It fell. [Follow us on Facebook.]",
            "It fell. [Support our journalism.]",
            "It fell. [Watch the full video!]",
            "It fell. [Email us at desk@velden.example.]",
            "It fell. [Download our app.]",
        ),
        silent=(
            "They followed us on the road.",
            "She wanted to watch the full video of the fall.",
            "The mayor asked for help.",
            "He called us at night.",
        ),
    ),
    Rule(
        "residue.site_prompt:alone",
        0.8,
        "A link of the site stands in the text.",
        "Lines such as “Contact us” or “Donate now”.",
        _OWN,
        fires=(_end("[Contact us]"), _end("[Donate now]"), _end("[About the author]")),
        silent=("They contact us daily.", "Vote now or never, he said.", "The book is about the author."),
    ),
    Rule(
        "residue.site_prompt:inside",
        0.8,
        "Readers are sent to something on the page.",
        "Sentences that end in “can be found here” and the like.",
        _OWN,
        fires=("It fell. [The report can be found here.]", "It fell. [To know why, watch this video:]"),
        silent=("Rare birds can be found here in spring.", "Watch this, he said."),
    ),
    Rule(
        "residue.site_prompt:follow",
        0.9,
        "Readers are asked to follow an account.",
        "“Follow … on Twitter”, “Follow @…”, at the beginning of a sentence.",
        _SHAPE,
        fires=(
            "It fell. [Follow Ada Quill on Twitter.]",
            "It fell. [Follow @adaquill]",
            _end("[Follow Ada Quill on Facebook and Instagram.]"),
        ),
        silent=("Many follow her on Twitter.", "Follow the road to Orsa, he said.", "Follow on, said the umpire."),
    ),
    Rule(
        "residue.site_prompt:pointer",
        0.8,
        "The text points at something that isn't here.",
        "Orders to watch, see or read something “below”, “above” or “here”.",
        _SHAPE,
        fires=(
            "It fell. [See a video of the fall in the tweet below!]",
            "It fell. [See how it fell here:]",
            "It fell. [You can listen to the interview above.]",
            "It fell. [Scroll down for the photos below.]",
        ),
        silent=(
            "Take the road below the bridge.",
            "See the house here, where nine people lived, as an example of what can go wrong.",
            "The valley below was flooded.",
            "She read the letter here in Velden.",
        ),
    ),
    Rule(
        "residue.embedded_tweet:signature",
        0.9,
        "The signature of an embedded post stands in the text.",
        "A dash, a name, a handle in brackets and a date. The post itself is left alone: it may carry the story.",
        _SHAPE,
        fires=(
            "It fell! [— Ada Quill (@adaquill) May 4, 2016]",
            "It fell. [— Velden News (@velden) September 24, 2016] It rained.",
        ),
        silent=(
            "Ada Quill (@adaquill) wrote that it fell.",
            "The account — Quill's (@adaquill) — was closed.",
            "May 4, 2016, was a Wednesday.",
        ),
    ),
    Rule(
        "residue.embedded_tweet:link",
        0.9,
        "A link of an embedded post stands in the text.",
        "pic.twitter.com and t.co addresses.",
        _SHAPE,
        fires=(
            "It fell. [pic.twitter.com/a1B2c3]",
            "It fell, look at it on the screen: [https://t.co/a1B2c3] and weep for the bridge.",
        ),
        silent=("The pic was on Twitter.", "He runs twitter.com from Velden.", "The link was dead."),
    ),
    Rule(
        "residue.url_line:address",
        0.8,
        "A pasted web address stands in the text.",
        "A line that holds an address and at most three words, or “Source:” and an address.",
        _SHAPE,
        fires=(
            _body("[https://www.velden.example/news/bridge]"),
            _end("[Source: https://velden.example/bridge]"),
            _end("[www.velden.example]"),
        ),
        silent=(
            "The report is at https://www.velden.example and in print at the town hall.",
            "Visit www.velden.example for tickets, the mayor said on Monday.",
            "The site velden.example was down.",
        ),
    ),
    Rule(
        "residue.copyright:notice",
        0.9,
        "A copyright notice stands in the text.",
        "“Copyright 2024, …” or “© …” at the beginning of a line or sentence.",
        _SHAPE,
        fires=(
            _end("[Copyright 2024, Velden Courier]"),
            _end("[© 2024 Velden Courier]"),
            "It fell. [Copyright © 2024 Velden Courier.]",
        ),
        silent=("The copyright expired in 2024.", "A copyright case was heard.", "Copyright law is old."),
    ),
    Rule(
        "residue.copyright:inside",
        0.9,
        "A notice of rights stands in the text.",
        "Sentences with “all rights reserved” or “may not be published, broadcast …”.",
        _OWN,
        fires=(
            "It fell. [All rights reserved.]",
            "It fell. [This material may not be published, broadcast or copied.]",
        ),
        silent=(
            "All rights of way were closed.",
            "The list may not be published, the court said.",
            "Seats were reserved.",
        ),
    ),
)
_MACHINE: Final = (
    Rule(
        "residue.placeholder:words",
        0.9,
        "A player's or script's message stands in the text.",
        "“Your browser does not support …”, “please enable JavaScript”, “Presentational grey line”.",
        _OWN,
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
        _SHAPE,
        fires=("It fell. [{{author}}] wrote this.", "Dear [{{name}}], it fell."),
        silent=("“He [[the mayor]] wept,” she said.", "It fell {so they say}.", "“They [[sic]] fell.”"),
    ),
    Rule(
        "residue.placeholder:markup",
        0.9,
        "Markup of the page was shown as text.",
        "Tags such as <a href=…> or </div>.",
        _SHAPE,
        fires=("It fell. [</div>] It rained.", "It [<b>]fell[</b>]."),
        silent=("If a < b then it falls.", "The sum <9 million> was named.", "It fell <- here."),
    ),
    Rule(
        "residue.footnote_digit:glued",
        0.6,
        "The number of a footnote is glued to the sentence.",
        "One or two digits right after a stop, with a new sentence behind them, or a number in "
        "square brackets glued to a word. Leaves alone decimals.",
        _SHAPE,
        fires=("The river froze.[1] Then it thawed.", "Ice covered the harbour.[12] Ships waited."),
        silent=(
            "It rose by 0.5 Percent.",
            "See No.1 Bridge Street.",
            "The river froze. 12 Ships waited.",
            "Version 2.1 Came later.",
        ),
    ),
)
_LINES: Final = (
    Rule(
        "residue.related_headline:capitals",
        0.6,
        "The headline of another story stands between paragraphs.",
        "A line of capitals, four to sixteen words, between two paragraphs. May be a heading of the article itself.",
        _SHAPE,
        fires=(_body("[BAKERS OF ORSA STRIKE FOR A THIRD DAY]"), _body("[SEVEN COWS LOST IN FLOOD AT ORSA]")),
        silent=(_body("THE COST"), _body("HOW THE BRIDGE OF VELDEN CAME TO FALL"), _body("Bakers strike")),
    ),
    Rule(
        "residue.related_headline:labelled",
        0.7,
        "A link to another story stands between paragraphs.",
        "A line whose label is glued to its title by a colon.",
        _SHAPE,
        fires=(
            _body("[Budget:Bakers of Orsa strike for a third day]"),
            _body("[Flood watch:Seven cows lost at Orsa on Sunday]"),
        ),
        silent=(_body("Budget: bakers strike for a third day"), _body("Time:Nine")),
    ),
    Rule(
        "residue.related_headline:lone",
        0.5,
        "The headline of another story seems to stand between paragraphs.",
        "A long line in title case, or one with a quotation and a colon, between two paragraphs of a "
        "text with few headings.",
        _SHAPE,
        fires=(
            _body("[Bakers of Orsa Strike for Third Day Over Price of Imported Flour]"),
            _body("[‘Like a flood’: farmers of Orsa count the losses]"),
        ),
        silent=(
            _body("The Cost of the Bridge"),
            _body("What happens next at the bridge"),
            _body("A long wait for the farmers of the valley"),
        ),
    ),
    Rule(
        "residue.related_headline:block",
        0.6,
        "Headlines of other stories stand at the end.",
        "Two or more lines like headlines after the last paragraph.",
        _SHAPE,
        fires=(
            f"Velden votes\n\n{_PARAGRAPH}\n{_SECOND}\n{_PARAGRAPH}\n[Bakers of Orsa strike for third "
            f"day]\n[Seven cows lost in flood at Orsa]",
        ),
        silent=(f"Velden votes\n\n{_PARAGRAPH}\n{_SECOND}\n{_PARAGRAPH}\nBy Ada Quill in Velden",),
    ),
    Rule(
        "residue.related_headline:after-the-end",
        0.5,
        "This follows the article's end: a link or teaser of another story.",
        "Short lines behind a source line, a comment form or a copyright notice when no paragraph follows any more.",
        _SHAPE,
        fires=(_end(f"{_PARAGRAPH}\nLeave a Reply\n[The bakers of Orsa went on strike for a third day.]"),),
        silent=(
            _end(
                f"Leave a Reply\n{_PARAGRAPH} It will cost nine million, and the toll will be two "
                f"coins a head.\nThe bakers struck."
            ),
        ),
    ),
    Rule(
        "residue.related_headline:unfolded",
        0.8,
        "A pop-up with other headlines was unfolded into the sentence.",
        "A name given again in full, a headline glued to it, and “MORE” in capitals at most sixty tokens further on.",
        _SHAPE,
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
        "residue.repeated_line:same",
        0.7,
        "This line repeats an earlier one word for word.",
        "Lines of three words or more that stood before; usually a title given twice.",
        _SHAPE,
        fires=(f"Velden votes for a bridge\n\n[Velden votes for a bridge]\n{_PARAGRAPH}",),
        silent=(f"Velden votes for a bridge\n\nOrsa votes for a bridge\n{_PARAGRAPH}", "Hear, hear!\nHear, hear!"),
    ),
    Rule(
        "residue.repeated_line:cut-title",
        0.7,
        "A cut copy of the title stands above it.",
        "A first line that ends in dots and whose last words stand again in the next lines.",
        _SHAPE,
        fires=(
            f"[Town newsVelden votes for a bridge over the river...]\n\nVelden votes for a bridge "
            f"over the river in spring\n{_PARAGRAPH}",
        ),
        silent=(f"And then there were none...\n\nThe last heron of Velden is gone\n{_PARAGRAPH}",),
    ),
    Rule(
        "residue.page_furniture:alone",
        0.9,
        "A heading or button of the page stands in the text.",
        "Lines such as “Top News”, “Latest articles”, “Continue reading”, “Back to top”.",
        _OWN,
        fires=(
            _end("[Latest article]"),
            _body("[Continue reading]"),
            _end("[Back to top]"),
            _body("[Sponsored content]"),
        ),
        silent=("Latest articles of faith were sold.", "She was the top news of the week.", "They continue reading."),
    ),
    Rule(
        "residue.page_furniture:label",
        0.8,
        "A label of the page stands as a line of its own.",
        "Lines such as “Advertisement” or “Image 2 of 5”; “CLOSE” before a caption.",
        _OWN,
        fires=(_body("[Advertisement]"), _body("[Image 2 of 5]"), _body("[CLOSE] Mayor Ada Quill opens the bridge.")),
        silent=("Advertisement pays.", "Image rights were sold.", "Close calls were many."),
    ),
    Rule(
        "residue.page_furniture:line",
        0.8,
        "A line of the page's own data stands in the text.",
        "Lines that begin with “Filed under:”, “Tags:” and the like.",
        _OWN,
        fires=(_end("[Filed under: bridges, rivers]"), _end("[Tags: bridges, rivers]")),
        silent=("The case was filed under seal.", "Tags were cut from the coats."),
    ),
    Rule(
        "residue.page_furniture:words",
        0.9,
        "A phrase of the page's layout stands in the text.",
        "“Story continues below”, “Enlarge this image”, “toggle caption”.",
        _OWN,
        fires=(
            "It fell. [Story Continued Below] It rained.",
            "[Enlarge this image toggle caption] The bridge.",
            _body("[Story continues below advertisement]"),
        ),
        silent=("The story continued for years.", "They enlarged the image.", "The river continues below the dam."),
    ),
    Rule(
        "residue.page_furniture:sentence",
        0.8,
        "A notice of the site stands in the text.",
        "“This story originally appeared in …”, “the views expressed here are …”, notices of commissions.",
        _OWN,
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
        _OWN,
        fires=("It fell. [The post A bridge falls appeared first on Velden Courier.]",),
        silent=("Swallows appeared first in May.",),
    ),
    Rule(
        "residue.page_furniture:breadcrumb",
        0.8,
        "The path of the page stands in the text.",
        "“Home » World » Europe”.",
        _SHAPE,
        fires=("[Home » News » Velden]\nThe bridge fell.", "[Home › News]\nThe bridge fell."),
        silent=("He said home » and left.", "She came home, she said."),
    ),
    Rule(
        "residue.truncated:hanging-word",
        0.9,
        "The paragraph breaks off in the middle of a sentence.",
        "A paragraph that ends, without a stop, in a word that can't end one. The end of a sample "
        "that was cut is left alone.",
        _SHAPE,
        fires=(
            "Velden votes\n\nThe bridge was closed for a week, and nobody in the whole of the valley "
            "could cross it, [a view shared by]\n"
            f"{_PARAGRAPH}",
        ),
        silent=(
            f"What the bridge is for\n\n{_PARAGRAPH}",
            f"A night to remember, and the people it was meant for\n\n{_PARAGRAPH}",
            f"{_PARAGRAPH}\n{_SECOND}",
        ),
    ),
    Rule(
        "residue.truncated:last-sentence",
        0.7,
        "The text ends in the middle of a sentence.",
        "A last paragraph of several sentences whose last one has no end.",
        _SHAPE,
        fires=(f"Velden votes\n\n{_PARAGRAPH}\n{_SECOND} The toll will be paid by carts but [not by people on foot]",),
        silent=(f"Velden votes\n\n{_PARAGRAPH}\n{_SECOND} The toll stays.", f"{_PARAGRAPH}\nBy Ada Quill, reporter"),
    ),
    Rule(
        "residue.truncated:dots",
        0.8,
        "The text was cut here; the rest stands on another page.",
        "Dots with “Read more” or “Continue reading” behind them.",
        _SHAPE,
        fires=(
            "The bridge fell. [Nobody could say why it had…] Read more",
            "It fell. The [mayor wept and then...] Continue reading",
        ),
        silent=("The bridge… well, it fell.", "Read more, he said…", "It fell... Nobody read more than that."),
    ),
)
RULES: Final = (*_SHARE, *_COMMENT, *_SEE, *_CAPTION, *_PLACED, *_MACHINE, *_LINES)
KINDS: Final = (
    Kind("residue.share_prompt", "Buttons and orders to share the page."),
    Kind("residue.comment_prompt", "Forms and orders to comment."),
    Kind("residue.see_also", "Links to other stories, run into the text."),
    Kind("residue.caption", "Captions and credits of pictures that aren't here."),
    Kind("residue.image_name", "Names of picture files."),
    Kind("residue.hashtags", "Runs of hashtags."),
    Kind("residue.cookie_note", "Notices about cookies, privacy and terms."),
    Kind("residue.newsletter", "Forms and orders to subscribe."),
    Kind("residue.site_prompt", "Orders to follow, watch, visit or pay."),
    Kind("residue.related_headline", "Headlines and teasers of other stories."),
    Kind("residue.placeholder", "Unfilled slots, markup, messages of players and scripts."),
    Kind("residue.footnote_digit", "Numbers of footnotes without their notes."),
    Kind("residue.repeated_line", "Lines given twice."),
    Kind("residue.url_line", "Pasted web addresses."),
    Kind("residue.embedded_tweet", "Signatures and links of embedded posts."),
    Kind("residue.copyright", "Notices of copyright."),
    Kind("residue.page_furniture", "Labels, headings and notices of the page."),
    Kind("residue.truncated", "The text breaks off."),
)
