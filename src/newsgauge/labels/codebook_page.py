"""The codebook as Markdown, so that there is one text of it to change: the TOML."""

from __future__ import annotations

from collections.abc import Iterator

from newsgauge.labels.codebook import Cap, Change, Codebook, Item


def markdown(book: Codebook) -> str:
    """The whole codebook for a reader; ends with a newline."""
    return "\n".join(_page(book)) + "\n"


def _page(book: Codebook) -> Iterator[str]:
    yield f"# Codebook {book.version}: {book.title[:1].lower()}{book.title[1:]}\n"
    yield from (f"- {rule}" for rule in book.rules)
    yield "\n## genre: what the text IS\n"
    for genre in book.genres:
        null = " Reliability: null." if genre.reliability == "null" else ""
        yield f"- **{genre.name}**: {genre.what}{null}" + _example(genre.example)
    for item in book.items:
        yield from _item(item)
    if book.caps:
        yield "\n## Caps: highest reliability\n"
        yield from (f"- {_cap(cap)}" for cap in book.caps)
    yield "\n## spans: exact stretches of the text\n"
    yield f"Up to {book.spans} of the most telling ones, each of 1 to {book.words} words, each with one label.\n"
    yield from (f"- **{label.name}**: {label.what}{_example(label.example)}" for label in book.labels)
    for title, entries in (
        ("source_kind, for named and vague", book.source_kinds),
        ("stance of the cue", book.stances),
    ):
        if entries:
            yield f"\nOptional, {title}:\n"
            yield from (f"- {entry.name}: {entry.what}" for entry in entries)
    if book.exhaustive is not None:
        yield f"\n## Marking exhaustively\n\n{book.exhaustive.what}"
    yield "\n## why\n\nOne short sentence of your own naming what decided the reliability; no words of the text in it."
    yield "\n## Change log\n"
    for change in book.changes:
        yield from _change(change)


def _item(item: Item) -> Iterator[str]:
    null = ", or null" if item.nullable else ""
    yield f"\n## {item.name} {item.low}–{item.high}{null}\n\n{item.question}\n"
    yield from (f"- **{anchor.value}** {anchor.what}{_example(anchor.example)}" for anchor in item.anchors)
    if item.notes:
        yield ""
        yield from (f"- {note}" for note in item.notes)


def _cap(cap: Cap) -> str:
    parts = [f"{name} {value} or more" for name, value in cap.at_least.items()]
    parts += [f"genre {', '.join(cap.genres)}"] if cap.genres else []
    spared = [f"{name} {value} or more" for name, value in cap.not_if_at_least.items()]
    without = f", unless {' and '.join(spared)}" if spared else ""
    outside = f" (not in {', '.join(cap.not_genres)})" if cap.not_genres else ""
    return f"{cap.name}: {' and '.join(parts)}{without}{outside}: at most {cap.at_most}"


def _change(change: Change) -> Iterator[str]:
    yield f"- **{change.version}**"
    yield from (f"  - {what}" for what in change.what)


def _example(words: str) -> str:
    return f" — *{words}*" if words else ""
