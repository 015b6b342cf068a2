"""``newsgauge explain``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

import click

from newsgauge.cli.output import as_lines, as_wide, columns, write
from newsgauge.errors import ConfigError

EXAMPLES = """\b
Examples:
  newsgauge explain
  newsgauge explain loaded_wording
  newsgauge explain loaded_wording.name_calling
  newsgauge explain attribution_checkable_share
"""


@click.command("explain", epilog=EXAMPLES)
@click.argument("name", required=False, metavar="[FEATURE|FAMILY|KIND|RULE]")
@as_wide
def command(name: str | None, width: int | None) -> None:
    """Explain a feature, a family, a kind or a rule; without a name, list them all.

    A kind is named family.kind, a rule family.kind:rule-name, as findings give them.
    """
    wide = columns(width)
    lines = _listing(wide) if name is None else _explanation(name, wide)
    write(as_lines(lines, None), None)


def _listing(width: int) -> Iterator[str]:
    from newsgauge.detectors import DETECTORS
    from newsgauge.features import CATALOGUE
    from newsgauge.report.explanation import everything

    return everything(DETECTORS, CATALOGUE, width)


def _explanation(name: str, width: int) -> Iterator[str]:
    from newsgauge import detectors
    from newsgauge.features import CATALOGUE
    from newsgauge.report import explanation

    rates = _firing_rates()
    features = {feature.name: feature for feature in CATALOGUE}
    families = {detector.family: detector for detector in detectors.DETECTORS}
    if name in features:
        return explanation.explain_feature(features[name], width)
    if name in families:
        return explanation.explain_family(families[name], width, rates)
    if name in detectors.kinds():
        rules = [rule for rule in detectors.rules().values() if rule.kind == name]
        return explanation.explain_kind(detectors.kinds()[name], rules, width, rates)
    if name in detectors.rules():
        return explanation.explain_rule(detectors.rules()[name], width, rates)
    known = [*features, *families, *detectors.kinds(), *detectors.rules()]
    near = get_close_matches(name, known, 3, 0.5) or [one for one in known if name in one][:3]
    hint = f"did you mean {' or '.join(near)}?" if near else "newsgauge explain lists all names"
    raise ConfigError(f"unknown name {name!r}: {hint}")


def _firing_rates() -> Mapping[str, float]:
    """Findings per 10,000 words of edited news: of every rule, and added up by kind and family."""
    from newsgauge.lexicons import firing_rates

    rates: dict[str, float] = defaultdict(float)
    for rule, rate in firing_rates().items():
        kind = rule.partition(":")[0]
        for name in (rule, kind, kind.partition(".")[0]):
            rates[name] += rate
    return rates
