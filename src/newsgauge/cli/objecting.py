"""The option for objections, shared by the commands whose reports print them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from newsgauge.article import Annotation, Objection

F = TypeVar("F", bound=Callable[..., Any])

# As newsgauge.objections.FILE, which --help need not import; a test holds them together.
FILE = "newsgauge-objections.jsonl"


def shows_objections(command: F) -> F:
    """Give a command --objections."""
    return click.option(
        "--objections", metavar="FILE", help=f"Objections to print beside findings  [default: {FILE}, if here]"
    )(command)


def objections_in(given: str | None) -> list[Objection]:
    """The objections of the file asked for, or of the usual one where it is here."""
    from newsgauge.objections import read

    place = Path(given or FILE)
    return read(place) if given or place.is_file() else []


def with_objections_in(given: str | None, annotations: Iterable[Annotation]) -> Iterable[Annotation]:
    """Annotations with the objections of that file, for every format to print."""
    from newsgauge.objections import with_objections

    kept = objections_in(given)
    return with_objections(annotations, kept) if kept else annotations
