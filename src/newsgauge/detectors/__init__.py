"""The catalogue of detectors: a tuple. A new family is its file, its lexicon, one line here and its test."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from newsgauge.detectors import (
    accountability,
    attribution,
    calibration,
    consistency,
    genre,
    headline,
    loaded_wording,
    residue,
    translation,
    transparency,
    vagueness,
)
from newsgauge.rule import Detector, Kind, Rule

DETECTORS: Final[tuple[Detector, ...]] = (
    residue.DETECTOR,
    loaded_wording.DETECTOR,
    attribution.DETECTOR,
    vagueness.DETECTOR,
    calibration.DETECTOR,
    accountability.DETECTOR,
    transparency.DETECTOR,
    translation.DETECTOR,
    headline.DETECTOR,
    consistency.DETECTOR,
    genre.DETECTOR,
)


@lru_cache(maxsize=1)
def kinds() -> dict[str, Kind]:
    """Every kind by its name."""
    return {kind.name: kind for detector in DETECTORS for kind in detector.kinds}


@lru_cache(maxsize=1)
def rules() -> dict[str, Rule]:
    """Every rule by its name."""
    return {rule.name: rule for detector in DETECTORS for rule in detector.rules}


@lru_cache(maxsize=1)
def names() -> frozenset[str]:
    """All that --select and --ignore accept: families, kinds and rules."""
    return frozenset((*(detector.family for detector in DETECTORS), *kinds(), *rules()))
