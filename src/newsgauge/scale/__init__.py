"""From a file of articles to a crawl: shards, several processes or a cluster, and a run that can be stopped and continued."""

from newsgauge.scale.run import Totals, score_all
from newsgauge.scale.settings import Settings

__all__ = ["Settings", "Totals", "score_all"]
