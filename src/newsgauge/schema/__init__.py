"""The JSON Schema of what newsgauge writes, as it ships."""

from __future__ import annotations

from importlib.resources import files


def annotation_schema() -> str:
    """Give the JSON Schema (draft 2020-12) of ``newsgauge/annotation/1`` as text."""
    return files(__name__).joinpath("annotation-1.json").read_text(encoding="utf-8")
