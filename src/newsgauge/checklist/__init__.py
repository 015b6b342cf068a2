"""What a desk checks by hand: every name, figure, date, superlative and quotation, in reading order."""

from __future__ import annotations

from newsgauge.checklist.check import KINDS, Check
from newsgauge.checklist.listing import checklist
from newsgauge.checklist.writing import checklist_csv, checklist_html, checklist_markdown

__all__ = ["KINDS", "Check", "checklist", "checklist_csv", "checklist_html", "checklist_markdown"]
