"""Which units end their process: by halving, for any set of them."""

from __future__ import annotations

from math import log2

from hypothesis import given
from hypothesis import strategies as st

from newsgauge.scale.halving import killers


@given(st.integers(0, 300), st.sets(st.integers(0, 299), max_size=6))
def test_every_killer_is_found_and_nobody_else(units: int, wanted: set[int]) -> None:
    """The answer is the set, asked of ranges only, in about 2 k log2(n) questions."""
    deadly = {one for one in wanted if one < units}
    asked = []

    def survives(part: range) -> bool:
        asked.append(part)
        return deadly.isdisjoint(part)

    assert killers(survives, units) == deadly
    assert len(asked) <= 1 + len(deadly) * 2 * (log2(max(units, 2)) + 1)


def test_a_combination_is_nobodys_fault() -> None:
    """Units that only end the process together are not named one by one."""
    assert killers(lambda part: not {2, 7} <= set(part), 10) == frozenset()
