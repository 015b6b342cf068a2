"""How inputs are to be read: a value, checked when it is made."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, get_args

from newsgauge.errors import ConfigError

Format = Literal["text", "html", "json", "jsonl", "csv", "tsv", "parquet", "warc"]
FORMATS: tuple[str, ...] = get_args(Format)
Extractor = Literal["full", "fast"]
EXTRACTORS: tuple[str, ...] = get_args(Extractor)

MAX_BYTES = 50 * 1024 * 1024
"""A long news article is under 100 kB; the bound is there to stop dumps given by mistake."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What `read` needs to know beside the paths.

    Attributes
    ----------
    text, title, id : str
        Names of the JSONL or CSV fields. A default title or id field may be absent; one named otherwise must exist.
    max_bytes : int
        Largest single-article file, and largest line of JSONL or CSV, in bytes.
    format : {"text", "html", "json", "jsonl", "csv", "tsv", "parquet", "warc"} or None
        Forced input format; None guesses by suffix, then by content.
    encoding : str or None
        Forced encoding, any text codec Python knows; None detects it.
    cut : bool
        Every article was shortened at its end (law 4). A boolean field ``cut`` of a record overrides it.
    html : {"full", "fast"}
        How pages become text: by trafilatura, or by resiliparse, several times faster and less clean.

    Raises
    ------
    ConfigError
        For an unknown format or encoding, an empty field name, or a bound below one byte.
    """

    text: str = "text"
    title: str = "title"
    id: str = "id"
    max_bytes: int = MAX_BYTES
    format: Format | None = None
    encoding: str | None = None
    cut: bool = False
    html: Extractor = "full"

    def __post_init__(self) -> None:
        if self.format is not None and self.format not in FORMATS:
            near = get_close_matches(self.format, FORMATS, 1)
            hint = f": did you mean {near[0]!r}?" if near else ""
            raise ConfigError(f"unknown input format {self.format!r}{hint}; expected one of {', '.join(FORMATS)}")
        if self.html not in EXTRACTORS:
            raise ConfigError(f"unknown HTML extractor {self.html!r}; expected one of {', '.join(EXTRACTORS)}")
        if self.encoding is not None and not _is_text_encoding(self.encoding):
            raise ConfigError(f"unknown encoding {self.encoding!r}; expected a name such as utf-8 or windows-1252")
        if self.max_bytes < 1:
            raise ConfigError(f"max_bytes: expected at least 1 byte, found {self.max_bytes}")
        for role, name in (("text", self.text), ("title", self.title), ("id", self.id)):
            if not name:
                raise ConfigError(f"the {role} field: expected the name of a field, found an empty string")


def _is_text_encoding(name: str) -> bool:
    try:
        b"ab".decode(name)
    except LookupError:  # bytes.decode refuses base64, rot13 and the like with it too
        return False
    except ValueError:  # the codec exists; two letters are no text in it (or the name holds a NUL)
        return "\0" not in name
    return True
