"""Rules and kinds of the accountability family, each rule with its examples."""

from __future__ import annotations

from typing import Final

from newsgauge.rule import Kind, Rule

_OWN: Final = (
    "Phrases and examples written for newsgauge, after the public standards of wire agencies and public broadcasters."
)
RULES: Final = (
    Rule(
        "accountability.reply_sought:no-reply",
        0.9,
        "The other side was asked.",
        "“Did not respond to a request for comment”, “declined to comment”. Fails where the refusal was made to "
        "somebody else.",
        _OWN,
        fires=(
            "The council [did not immediately respond to a request] for comment.",
            "Quill [declined to comment].",
            "Roe [could not be reached] on Sunday.",
            "The firm [was not available for comment].",
            "[Requests for comment] went to both firms.",
            "The ministry was [approached for comment].",
            "The mayor [did not return calls] on Monday.",
            "The bank [had no immediate comment].",
        ),
        silent=(
            "The patient did not respond to the drug.",
            "Quill declined to run again.",
            "The summit could be reached by cable car.",
            "She made a comment about the weather.",
            "He did not return to Velden.",
            "The flat was not available in May.",
            "Exports declined to four tons.",
            "He asked for tea.",
        ),
    ),
    Rule(
        "accountability.reply_sought:denial",
        0.7,
        "The accused side's denial is given.",
        "“Denies the allegations”, “pleaded not guilty”. Leaves alone “was denied”.",
        _OWN,
        fires=(
            "Quill [denies the allegations].",
            "The firm has [denied any wrongdoing].",
            "He [pleaded not guilty] on Monday.",
            "The council [disputes the claims].",
        ),
        silent=(
            "He was denied entry.",
            "The bank denied him a loan.",
            "The insurer rejected the claim.",
            "They denied themselves tea.",
        ),
    ),
    Rule(
        "accountability.document_seen:seen-by",
        0.9,
        "A document was seen or obtained.",
        "“A letter seen by …”. Leaves alone things seen that are no papers.",
        _OWN,
        fires=(
            "In a letter [seen by] the Gazette, Roe resigned.",
            "The emails, [reviewed by] the Norvale Post, name two men.",
            "A recording [obtained by] the Gazette ends in shouts.",
            "The invoices, [examined by] two auditors, were false.",
        ),
        silent=(
            "The car was seen by two boys.",
            "The plan is seen by many as a snub.",
            "The licence was obtained by fraud.",
            "He was examined by a doctor.",
        ),
    ),
    Rule(
        "accountability.document_seen:filings-show",
        0.8,
        "A court or public record is cited.",
        "“Court filings show”, “according to the indictment”.",
        _OWN,
        fires=(
            "[Court filings show] that the firm is broke.",
            "The firm is broke, [according to court documents].",
            "Roe fled, [according to the indictment].",
            "The [affidavit says] he lied.",
        ),
        silent=(
            "The court met on Monday.",
            "He lost his documents on the train.",
            "The company files are kept in Velden.",
            "According to Roe, he lied.",
        ),
    ),
    Rule(
        "accountability.anonymity_reason:because",
        0.9,
        "Anonymity is explained.",
        "“Not authorised to speak publicly”, “on condition of anonymity because”. Leaves alone anonymity "
        "without a reason.",
        _OWN,
        fires=(
            "The aide was [not authorised to speak] publicly.",
            "She spoke on [condition of anonymity because] she feared her boss.",
            "He asked [to remain anonymous for fear] of his boss.",
            "Her [name was withheld for] her safety.",
            "They [requested anonymity to] discuss the talks.",
            "He spoke on [condition of anonymity, citing] the inquiry.",
            "The clerk, who was [not allowed to talk] to the press, wept.",
            "The men were [not cleared to brief] reporters.",
        ),
        silent=(
            "She spoke on condition of anonymity.",
            "He was authorised to speak for the firm.",
            "The donor wished to remain anonymous.",
            "The letter was anonymous.",
            "He was not allowed to leave.",
            "She asked not to be named.",
            "The name was changed in 1920.",
            "He was not permitted to smoke.",
        ),
    ),
    Rule(
        "accountability.interest_disclosed:ownership",
        0.8,
        "Who owns the outlet is disclosed.",
        "“The owner of this newspaper”, “which owns the Times”.",
        _OWN,
        fires=("Quill, the [owner of this newspaper], voted.",),
        silent=("Quill owns a farm.", "The owner of this dog is unknown."),
    ),
    Rule(
        "accountability.interest_disclosed:funding",
        0.8,
        "Who paid is disclosed.",
        "“The study was funded by”. Leaves alone roads and bridges.",
        _OWN,
        fires=(
            "The study was [funded by] the tea trade.",
            "The poll was [commissioned by] the council.",
            "Roe [received speaking fees from] the tea trade.",
        ),
        silent=(
            "The bridge was funded by the state.",
            "The roof is supported by oak beams.",
            "He received a letter from Quill.",
        ),
    ),
    Rule(
        "accountability.interest_disclosed:donor",
        0.8,
        "A tie between a person and a cause or firm is disclosed.",
        "“Is a donor to”, “sits on the board of”.",
        _OWN,
        fires=(
            "Quill [is a donor to] both parties.",
            "Roe [sits on the board of] the bank.",
            "She [owns shares in] the mine.",
        ),
        silent=("He gave blood as a donor.", "They sat on the beach.", "She owns a mine."),
    ),
    Rule(
        "accountability.interest_disclosed:statement",
        0.9,
        "Interests are declared.",
        "“No conflicts of interest”, “competing interests”, “full disclosure”.",
        _OWN,
        fires=("The authors declared [no conflicts of interest].", "[Full disclosure:] I own a mine."),
        silent=("The interest rate rose.", "The two firms competed."),
    ),
    Rule(
        "accountability.correction:line",
        0.9,
        "A correction or update is marked.",
        "A line that begins with “Correction:” or “Update:”.",
        _OWN,
        fires=(
            "The dam broke.\n[Correction:] The dam is in Velden.",
            "[Update:] The road is open again.",
            "[Clarification:] The dam is in Orsa, not in Velden.",
            "[Corrections:] The mayor is 51.",
        ),
        silent=(
            "He asked for a correction: the date was wrong.",
            "The update was late.",
            "“Correction,” the mayor said, “it fell.”",
        ),
    ),
    Rule(
        "accountability.correction:version",
        0.9,
        "The article says it was changed.",
        "“An earlier version of this story”, “this article was updated”.",
        _OWN,
        fires=(
            "An [earlier version of this article] gave the wrong year.",
            "[This story has been updated] with a reply.",
            "[We regret the error].",
            "A [previous version of this story] named the wrong mill.",
        ),
        silent=(
            "An earlier version of the engine failed.",
            "The law has been amended.",
            "This story was told by Roe.",
            "The previous version of the bridge was made of wood.",
            "She regrets the error of her youth.",
        ),
    ),
    Rule(
        "accountability.method:poll",
        0.9,
        "How a poll was made is told.",
        "“Margin of error”, “the poll was conducted”.",
        _OWN,
        fires=(
            "The [margin of error] is three points.",
            "The [poll was conducted] in May.",
            "Talks [were conducted by phone].",
        ),
        silent=("The profit margin fell.", "The orchestra was conducted by Roe."),
    ),
    Rule(
        "accountability.method:count",
        0.8,
        "How many people or papers were looked at is told.",
        "“Surveyed 1,003 adults”, “interviewed more than 40 people”. Leaves alone police interviews.",
        _OWN,
        fires=(
            "The institute [surveyed 1,003 adults] in May.",
            "The Gazette [interviewed more than 40 people] for this story.",
            "The team [analysed data] from two dams.",
            "This account is based on [interviews with dozens of residents].",
        ),
        silent=(
            "Police interviewed 14 people.",
            "He was interviewed on Monday.",
            "She reviewed the film.",
            "The mayor surveyed the damage.",
        ),
    ),
    Rule(
        "accountability.method:trial",
        0.8,
        "The method of a study is named.",
        "“Randomised”, “control group”, “statistically significant”.",
        _OWN,
        fires=("In a [randomised] trial the tea failed.", "The gap is not [statistically significant]."),
        silent=("He lost control of a group of mules.", "The trial began in May."),
    ),
)
BY_NAME: Final = {rule.name: rule for rule in RULES}
KINDS: Final = (
    Kind("accountability.reply_sought", "The other side was asked or its answer is given."),
    Kind("accountability.document_seen", "A paper, filing or recording was seen."),
    Kind("accountability.anonymity_reason", "The reason for a source's anonymity is given."),
    Kind("accountability.interest_disclosed", "Ownership, funding or another interest is disclosed."),
    Kind("accountability.correction", "A correction or update is marked."),
    Kind("accountability.method", "The method behind a figure is told."),
)
