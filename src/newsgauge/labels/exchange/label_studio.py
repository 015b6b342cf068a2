"""Label Studio: tasks with annotations and predictions, and the labelling configuration that fits the codebook.

Offsets are code points. Annotator, codebook and time have no field that Label Studio keeps on import, so they travel in a
hidden text area; what a person answers in the tool has none, and is named after the account.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from newsgauge.errors import LabelsError
from newsgauge.labels.codebook import CURRENT, Codebook, codebook
from newsgauge.labels.exchange.page import NULL, Loaded, Page, about, heard, placed, said
from newsgauge.labels.judgement import Judgement
from newsgauge.labels.marks import Mark

SPANS, ABOUT_NAME = "spans", "about"
_KINDS = ("source_kind", "stance")


def dump(pages: Sequence[Page]) -> dict[str, str]:
    """``tasks.json`` to import, and ``config.xml`` for the project's labelling interface."""
    book = pages[0].book if pages else codebook()
    tasks = [_task(page) for page in pages]
    return {"tasks.json": json.dumps(tasks, ensure_ascii=False, indent=1) + "\n", "config.xml": config(book)}


def config(book: Codebook) -> str:
    """The labelling interface: the text, labels for spans, a choice for each item, and why."""
    lines = ["<View>", '  <View style="display:none"><TextArea name="about" toName="text"/></View>']
    lines += ['  <Labels name="spans" toName="text">']
    lines += [f"    <Label value={quoteattr(label.name)} hint={quoteattr(label.what)}/>" for label in book.labels]
    lines += ["  </Labels>", '  <Text name="text" value="$text" granularity="word"/>']
    for name, entries in zip(_KINDS, (book.source_kinds, book.stances), strict=True):
        if entries:
            lines += [_choices(name, [(one.name, one.what) for one in entries], ' perRegion="true"')]
    lines += [_choices("genre", [(one.name, one.what) for one in book.genres], ' required="true"')]
    for item in book.items:
        values = [(str(value), "") for value in range(item.low, item.high + 1)]
        anchors = [(str(anchor.value), anchor.what) for anchor in item.anchors] or values
        nulls = [(NULL, "can't be judged")] if item.nullable else []
        lines += [f"  <Header value={quoteattr(f'{item.name}: {item.question}')}/>"]
        lines += [_choices(item.name, [*anchors, *nulls], ' required="true"')]
    lines += [_choices("exhaustive", [("true", "every span is marked")], "")]
    return (
        "\n".join([*lines, '  <TextArea name="why" toName="text" placeholder="why, in one sentence"/>', "</View>"])
        + "\n"
    )


def _choices(name: str, values: Sequence[tuple[str, str]], more: str) -> str:
    inside = "".join(f"<Choice value={quoteattr(value)} hint={quoteattr(what)}/>" for value, what in values)
    return f'  <Choices name="{name}" toName="text" choice="single" showInLine="true"{more}>{inside}</Choices>'


def _task(page: Page) -> dict[str, Any]:
    text = page.text
    task: dict[str, Any] = {"data": {"text": text.text, "id": text.id, "name": text.name, "sha256": text.sha256}}
    task["data"]["codebook"] = page.book.version
    task["annotations"] = [_annotation(one, text.text) for one in page.judgements]
    if page.suggested:
        marked = [
            part for number, mark in enumerate(page.suggested) for part in _regions(mark, f"p{number}", text.text)
        ]
        task["predictions"] = [{"model_version": "newsgauge detectors", "result": marked}]
    return task


def _annotation(one: Judgement, text: str) -> dict[str, Any]:
    result = [part for number, mark in enumerate(one.spans) for part in _regions(mark, f"s{number}", text)]
    answers = {"genre": one.genre} | {name: said(value) for name, value in one.values.items()}
    answers |= {"exhaustive": "true"} if one.exhaustive else {}
    result += [_result(name, name, "choices", {"choices": [choice]}) for name, choice in answers.items()]
    if one.why:
        result.append(_result("why", "why", "textarea", {"text": [one.why]}))
    told = [f"{name}={value}" for name, value in about(one).items()]
    result.append(_result(ABOUT_NAME, ABOUT_NAME, "textarea", {"text": told}))
    return {"result": result, "was_cancelled": False, "ground_truth": False}


