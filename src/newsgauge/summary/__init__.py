"""What a large scored table says: by outlet, by day, within a genre, by kind of finding. No blacklist.

Means are only shown for at least `LEAST` articles of one genre, with an interval; where intervals overlap there is no order;
and every row leads to the findings behind it.
"""

from newsgauge.summary.bands import LEAST, Group, banded
from newsgauge.summary.page import html_page
from newsgauge.summary.queries import Summary, articles_of, summarise
from newsgauge.summary.table import article_lines, summary_lines

__all__ = [
    "LEAST",
    "Group",
    "Summary",
    "article_lines",
    "articles_of",
    "banded",
    "html_page",
    "summarise",
    "summary_lines",
]
