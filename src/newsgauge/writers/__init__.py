"""Annotations outwards: JSON, JSON lines, CSV and SARIF. Pure functions from annotations to bytes."""

from __future__ import annotations

from newsgauge.position import LineIndex, Position
from newsgauge.writers.contract import to_dict, to_dicts
from newsgauge.writers.jsonlines import encode, json_array, json_lines, json_object
from newsgauge.writers.sarif import sarif
from newsgauge.writers.table import csv_rows

__all__ = [
    "LineIndex",
    "Position",
    "csv_rows",
    "encode",
    "json_array",
    "json_lines",
    "json_object",
    "sarif",
    "to_dict",
    "to_dicts",
]
