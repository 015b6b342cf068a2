"""From what the user named to single inputs: files, folders, standard input."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence

from newsgauge.article import Failure
from newsgauge.readers.formats import SUFFIXES, suffix_format
from newsgauge.readers.streams import STDIN, Input

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def inputs(paths: Sequence[str]) -> Iterator[Input | Failure]:
    """Inputs in the order given; folders in order of their files' names, hidden ones and unknown suffixes left out."""
    stdin_taken = False
    for path in paths:
        place = printable(path)
        if path == STDIN:
            again = Failure("", place, "standard input was read already; name - once")
            yield again if stdin_taken else Input(path, place)
            stdin_taken = True
        elif _ADDRESS.match(path):
            remedy = "download the page first (curl -o page.html ADDRESS) and give the file"
            yield Failure("", place, f"expected a file, found a web address, and nothing is fetched here; {remedy}")
        elif not path or "\0" in path:
            yield Failure("", place, f"expected a path, found {path!r}")
        elif os.path.isdir(path):
            yield from _folder(path)
        else:
            yield Input(path, place)


def printable(path: str) -> str:
    """The path as text any encoding can write: bytes that are no UTF-8 become U+FFFD."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _folder(top: str) -> Iterator[Input | Failure]:
    empty = True
    for found in _walk(top):
        empty = False
        yield found
    if empty:
        known = " ".join(suffix for suffix, _ in SUFFIXES)
        yield Failure(
            "", printable(top), f"no article in this folder; expected files ending in {known} or these + .gz or .zst"
        )


def _walk(top: str) -> Iterator[Input | Failure]:
    """Depth first and in order of names; linked folders aren't entered, so that no circle is."""
    pending = [top]
    while pending:
        path = pending.pop()
        try:
            is_folder = path == top or (os.path.isdir(path) and not os.path.islink(path))
            names = sorted(os.listdir(path), reverse=True) if is_folder else None
        except OSError as error:
            yield Failure("", printable(path), f"the folder can't be read ({error.strerror}); check its permissions")
            continue
        if names is not None:
            pending += [os.path.join(path, name) for name in names if not name.startswith(".")]
        elif suffix_format(path) is not None and not os.path.isdir(path):
            yield Input(path, printable(path))
