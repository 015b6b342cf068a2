"""Whether the other side was asked, and whether its answer is a denial."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.neighbourhood import before, mark_at, next_of, word_at
from newsgauge.vocabulary import CAPITAL, CLASS

if TYPE_CHECKING:
    from newsgauge.document import Document, Hit

_FAR: Final = 25  # tokens of a sentence read on either side
_REQUESTS: Final = frozenset(
    "request requests comment call calls message messages email emails inquiry inquiries enquiry "
    "enquiries questions query queries".split()
)
_COMMENT: Final = frozenset(
    "comment comments interview interviews reaction response clarification more further".split()
)
_TELL: Final = frozenset("elaborate discuss answer respond say speak provide give confirm".split())
_TOLD: Final = frozenset(
    "detail details information comment comments figures numbers specifics timeline explanation further reason "
    "reasons evidence answer answers".split()
)
_ASKED: Final = frozenset(
    "asked reporters reporter journalists journalist interview interviewed questioned inquiries spokesman "
    "spokeswoman spokesperson spokespeople spokesmen".split()
)
_PRESS: Final = frozenset("reporters reporter journalists journalist newspaper magazine".split())
_BODIES: Final = frozenset(
    "company companies firm firms bank office officials official department agency ministry authorities police "
    "campaign lawyers lawyer attorney attorneys representatives representative aides hospital university church "
    "council airline".split()
)
_HEARINGS: Final = frozenset(
    "hearing hearings committee panel court testimony testify testified oath investigators prosecutors inspector "
    "subpoena subpoenas subpoenaed judge fbi agents lawmakers senators senate congress jury legislative deposition "
    "grand detectives interrogators".split()
)
_PAPERS_ASKED: Final = frozenset("record records subpoena subpoenas foia letter treatment".split())
_UNREACHED: Final = frozenset(
    "agreement agreements deal consensus compromise verdict decision solution goal goals target settlement accord".split()
)
_DENIED: Final = frozenset(
    "allegations allegation accusations accusation wrongdoing charges charge claims claim involvement misconduct "
    "report reports responsibility assertion assertions".split()
)
_NEGATED: Final = frozenset(
    "not n't never nor nobody cannot can't don't doesn't didn't couldn't neither hardly".split()
)
_GOES_ON: Final = frozenset("continued continues went goes on continue".split())
_ON: Final = frozenset(
    ", on in at by because solely over entry access bail asylum visa insurance benefit benefits".split()
)


def as_it_stands(_document: Document, hit: Hit) -> Range | None:
    """The phrase is enough."""
    return Range(hit.first, hit.end)


def reach(document: Document, hit: Hit, words: frozenset[str], tokens: int) -> Range | None:
    """From the opening to the first of the words within so many tokens of its sentence."""
    at = next_of(document, hit.end, words, tokens)
    return None if at is None else Range(hit.first, at + 1)


def reply(document: Document, hit: Hit) -> Range | None:
    """A reply was asked for and not given."""
    words = document.lower[hit.first : hit.end]
    last = words[-1]
    if last == "to":
        return _declined(document, hit)
    if last.startswith(("respond", "repl")) or last in {"return", "returned", "answer", "answered"}:
        return _unanswered(document, hit)
    if last.startswith("comment") and words[0].startswith("ha") and ("not" in words or words[0].endswith("n't")):
        return Range(hit.first, hit.end) if "immediately" in words or "yet" in words else None
    if last in {"available", "reachable"}:
        return reach(document, hit, frozenset({"comment"}), 4)
    if last in {"reach", "contact"}:
        return reach(document, hit, frozenset("unsuccessful failed unanswered immediately comment".split()), 14)
    if last in {"reached", "contacted"} and before(document, hit.first, _UNREACHED, 6):
        return None
    if last == "from" and words[0] == "in":  # in response to questions from …
        by_press = next_of(document, hit.end, _PRESS, 4) is not None or _outlet(document, hit.end, hit.end + 4)
        return Range(hit.first, hit.end) if by_press else None
    return Range(hit.first, hit.end)


def _declined(document: Document, hit: Hit) -> Range | None:
    """Declined to comment · asked by reporters, refused to say. To be named, to vote or to testify is no reply."""
    verb = word_at(document, hit.end)
    if verb == "comment":
        return Range(hit.first, hit.end + 1)
    if _at_hearing(document, hit):
        return None
    if verb == "be":
        return Range(hit.first, hit.end + 2) if word_at(document, hit.end + 1) == "interviewed" else None
    if verb not in _TELL or not _was_asked(document, hit):
        return None
    if verb in {"give", "provide"}:
        return Range(hit.first, hit.end + 1) if next_of(document, hit.end + 1, _TOLD, 4) else None
    on_record = verb == "speak" and next_of(document, hit.end + 1, frozenset({"record"}), 4)
    return None if on_record else Range(hit.first, hit.end + 1)


def _was_asked(document: Document, hit: Hit) -> bool:
    """Reporters asked, or a spokesman or a body speaks; a refusal needs the reporters."""
    sentence = _sentence(document, hit)
    around = document.lower[sentence.first : sentence.end]
    if document.lower[hit.first].startswith("refus"):
        return any(word in _PRESS or word == "asked" for word in around)
    if any(word in _ASKED for word in around):
        return True
    return before(document, hit.first, _BODIES, 6) or _outlet(document, hit.end, sentence.end)


def _outlet(document: Document, first: int, end: int) -> bool:
    return any(document.mark[at] & CLASS["outlet"] for at in range(first, min(end, len(document))))


def _unanswered(document: Document, hit: Hit) -> Range | None:
    """Did not respond to a request for comment; not to a request for records, a treatment or a committee."""
    kept = reach(document, hit, _REQUESTS, 9)
    if kept is None or any(word in _PAPERS_ASKED for word in document.lower[hit.end : kept.end]):
        return None
    if word_at(document, kept.end) == "for" and next_of(document, kept.end + 1, _COMMENT, 4) is None:
        return None
    comment = document.lower[kept.end - 1] == "comment" or next_of(document, kept.end, _COMMENT, 6) is not None
    return None if not comment and _at_hearing(document, hit) else kept


def _at_hearing(document: Document, hit: Hit) -> bool:
    """A committee, a court or the police asked."""
    first, end = _sentence(document, hit)
    return any(word in _HEARINGS for word in document.lower[first:end])


def _sentence(document: Document, hit: Hit) -> Range:
    number = int(document.sentence_of[hit.first])
    first, end = document.sentences[number] if number >= 0 else Range(hit.first, hit.end)
    return Range(max(first, hit.first - _FAR), min(end, hit.end + _FAR))


def denial(document: Document, hit: Hit) -> Range | None:
    """Somebody denies an allegation; not "was denied", not "disputed claims", nor one that nobody denies."""
    first = hit.first
    attempted = word_at(document, first - 1) == "to" and not before(document, first - 1, _GOES_ON, 1)
    if attempted or before(document, first, _NEGATED, 3):
        return None
    if hit.end - first > 1:
        return Range(first, hit.end)
    if _adjective(document, first):
        return None
    kept = reach(document, hit, _DENIED, 5)
    if kept is None or any(word in _ON for word in document.lower[hit.end : kept.end - 1]):
        return None
    rejected = document.lower[first] in {"rejects", "rejected"}
    return None if rejected and document.lower[kept.end - 1] not in {"allegations", "accusations"} else kept


def _adjective(document: Document, at: int) -> bool:
    """ "Was denied", "the disputed claims", "including disputed claims": nobody is said to deny."""
    before_it = word_at(document, at - 1)
    if before_it in {"was", "were", "be", "been", "is", "are", "being"}:
        return True
    if document.lower[at] != "disputed" or word_at(document, at + 1) not in _DENIED:
        return False
    said_of = mark_at(document, at - 1) & (CAPITAL | CLASS["person_pronoun"])
    return not said_of and before_it not in {"has", "have", "had"}
