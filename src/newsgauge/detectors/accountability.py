"""Accountability: reply sought, documents seen, reasons for anonymity, interests disclosed, corrections, method."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.rule import Detector, Kind, Rule
from newsgauge.vocabulary import CLASS, DIGIT, NEWLINE, STOP

if TYPE_CHECKING:
    from newsgauge.article import Finding
    from newsgauge.document import Document, Hit

Check = Callable[["Document", "Hit"], "Range | None"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OWN: Final = (
    "Phrases and examples written for newsgauge, after the public standards of wire agencies and public broadcasters."
)
_REQUESTS: Final = _words(
    "request requests comment comments call calls message messages email emails inquiry inquiries enquiry "
    "enquiries questions query queries letter"
)
_DECLINED: Final = _words("comment elaborate discuss answer respond say speak be provide give identify name confirm")
_DENIED: Final = _words(
    "allegations allegation accusations accusation wrongdoing charges charge claims claim involvement misconduct "
    "report reports responsibility assertion assertions"
)
_PAPERS: Final = _words(
    "document documents email emails memo memos letter letters copy copies report reports filing filings record "
    "records transcript transcripts video videos recording recordings photo photos photograph photographs message "
    "messages contract contracts footage texts file files draft drafts affidavit complaint images invoices "
    "statements minutes correspondence cables cable spreadsheet lawsuit audio screenshots slides "
    "presentation"
)
_SHOWN: Final = _words(
    "show shows showed shown say says said state states stated reveal revealed reveals indicate indicated "
    "indicates allege alleged obtained reviewed seen suggest suggested released filed describe described identify "
    "list listed according"
)
_REASON: Final = _words("because due citing fearing since out as given so or")
_STUDIES: Final = _words(
    "study studies research trial poll survey report work project analysis paper review institute group think-tank"
)
_READERS: Final = _words("police detectives officers investigators agents prosecutors jurors deputies lawyers")
_COUNTED: Final = _words(
    "more nearly about over some dozens scores hundreds thousands almost data records documents at"
)
_PEOPLE: Final = _words(
    "adults voters people respondents participants patients residents women men children households students "
    "cases records documents studies families employees witnesses emails filings data officials companies workers "
    "schools firms pages papers countries"
)
_CROWD: Final = _words("many some most critics millions thousands")
_RETURN: Final = _words("return returned answer answered")


def _as_it_stands(_document: Document, hit: Hit) -> Range | None:
    return Range(hit.first, hit.end)


def _reach(document: Document, hit: Hit, words: frozenset[str], tokens: int) -> Range | None:
    """From the opening to the first of the words within so many tokens of its sentence."""
    for at in range(hit.end, min(len(document), hit.end + tokens)):
        if document.mark[at] & STOP:
            return None
        if document.lower[at] in words:
            return Range(hit.first, at + 1)
    return None


def _reply(document: Document, hit: Hit) -> Range | None:
    last = document.lower[hit.end - 1]
    if last == "to":
        follows = document.lower[hit.end] if hit.end < len(document) else ""
        return Range(hit.first, hit.end + 1) if follows in _DECLINED else None
    if last.startswith(("respond", "repl")) or last in _RETURN:
        return _reach(document, hit, _REQUESTS, 9)
    if last.startswith("comment") and document.lower[hit.end - 2] in {"not", "n't", "didn't", "immediately", "yet"}:
        return Range(hit.first, hit.end)
    if last in {"available", "reachable"}:
        return _reach(document, hit, frozenset({"comment"}), 4)
    if last in {"reach", "contact"}:
        return _reach(document, hit, _words("unsuccessful failed unanswered immediately comment"), 14)
    return Range(hit.first, hit.end)


def _denial(document: Document, hit: Hit) -> Range | None:
    """Somebody denies an allegation; not "was denied", not a claim to insurance rejected by a clerk."""
    first = hit.first
    if hit.end - hit.first > 1:
        return Range(first, hit.end)
    before = document.lower[first - 1] if first else ""
    if before in {"was", "were", "be", "been", "is", "are"}:
        return None
    kept = _reach(document, hit, _DENIED, 5)
    if kept is None or (
        document.lower[first] in {"rejects", "rejected"}
        and document.lower[kept.end - 1] not in {"allegations", "accusations"}
    ):
        return None
    return kept


def _seen_by(document: Document, hit: Hit) -> Range | None:
    """A paper was named just before: "a letter seen by the Gazette"."""
    if hit.end >= len(document) or document.mark[hit.end] & DIGIT or document.lower[hit.end] in _CROWD:
        return None
    near = document.lower[max(0, hit.first - 9) : hit.first]
    return Range(hit.first, hit.end) if any(word in _PAPERS for word in near) else None


def _filings(document: Document, hit: Hit) -> Range | None:
    words = document.lower[hit.first : hit.end]
    if words[0] in {"according", "in", "freedom", "public", "open"} and words[-1] not in {
        "documents",
        "records",
        "files",
    }:
        return Range(hit.first, hit.end)
    if words[0] == "according" or words[0] == "in":
        return Range(hit.first, hit.end)
    if (
        words[-1] in _SHOWN
        or any(word in _SHOWN for word in words[1:])
        or words[-1] in {"reads", "charges", "notes", "found"}
    ):
        return Range(hit.first, hit.end)
    return _reach(document, hit, _SHOWN, 2)


def _reason(document: Document, hit: Hit) -> Range | None:
    """Anonymity with its reason; the bare condition is not one."""
    lower, size = document.lower, len(document)
    if lower[hit.first] in {"not", "wasn't", "weren't", "isn't", "aren't", "lacked", "without"} and lower[
        hit.end - 1
    ] not in {"named", "identified"}:
        return Range(hit.first, hit.end)
    if lower[hit.end - 1] == "withheld" or lower[hit.end - 1] == "changed":
        return _reach(document, hit, frozenset({"protect", "because", "for", "privacy", "safety", "security"}), 6)
    if lower[hit.first : hit.first + 2] == ["not", "be"]:
        return None
    for at in range(hit.end, min(size, hit.end + 4)):
        here = lower[at]
        if (
            here in _REASON
            or here == "to"
            or (here == "for" and lower[at + 1 : at + 2] and lower[at + 1] in {"fear", "safety", "security", "privacy"})
        ):
            return Range(hit.first, at + 1 if here != "for" else at + 2)
        if document.mark[at] & STOP:
            return None
    return None


def _funding(document: Document, hit: Hit) -> Range | None:
    """A study, poll or body is funded by somebody; a bridge is not."""
    last = document.lower[hit.end - 1]
    if last == "from" or document.lower[hit.first] in {"funding", "financial", "research"}:
        return Range(hit.first, hit.end)
    near = document.lower[max(0, hit.first - 12) : hit.first]
    return Range(hit.first, hit.end) if any(word in _STUDIES for word in near) else None


def _ownership(document: Document, hit: Hit) -> Range | None:
    words = document.lower[hit.first : hit.end]
    if words[0] in {"which", "that", "who"} and words[-1] in {"owns", "own", "owned"}:
        follows = document.mark[hit.end] if hit.end < len(document) else 0
        return Range(hit.first, hit.end + 1) if follows & CLASS["outlet"] else None
    return Range(hit.first, hit.end)


def _line(document: Document, hit: Hit) -> Range | None:
    """Only at the beginning of a line."""
    begins = hit.first == 0 or document.mark[hit.first] & NEWLINE
    return Range(hit.first, hit.end) if begins else None


def _count(document: Document, hit: Hit) -> Range | None:
    """Counted people or papers follow: "surveyed 1,003 adults"; the police's interviews are no method."""
    lower, mark, size = document.lower, document.mark, len(document)
    if any(word in _READERS for word in lower[max(0, hit.first - 4) : hit.first]) or hit.end >= size:
        return None
    if lower[hit.end - 1] not in {"with", "of"} and hit.end - hit.first > 1:
        return Range(hit.first, hit.end)
    if hit.end - hit.first > 2 or not (mark[hit.end] & DIGIT or lower[hit.end] in _COUNTED):
        return Range(hit.first, hit.end) if hit.end - hit.first > 2 else None
    figure = any(
        (mark[at] & DIGIT and len(lower[at]) > 1) or lower[at] in {"dozens", "scores", "hundreds", "thousands"}
        for at in range(hit.end, min(size, hit.end + 4))
    )
    data = lower[hit.end] in {"data", "records", "documents"}
    kept = _reach(document, hit, _PEOPLE, 8)
    return kept if (figure or data) and kept else None


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
        fires=("The dam broke.\n[Correction:] The dam is in Velden.", "[Update:] The road is open again."),
        silent=("He asked for a correction: the date was wrong.", "The update was late."),
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
        ),
        silent=("An earlier version of the engine failed.", "The law has been amended.", "This story was told by Roe."),
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
_CHECKS: Final[dict[str, Check]] = {
    "accountability.reply_sought:no-reply": _reply,
    "accountability.reply_sought:denial": _denial,
    "accountability.document_seen:seen-by": _seen_by,
    "accountability.document_seen:filings-show": _filings,
    "accountability.anonymity_reason:because": _reason,
    "accountability.interest_disclosed:ownership": _ownership,
    "accountability.interest_disclosed:funding": _funding,
    "accountability.correction:line": _line,
    "accountability.method:count": _count,
}
_BY_NAME: Final = {rule.name: rule for rule in RULES}


def find(document: Document) -> list[Finding]:
    """Marks of accountable reporting in a document."""
    found: list[Finding] = []
    reached = 0
    for hit in document.hits["accountability"]:
        rule = _BY_NAME[hit.entry.rule]
        kept = _CHECKS.get(rule.name, _as_it_stands)(document, hit)
        if kept and kept.first >= reached:
            reached = kept.end
            found.append(document.finding(rule, *kept, weight=hit.entry.weight))
    return found


DETECTOR: Final = Detector(
    "accountability",
    "What lets a reader check the reporter: replies, papers, reasons, interests, corrections, method.",
    (
        Kind("accountability.reply_sought", "The other side was asked or its answer is given."),
        Kind("accountability.document_seen", "A paper, filing or recording was seen."),
        Kind("accountability.anonymity_reason", "The reason for a source's anonymity is given."),
        Kind("accountability.interest_disclosed", "Ownership, funding or another interest is disclosed."),
        Kind("accountability.correction", "A correction or update is marked."),
        Kind("accountability.method", "The method behind a figure is told."),
    ),
    RULES,
    find,
)
