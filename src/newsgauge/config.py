"""`newsgauge.toml`, or ``[tool.newsgauge]`` in pyproject.toml: rules off, allow-list, house terms, thresholds.

Examples
--------
In ``newsgauge.toml`` (in pyproject.toml the tables are ``[tool.newsgauge]``, ``[[tool.newsgauge.allow]]`` and so on)::

    # A name is a family, a kind (family.kind) or a rule (family.kind:rule-name). The most specific one decides;
    # at the same level ignore beats select. Without select everything is on.
    select = ["loaded_wording", "attribution", "vagueness"]
    ignore = ["loaded_wording.slogan", "vagueness.filler:it-should-be-noted"]

    [[allow]]                                # never flagged
    phrase = "the Iron Mayor"
    reason = "the name of a café, see the style book"
    date = 2026-03-01

    [[house_terms]]                          # flagged beside the shipped lexicons
    phrase = "ratepayer revolt"
    kind = "loaded_wording.slogan"
    note = "A campaign's slogan; say who protested."
    weight = 0.6

    [thresholds]
    min_words = 130                          # shorter texts get no score
    fail_under = 40                          # `newsgauge score` exits with 1 below it
"""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from newsgauge.errors import ConfigError

OWN_FILE = "newsgauge.toml"
PYPROJECT = "pyproject.toml"

THRESHOLDS: Mapping[str, float | None] = {"min_words": 130.0, "fail_under": None}
"""Names and defaults: words below which there is no score (design law 8), points below which `score` exits with 1."""

_BOUNDS: Mapping[str, tuple[float, float]] = {"min_words": (0.0, 1_000_000.0), "fail_under": (0.0, 100.0)}
_KIND = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")


class Allowed(NamedTuple):
    """A phrase that is never flagged, and who could be asked why."""

    phrase: str
    reason: str
    date: datetime.date


