"""As `newsgauge.scale.warm`, for a run that reads pages with ``--html full``: the extractor is imported once for all workers."""

from contextlib import suppress

from newsgauge.errors import MissingExtraError
from newsgauge.readers.pages import extract

with suppress(MissingExtraError):  # each page says so, in its place
    extract("<html><body><p>The gate is open, said Ann Vale on Monday.</p></body></html>")
