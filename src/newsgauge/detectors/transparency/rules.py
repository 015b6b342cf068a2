"""Rules and kinds of the transparency family, each rule with its examples."""

from __future__ import annotations

from typing import Final

from newsgauge.rule import Kind, Rule

_OWN: Final = (
    "Patterns and examples written for newsgauge, after the usual form of wire copy and of credits between outlets."
)
BYLINE: Final = Rule(
    "transparency.byline:line",
    0.9,
    "The author is named.",
    "“By Jane Roe” on a line of its own; “Reporting by … ; Editing by …”. Fails on names run into the text.",
    _OWN,
    fires=(
        "[By Jane Roe]\nThe dam broke.",
        "The dam broke.\n[Reporting by Jane Roe]; Editing by John Doe",
        "[By Jane Roe and John Doe]\nThe dam broke.",
        "[By JANE ROE]\nThe dam broke.",
        "[By Jane Roe], Norvale Gazette\nThe dam broke.",
        "[Written by Jane Roe]\nThe dam broke.",
        "[By Ada van Quill]\nThe dam broke.",
        "The dam broke.\n[Editing by John Doe]",
    ),
    silent=(
        "By Monday the dam had broken.",
        "By the river stands a mill.",
        "The song was written by Jane Roe.",
        "By all accounts Roe won.",
        "Written in haste, the law failed.",
        "Reporting on wars is dangerous work.",
        "By then Jane Roe had left the hall in Velden.",
        "Story time is at noon.",
    ),
)
DATELINE: Final = Rule(
    "transparency.dateline:place",
    0.8,
    "The place of reporting is given.",
    "A place in capitals, or with a date or an agency in brackets, before a dash at the beginning of a paragraph.",
    _OWN,
    fires=(
        "[VELDEN (AP)] — The dam broke on Sunday at noon.",
        "[VELDEN, May 3] - The dam broke on Sunday at noon.",
        "[NORVALE] — The mayor of the town resigned on Monday.",
        "[Velden (Reuters)] – The dam broke on Sunday at noon.",
        "[ORSA (Reuters)] - The mill burned on Friday.",
        "[VELDEN, June 12 (AP)] — The dam held on Sunday.",
        "[ORSA] – The mayor of the town left on Monday.",
        "[NORVALE, Velden] — The court met on Tuesday.",
    ),
    silent=(
        "Quill — the mayor of Norvale — resigned on Monday.",
        "Velden is a town - and a lake.",
        "BREAKING News - the dam broke on Sunday at noon.",
        "VELDEN wins the cup.",
        "Velden — the old one — was lost in the flood.",
        "“VELDEN — we love you,” the banner said.",
        "UPDATE - the dam broke on Sunday at noon.",
        "Roe (AP photographer) - who fell - is well.",
    ),
)
DATE: Final = Rule(
    "transparency.date:line",
    0.8,
    "The day of publication is given.",
    "A line that holds only a date or begins with “Published” or “Updated”.",
    _OWN,
    fires=(
        "[Published May 3, 2031]\nThe dam broke.",
        "[Monday, 3 May 2031]\nThe dam broke.",
        "[Updated: 3 May 2031 at 10:30 am]\nThe dam broke.",
        "[May 3, 2031 10:15 GMT]\nThe dam broke.",
        "[Published: June 12, 2031]\nThe mill burned.",
        "[12 June 2031]\nThe mill burned.",
        "[Last updated June 12, 2031]\nThe mill burned.",
        "[Tuesday, June 12, 2031]\nThe mill burned.",
    ),
    silent=(
        "May is a month.",
        "Published in Velden, the book sold well.",
        "2031 was a wet year.",
        "Monday the dam broke.",
        "June 12, 2031, was the day the mill burned.",
        "Updated plans were shown in Velden.",
        "“Monday, 3 May,” the judge said, “is too soon.”",
        "Published authors met in Velden in May 2031.",
    ),
)
CREDIT: Final = Rule(
    "transparency.credit:by-outlet",
    0.8,
    "Another outlet is named as the origin.",
    "“As reported by NAME”, “told NAME”, “according to NAME”, where NAME is an outlet by word or shape. Fails "
    "on outlets with ordinary names.",
    _OWN,
    fires=(
        "The dam leaks, [as reported by the Norvale Gazette].",
        "The dam leaks, [as highlighted by VLD24].",
        "Roe [told the Velden Herald] she was tired.",
        "The dam leaks, [according to NorvaleOnline.com].",
        "The dam leaks, [insights brought forward by VTODAY].",
        "The sale was [first reported by the Velden Times].",
        "Roe spoke of the dam [in an interview with Norvale Radio].",
        "The dam leaks, [according to Reuters].",
    ),
    silent=(
        "The dam leaks, as noted by Jane Roe.",
        "Roe told the council she was tired.",
        "The fraud was uncovered by the FBI.",
        "According to Mayor Quill, the dam leaks.",
        "The letter was published by his son.",
        "Roe told the press of her plan.",
        "The book was published in May.",
        "He spoke to the Velden fire brigade.",
    ),
)
SELF: Final = Rule(
    "transparency.credit:outlet-reports",
    0.8,
    "An outlet, or the text's own, is named as the origin.",
    "The name of an outlet and a verb of reporting: “NAME has learned”.",
    _OWN,
    fires=(
        "The dam leaks, [NorvaleOnline.com has learned].",
        "[The Norvale Gazette reported] on Monday that the dam leaks.",
        "The pact is near, [Velden Review points out in a report].",
        "[Reuters reported] a leak.",
    ),
    silent=(
        "The mayor reported a leak.",
        "Times have changed, Roe said.",
        "The press reported a leak.",
        "Jane Roe has learned Dutch.",
    ),
)
LEAD_IN: Final = Rule(
    "transparency.credit:lead-in",
    0.7,
    "Where the text comes from is named or linked.",
    "“Source:” or “Via:” with a link, an outlet in brackets before or after the text.",
    _OWN,
    fires=(
        "The dam broke.\nSource: [https://norvale.example/dam]",
        "The dam broke. [(AP)]",
        "[(VeldenNews.com)] – The dam broke on Sunday.",
    ),
    silent=("The source: a spring in the hills.", "The dam (built by Roe) broke.", "The plan (FBI) failed."),
)
LINK: Final = Rule(
    "transparency.link:address",
    0.6,
    "A link stands in the text.",
    "Web addresses written out.",
    _OWN,
    fires=(
        "See [https://norvale.example/report] for the figures.",
        "See [www.norvale.example] for the figures.",
        "The plan is at [http://velden.example/plan.pdf] on the town's pages.",
        "It is on [https://www.orsa.example/a/b?c=1], the board says.",
        "([https://velden.example])",
        "Visit [www.orsa.example/tickets] to book.",
        "Data: [https://velden.example/data.csv]",
        "The court put its ruling on [https://court.example/2031/17].",
    ),
    silent=(
        "The http standard is old.",
        "The web is wide.",
        "He taught courses on www and mail.",
        "They sell https as a service.",
        "“Go to the web page,” she said.",
        "The World Wide Web began there.",
        "The net was full of fish.",
        "The town of Velden.example is invented.",
    ),
)
WRITE: Final = Rule(
    "transparency.contact:write-to-us",
    0.8,
    "The newsroom or author can be reached.",
    "“Email us at”, “she can be reached at”.",
    _OWN,
    fires=(
        "Readers who saw the fire may [email us at] the address below.",
        "[She can be reached at] the Gazette.",
        "Anyone who saw the fire may [contact the newsroom at] noon.",
        "Anyone who saw it may [send a tip to] the desk in Orsa.",
        "Readers who [have a tip] may write.",
        "[He can be contacted at] the mill.",
    ),
    silent=(
        "The summit can be reached by cable car.",
        "He sent us an email.",
        "Contact with the pilot was lost.",
        "They can be reached by boat alone.",
        "“Email us,” the mayor told the voters, who did not.",
    ),
)
MAILBOX: Final = Rule(
    "transparency.contact:mailbox",
    0.7,
    "An address for mail is given.",
    "Mail addresses. Leaves alone names on social networks.",
    _OWN,
    fires=(
        "Write to [desk@gazette.example] with tips.",
        "Her address is [ada.quill@velden.example] from May on.",
        "[newsroom@orsa.example]",
    ),
    silent=("Follow @janeroe for more.", "They met @ noon.", "Write to @velden on the network."),
)
RULES: Final = (BYLINE, DATELINE, DATE, CREDIT, SELF, LEAD_IN, LINK, WRITE, MAILBOX)
KINDS: Final = (
    Kind("transparency.byline", "The author is named."),
    Kind("transparency.dateline", "The place of reporting is given."),
    Kind("transparency.date", "The day of publication is given."),
    Kind("transparency.credit", "Another outlet, or this one, is named as the origin."),
    Kind("transparency.link", "A link stands in the text."),
    Kind("transparency.contact", "The newsroom or author can be reached."),
)
