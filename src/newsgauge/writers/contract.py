"""The JSON contract ``newsgauge/annotation/1``: an annotation as plain dicts, lists and numbers.

The one place that knows the contract's keys; ``schema/annotation-1.json`` states the same for machines.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from newsgauge.article import LIMIT, SCHEMA, Annotation, Attribution, Cue, Objection, Source, Span

Json = dict[str, Any]


def to_dict(annotation: Annotation, with_text: bool = True) -> Json:
    """Give an annotation in the shape of the JSON contract.

    Parameters
    ----------
    annotation : Annotation
    with_text : bool
        Whether the article's text travels with it; the key is left out otherwise.

    Returns
    -------
    dict
        Strings, numbers, None, lists and dicts only. NaN becomes None (null): unknown, never 0.
    """
    a = annotation
    text = a.text
    record: Json = {
        "schema": SCHEMA,
        "id": a.id,
        "place": a.place,
        "status": a.status,
        "reason": a.reason,
        "lang": a.lang,
        "n_words": a.n_words,
        "text": text,
        "text_sha256": a.text_sha256,
        "title": None if a.title is None else {"start": a.title[0], "end": a.title[1]},
        "score": _known(a.score),
        "raw": _known(a.raw),
        "base": _known(a.base),
        "probability": _known(a.probability),
        "level": a.level,
        "confidence": _known(a.confidence),
        "interval": None if a.interval is None else [_known(a.interval[0]), _known(a.interval[1])],
        "limit": LIMIT,
        "items": _numbers(a.items),
        "genre": _numbers(a.genre),
        "findings": [
            {
                "id": id_,
                "kind": kind,
                "start": start,
                "end": end,
                "text": words,
                "voice": voice,
                "weight": weight,
                "rule": rule,
                "note": note,
            }
            for id_, kind, start, end, words, voice, weight, rule, note in a.findings
        ],
        "attributions": [_attribution(text, one) for one in a.attributions],
        "sentences": [
            # Compared in place: a call for each of some hundred numbers would be half the time spent here.
            {
                "start": start,
                "end": end,
                "loaded": loaded if loaded == loaded else None,  # noqa: PLR0124  NaN differs from itself
                "attributed": attributed if attributed == attributed else None,  # noqa: PLR0124  as above
            }
            for start, end, loaded, attributed in a.sentences
        ],
        "lines": [
            {"start": start, "end": end, "residue": residue if residue == residue else None}  # noqa: PLR0124  as above
            for start, end, residue in a.lines
        ],
        "features": _numbers(a.features),
        "unmeasured": dict(a.unmeasured),
        "contributions": [
            {
                "feature": feature,
                "family": family,
                "item": item,
                "value": value if value == value else None,  # noqa: PLR0124  as above
                "unit": unit,
                "points": points,
                "findings": list(findings),
            }
            for feature, family, item, value, unit, points, findings in a.contributions
        ],
        "model": None if a.model is None else a.model._asdict(),
        "notes": list(a.notes),
        "objections": [_objection(one) for one in a.objections],
    }
    if not with_text:
        del record["text"]
    return record


def to_dicts(annotations: Iterable[Annotation], with_text: bool = True) -> list[Json]:
    """Give several annotations in the shape of the JSON contract."""
    return [to_dict(one, with_text) for one in annotations]


def _known(number: float | None) -> float | None:
    return number if number == number else None  # noqa: PLR0124  NaN differs from itself; isnan takes no None


def _numbers(named: Mapping[str, float | None]) -> dict[str, float | None]:
    return {name: value if value == value else None for name, value in named.items()}  # noqa: PLR0124  as above


def _words(part: Source | None) -> Json | None:
    return None if part is None else {"start": part[0], "end": part[1], "text": part[2]}


def _cue(cue: Cue | None) -> Json | None:
    return None if cue is None else {"start": cue[0], "end": cue[1], "text": cue[2], "stance": cue[3]}


def _content(text: str, span: Span) -> Json:
    start, end = span
    return {"start": start, "end": end, "text": text[start:end]}


def _attribution(text: str, one: Attribution) -> Json:
    return {
        "source": _words(one.source),
        "source_kind": one.source_kind,
        "source_name": one.source_name,
        "cue": _cue(one.cue),
        "content": [_content(text, span) for span in one.content],
        "form": one.form,
        "via": _words(one.via),
        "reason_given": one.reason_given,
    }


def _objection(one: Objection) -> Json:
    return {name: value for name, value in one._asdict().items() if name != "text_sha256"}
