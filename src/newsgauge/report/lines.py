"""Findings one a line, ``place:line:col: kind: note``, for editors, grep and review bots."""

from __future__ import annotations

from collections.abc import Iterator

from newsgauge.article import Annotation
from newsgauge.position import LineIndex
from newsgauge.report.notes import contested
from newsgauge.report.visible import one_line


def finding_lines(annotation: Annotation) -> Iterator[str]:
    """Give one line per finding, in reading order, without line end.

    Lines and columns start at 1; columns count code points; ``\\r\\n`` is one line end. Positions refer to the
    annotated text: for a web page or a record that is the extracted text, not the file. Findings in somebody
    else's words say so, and so do contested ones. A failed input gives one line ``place: failed: reason``, an abstained one
    ``place: abstained: reason`` before its findings.
    """
    place = one_line(annotation.place or annotation.id or "-")
    if annotation.status != "scored":
        yield f"{place}: {annotation.status}: {one_line(annotation.reason or 'no reason given')}"
    lines = LineIndex(annotation.text)
    said = contested(annotation)
    for finding in sorted(annotation.findings, key=lambda one: (one.start, one.end, one.kind)):
        line, column = lines.at(finding.start)
        voice = " (quoted)" if finding.voice == "quoted" else ""
        objections = "".join(f" [{words}]" for words in said.get(finding.id, ()))
        yield f"{place}:{line}:{column}: {finding.kind}: {one_line(finding.note)}{voice}{objections}"
