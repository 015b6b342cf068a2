"""What must follow or precede a phrase of accountability: each check gives the words it covers, or None."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.detectors.accountability.replies import denial, reply
from newsgauge.detectors.accountability.replies import reach as _reach
from newsgauge.neighbourhood import before, mark_at, next_of, word_at
from newsgauge.vocabulary import CAPITAL, CLASS, DIGIT, NEWLINE, STOP

if TYPE_CHECKING:
    from newsgauge.document import Document, Hit

Check = Callable[["Document", "Hit"], "Range | None"]
_NOT: Final = frozenset(
    "no not n't never none nobody neither nor without lack lacked lacks lacking aren't isn't wasn't weren't doesn't "
    "don't didn't hasn't haven't hadn't few".split()
)
_NOT_FUNDED: Final = frozenset("not being analysis data findings also".split())
_SUPPOSED: Final = frozenset("if whether could would should may might to whose".split())
_HOLDINGS: Final = frozenset("company firm fund group conglomerate bank holding subsidiary".split())
_DECLARING: Final = frozenset(
    "declare declared declares declaring report reported reports reporting disclose disclosed discloses disclosure "
    "disclosures form authors author statement".split()
)
_POLLED: Final = frozenset(
    "poll polls survey surveys interviews interview study trial research questionnaire polling fieldwork talks".split()
)
_SIZES: Final = frozenset("points point percent % percentage plus".split())
_EVIDENCE: Final = frozenset("evidence data facts findings research studies".split())
_PAPERS: Final = frozenset(
    "document documents email emails memo memos letter letters copy copies report reports filing filings record "
    "records transcript transcripts video videos recording recordings photo photos photograph photographs message "
    "messages contract contracts footage texts file files draft drafts affidavit complaint images invoices "
    "statements minutes correspondence cables cable spreadsheet lawsuit audio screenshots slides "
    "presentation".split()
)
_SHOWN: Final = frozenset(
    "show shows showed shown say says said state states stated reveal revealed reveals indicate indicated "
    "indicates allege alleges alleged obtained reviewed seen suggest suggested describe describes described identify "
    "list listed reads charges notes found accuses accused".split()
)
_REASON: Final = frozenset("because due citing fearing since out as given so or".split())
_STUDIES: Final = frozenset(
    "study studies research trial poll survey report work project analysis paper review institute "
    "group think-tank".split()
)
_READERS: Final = frozenset(
    "police detectives officers investigators agents prosecutors jurors deputies lawyers".split()
)
_COUNTED: Final = frozenset(
    "more nearly about over some dozens scores hundreds thousands almost data records documents at".split()
)
_PEOPLE: Final = frozenset(
    "adults voters people respondents participants patients residents women men children households students "
    "cases records documents studies families employees witnesses emails filings data officials companies workers "
    "schools firms pages papers countries".split()
)
_CROWD: Final = frozenset("many some most critics millions thousands".split())
_OTHER_RECORDS: Final = frozenset(
    "fossil ice-core temperature weather climate geological historical genetic sediment tree-ring track many".split()
)  # measurements and pasts, not papers
_REQUEST_USED: Final = frozenset(
    "obtained through under via response responses released answered received following show shows showed shared".split()
)
_MERELY_NAMED: Final = frozenset("named mentioned redacted sealed".split())
_WANTED: Final = frozenset(
    "needed needs required require requires should would awaiting future planned ethical proposed await difficult "
    "impossible hard fail fails generally proceeding larger necessary".split()
)
_PUBLICLY: Final = frozenset("publicly press media reporters journalists record public".split())


def _seen_by(document: Document, hit: Hit) -> Range | None:
    """A paper was named just before: "a letter seen by the Gazette"."""
    if hit.end >= len(document) or document.mark[hit.end] & DIGIT or document.lower[hit.end] in _CROWD:
        return None
    if before(document, hit.first, _NOT, 2) or document.lower[hit.end].endswith("ing"):
        return None
    return Range(hit.first, hit.end) if before(document, hit.first, _PAPERS, 9) else None


def _filings(document: Document, hit: Hit) -> Range | None:
    """A record or document is cited: what it shows, who obtained it; not that one was filed or asked for."""
    words = document.lower[hit.first : hit.end]
    if words[0] in {"according", "in"}:
        return None if before(document, hit.first, _MERELY_NAMED, 2) else Range(hit.first, hit.end)
    if words[-1].startswith("request"):
        if before(document, hit.first, _WANTED, 4):
            return None
        used = before(document, hit.first, _REQUEST_USED, 6) or next_of(document, hit.end, _REQUEST_USED, 8)
        return Range(hit.first, hit.end) if used else None
    if words[-1] in {"released", "filed"}:
        return Range(hit.first, hit.end) if before(document, hit.first, {"according"}, 5) else None
    if before(document, hit.first, _OTHER_RECORDS, 1) or before(document, hit.first, _NOT, 3):
        return None
    if any(word in _SHOWN for word in words[1:]):
        return Range(hit.first, hit.end)
    return _reach(document, hit, _SHOWN, 2)


def _reason(document: Document, hit: Hit) -> Range | None:
    """Anonymity with its reason; the bare condition is not one."""
    lower, size = document.lower, len(document)
    if lower[hit.first] in {"not", "wasn't", "weren't", "isn't", "aren't", "lacked", "without"} and lower[
        hit.end - 1
    ] not in {"named", "identified"}:
        bare = lower[hit.first + 1] in {"allowed", "permitted"}
        return None if bare and next_of(document, hit.end, _PUBLICLY, 6) is None else Range(hit.first, hit.end)
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
    if word_at(document, hit.first - 1) in _NOT_FUNDED:
        return None
    evidence = any(word in _EVIDENCE for word in document.lower[hit.end : hit.end + 2])
    return Range(hit.first, hit.end) if not evidence and before(document, hit.first, _STUDIES, 8) else None


def _donor(document: Document, hit: Hit) -> Range | None:
    """A tie that somebody has, said of them; not one denied, asked for or supposed."""
    if before(document, hit.first, _NOT | _SUPPOSED, 4) or before(document, hit.first, _HOLDINGS, 6):
        return None
    return Range(hit.first, hit.end)


def _statement(document: Document, hit: Hit) -> Range | None:
    """Interests are declared in an author's note, not weighed in a story about somebody's conflicts."""
    if document.lower[hit.first] in {"full", "competing"}:
        return Range(hit.first, hit.end)
    declared = before(document, hit.first, _DECLARING, 8) or next_of(document, hit.end, _DECLARING, 4)
    return Range(hit.first, hit.end) if declared else None


def _method(document: Document, hit: Hit) -> Range | None:
    """A study or poll was made so; not that none was, nor that one is needed, nor a heading."""
    number = int(document.sentence_of[hit.first])
    if number < 0 or _heading(document, hit):
        return None
    sentence = document.sentences[number]
    first = max(sentence.first, hit.first - 12)
    lacking = before(document, hit.first, _NOT, hit.first - first)
    near = document.lower[first : min(sentence.end, hit.end + 8)]
    wanted = any(word in _WANTED for word in near) or word_at(document, sentence.end - 1) == "?"
    return None if lacking or wanted else Range(hit.first, hit.end)


def _poll(document: Document, hit: Hit) -> Range | None:
    """How a poll or study was made: "conducted" needs one before it, and the margin of error its size."""
    words = document.lower[hit.first : hit.end]
    if words[1] == "conducted" and not before(document, hit.first, _POLLED, 8):
        return None
    near = document.lower[max(0, hit.first - 12) : hit.end + 10]
    if words[0].startswith("margin") and not any(word in _SIZES for word in near):
        return None
    return _method(document, hit)


def _heading(document: Document, hit: Hit) -> bool:
    """Every word of the phrase is capitalised: a heading or the title of a paper."""
    mark = document.mark
    return hit.end - hit.first > 1 and all(mark[at] & CAPITAL for at in range(hit.first, hit.end))


def _ownership(document: Document, hit: Hit) -> Range | None:
    """Who owns an outlet."""
    words = document.lower[hit.first : hit.end]
    if words[0] in {"which", "that", "who"} and words[-1] in {"owns", "own", "owned"}:
        return Range(hit.first, hit.end + 1) if mark_at(document, hit.end) & CLASS["outlet"] else None
    return Range(hit.first, hit.end)


def _line(document: Document, hit: Hit) -> Range | None:
    """Only at the beginning of a line."""
    begins = hit.first == 0 or document.mark[hit.first] & NEWLINE
    return Range(hit.first, hit.end) if begins else None


def _count(document: Document, hit: Hit) -> Range | None:
    """Counted people or papers follow: "surveyed 1,003 adults"; the police's interviews are no method."""
    lower, mark, size = document.lower, document.mark, len(document)
    if before(document, hit.first, _READERS | _NOT, 4) or hit.end >= size:
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


CHECKS: Final[dict[str, Check]] = {
    "accountability.reply_sought:no-reply": reply,
    "accountability.reply_sought:denial": denial,
    "accountability.document_seen:seen-by": _seen_by,
    "accountability.document_seen:filings-show": _filings,
    "accountability.anonymity_reason:because": _reason,
    "accountability.interest_disclosed:ownership": _ownership,
    "accountability.interest_disclosed:funding": _funding,
    "accountability.interest_disclosed:donor": _donor,
    "accountability.interest_disclosed:statement": _statement,
    "accountability.correction:line": _line,
    "accountability.method:count": _count,
    "accountability.method:poll": _poll,
    "accountability.method:trial": _method,
}
