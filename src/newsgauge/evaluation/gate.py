"""The gate: every figure has a pinned floor with a fingerprint of what it was measured on; lowering one needs a reason.

The file is JSON, one object: ``tolerance``, ``program`` (the fingerprint of lexicons, weights and models at the last update),
``corpora`` (file -> SHA-256), ``floors`` (task -> "part | measure" -> value, n, better) and ``lowered`` (date, figure, from,
to, reason).
"""

from __future__ import annotations

import datetime
import hashlib
import json
import math
from collections.abc import Iterator, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Final, NamedTuple

from newsgauge.errors import LabelsError
from newsgauge.evaluation.corpora import place, sha256
from newsgauge.evaluation.task import Figure, Folders, Task

FORMAT: Final = 1
# Chosen, not measured: half a point is half a case in a hundred, and less than half the width of any interval printed.
TOLERANCE: Final = 0.005
RATE_TOLERANCE: Final = 0.05  # false alarms per 10,000 words: ten findings in two million words
POINT_TOLERANCE: Final = 0.1  # points of a score: what rounding on another machine may move, and nobody can see


FAILING: Final = ("below", "gone")
OWN_TEXTS: Final = ("failures.txt", "invented.txt", "mirrored.txt", "non_native.txt")  # of fairness and stress


class Verdict(NamedTuple):
    """A figure held against its floor."""

    task: str
    key: str
    value: float
    floor: float | None
    better: str
    state: str  # held, better, below, new, gone, other corpus


class Result(NamedTuple):
    """All verdicts, and whether the program changed since the floors were pinned."""

    verdicts: tuple[Verdict, ...]
    program_changed: bool

    @property
    def failed(self) -> bool:
        return any(one.state in FAILING for one in self.verdicts)

    def lines(self) -> Iterator[str]:
        """A line per figure that isn't simply held, and a summary."""
        for one in self.verdicts:
            if one.state != "held":
                yield _said(one)
        counts = {state: sum(v.state == state for v in self.verdicts) for state in ("held", "better", "below", "gone")}
        said = ", ".join(f"{count} {state}" for state, count in counts.items())
        changed = "changed since" if self.program_changed else "as"
        yield f"{len(self.verdicts)} figures: {said}; lexicons, weights and models {changed} pinned"


def _said(one: Verdict) -> str:
    floor = "–" if one.floor is None else f"{one.floor:.4f}"
    state = one.state.upper() if one.state in FAILING else one.state
    return f"{state:<13}{one.task:<22}{one.key:<70}{one.value:>9.4f}  floor {floor}"


def key(figure: Figure) -> str:
    """Name of a figure within its task."""
    return f"{figure.part} | {figure.measure}"


def tolerance(figure: Figure) -> float:
    """How far below its floor a figure may fall."""
    if "per 10,000" in figure.measure:
        return RATE_TOLERANCE
    return POINT_TOLERANCE if figure.measure.endswith("points") else TOLERANCE