def _regions(mark: Mark, identity: str, text: str) -> Iterator[dict[str, Any]]:
    place = {"start": mark.start, "end": mark.end, "text": text[mark.start : mark.end]}
    yield _result(identity, SPANS, "labels", place | {"labels": [mark.label]})
    for name in _KINDS:
        if value := getattr(mark, name):
            yield _result(identity, name, "choices", place | {"choices": [value]})


def _result(identity: str, name: str, kind: str, value: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": identity, "from_name": name, "to_name": "text", "type": kind, "value": dict(value)}


def load(place: Path) -> Iterator[Loaded]:
    """Annotations of a JSON export (or of ``tasks.json`` in a folder); cancelled ones are left out.

    Raises
    ------
    LabelsError
        The file is no export of Label Studio, with the task it fails at.
    """
    path = place / "tasks.json" if place.is_dir() else place
    try:
        tasks = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as problem:
        raise LabelsError(f"{path}: expected a JSON export of Label Studio ({problem})") from problem
    if not isinstance(tasks, list):
        raise LabelsError(
            f"{path}: expected a list of tasks, found {type(tasks).__name__}; export as JSON, not JSON-MIN"
        )
    for number, task in enumerate(tasks, 1):
        where = f"{path}: task {task.get('id', number) if isinstance(task, dict) else number}"
        if not isinstance(task, dict) or not isinstance(task.get("data"), dict) or "text" not in task["data"]:
            raise LabelsError(f"{where}: expected an object with data.text; is this an export of a newsgauge project?")
        for order, annotation in enumerate(task.get("annotations", []), 1):
            if not annotation.get("was_cancelled"):
                yield _loaded(annotation, task["data"], f"{where}, annotation {order}")


def _loaded(annotation: Mapping[str, Any], data: Mapping[str, Any], where: str) -> Loaded:
    text = data["text"]
    row: dict[str, Any] = {"id": data.get("id", ""), "annotator": _account(annotation), "by": "human"}
    row |= {"codebook": data.get("codebook", CURRENT)}
    row |= {"sha256": data["sha256"]} if data.get("sha256") else {}
    spans: dict[str, dict[str, Any]] = {}
    told = False  # whether it was judged elsewhere: then that file says by whom and when
    for part in annotation.get("result", []):
        name, value = part.get("from_name"), part.get("value", {})
        if "start" in value and name in (SPANS, *_KINDS):
            span = spans.setdefault(str(part.get("id")), {})
            span["start"], span["end"] = placed(text, value["start"], value["end"], value.get("text"), where)
            span["label" if name == SPANS else name] = _single(value, where, "labels" if name == SPANS else "choices")
        elif name == ABOUT_NAME:
            row |= dict(line.split("=", 1) for line in value.get("text", []) if "=" in line)
            told = True
        elif name == "why":
            row["why"] = "\n".join(value.get("text", []))
        elif name == "exhaustive":
            row["exhaustive"] = _single(value, where, "choices") == "true"
        elif name is not None:
            choice = _single(value, where, "choices")
            row[name] = choice if name == "genre" else heard(choice)
    row.pop("name", None)
    if not told:
        row["at"] = str(annotation.get("created_at") or "")
    return Loaded(where, row | {"spans": list(spans.values())}, text)


def _single(value: Mapping[str, Any], where: str, kind: str) -> str:
    found = value.get(kind)
    if not isinstance(found, list) or len(found) != 1:
        raise LabelsError(f"{where}: expected one of {kind}, found {found!r}; answer every question once")
    return str(found[0])


def _account(annotation: Mapping[str, Any]) -> str:
    who = annotation.get("completed_by")
    return str(who.get("email") or who.get("id")) if isinstance(who, dict) else str(who or "unknown")
