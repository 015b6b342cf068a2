"""What every worker needs to know, and what it answers: values that travel between processes and machines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from newsgauge.config import Config
from newsgauge.readers import ReadOptions
from newsgauge.reliability.scorecard import Model

Form = Literal["parquet", "jsonl", "jsonl.gz"]


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run reads, scores and writes; the same for all its shards.

    Attributes
    ----------
    folder : str
        Where parts are written: a folder or an address such as ``s3://bucket/scores``.
    form : {"parquet", "jsonl", "jsonl.gz"}
    options, config, model
        As for `newsgauge.readers.read` and `newsgauge.annotate`; a model of None is the one that ships.
    with_text : bool
        Whether texts travel along.
    rows : int
        Most articles in a part.
    patience : float
        Seconds one article may take before its process is ended and it is set aside; 0 waits for ever.
    pages : bool
        Whether inputs hold HTML: `score_all` finds out, and workers then share the pages of the extractor's code too.
    """

    folder: str
    form: Form = "parquet"
    options: ReadOptions = field(default_factory=ReadOptions)
    config: Config = field(default_factory=Config)
    model: Model | None = None
    with_text: bool = False
    rows: int = 500
    patience: float = 60.0
    pages: bool = False


class Outcome(NamedTuple):
    """What became of one part; a line of the log of finished parts.

    ``read`` is how many bytes of the input it took, as they lie there: progress is measured in them.
    """

    part: str
    rows: int
    scored: int
    abstained: int
    failed: int
    words: int
    size: int
    sha256: str
    seconds: float
    read: int
