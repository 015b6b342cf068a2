"""Where the residue rules come from, and the article of ours that their examples stand in."""

from __future__ import annotations

from typing import Final

OWN: Final = (
    "Phrases written for newsgauge after what page templates of news sites and blogs print around their articles."
)
SHAPE: Final = "A pattern written for newsgauge; measured on public corpora of scraped articles."

PARAGRAPH: Final = (
    "The council of Velden met on Monday and voted for the new bridge after a debate that lasted more than five hours."
)
SECOND: Final = (
    "Mayor Ada Quill said the work would begin in spring, and that the old crossing would stay open until it was done."
)


def between(middle: str) -> str:
    """A line between paragraphs of an article of ours."""
    below = f"{PARAGRAPH} It will cost nine million.\n{SECOND} Nobody objected."
    return f"Velden votes for a bridge\n\n{PARAGRAPH}\n{SECOND}\n{middle}\n{below}"


def after(last: str) -> str:
    """Lines after the paragraphs of an article of ours."""
    return f"Velden votes for a bridge\n\n{PARAGRAPH}\n{SECOND}\n{last}"
