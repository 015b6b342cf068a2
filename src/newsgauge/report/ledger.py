"""The sourcing ledger: who is quoted, how often, about what, first-hand or through whom."""

from __future__ import annotations

import csv
import io
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from newsgauge.article import Annotation, Attribution, Finding, Span
from newsgauge.report.visible import one_line
from newsgauge.report.wording import source_kind_words

THIS: Final = "this page"
_EXCERPT: Final = 70  # characters of what somebody is quoted with
_ABOUT: Final = 3  # excerpts of one source
_OURSELVES: Final = frozenset(
    ["us", "we", "our", "this newspaper", "this paper", "this website", "this site", "this publication"]
)
_LEARNED: Final = ("learned", "learnt", "understands", "obtained")  # "the Courier has learned": an outlet of itself
_UNNAMED: Final = frozenset(("anonymous", "role", "collective", "none"))
_NAME: Final = re.compile(r"[^\W\d_][\w.’'-]*")
_ARTICLES: Final = frozenset("the a an of and for at in".split())


class Entry(NamedTuple):
    """One source, along one way on which its words came here.

    Attributes
    ----------
    name : str
        As the text names it; empty where quoted words have no source.
    kind : str
        One of the attribution's source kinds; a pronoun counts with the name it stands for.
    times, pronouns, direct : int
        Attributions; those of them by a pronoun; those in the source's own words.
    chain : tuple of str
        From the origin to `THIS`: ``("Kim", "Rodong Sinmun", "this page")``.
    self_cited : bool
        The outlet quotes itself.
    anonymity : str
        "", or for a source without a name "reason given" or "no reason given".
    stances : tuple of str
        Cue stances other than neutral, such as "doubting".
    about : tuple of str
        The beginnings of what is attributed, in reading order.
    reply : str
        The words that tell of a reply sought from this source; empty where there are none.
    first : int
        Code point where it is first met.
    """

    name: str
    kind: str
    times: int
    pronouns: int
    direct: int
    chain: tuple[str, ...]
    self_cited: bool
    anonymity: str
    stances: tuple[str, ...]
    about: tuple[str, ...]
    reply: str
    first: int

    @property
    def kind_words(self) -> str:
        """The kind in plain words."""
        return source_kind_words(self.kind)

    @property
    def often(self) -> str:
        """How often it speaks, in words."""
        times = "once" if self.times == 1 else f"{self.times} times"
        return f"{times} ({self.pronouns} by pronoun)" if self.pronouns else times

    @property
    def way(self) -> str:
        """How it came here; first-hand means that the text names no medium in between. Empty where nobody is named."""
        if self.kind == "none":
            return ""
        if self.self_cited:
            return "the outlet itself"
        if len(self.chain) > 2:
            return "relayed"
        return "another outlet" if self.kind == "outlet" else "first-hand"


class Reply(NamedTuple):
    """Words that tell that somebody was asked, or answered, and the sentence around them."""

    words: str
    sentence: str
    span: Span
    id: str


class Ledger(NamedTuple):
    """All sources of a text, those who speak most first, and the replies that were sought."""

    entries: tuple[Entry, ...]
    replies: tuple[Reply, ...]


def ledger(a: Annotation) -> Ledger:
    """Draw up the ledger of an annotation.

    Notes
    -----
    The outlet itself is known from the byline's line, from credits, and from words such as "told this newspaper".
    An unnamed source is "no reason given" unless the text explains why.
    """
    own = own_names(a)
    replies = tuple(_replies(a))
    attributions = relayed(a.attributions)
    kinds = _kinds(attributions)
    grouped: dict[tuple[str, str, tuple[str, ...]], list[Attribution]] = {}
    for one in attributions:
        name = source_name(one)
        kind = kinds.get(name, "pronoun") if one.source_kind == "pronoun" else one.source_kind
        grouped.setdefault((name, kind if one.source else "none", chain_of(one, own)), []).append(one)
    entries = [_entry(a, key, found, own, replies) for key, found in grouped.items()]
    return Ledger(tuple(sorted(entries, key=lambda entry: (-entry.times, entry.first))), replies)


def source_name(one: Attribution) -> str:
    """The source as reports name it: what it resolves to, else its words."""
    return one_line(one.source_name or (one.source.text if one.source else ""))


