"""The model's file: read and checked, written byte for byte (law 9)."""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import msgspec

from newsgauge import impressions
from newsgauge.article import ITEMS
from newsgauge.errors import ModelError
from newsgauge.reliability.model import HIGHER_IS_BETTER, SCHEMA, Content, Curve, Model, Spec

DEFAULT: Final = "news"
WORDS: Final = "words.npz"
FIGURES: Final = "figures.json"
DIGITS: Final = 6
_TOLERANCE: Final = 1e-9
_NUMBERS: Final = re.compile(r"\[(\s+-?\d[^\[\]{}\"a-df-z]*)\]")  # lists of numbers, which go on one line


def load(name: str | Path = DEFAULT, catalogue: Iterable[Spec] | None = None) -> Model:
    """Read a model and check that it fits this version.

    Parameters
    ----------
    name : str or Path
        A model that ships (``models/<name>/model.json``), NAME@VERSION for one version of it, or a path to a file or its
        folder.
    catalogue : iterable of Spec, optional
        The features it must be made for; `newsgauge.features.CATALOGUE` unless given.

    Raises
    ------
    ModelError
        No such model, or its hash, schema, promises or features differ; says what.
    """
    if catalogue is None and isinstance(name, str) and "/" not in name:
        return _shipped(name)
    return _load(name, catalogue)


@lru_cache(maxsize=4)
def _shipped(name: str) -> Model:
    return _load(name, None)


def _load(name: str | Path, catalogue: Iterable[Spec] | None) -> Model:
    if catalogue is None:
        from newsgauge.features import CATALOGUE

        catalogue = CATALOGUE
    if isinstance(name, str) and "@" in name and not Path(name).exists():
        return _of_version(name, catalogue)
    place = Path(name)
    if place.is_dir():
        place = place / "model.json"
    if isinstance(name, str) and not place.is_file():
        shipped = resources.files("newsgauge.reliability").joinpath("models", name, "model.json")
        if shipped.is_file():
            return _with_words(
                parse(shipped.read_bytes(), str(shipped), catalogue),
                resources.files("newsgauge.reliability").joinpath("models", name),
            )
    if not place.is_file():
        raise ModelError(
            f"{name}: no such model; expected the path of a model.json or one that ships "
            f"({', '.join(names()) or 'none does'}); `newsgauge train` makes one"
        )
    return _with_words(parse(place.read_bytes(), str(place), catalogue), place.parent)


def _of_version(name: str, catalogue: Iterable[Spec]) -> Model:
    """A model by NAME@VERSION: one that ships, or a folder ``NAME@VERSION`` beside it."""
    plain, _, version = name.rpartition("@")
    kept = resources.files("newsgauge.reliability").joinpath("models", name, "model.json")
    model = _load(str(kept) if kept.is_file() else plain, catalogue)
    if model.version != version:
        raise ModelError(
            f"{name}: expected version {version}, found {model.version} of {plain}; older ones come with older releases"
        )
    return model


def _with_words(model: Model, folder: Traversable) -> Model:
    """The model with the learnt words that stand beside its file."""
    if not model.words:
        return model
    place = folder.joinpath(WORDS)
    if not place.is_file():
        raise ModelError(f"{place}: not there, but model.json names it; keep the two files together")
    content = place.read_bytes()
    if hashlib.sha256(content).hexdigest() != model.words:
        raise ModelError(f"{place}: its SHA-256 isn't the one model.json names; fetch or train both files again")
    return replace(model, table=impressions.loads(content, str(place)))


def names() -> list[str]:
    """Names of the models that ship."""
    folder = resources.files("newsgauge.reliability").joinpath("models")
    if not folder.is_dir():
        return []
    return sorted(entry.name for entry in folder.iterdir() if entry.joinpath("model.json").is_file())


def parse(content: bytes, place: str, catalogue: Iterable[Spec]) -> Model:
    """A model from the bytes of its file, checked; `place` names the file in errors."""
    try:
        raw = msgspec.json.decode(content)
    except msgspec.DecodeError as problem:
        raise ModelError(f"{place}: not JSON ({problem}); fetch the file again") from problem
    found = raw.get("schema") if isinstance(raw, dict) else None
    if found != SCHEMA:
        raise ModelError(f"{place}: expected schema {SCHEMA!r}, found {found!r}; retrain with `newsgauge train`")
    digest = fingerprint({key: value for key, value in raw.items() if key != "sha256"})
    if digest != raw.get("sha256"):
        raise ModelError(
            f"{place}: the file says its SHA-256 is {raw.get('sha256')}, but the content's is {digest}: it was changed "
            "by hand or cut; fetch or train it again"
        )
    try:
        read = msgspec.convert(raw, Content)
    except msgspec.ValidationError as problem:
        raise ModelError(f"{place}: {problem}; retrain with `newsgauge train`") from problem
    model = Model(**{one.name: getattr(read, one.name) for one in fields(Content)})
    wrong = [*_broken(model), *_different(model, catalogue)]
    if wrong:
        raise ModelError(
            f"{place}: the model doesn't fit this version; retrain with `newsgauge train`:\n  " + "\n  ".join(wrong)
        )
    return model


