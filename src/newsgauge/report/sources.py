"""Who is quoted, how often, and through whom: one line per source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsgauge.article import Attribution
from newsgauge.report.visible import one_line
from newsgauge.report.wording import source_kind_words


class Quoted(NamedTuple):
    """A source as reports show it; ``pronouns`` of its ``times`` it is a "she" or "they"."""

    name: str
    kind: str
    times: int
    pronouns: int
    via: str

    @property
    def often(self) -> str:
        """How often it speaks, in words."""
        times = "once" if self.times == 1 else f"{self.times} times"
        return f"{times} ({self.pronouns} by pronoun)" if self.pronouns else times


def quoted_sources(attributions: Iterable[Attribution]) -> Iterator[Quoted]:
    """Sources by how often they speak; a pronoun counts with the name it stands for."""
    kinds: dict[str, str] = {}
    relayed: dict[tuple[str, str], str] = {}
    spoken: Counter[tuple[str, str]] = Counter()
    pronouns: Counter[tuple[str, str]] = Counter()
    found = [(_name(one), one) for one in attributions]
    for name, one in found:
        if name and one.source_kind != "pronoun":
            kinds.setdefault(name, one.source_kind)
    for name, one in found:
        stands_for = kinds.get(name) if one.source_kind == "pronoun" else None
        key = (name, stands_for or (one.source_kind if one.source else "none"))
        spoken[key] += 1
        pronouns[key] += stands_for is not None
        if one.via is not None:
            relayed[key] = one_line(one.via.text)
    for key, times in spoken.most_common():
        yield Quoted(key[0], source_kind_words(key[1]), times, pronouns[key], relayed.get(key, ""))


def _name(one: Attribution) -> str:
    return one_line(one.source_name or (one.source.text if one.source else ""))