def relayed(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Attributions with the medium that relays them, where it reports the whole of "Vale said …": Vale → Courier → this page."""
    media = sorted(
        (content.start, content.end, one.source)
        for one in attributions
        if one.source is not None and _relays(one)
        for content in one.content
    )
    found = []
    for one in attributions:
        parts = [part for part in (one.source, one.cue) if part is not None]
        place = (
            bisect_right(media, min(part.start for part in parts), key=lambda medium: medium[0]) - 1
            if len(parts) > 1
            else -1
        )
        inside = place >= 0 and max(part.end for part in parts) <= media[place][1]
        relays = inside and one.via is None and one.source_kind != "outlet"
        found.append(one._replace(via=media[place][2]) if relays else one)
    return found


def _relays(one: Attribution) -> bool:
    """A medium; or whoever what somebody else said is "according to"."""
    return one.source_kind == "outlet" or (one.cue is not None and one.cue.text.lower().startswith("according to"))


def chain_words(entry: Entry) -> str:
    """ "Kim → Rodong Sinmun → this page"."""
    return " → ".join(link or "nobody named" for link in entry.chain)


def _kinds(attributions: Iterable[Attribution]) -> Mapping[str, str]:
    kinds: dict[str, str] = {}
    for one in attributions:
        if one.source_kind != "pronoun":
            kinds.setdefault(source_name(one), one.source_kind)
    return kinds


def chain_of(one: Attribution, own: frozenset[str]) -> tuple[str, ...]:
    """From the origin to this page; `own` are the words of the outlet's name."""
    name = source_name(one)
    if one.source_kind == "own_observation":
        return (THIS,)
    via = one_line(one.via.text) if one.via else ""
    relayed = (via,) if via and not is_own(via, own) and via != name else ()
    return (name, *relayed, THIS)


def is_own(name: str, own: frozenset[str]) -> bool:
    """Whether a name means the outlet that the text stands in."""
    lower = name.casefold()
    words = _words(name)
    return lower in _OURSELVES or (bool(words) and words <= own)


def _words(name: str) -> frozenset[str]:
    found = (word.casefold().removesuffix("'s").removesuffix("’s") for word in _NAME.findall(name))
    return frozenset(found) - _ARTICLES


def own_names(a: Annotation) -> frozenset[str]:
    """Words of the outlet's name: what stands in the byline's line behind the author."""
    found: set[str] = set()
    for one in a.findings:
        if one.kind == "transparency.byline":
            end = a.text.find("\n", one.end)
            found |= _words(a.text[one.end : end if end >= 0 else len(a.text)][:200])
    return frozenset(found)


def _entry(
    a: Annotation,
    key: tuple[str, str, tuple[str, ...]],
    found: list[Attribution],
    own: frozenset[str],
    replies: tuple[Reply, ...],
) -> Entry:
    name, kind, chain = key
    stances = dict.fromkeys(one.cue.stance for one in found if one.cue and one.cue.stance != "neutral")
    unnamed = kind in _UNNAMED and kind != "none"
    about = (excerpt(a.text[span.start : span.end]) for one in found for span in one.content[:1])
    return Entry(
        name,
        kind,
        len(found),
        sum(1 for one in found if one.source_kind == "pronoun" != kind),
        sum(1 for one in found if one.form != "indirect"),
        chain,
        kind == "outlet" and (is_own(name, own) or any(_learned(one) for one in found)),
        ("reason given" if any(one.reason_given for one in found) else "no reason given") if unnamed else "",
        tuple(stances),
        tuple(list(dict.fromkeys(about))[:_ABOUT]),
        next((reply.words for reply in replies if _asked(reply, name)), ""),
        min(_place(one) for one in found),
    )


def _learned(one: Attribution) -> bool:
    return one.cue is not None and one.cue.text.casefold().endswith(_LEARNED)


def _place(one: Attribution) -> int:
    parts = [part.start for part in (one.source, one.cue) if part] + [span.start for span in one.content]
    return min(parts, default=0)


def _asked(reply: Reply, name: str) -> bool:
    """Whether the sentence that tells of a reply names this source, by its last word at least."""
    words = _NAME.findall(name)
    return bool(words) and words[-1][:1].isupper() and words[-1] in _NAME.findall(reply.sentence)


def _replies(a: Annotation) -> Iterator[Reply]:
    for one in a.findings:
        if one.kind == "accountability.reply_sought":
            yield Reply(one_line(one.text), one_line(sentence_around(a, one)), one.span, one.id)


def sentence_around(a: Annotation, one: Finding) -> str:
    """The sentence that holds a finding, else its own words."""
    for sentence in a.sentences:
        if sentence.start <= one.start < sentence.end:
            return a.text[sentence.start : sentence.end]
    return one.text


def excerpt(text: str, most: int = _EXCERPT) -> str:
    """The beginning of some words, on one line, without the quotation marks around them."""
    words = one_line(text).strip("“”\"'‘’,. ")
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + "…"


COLUMNS: Final = (
    "id",
    "source",
    "kind",
    "times",
    "by_pronoun",
    "in_own_words",
    "way",
    "chain",
    "anonymity",
    "stances",
    "reply_sought",
    "about",
)


def ledger_rows(a: Annotation) -> Iterator[tuple[str, ...]]:
    """The ledger's rows under `COLUMNS`, as text."""
    found = ledger(a)
    for one in found.entries:
        yield (
            a.id,
            one.name,
            one.kind,
            str(one.times),
            str(one.pronouns),
            str(one.direct),
            one.way,
            chain_words(one),
            one.anonymity,
            ", ".join(one.stances),
            one.reply,
            " | ".join(one.about),
        )


def csv_line(cells: Iterable[str]) -> bytes:
    """One line of CSV (RFC 4180) whose cells no spreadsheet runs as a formula."""
    line = io.StringIO()
    csv.writer(line).writerow([_inert(cell) for cell in cells])
    return line.getvalue().encode("utf-8", "backslashreplace")


def _inert(cell: str) -> str:
    # OWASP, "CSV Injection"; as newsgauge.writers does it, which this room may not import.
    return f"'{cell}" if cell.lstrip().startswith(tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")) else cell
