"""Invented texts and judgements of them, as the tests of labels need them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from newsgauge.labels.judgement import Judgement, judgement_of
from newsgauge.labels.texts import Text, Texts, sha256

WORDS = "Ferry Late\n\nThe Penrow ferry was late again, Ann Vale told the council. Some say it is a shameful sell-out."
ANSWERS: dict[str, Any] = {
    "genre": "report",
    "wording": 1,
    "sourcing": 2,
    "language": 0,
    "residue": 0,
    "headline": 0,
    "reliability": 4,
}


def text(words: str = WORDS, **more: Any) -> Text:
    return replace(Text(words, sha256(words), "ferry", title=True), **more)


def row(**changes: Any) -> dict[str, Any]:
    """A sound row by codebook v2; None takes a field out, so that null is said as ``...``."""
    whole = {"id": text().id, "annotator": "ann", "codebook": "v2"} | ANSWERS | {"spans": []} | changes
    return {name: None if value is ... else value for name, value in whole.items() if value is not None}


def judgement(**changes: Any) -> Judgement:
    return judgement_of(row(**changes), "sample", Texts([text()]))


def file(place: Path, *rows: dict[str, Any]) -> Path:
    place.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in rows), "utf-8")
    return place
