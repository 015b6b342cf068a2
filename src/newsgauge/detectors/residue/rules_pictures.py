"""What is left of pictures, and the notices around an article."""

from __future__ import annotations

from typing import Final

from newsgauge.detectors.residue.provenance import OWN, SHAPE, after, between
from newsgauge.rule import Rule

PICTURES: Final = (
    Rule(
        "residue.caption:credit",
        0.8,
        "A picture's credit or caption was run into the text.",
        "An agency with a slash or “via” beside a name, “(Photo: …)”, “Image credit: …”; a line that "
        "ends in one is taken whole. "
        "Leaves alone polls of two agencies.",
        SHAPE,
        fires=(
            between("[REUTERS/Ada Quill]"),
            "The bridge at Velden. [(Photo: Ada Quill)] It fell on Monday.",
            between("[The bridge at Velden on Monday. Ada Quill/Getty Images]"),
            "It fell. [(AP Photo/Ada Quill)] The mayor came.",
            "It fell. [(Ada Quill/The Velden Post via Wire, Pool)] The mayor came.",
            between("[Photo by Ada Quill]"),
            between("[Image credit: Ada Quill]"),
        ),
        silent=(
            "A Reuters/Ipsos poll found the bridge popular.",
            "The plan (and/or the bridge) failed, and he (D/R) won.",
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
        SHAPE,
        fires=(
            between("[Mayor Ada Quill and her guests during a visit to the bridge at Velden in May 2021.]"),
            between("[Mayor Ada Quill poses before the bridge at Velden on May 4, 2021.]"),
            between("[Mayor Ada Quill, left, and the builder Jon Roe at the bridge at Velden on May 4, 2021.]"),
        ),
        silent=(
            between("Mayor Ada Quill opened the bridge during a visit to Velden in May 2021."),
            between("She speaks of the bridge as if it had been built in 2021, he said."),
            between("The council has met nine times during its term, which began in 2021."),
        ),
    ),
    Rule(
        "residue.caption:inside",
        0.7,
        "A picture's caption was run into the text.",
        "Sentences about “this file photo” or a photo “provided by” somebody.",
        OWN,
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
    Rule(
        "residue.image_name:file",
        0.9,
        "The name of a picture file stands in the text.",
        "Words that end in .jpg, .png and the like, with the stray numbers of their line. Leaves alone web addresses.",
        SHAPE,
        fires=(
            "[IMG_2041.jpg]\nThe bridge fell.",
            "[77ab 11f0 a575.png]\n\nThe bridge fell.",
            "The bridge fell. [bridge-01.jpeg] It rained.",
            between("[harbour_crossing.webp]"),
            "[photo_0031.JPG]\n\nThe mayor wept.",
            "The bridge fell. [velden-mayor-640x480.jpg] It rained.",
            between("[DSC00417.jpg]"),
            "[flood-map.gif]\n\nThe river rose at night.",
        ),
        silent=(
            "She saved the picture as a jpg.",
            "The png format is old.",
            "He sent a gif to her.",
            "The file was named bridge and sent on Monday.",
            "See https://velden.example/files/bridge.jpg for the plan.",
            "He asked whether .png or .gif was better.",
            "“Send me a jpg,” the mayor said.",
            "The firm JPG Tools sold its mill.",
        ),
    ),
    Rule(
        "residue.hashtags:run",
        0.9,
        "A run of hashtags stands in the text.",
        "Three hashtags or more in a row, or two that begin a line. Leaves alone single ones, which "
        "are part of sentences.",
        SHAPE,
        fires=(
            after("[#Velden #Bridge #News]"),
            after("[#Velden #Bridge]"),
            "The bridge fell. [#a #b #c]",
            after("[#Velden #Bridge #Mayor #Spring]"),
            between("[#BridgeVote #Velden]"),
            "It fell. [#velden #flood #rain]",
            after("[#flood2031 #velden #help]"),
            "The mayor wept. [#savethebridge #velden #now]",
        ),
        silent=(
            "The tag #bridge was used often.",
            "They wrote #bridge and #velden on walls.",
            "He is the #1 builder and the #2 baker.",
            "He ran under #VeldenVotes and won.",
            "“Use #bridge,” she told the crowd.",
            "Row #4, seat #12, was empty.",
            "Number #7 of the team left the field, and #9 came.",
            "The C# and F# languages were taught.",
        ),
    ),
    Rule(
        "residue.cookie_note:sentence",
        0.9,
        "A notice about cookies or terms stands in the text.",
        "“This website uses cookies” and its kin. Leaves alone reports on cookies.",
        OWN,
        fires=("[This website uses cookies to improve your visit.] The bridge fell.", "It fell. [We use cookies.]"),
        silent=("The bakery uses cookies as bait.", "We bake cookies.", "The site of the bridge was sold."),
    ),
    Rule(
        "residue.cookie_note:alone",
        0.9,
        "A link to a site's terms stands in the text.",
        "Lines such as “Privacy Policy” or “Accept all”.",
        OWN,
        fires=(
            after("[Privacy Policy]"),
            after("[Terms of Service]"),
            after("[Cookie Settings]"),
            between("[Cookie Policy]"),
        ),
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
        OWN,
        fires=(
            "It fell. [This page is protected by reCAPTCHA.]",
            "It fell. [You agree to our terms of use and privacy policy.]",
        ),
        silent=("The terms were agreed.", "Her privacy was protected by the court."),
    ),
    Rule(
        "residue.copyright:notice",
        0.9,
        "A copyright notice stands in the text.",
        "“Copyright 2024, …” or “© …” at the beginning of a line or sentence.",
        SHAPE,
        fires=(
            after("[Copyright 2024, Velden Courier]"),
            after("[© 2024 Velden Courier]"),
            "It fell. [Copyright © 2024 Velden Courier.]",
            after("[© 2031 Orsa Herald. All rights reserved.]"),
            between("[Copyright 2031 Velden Courier]"),
            after("[Copyright © Orsa Herald 2031]"),
        ),
        silent=(
            "The copyright expired in 2024.",
            "A copyright case was heard.",
            "Copyright law is old.",
            "The mayor’s copyright claim of 2024 failed.",
        ),
    ),
    Rule(
        "residue.copyright:inside",
        0.9,
        "A notice of rights stands in the text.",
        "Sentences with “all rights reserved” or “may not be published, broadcast …”.",
        OWN,
        fires=(
            "It fell. [All rights reserved.]",
            "It fell. [This material may not be published, broadcast or copied.]",
        ),
        silent=(
            "All rights of way were closed.",
            "The list may not be published, the court said.",
            "Seats were reserved.",
            "He holds all rights to the song, the court said.",
        ),
    ),
)