def fingerprint_of_program() -> str:
    """SHA-256 over the lexicons, weights and models that ship, names and bytes in order."""
    digest = hashlib.sha256()
    shipped = [
        *_data_files(files("newsgauge.lexicons"), ""),
        *_data_files(files("newsgauge.reliability"), "reliability/"),
    ]
    for name, file in sorted(shipped, key=lambda one: one[0]):
        if not name.rpartition("/")[2].startswith("firing_rates"):  # counted with the rules, not read by them
            digest.update(f"{name}\0".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _data_files(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _data_files(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith((".tsv", ".txt", ".npz")) or entry.name == "model.json":
            yield f"{prefix}{entry.name}", entry


def fingerprints(task: Task, where: Folders) -> dict[str, str]:
    """SHA-256 of every file a task reads."""
    found = {name: sha256(place(where.corpora, name)) for name in task.reads}
    if "labels" in task.uses and where.labels is not None and where.labels.is_dir():
        found |= {name: sha256(place(where.labels, name)) for name in ("judgements", "texts")}
    if "seeds" in task.uses and where.seeds is not None:
        found["gold"] = sha256(where.seeds / "gold.jsonl")
    if "own texts" in task.uses:
        found |= {f"own {name}": _sha256_of(files("newsgauge.evaluation") / "texts" / name) for name in OWN_TEXTS}
    if "standoff" in task.uses and where.standoff is not None:
        found["source_kinds"] = sha256(where.standoff / "source_kinds.jsonl")
    return found


def _sha256_of(file: Traversable) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def read(path: Path) -> dict[str, Any]:
    """The pinned floors.

    Raises
    ------
    LabelsError
        No such file, or not one of this format.
    """
    if not path.is_file():
        raise LabelsError(f"{path}: expected the pinned figures, found no file; make it with --update")
    try:
        pinned = json.loads(path.read_text("utf-8"))
        known = pinned["format"] == FORMAT
    except (ValueError, TypeError, KeyError) as problem:
        raise LabelsError(f"{path}: expected the JSON of pinned figures, found {problem}") from problem
    if not known:
        raise LabelsError(f"{path}: expected format {FORMAT}, found {pinned['format']!r}; pin again with --update")
    return dict(pinned)


def held(tasks: Sequence[Task], where: Folders) -> Iterator[tuple[Task, Figure]]:
    """The figures the gate holds: those with a better direction and a value."""
    for task in tasks:
        for figure in task.run(where):
            if figure.better and not math.isnan(figure.value):
                yield task, figure


def check(path: Path, tasks: Sequence[Task], where: Folders) -> Result:
    """Every figure against its floor."""
    pinned = read(path)
    verdicts: list[Verdict] = []
    same = {
        task.name: all(pinned["corpora"].get(k) == v for k, v in fingerprints(task, where).items()) for task in tasks
    }
    seen: set[tuple[str, str]] = set()
    for task, figure in held(tasks, where):
        seen.add((task.name, key(figure)))
        verdicts.append(_verdict(task, figure, pinned, same[task.name]))
    for task in tasks:
        for name, floor in pinned["floors"].get(task.name, {}).items():
            if (task.name, name) not in seen and same[task.name]:
                verdicts.append(Verdict(task.name, name, math.nan, floor["value"], floor["better"], "gone"))
    return Result(tuple(verdicts), pinned["program"] != fingerprint_of_program())


def _verdict(task: Task, figure: Figure, pinned: dict[str, Any], same_corpus: bool) -> Verdict:
    floor = pinned["floors"].get(task.name, {}).get(key(figure))
    made = (task.name, key(figure), figure.value)
    if floor is None:
        return Verdict(*made, None, figure.better, "new")
    if not same_corpus:
        return Verdict(*made, floor["value"], figure.better, "other corpus")
    gain = _gain(figure, floor["value"])
    state = "below" if gain < -tolerance(figure) else "better" if gain > tolerance(figure) else "held"
    return Verdict(*made, floor["value"], figure.better, state)


def _gain(figure: Figure, floor: float) -> float:
    return floor - figure.value if figure.better == "lower" else figure.value - floor


def update(path: Path, tasks: Sequence[Task], where: Folders, reason: str) -> Iterator[str]:
    """Pin the figures as they are; yields what changed.

    Raises
    ------
    LabelsError
        A floor would be lowered by more than the tolerance, or be dropped, and no reason is given. Nothing is written then.
    """
    pinned = read(path) if path.is_file() else {"floors": {}, "corpora": {}, "lowered": []}
    measured = list(held(tasks, where))
    lowered = list(_lowered(pinned, measured)) + list(_dropped(pinned, tasks, measured))
    if lowered and not reason.strip():
        names = "; ".join(f"{task} {name} {before:.4f} -> {after}" for task, name, before, after in lowered)
        raise LabelsError(f"{path}: {len(lowered)} floors would be lowered ({names}); say why with --reason TEXT")
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    for where_, name, before, after in lowered:
        pinned["lowered"].append(
            {"date": today, "figure": f"{where_}: {name}", "from": before, "to": after, "reason": reason.strip()}
        )
    for task in tasks:
        floors = pinned["floors"].get(task.name, {})
        pinned["floors"][task.name] = {key(f): _floor(f, floors.get(key(f))) for t, f in measured if t is task}
        pinned["corpora"].update(fingerprints(task, where))
    pinned |= {"format": FORMAT, "tolerance": TOLERANCE, "program": fingerprint_of_program(), "pinned": today}
    path.write_text(json.dumps(pinned, indent=1, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")
    yield f"{path}: {len(measured)} figures of {len(tasks)} tasks pinned, {len(lowered)} lowered"


def _floor(figure: Figure, before: dict[str, Any] | None) -> dict[str, Any]:
    """The floor of a figure: wear within the tolerance keeps the old one, or it would creep down update by update."""
    worn = before is not None and -tolerance(figure) <= _gain(figure, before["value"]) < 0
    value = before["value"] if before is not None and worn else round(figure.value, 4)
    return {"value": value, "n": figure.n, "better": figure.better}


Lowered = tuple[str, str, float, float | None]


def _lowered(pinned: dict[str, Any], measured: Sequence[tuple[Task, Figure]]) -> Iterator[Lowered]:
    for task, figure in measured:
        floor = pinned["floors"].get(task.name, {}).get(key(figure))
        if floor is not None and _gain(figure, floor["value"]) < -tolerance(figure):
            yield task.name, key(figure), floor["value"], round(figure.value, 4)


def _dropped(
    pinned: dict[str, Any], tasks: Sequence[Task], measured: Sequence[tuple[Task, Figure]]
) -> Iterator[Lowered]:
    known = {(task.name, key(figure)) for task, figure in measured}
    for task in tasks:
        for name, floor in pinned["floors"].get(task.name, {}).items():
            if (task.name, name) not in known:
                yield task.name, name, floor["value"], None
