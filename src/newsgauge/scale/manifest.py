"""What a run is a run of: inputs, options, model and tables, written down so that it can be continued, or refused."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from typing import Any, NamedTuple

from newsgauge.readers.streams import binary
from newsgauge.reliability import scorecard
from newsgauge.scale.plan import Source, modified
from newsgauge.scale.settings import Settings
from newsgauge.scale.store import read

FORMAT = "newsgauge/run/1"
NAME = "_manifest.json"
LISTED = 1_000  # sources named one by one; of more, only the digest
_PROBE = 16 * 1024


class Manifest(NamedTuple):
    """Everything the output depends on."""

    inputs: dict[str, Any]
    options: dict[str, Any]
    model: dict[str, str]
    version: str

    def encode(self) -> bytes:
        return json.dumps({"format": FORMAT, **self._asdict()}, indent=1, sort_keys=True).encode() + b"\n"


def manifest(sources: Sequence[Source], settings: Settings) -> Manifest:
    """Write down what a run would be a run of."""
    model = settings.model or scorecard.load()
    return Manifest(
        _inputs(sources),
        _options(settings),
        {"name": model.name, "version": model.version, "sha256": model.sha256, "tables_sha256": tables_sha256()},
        version("newsgauge"),
    )


def decode(data: bytes) -> Manifest | None:
    """Read a manifest; None where it is none of ours."""
    try:
        value = json.loads(data)
        if value.pop("format") != FORMAT:
            return None
        return Manifest(**value)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def differences(old: Manifest, new: Manifest) -> list[str]:
    """Say what has changed, one sentence each."""
    found = list(_inputs_differ(old.inputs, new.inputs))
    for part, was, now in (("option", old.options, new.options), ("model", old.model, new.model)):
        for key in sorted({*was, *now}):
            if was.get(key) != now.get(key):
                found.append(f"{part} {key}: was {was.get(key)!r}, is {now.get(key)!r}")
    if old.version != new.version:
        found.append(f"newsgauge: was {old.version}, is {new.version}")
    return found


def _inputs_differ(old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    if old.get("sha256") == new["sha256"]:
        return
    was, now = ({one["place"]: one for one in each.get("files", ())} for each in (old, new))
    for place in sorted({*was, *now}):
        if place not in now:
            yield f"input {place}: was read, is not there any more"
        elif place not in was:
            yield f"input {place}: is new"
        elif was[place] != now[place]:
            yield f"input {place}: has changed ({was[place]['size']} bytes then, {now[place]['size']} now)"
    if not was or was == now:
        then, today = (f"{each.get('count')} files of {each.get('bytes')} bytes" for each in (old, new))
        yield f"inputs: {then} then, {today} now, or in another order"


def _inputs(sources: Sequence[Source]) -> dict[str, Any]:
    prints = [_fingerprint(source, probe=len(sources) <= LISTED) for source in sources]
    return {
        "count": len(sources),
        "bytes": sum(source.size for source in sources),
        "sha256": hashlib.sha256(json.dumps(prints).encode()).hexdigest(),
        "files": prints if len(prints) <= LISTED else [],
    }


def _fingerprint(source: Source, probe: bool) -> dict[str, Any]:
    """Size and time of a file, and what it begins and ends with: reading it all would take as long as scoring a part."""
    return {
        "place": source.place,
        "size": source.size,
        "modified": modified(source.path),
        "ends": _ends(source) if probe else "",
    }


def _ends(source: Source) -> str:
    digest = hashlib.sha256()
    with binary(source.path) as stream:
        digest.update(stream.read(_PROBE))
        if source.size > _PROBE:
            stream.seek(max(source.size - _PROBE, _PROBE))
            digest.update(stream.read(_PROBE))
    return digest.hexdigest()


def _options(settings: Settings) -> dict[str, Any]:
    config = settings.config
    return {
        "form": settings.form,
        "rows": settings.rows,
        "with_text": settings.with_text,
        **{f"read_{name}": value for name, value in asdict(settings.options).items()},
        "select": list(config.select),
        "ignore": list(config.ignore),
        "allow": [str(one.phrase) for one in config.allow],
        "house_terms": [list(one) for one in config.house_terms],
        "min_words": config.thresholds.get("min_words"),
    }


@lru_cache(maxsize=1)
def tables_sha256() -> str:
    """Fingerprint of the lexicons and learnt tables that ship."""
    digest = hashlib.sha256()
    pending = [files("newsgauge.lexicons")]
    while pending:
        here = pending.pop()
        for entry in sorted(here.iterdir(), key=lambda one: one.name):
            if entry.is_dir() and not entry.name.startswith("__"):
                pending.append(entry)
            elif entry.name.endswith((".tsv", ".npz", ".txt")):
                digest.update(entry.name.encode())
                digest.update(entry.read_bytes())
    return digest.hexdigest()


def load(path: str) -> Manifest | None:
    """Read a manifest from a file."""
    return decode(read(path))