def keep_figures(name: str, tasks: Mapping[str, Sequence[Mapping[str, Any]]]) -> Path:
    """Write measured figures beside a model that ships, with the SHA-256 of the model they were measured with."""
    folder = Path(str(resources.files("newsgauge.reliability"))) / "models" / name
    content = {"model": load(folder / "model.json").sha256, "tasks": {task: list(rows) for task, rows in tasks.items()}}
    place = folder / FIGURES
    place.write_text(json.dumps(_rounded(content), ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")
    return place


def figures(model: Model, name: str | Path = DEFAULT) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """Figures kept beside a model's file, by task; none where there are none, or where they belong to another version."""
    place = Path(name) if Path(name).is_dir() else Path(name).parent
    if not (place / FIGURES).is_file():
        place = Path(str(resources.files("newsgauge.reliability"))) / "models" / str(name).partition("@")[0]
    if not (place / FIGURES).is_file():
        return {}
    content = json.loads((place / FIGURES).read_text("utf-8"))
    return content["tasks"] if content["model"] == model.sha256 else {}


def dumps(model: Model) -> bytes:
    """The model's file: readable JSON, rounded, with its own hash; the same model gives the same bytes."""
    content = _rounded(msgspec.to_builtins({one.name: getattr(model, one.name) for one in fields(Content)}))
    content["sha256"] = fingerprint({key: value for key, value in content.items() if key != "sha256"})
    text = json.dumps(content, indent=1, ensure_ascii=False)
    return (_NUMBERS.sub(lambda m: "[" + " ".join(m[1].split()) + "]", text) + "\n").encode()


def sealed(model: Model, catalogue: Iterable[Spec]) -> Model:
    """The model as its file gives it back: rounded, hashed and checked."""
    return parse(dumps(model), model.name, catalogue)


def fingerprint(content: object) -> str:
    """SHA-256 of a JSON value, whatever its layout."""
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return (round(value, DIGITS) + 0.0) if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _rounded(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(inner) for inner in value]
    return value


# -- what must hold --------------------------------------------------------------------------------------------------


def _broken(model: Model) -> list[str]:
    """Promises the content itself breaks: shapes, order, laws 3 and 6."""
    wrong = []
    if tuple(item.name for item in model.items) != ITEMS:
        wrong.append(f"items: expected {', '.join(ITEMS)}, found {', '.join(item.name for item in model.items)}")
    if len(model.cuts) != 4 or list(model.cuts) != sorted(model.cuts):
        wrong.append(f"cuts: expected four rising numbers, found {list(model.cuts)}")
    if model.calibration.slope < 0:
        wrong.append(
            f"calibration: a higher score must not be less likely sound, found slope {model.calibration.slope}"
        )
    for item in model.items:
        sign = 1 if item.name in HIGHER_IS_BETTER else -1
        if item.weight * sign < 0:
            wrong.append(
                f"{item.name}: its weight must not be {'negative' if sign > 0 else 'positive'}, found {item.weight}"
            )
        wrong += [f"{curve.feature}: {problem}" for curve in item.curves if (problem := _bent(curve, item.weight))]
    return wrong


def _bent(curve: Curve, weight: float) -> str:
    if not curve.x or len(curve.x) != len(curve.y):
        return f"expected as many y as x and at least one, found {len(curve.y)} and {len(curve.x)}"
    if any(b <= a for a, b in pairwise(curve.x)):
        return "x must rise"
    if any((b - a) * weight * curve.direction < -_TOLERANCE for a, b in pairwise(curve.y)):
        return f"its curve goes against its direction {curve.direction:+d}"
    if curve.neutral_when_missing and curve.missing:
        return f"absence must cost nothing, found {curve.missing}"
    return ""


def _different(model: Model, catalogue: Iterable[Spec]) -> list[str]:
    """Where the model's features and the catalogue's disagree."""
    expected = {spec.name: spec for spec in catalogue if spec.item}
    found = {curve.feature: (curve, item.name) for item in model.items for curve in item.curves}
    wrong = [f"{name}: this version doesn't measure it" for name in found if name not in expected]
    wrong += [f"{name}: the model lacks it" for name in expected if name not in found]
    for name, (curve, item) in found.items():
        if name in expected:
            spec = expected[name]
            for field, ours, theirs in (
                ("item", spec.item, item),
                ("family", spec.family, curve.family),
                ("unit", spec.unit, curve.unit),
                ("direction", spec.direction, curve.direction),
                ("costs", spec.costs, curve.costs),
                ("neutral_when_missing", spec.neutral_when_missing, curve.neutral_when_missing),
            ):
                if ours != theirs:
                    wrong.append(f"{name}: {field} is {ours!r} here, {theirs!r} in the model")
    return wrong
