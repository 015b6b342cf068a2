"""Which rule asks what of the words around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from newsgauge.article import Range
from newsgauge.detectors.vagueness.agentless import (
    believed,
    nobodys_concern,
    reportedly,
    said_to,
    seen,
    signs,
    will_stir,
    without_agent,
)
from newsgauge.detectors.vagueness.crowds import alike, crowd_says, some_say
from newsgauge.detectors.vagueness.sources import insider_crowd, rife, sources, studies
from newsgauge.detectors.vagueness.sourcing import unsourced

if TYPE_CHECKING:
    from newsgauge.document import Document, Hit

Check = Callable[["Document", "Hit"], "Range | None"]
CHECKS: Final[dict[str, Check]] = {
    "vagueness.agentless:it-is-believed": believed,
    "vagueness.agentless:widely-seen": seen,
    "vagueness.agentless:said-to": said_to,
    "vagueness.agentless:expected-to-stir": will_stir,
    "vagueness.agentless:has-been-criticised": without_agent,
    "vagueness.weasel_crowd:crowd-says": crowd_says,
    "vagueness.weasel_crowd:some-say": some_say,
    "vagueness.weasel_crowd:minds-of-many": unsourced,
    "vagueness.weasel_crowd:alike": alike,
    "vagueness.weasel_crowd:media-rife": rife,
    "vagueness.weasel_crowd:studies-show": studies,
    "vagueness.hearsay:reportedly": reportedly,
    "vagueness.hearsay:reports-that": unsourced,
    "vagueness.hearsay:rumour": unsourced,
    "vagueness.hearsay:indications": signs,
    "vagueness.hearsay:speculation": unsourced,
    "vagueness.hearsay:concern-of-nobody": nobodys_concern,
    "vagueness.unnamed_source:sources-say": sources,
    "vagueness.unnamed_source:multiple-sources": insider_crowd,
}
