"""Text, HTML, JSONL, CSV, folders and standard input in; `Article` or `Failure` out, lazily and in order."""

from newsgauge.readers.options import FORMATS, MAX_BYTES, Format, ReadOptions
from newsgauge.readers.reading import read

__all__ = ["FORMATS", "MAX_BYTES", "Format", "ReadOptions", "read"]
