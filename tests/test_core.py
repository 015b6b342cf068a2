"""The core: what an annotation promises, when it abstains, and how a user says no."""

from __future__ import annotations

import math
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import newsgauge
from newsgauge.article import Article, Failure
from newsgauge.config import Allowed, Config, HouseTerm
from newsgauge.errors import ConfigError
from newsgauge.examples import example_path
from newsgauge.features import CATALOGUE

EXAMPLE = Path(example_path()).read_text("utf-8")
GERMAN = (
    "Der Rat der Stadt hat am Montag beschlossen, dass die Brücke nun doch ein Jahr lang geschlossen bleiben muss. "
)


def test_points_add_up() -> None:
    """The raw score is the base plus every contribution, and the score is raw kept within 0 and 100."""
    a = newsgauge.annotate(EXAMPLE)
    assert a.status == "scored"
    assert a.raw is not None
    assert a.base is not None
    assert abs(a.base + math.fsum(c.points for c in a.contributions) - a.raw) < 1e-9
    assert a.score == min(100.0, max(0.0, a.raw))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet="abT .,\n\r“”\"'‘’#:!?1é😀", max_size=300))
def test_any_text_keeps_the_promises(text: str) -> None:
    """Whatever the text: spans slice it, points add up, contributions lead to findings that exist."""
    a = newsgauge.annotate(text)
    assert a.text == text
    assert all(text[f.start : f.end] == f.text != "" for f in a.findings)
    assert len({f.id for f in a.findings}) == len(a.findings)
    ids = {f.id for f in a.findings}
    assert all(ids.issuperset(c.findings) for c in a.contributions)
    assert set(a.features) == {feature.name for feature in CATALOGUE}
    assert {name for name, value in a.features.items() if value is None} == set(a.unmeasured)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("The bridge was shut on Monday after it was found to be unsafe. " * 2, "Too short"),
        (GERMAN * 12, "not in English"),
        ("\n".join(f"Bridge news and the fair of the town {k}" for k in range(40)), "prose"),
    ],
)
def test_abstains_with_a_reason(text: str, reason: str) -> None:
    """No score, probability or level is given, and the reason is one a person understands."""
    a = newsgauge.annotate(text, title="")
    assert a.status == "abstained"
    assert a.reason is not None
    assert reason in a.reason
    assert (a.score, a.probability, a.level, a.confidence, a.interval) == (None,) * 5


def test_a_title_alone_is_measured() -> None:
    """A title without a body gets its headline features and is not scored."""
    a = newsgauge.annotate("", title="You won't BELIEVE what the mayor did next")
    assert a.status == "abstained"
    assert a.features["headline_clickbait_probability"] is not None
    assert any(f.family == "headline" for f in a.findings)


def test_a_separate_title_is_joined() -> None:
    """Offsets refer to title, blank line, body."""
    a = newsgauge.annotate("The bridge is shut.", title="Bridge shut")
    assert a.text == "Bridge shut\n\nThe bridge is shut."
    assert a.title == (0, 11)


def test_voice_decides_what_counts() -> None:
    """The same loaded word costs in the author's voice and not in a quotation."""
    own = EXAMPLE.replace("for at least twelve months", "in a despicable move")
    quoted = EXAMPLE.replace("for at least twelve months", "in “a despicable move”, said Ann Vale,")
    by_name = "loaded_wording_author_per_1000_words"
    plain = newsgauge.annotate(EXAMPLE).features[by_name]
    worse = newsgauge.annotate(own).features[by_name]
    assert plain is not None
    assert worse is not None
    assert worse > plain
    assert [f.voice for f in newsgauge.annotate(quoted).findings if f.text.startswith("despicable")] == ["quoted"]


def test_ignored_rules_find_nothing() -> None:
    """A family, a kind or a rule that is ignored gives no findings, and an unknown name is refused with a suggestion."""
    a = newsgauge.annotate(EXAMPLE, config=Config(ignore=("loaded_wording", "attribution.named_person")))
    assert not [f for f in a.findings if f.family == "loaded_wording" or f.kind == "attribution.named_person"]
    with pytest.raises(ConfigError, match="loaded_wording"):
        newsgauge.annotate(EXAMPLE, config=Config(ignore=("loded_wording",)))


def test_allowed_phrases_and_house_terms() -> None:
    """An allowed phrase is flagged no more; a house term is flagged with its own note."""
    config = Config(
        allow=(Allowed("disgraceful", "quoted in court", date(2026, 1, 2)),),
        house_terms=(HouseTerm("footbridge", "loaded_wording.emotive", "Say bridge.", 0.4),),
    )
    a = newsgauge.annotate(EXAMPLE, config=config)
    assert "disgraceful" not in {f.text for f in a.findings}
    assert {f.note for f in a.findings if f.text == "footbridge"} == {"Say bridge."}


def test_a_failure_stands_in_its_place() -> None:
    """What could not be read becomes a failed record between its neighbours."""
    found = list(newsgauge.annotate_many([Article("One."), Failure("", "two.txt", "no such file"), "Three."]))
    assert [a.status for a in found] == ["abstained", "failed", "abstained"]
    assert found[1].reason == "no such file"


def test_carriage_returns_change_nothing_but_offsets() -> None:
    """CRLF text gets the same findings, at offsets into the text as it is."""
    dos = EXAMPLE.replace("\n", "\r\n")
    one, two = newsgauge.annotate(EXAMPLE), newsgauge.annotate(dos)
    assert [f.kind for f in one.findings] == [f.kind for f in two.findings]
    assert one.score == two.score
