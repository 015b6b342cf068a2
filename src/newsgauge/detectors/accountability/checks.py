"""What must follow or precede a phrase of accountability: each check gives the words it covers, or None."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.neighbourhood import before, mark_at, next_of, word_at
from newsgauge.vocabulary import CLASS, DIGIT, NEWLINE, STOP

if TYPE_CHECKING:
    from newsgauge.document import Document, Hit

Check = Callable[["Document", "Hit"], "Range | None"]
_REQUESTS: Final = frozenset(
    "request requests comment comments call calls message messages email emails inquiry inquiries enquiry "
    "enquiries questions query queries letter".split()
)
_DECLINED: Final = frozenset(
    "comment elaborate discuss answer respond say speak be provide give identify name confirm".split()
)
_DENIED: Final = frozenset(
    "allegations allegation accusations accusation wrongdoing charges charge claims claim involvement misconduct "
    "report reports responsibility assertion assertions".split()
)
_PAPERS: Final = frozenset(
    "document documents email emails memo memos letter letters copy copies report reports filing filings record "
    "records transcript transcripts video videos recording recordings photo photos photograph photographs message "
    "messages contract contracts footage texts file files draft drafts affidavit complaint images invoices "
    "statements minutes correspondence cables cable spreadsheet lawsuit audio screenshots slides "
    "presentation".split()
)
_SHOWN: Final = frozenset(
    "show shows showed shown say says said state states stated reveal revealed reveals indicate indicated "
    "indicates allege alleged obtained reviewed seen suggest suggested released filed describe described identify "
    "list listed according".split()
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
_RETURN: Final = frozenset("return returned answer answered".split())


def as_it_stands(_document: Document, hit: Hit) -> Range | None:
    """The phrase is enough."""
    return Range(hit.first, hit.end)


def _reach(document: Document, hit: Hit, words: frozenset[str], tokens: int) -> Range | None:
    """From the opening to the first of the words within so many tokens of its sentence."""
    at = next_of(document, hit.end, words, tokens)
    return None if at is None else Range(hit.first, at + 1)


def _reply(document: Document, hit: Hit) -> Range | None:
    """A reply was asked for and not given."""
    last = document.lower[hit.end - 1]
    if last == "to":
        return Range(hit.first, hit.end + 1) if word_at(document, hit.end) in _DECLINED else None
    if last.startswith(("respond", "repl")) or last in _RETURN:
        return _reach(document, hit, _REQUESTS, 9)
    if last.startswith("comment") and document.lower[hit.end - 2] in {"not", "n't", "didn't", "immediately", "yet"}:
        return Range(hit.first, hit.end)
    if last in {"available", "reachable"}:
        return _reach(document, hit, frozenset({"comment"}), 4)
    if last in {"reach", "contact"}:
        return _reach(document, hit, frozenset("unsuccessful failed unanswered immediately comment".split()), 14)
    return Range(hit.first, hit.end)


def _denial(document: Document, hit: Hit) -> Range | None:
    """Somebody denies an allegation; not "was denied", not a claim to insurance rejected by a clerk."""
    first = hit.first
    if hit.end - hit.first > 1:
        return Range(first, hit.end)
    if word_at(document, first - 1) in {"was", "were", "be", "been", "is", "are"}:
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
    return Range(hit.first, hit.end) if before(document, hit.first, _PAPERS, 9) else None


def _filings(document: Document, hit: Hit) -> Range | None:
    """A court or public record, and that it shows something."""
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
    return Range(hit.first, hit.end) if before(document, hit.first, _STUDIES, 12) else None


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
    if before(document, hit.first, _READERS, 4) or hit.end >= size:
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
