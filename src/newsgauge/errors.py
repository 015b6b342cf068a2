"""The exception tree. Every message says what, where, expected, found and what to do."""

from __future__ import annotations


class NewsgaugeError(Exception):
    """Base of everything newsgauge raises on purpose."""


class ArticleError(NewsgaugeError, ValueError):
    """One input could not be turned into an article; it becomes a failed record.

    Parameters
    ----------
    place : str
        Where: ``file``, ``file:line`` or an article id.
    problem : str
        What is wrong: what was expected and what was found.
    remedy : str
        What the user can do about it.
    """

    def __init__(self, place: str, problem: str, remedy: str = "") -> None:
        super().__init__(place, problem, remedy)
        self.place = place
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}" + (f"; {self.remedy}" if self.remedy else "")


class ConfigError(NewsgaugeError, ValueError):
    """A configuration file or a --select/--ignore name is wrong."""


class ModelError(NewsgaugeError, ValueError):
    """A model or weights file doesn't fit this version: names, units or hashes differ."""


class LabelsError(NewsgaugeError, ValueError):
    """A labels file breaks the codebook."""


class ObjectionError(NewsgaugeError, ValueError):
    """An objection can't be read, or names no finding."""


class MissingExtraError(NewsgaugeError, ImportError):
    """An optional dependency isn't installed.

    Parameters
    ----------
    extra : str
        The extra that brings it, as in ``pip install "newsgauge[extra]"``.
    purpose : str
        What it is needed for.
    """

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(f'{purpose} needs an extra: pip install "newsgauge[{extra}]"')
        self.extra = extra
