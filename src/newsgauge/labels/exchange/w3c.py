"""W3C Web Annotation (JSON-LD): one collection; a span is a tagging with position and quotation, a judgement an assessment.

https://www.w3.org/TR/annotation-model/, sections 3.2 (bodies), 4.2.4 (text quote) and 4.2.5 (text position): positions count
code points. The text stands in the target of the assessment, so that a file can be read back without others.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from newsgauge.errors import LabelsError
from newsgauge.labels.exchange.page import Loaded, Page, placed
from newsgauge.labels.judgement import Judgement
from newsgauge.labels.marks import Mark
from newsgauge.labels.texts import Text

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
AROUND: Final = 32  # characters of prefix and suffix, as usual
_KINDS: Final = ("source_kind", "stance")


def dump(pages: Sequence[Page]) -> dict[str, str]:
    """One file, named by its ending."""
    items = [one for page in pages for one in _page(page)]
    collection = {"@context": CONTEXT, "type": "AnnotationPage", "items": items}
    return {".json": json.dumps(collection, ensure_ascii=False, indent=1) + "\n"}


def _page(page: Page) -> Iterator[dict[str, Any]]:
    for one in page.judgements:
        told = {key: value for key, value in one.row().items() if key != "spans"}
        identity = f"urn:newsgauge:{one.id}:{one.annotator}:{one.codebook}"
        who = {"type": "Person" if one.by == "human" else "Software", "name": one.annotator}
        body = {"type": "TextualBody", "purpose": "assessing", "format": "application/json", "value": json.dumps(told)}
        yield _annotation(identity, "assessing", who, one, [body], _source(page.text))
        for number, mark in enumerate(one.spans, 1):
            yield _annotation(f"{identity}:{number}", "tagging", who, one, _tags(mark), _target(page.text, mark))
    if not page.judgements:
        who = {"type": "Software", "name": "newsgauge detectors"}
        for number, mark in enumerate(page.suggested, 1):
            yield _annotation(
                f"urn:newsgauge:{page.text.id}::{number}", "tagging", who, None, _tags(mark), _target(page.text, mark)
            )


def _annotation(
    identity: str, motivation: str, who: Mapping[str, str], one: Judgement | None, body: Any, target: Any
) -> dict[str, Any]:
    found = {
        "id": identity,
        "type": "Annotation",
        "motivation": motivation,
        "creator": who,
        "body": body,
        "target": target,
    }
    return found | ({"created": one.at} if one is not None and one.at else {})


def _source(text: Text) -> dict[str, Any]:
    return {"id": f"urn:sha256:{text.sha256}", "type": "Text", "format": "text/plain", "value": text.text}


def _tags(mark: Mark) -> list[dict[str, str]]:
    values = [mark.label, *(f"{kind}: {value}" for kind in _KINDS if (value := getattr(mark, kind)))]
    return [{"type": "TextualBody", "purpose": "tagging", "value": value} for value in values]


def _target(text: Text, mark: Mark) -> dict[str, Any]:
    start, end, words = mark.start, mark.end, text.text
    quote = {
        "exact": words[start:end],
        "prefix": words[max(start - AROUND, 0) : start],
        "suffix": words[end : end + AROUND],
    }
    selectors = [{"type": "TextPositionSelector", "start": start, "end": end}, {"type": "TextQuoteSelector", **quote}]
    return {"source": f"urn:sha256:{text.sha256}", "selector": selectors}


def load(place: Path) -> Iterator[Loaded]:
    """Assessments of a file with the taggings that belong to them.

    Raises
    ------
    LabelsError
        The file is no page or collection of annotations, or one lacks what is needed, with its number.
    """
    items = _items(place)
    spans: dict[str, list[tuple[str, Mapping[str, Any]]]] = {}
    for number, item in enumerate(items, 1):
        where = f"{place}: annotation {number}"
        if not isinstance(item, dict):
            raise LabelsError(f"{where}: expected an object, found {type(item).__name__}")
        if item.get("motivation") == "tagging":
            spans.setdefault(str(item.get("id", "")).rpartition(":")[0], []).append((where, item))
    for number, item in enumerate(items, 1):
        if item.get("motivation") == "assessing":
            yield _loaded(item, spans.get(str(item.get("id", "")), []), f"{place}: annotation {number}")


def _items(place: Path) -> list[Any]:
    try:
        found = json.loads(place.read_text("utf-8"))
    except (OSError, ValueError) as problem:
        raise LabelsError(f"{place}: expected JSON-LD of Web Annotations ({problem})") from problem
    page = found.get("first", found) if isinstance(found, dict) else {"items": found}
    items = page.get("items") if isinstance(page, dict) else None
    if not isinstance(items, list):
        raise LabelsError(f"{place}: expected an AnnotationPage with items, or a list of annotations")
    return items


def _loaded(item: Mapping[str, Any], spans: Sequence[tuple[str, Mapping[str, Any]]], where: str) -> Loaded:
    try:
        text = item["target"]["value"]
        told = json.loads(item["body"][0]["value"])
    except (KeyError, IndexError, TypeError, ValueError) as problem:
        raise LabelsError(
            f"{where}: expected target.value (the text) and a JSON body, found neither ({problem!r})"
        ) from problem
    return Loaded(where, told | {"spans": [_mark(span, text, place).row() for place, span in spans]}, text)


def _mark(item: Mapping[str, Any], text: str, where: str) -> Mark:
    try:
        selectors = {one["type"]: one for one in item["target"]["selector"]}
        position, quote = selectors["TextPositionSelector"], selectors["TextQuoteSelector"]
        tags = [body["value"] for body in item["body"]]
        start, end = placed(text, position["start"], position["end"], quote["exact"], where)
    except (KeyError, TypeError) as problem:
        raise LabelsError(
            f"{where}: expected a position and a quotation selector, and tags; {problem} is missing"
        ) from problem
    more = dict(tag.split(": ", 1) for tag in tags[1:] if ": " in tag)
    return Mark(tags[0], start, end, more.get("source_kind", ""), more.get("stance", ""))
