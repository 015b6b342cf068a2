"""Objections to findings: a right of reply that stands off the text, one JSON object a line.

A finding's id is made of its rule, its words and which occurrence they are, so it stays the same whatever changes
elsewhere in the text, as long as the same rule doesn't newly fire on the same words before it. The same id may
occur in another article, which is why an objection names the text by its SHA-256 too; no word of the text is kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final, get_args

from newsgauge.article import Annotation, Finding, Objection, Reader, Verdict
from newsgauge.errors import ObjectionError

SCHEMA: Final = "newsgauge/objection/1"
VERDICTS: Final[tuple[str, ...]] = get_args(Verdict)
READERS: Final[tuple[str, ...]] = get_args(Reader)
FILE: Final = "newsgauge-objections.jsonl"
_SHORTEST: Final = 4  # characters of an id that may stand for the whole of it


def object_to(
    a: Annotation,
    id_: str,
    reason: str,
    *,
    verdict: Verdict = "open",
    by: str = "",
    reader: Reader = "human",
    on: date | None = None,
) -> Objection:
    """Object to a finding of an annotation.

    Parameters
    ----------
    a : Annotation
    id_ : str
        The finding's id, or the first characters of it where they are enough to tell it.
    on : date, optional
        Today where left out.

    Raises
    ------
    ObjectionError
        No finding, or several, have such an id; or the reason is empty.
    """
    if not reason.strip():
        raise ObjectionError("an objection needs its reason: one sentence that a desk can decide on")
    one = _finding(a, id_)
    day = (on or date.today()).isoformat()
    said = " ".join(reason.split())
    return Objection(
        a.text_sha256, one.id, one.kind, one.rule, one.start, one.end, said, day, verdict, by, reader
    )  # fmt: skip


def _finding(a: Annotation, id_: str) -> Finding:
    wanted = id_.strip().lower()
    found = [one for one in a.findings if one.id == wanted]
    if not found and len(wanted) >= _SHORTEST:
        found = [one for one in a.findings if one.id.startswith(wanted)]
    where = a.place or a.id
    if not found:
        known = ", ".join(f"{one.id} ({one.kind})" for one in a.findings[:5])
        more = f" and {len(a.findings) - 5} more" if len(a.findings) > 5 else ""
        raise ObjectionError(f"{where}: no finding {id_!r}; this text has {known or 'none'}{more}")
    if len(found) > 1:
        raise ObjectionError(f"{where}: {id_!r} fits {', '.join(one.id for one in found)}; give more of the id")
    return found[0]


def encode(objection: Objection) -> bytes:
    """One line of JSON."""
    record = {"schema": SCHEMA, **objection._asdict()}
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace") + b"\n"


def append(place: Path, objection: Objection) -> None:
    """Add a line to a file, which is made if absent."""
    with place.open("ab") as file:
        file.write(encode(objection))


def read(place: Path) -> list[Objection]:
    """Read a file: open objections add up, and a decision stands in place of all earlier lines about its finding.

    Raises
    ------
    ObjectionError
        A line isn't an objection; with file and line.
    """
    return settled(_decode(line, where) for where, line in _lines(place))


def settled(objections: Iterable[Objection]) -> list[Objection]:
    """What stands: open objections add up, each once, and a decision stands in place of all earlier ones."""
    standing: dict[tuple[str, str], list[Objection]] = {}
    for one in objections:
        about = standing.setdefault((one.text_sha256, one.finding), [])
        if one.verdict != "open":
            about.clear()
        if one not in about:
            about.append(one)
    return [one for about in standing.values() for one in about]


def _lines(place: Path) -> Iterator[tuple[str, str]]:
    with place.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield f"{place}:{number}", line


def _decode(line: str, where: str) -> Objection:
    try:
        row = json.loads(line)
    except ValueError as problem:
        raise ObjectionError(f"{where}: not JSON ({problem})") from problem
    schema = row.pop("schema", None) if isinstance(row, dict) else None
    if schema != SCHEMA:
        raise ObjectionError(f"{where}: expected an object of schema {SCHEMA!r}, found {schema!r}")
    missing = [name for name in Objection._fields if name not in row and name not in Objection._field_defaults]
    unknown = [name for name in row if name not in Objection._fields]
    if missing or unknown:
        raise ObjectionError(
            f"{where}: missing {', '.join(missing) or 'nothing'}; unknown {', '.join(unknown) or 'nothing'}"
        )
    for name, value in row.items():
        expected = int if name in ("start", "end") else str
        if not isinstance(value, expected) or isinstance(value, bool):
            raise ObjectionError(
                f"{where}: {name} must be {'a number' if expected is int else 'text'}, found {value!r}"
            )
    for name, known in (("verdict", VERDICTS), ("reader", READERS)):
        if row.get(name, known[0]) not in known:
            raise ObjectionError(f"{where}: {name} must be one of {', '.join(known)}, found {row[name]!r}")
    return Objection(**row)


def with_objections(annotations: Iterable[Annotation], objections: Sequence[Objection]) -> Iterator[Annotation]:
    """Annotations with the objections to their findings, for every format to print.

    Those to other texts, and to findings that aren't made (any more, or with these settings), stay behind.
    """
    about: dict[str, list[Objection]] = {}
    for one in objections:
        about.setdefault(one.text_sha256, []).append(one)
    for a in annotations:
        made = {finding.id for finding in a.findings} if a.text_sha256 in about else ()
        found = tuple(one for one in about.get(a.text_sha256, ()) if one.finding in made)
        yield replace(a, objections=found) if found else a


def overruled(
    annotations: Iterable[Annotation], objections: Sequence[Objection]
) -> Iterator[tuple[Annotation, Objection]]:
    """Findings that are still made although an objection to them was upheld: the must-not-fire test.

    A finding counts as the same where the text is the same and the same kind is found in the same place, by whatever
    rule, or the same rule fires on words that overlap: renaming a rule, or moving its edges, is no way out.
    """
    upheld: dict[str, list[Objection]] = {}
    for one in objections:
        if one.verdict == "upheld":
            upheld.setdefault(one.text_sha256, []).append(one)
    for a in annotations:
        for one in upheld.get(a.text_sha256, ()):
            if any(_same(finding, one) for finding in a.findings):
                yield a, one


def _same(finding: Finding, one: Objection) -> bool:
    if (finding.start, finding.end) == (one.start, one.end):
        return finding.kind == one.kind
    return finding.rule == one.rule and finding.start < one.end and one.start < finding.end
