"""The option for objections, shared by the commands whose reports print them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from newsgauge.objections import Objection

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
