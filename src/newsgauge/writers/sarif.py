"""Annotations as SARIF 2.1.0, the format code hosts and editors show findings from.

Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0", 27 March 2020.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

import msgspec

from newsgauge.article import LIMIT, Annotation, Finding, Objection
from newsgauge.position import LineIndex
from newsgauge.writers.contract import Json
from newsgauge.writers.jsonlines import encode

SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

# Families whose findings are something to look at; the rest describe the text and are notes.
_WARNING = frozenset({"loaded_wording", "vagueness", "translation", "headline", "consistency"})
# SARIF's own word for "somebody says this result is none": 3.35 of the standard, decided or under review.
_STATUS: Mapping[str, str] = {"open": "underReview", "upheld": "accepted", "dismissed": "rejected"}
_RECORD = re.compile(r"(?P<file>.+):(?P<line>\d+)\Z", re.DOTALL)
_MARKUP = (".html", ".htm", ".xhtml")


def sarif(annotations: Iterable[Annotation], version: str, explanations: Mapping[str, str] | None = None) -> bytes:
    """Give all annotations as one SARIF log with one run.

    Parameters
    ----------
    annotations : iterable of Annotation
    version : str
        newsgauge's version.
    explanations : mapping of str to str, optional
        ``family.kind`` to what it means, for the rules' descriptions.

    Notes
    -----
    Regions count code points and refer to the text that was annotated. For a plain text file that is the file;
    for a record of a JSONL or CSV file and for a web page it is the extracted text, which then stands in the
    log (``artifacts[].contents``). Failed inputs are notifications of the tool, not results.
    """
    explanations = explanations or {}
    rules: dict[str, int] = {}
    artifacts: list[Json] = []
    results: list[Json] = []
    notifications: list[Json] = []
    for annotation in annotations:
        index = len(artifacts)
        artifacts.append(_artifact(annotation))
        if annotation.status != "scored":
            notifications.append(_notification(annotation, index))
        lines = LineIndex(annotation.text)
        said: dict[str, list[Objection]] = {}
        for one in annotation.objections:
            said.setdefault(one.finding, []).append(one)
        results.extend(
            _result(annotation, finding, lines, rules, index) | _suppressed(said.get(finding.id, ()))
            for finding in annotation.findings
        )
    run: Json = {
        "tool": {
            "driver": {
                "name": "newsgauge",
                "version": version,
                "fullDescription": {"text": LIMIT},
                "rules": [_rule(kind, explanations.get(kind, "")) for kind in rules],
            }
        },
        "invocations": [
            {
                "executionSuccessful": all(one["level"] != "error" for one in notifications),
                "toolExecutionNotifications": notifications,
            }
        ],
        "columnKind": "unicodeCodePoints",
        "artifacts": artifacts,
        "results": results,
    }
    log = {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(encode(log), indent=2) + b"\n"


def _uri(annotation: Annotation) -> str:
    place = annotation.place or annotation.id or "text"
    record = _RECORD.match(place)
    path, fragment = (record["file"], f"#line={record['line']}") if record else (place, "")
    return quote("stdin" if path == "-" else path, safe="/") + fragment


def _extracted(annotation: Annotation) -> bool:
    place = annotation.place
    return _RECORD.match(place) is not None or place.lower().endswith(_MARKUP) or place in ("", "-")


def _artifact(annotation: Annotation) -> Json:
    a = annotation
    artifact: Json = {
        "location": {"uri": _uri(a)},
        "roles": ["analysisTarget"],
        "properties": {
            "id": a.id,
            "status": a.status,
            "score": a.score,
            "interval": a.interval,
            "probability": a.probability,
            "level": a.level,
            "limit": LIMIT,
        },
    }
    if a.text_sha256:
        # Of the text, not of the file; SARIF's own "hashes" are the file's.
        artifact["properties"]["text_sha256"] = a.text_sha256
    if a.text and _extracted(a):
        artifact["contents"] = {"text": a.text}
    return artifact


def _rule(kind: str, explanation: str) -> Json:
    family, _, name = kind.partition(".")
    spoken = f"{family}: {name}".replace("_", " ")
    return {
        "id": kind,
        "shortDescription": {"text": spoken},
        "fullDescription": {"text": explanation or spoken},
        "help": {"text": f"newsgauge explain {kind}"},
        "defaultConfiguration": {"level": _level(family)},
        "properties": {"tags": [family]},
    }


def _level(family: str) -> str:
    return "warning" if family in _WARNING else "note"


def _location(annotation: Annotation, index: int, region: Json | None = None) -> Json:
    physical: Json = {"artifactLocation": {"uri": _uri(annotation), "index": index}}
    if region is not None:
        physical["region"] = region
    return {"physicalLocation": physical}


def _result(annotation: Annotation, finding: Finding, lines: LineIndex, rules: dict[str, int], index: int) -> Json:
    first, last = lines.at(finding.start), lines.at(finding.end)
    region = {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
        "charOffset": finding.start,
        "charLength": finding.end - finding.start,
        "snippet": {"text": finding.text},
    }
    quoted = finding.voice == "quoted"
    return {
        "ruleId": finding.kind,
        "ruleIndex": rules.setdefault(finding.kind, len(rules)),
        "level": "note" if quoted else _level(finding.family),
        "message": {"text": finding.note or finding.kind},
        "locations": [_location(annotation, index, region)],
        "partialFingerprints": {"newsgaugeFinding/v1": finding.id},
        "properties": {"rule": finding.rule, "voice": finding.voice, "weight": finding.weight},
    }


def _suppressed(objections: Sequence[Objection]) -> Json:
    if not objections:
        return {}
    return {
        "suppressions": [
            {"kind": "external", "status": _STATUS[one.verdict], "justification": one.words} for one in objections
        ]
    }


def _notification(annotation: Annotation, index: int) -> Json:
    failed = annotation.status == "failed"
    return {
        "level": "error" if failed else "note",
        "message": {"text": f"{annotation.status}: {annotation.reason or 'no reason given'}"},
        "locations": [_location(annotation, index)],
    }