class HouseTerm(NamedTuple):
    """A phrase the house flags: ``kind`` is dotted, ``weight`` the strength in [0, 1]."""

    phrase: str
    kind: str
    note: str = "A term of your house list."
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Config:
    """What the user decided; the defaults flag everything.

    Attributes
    ----------
    select, ignore : tuple of str
        Families, kinds and rules switched on (empty: all) and off; see `selects`.
    allow : tuple of Allowed
    house_terms : tuple of HouseTerm
    thresholds : mapping of str to float or None
        Every name of `THRESHOLDS`; None switches the check off.
    path : Path or None
        The file it was read from.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    allow: tuple[Allowed, ...] = ()
    house_terms: tuple[HouseTerm, ...] = ()
    thresholds: Mapping[str, float | None] = field(default_factory=lambda: dict(THRESHOLDS))
    path: Path | None = None


def load(start: Path | None = None) -> Config:
    """Configuration for a folder: the nearest file at or above it.

    Parameters
    ----------
    start : Path, optional
        A folder, or a file in it; the current folder where left out.

    Returns
    -------
    Config
        The defaults where no file is found. In one folder ``newsgauge.toml`` comes before pyproject.toml, and a
        pyproject.toml without ``[tool.newsgauge]`` is passed over.

    Raises
    ------
    ConfigError
        As `load_file`.
    """
    origin = (Path.cwd() if start is None else start).absolute()
    for folder in (origin, *origin.parents):
        if (folder / OWN_FILE).is_file():
            return load_file(folder / OWN_FILE)
        if (folder / PYPROJECT).is_file() and _own_table(_read(folder / PYPROJECT), folder / PYPROJECT) is not None:
            return load_file(folder / PYPROJECT)
    return Config()


def load_file(path: Path) -> Config:
    """Read one file; a file named pyproject.toml is read at ``[tool.newsgauge]``.

    Raises
    ------
    ConfigError
        When it can't be read, isn't TOML, or holds an unknown key or a wrong value; says the file, the key, what was
        expected and what was found.
    """
    table = _own_table(_read(path), path)
    if table is None:
        raise ConfigError(f"{path}: expected a table [tool.newsgauge], found none; add it or name another file")
    _known(table, ("select", "ignore", "allow", "house_terms", "thresholds"), path, "")
    return Config(
        select=_names(table, "select", path),
        ignore=_names(table, "ignore", path),
        allow=tuple(_allowed(entry, path, at) for at, entry in _entries(table, "allow", path)),
        house_terms=tuple(_house_term(entry, path, at) for at, entry in _entries(table, "house_terms", path)),
        thresholds=_thresholds(table, path),
        path=path,
    )


def check_names(names: Iterable[str], known: Collection[str], place: str = "") -> None:
    """Refuse names of rules that don't exist.

    Parameters
    ----------
    names : iterable of str
        From ``--select``, ``--ignore`` or the file.
    known : collection of str
        Every family, kind and rule there is.
    place : str, optional
        Where the names stand, for the message.

    Raises
    ------
    ConfigError
        For the first unknown name, with the nearest known one.

    Examples
    --------
    >>> check_names(["loded_wording"], {"loaded_wording", "vagueness"})
    Traceback (most recent call last):
        ...
    newsgauge.errors.ConfigError: unknown rule 'loded_wording': did you mean 'loaded_wording'?
    """
    for name in names:
        if name not in known:
            families = ", ".join(sorted(other for other in known if "." not in other))
            hint = _hint(name, known) or f"; expected a family ({families}), a family.kind or a family.kind:rule-name"
            raise ConfigError((f"{place}: " if place else "") + f"unknown rule {name!r}{hint}")


def selects(config: Config, family: str, kind: str, rule: str) -> bool:
    """Whether a rule is on: the most specific name decides, and ignore beats select at the same level.

    Parameters
    ----------
    config : Config
    family, kind, rule : str
        As in ``loaded_wording``, ``loaded_wording.slogan``, ``loaded_wording.slogan:take-back-control``.

    Examples
    --------
    >>> chosen = Config(select=("vagueness.filler",), ignore=("vagueness",))
    >>> selects(chosen, "vagueness", "vagueness.filler", "vagueness.filler:of-course")
    True
    >>> selects(chosen, "vagueness", "vagueness.hedges", "vagueness.hedges:may-possibly")
    False
    """
    for name in (rule, kind, family):
        if name in config.ignore:
            return False
        if name in config.select:
            return True
    return not config.select


def _read(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{path}: expected a configuration file, found none ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise ConfigError(
            f"{path}: expected UTF-8, found byte {error.object[error.start]:#x} at {error.start}"
        ) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"{path}: expected TOML, found a fault: {error}") from error


def _own_table(document: dict[str, object], path: Path) -> dict[str, object] | None:
    if path.name != PYPROJECT:
        return document
    tool = document.get("tool")
    if not isinstance(tool, dict) or "newsgauge" not in tool:
        return None
    return _table(tool["newsgauge"], path, "tool.newsgauge")


def _wrong(path: Path, key: str, expected: str, value: object) -> ConfigError:
    return ConfigError(f"{path}: {key}: expected {expected}, found {value!r}")


def _hint(name: str, known: Collection[str]) -> str:
    near = get_close_matches(name, known, 1)
    return f": did you mean {near[0]!r}?" if near else ""


def _known(table: Mapping[str, object], keys: Collection[str], path: Path, where: str) -> None:
    for key in table:
        if key not in keys:
            hint = _hint(key, keys) or ";"
            raise ConfigError(f"{path}: unknown key {where + key!r}{hint} expected one of {', '.join(keys)}")


def _table(value: object, path: Path, key: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise _wrong(path, key, "a table", value)
    return value


def _names(table: Mapping[str, object], key: str, path: Path) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(name, str) and name for name in value):
        raise _wrong(path, key, "a list of families, kinds or rules", value)
    return tuple(value)


def _entries(table: Mapping[str, object], key: str, path: Path) -> Iterable[tuple[str, dict[str, object]]]:
    """Tables of a list, each with its name for messages: ``allow[1]`` is the first."""
    value = table.get(key, [])
    if not isinstance(value, list):
        raise _wrong(path, key, f"a list of tables, as in [[{key}]]", value)
    for number, entry in enumerate(value, 1):
        yield f"{key}[{number}]", _table(entry, path, f"{key}[{number}]")


def _words(entry: Mapping[str, object], key: str, path: Path, at: str, default: str | None = None) -> str:
    value = entry.get(key, default)
    if value is None:
        raise ConfigError(f'{path}: {at}: expected a {key}, found {", ".join(entry) or "nothing"}; add {key} = "…"')
    if not isinstance(value, str) or not value.strip():
        raise _wrong(path, f"{at}.{key}", "words in quotation marks", value)
    return value


def _number(value: object, path: Path, key: str, low: float, high: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise _wrong(path, key, f"a number from {low:.0f} to {high:.0f}", value)
    return float(value)


def _allowed(entry: Mapping[str, object], path: Path, at: str) -> Allowed:
    _known(entry, Allowed._fields, path, f"{at}.")
    return Allowed(_words(entry, "phrase", path, at), _words(entry, "reason", path, at), _date(entry, path, at))


def _date(entry: Mapping[str, object], path: Path, at: str) -> datetime.date:
    value = entry.get("date")
    if isinstance(value, str):
        with suppress(ValueError):
            value = datetime.date.fromisoformat(value)
    if isinstance(value, datetime.datetime) or not isinstance(value, datetime.date):
        found = "nothing" if value is None else repr(value) if isinstance(value, str) else str(value)
        raise ConfigError(f"{path}: {at}.date: expected an ISO date such as 2026-03-01, found {found}")
    return value


def _house_term(entry: Mapping[str, object], path: Path, at: str) -> HouseTerm:
    _known(entry, HouseTerm._fields, path, f"{at}.")
    kind = _words(entry, "kind", path, at)
    if not _KIND.fullmatch(kind):
        raise _wrong(path, f"{at}.kind", "a kind such as loaded_wording.slogan", kind)
    defaults = HouseTerm._field_defaults
    note = _words(entry, "note", path, at, defaults["note"])
    weight = _number(entry.get("weight", defaults["weight"]), path, f"{at}.weight", 0.0, 1.0)
    return HouseTerm(_words(entry, "phrase", path, at), kind, note, weight)


def _thresholds(table: Mapping[str, object], path: Path) -> dict[str, float | None]:
    given = _table(table.get("thresholds", {}), path, "thresholds")
    _known(given, THRESHOLDS, path, "thresholds.")
    numbers = {name: _number(value, path, f"thresholds.{name}", *_BOUNDS[name]) for name, value in given.items()}
    return {**THRESHOLDS, **numbers}
