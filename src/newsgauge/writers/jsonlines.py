"""Annotations as JSON: one array, one object, or one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

import msgspec

from newsgauge.article import Annotation
from newsgauge.writers.contract import Json, to_dict


def encode(record: Json) -> bytes:
    """Encode one record as UTF-8 JSON without line breaks.

    A lone surrogate (a broken ``\\ud83d`` escape in somebody's JSON) has no UTF-8 form; such a record is
    written in ASCII with escapes, so that reading it gives the same string again.
    """
    try:
        return msgspec.json.encode(record)
    except UnicodeEncodeError:
        return json.dumps(record, separators=(",", ":"), allow_nan=False).encode("ascii")


def json_lines(annotations: Iterable[Annotation], with_text: bool = True) -> Iterator[bytes]:
    """Give one JSON object a line, each as soon as its annotation is there."""
    for annotation in annotations:
        yield encode(to_dict(annotation, with_text)) + b"\n"


def json_array(annotations: Iterable[Annotation], with_text: bool = True) -> Iterator[bytes]:
    """Give one JSON array, an element a line; memory does not grow with the input."""
    opening = b"[\n"
    for annotation in annotations:
        yield opening + encode(to_dict(annotation, with_text))
        opening = b",\n"
    yield b"[]\n" if opening == b"[\n" else b"\n]\n"


def json_object(annotation: Annotation, with_text: bool = True) -> bytes:
    """Give one annotation as one indented JSON object, for people and for ``jq``."""
    return msgspec.json.format(encode(to_dict(annotation, with_text)), indent=2) + b"\n"
