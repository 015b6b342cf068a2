"""The sourcing ledger in a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from newsgauge.article import Annotation
from newsgauge.report.cells import cut, cut_middle, wrapped
from newsgauge.report.ledger import Entry, chain_words, ledger
from newsgauge.report.visible import one_line


def ledger_lines(a: Annotation, width: int = 80) -> Iterator[str]:
    """Give the ledger line by line: a source, and below it how it came here and what it is about."""
    found = ledger(a)
    title = one_line(a.slice(a.title)) if a.title else ""
    yield cut(title, width) if title else cut_middle(one_line(a.place or a.id), width)
    if not found.entries:
        yield "  Nobody is quoted."
    for one in found.entries:
        yield from wrapped(entry_words(one), width, first="  ", rest="    ")
        if one.about:
            yield from wrapped("; ".join(f"“{words}”" for words in one.about), width, first="      ", rest="      ")
    for reply in found.replies:
        yield from wrapped(f"Reply: {reply.sentence}", width, first="  ", rest="    ")


def entry_words(one: Entry) -> str:
    """A source in one line: who, what kind, how often, which way."""
    way = f"{one.way}, {chain_words(one)}" if len(one.chain) > 2 else one.way
    parts = [one.kind_words, one.often, way, one.anonymity, f"cue {', '.join(one.stances)}" if one.stances else ""]
    if one.reply:
        parts.append(f"reply sought (“{one.reply}”)")
    return f"{cut(one.name, 48) or 'nobody named'}: {', '.join(part for part in parts if part)}"
