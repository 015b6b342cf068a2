"""Annotations for people: terminal, page and lines. Pure functions from annotations to text."""

from __future__ import annotations

from newsgauge.report.html import html_page
from newsgauge.report.lines import finding_lines
from newsgauge.report.table import score_table
from newsgauge.report.terminal import annotate_view

__all__ = ["annotate_view", "finding_lines", "html_page", "score_table"]
