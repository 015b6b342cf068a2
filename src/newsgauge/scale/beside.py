"""``python -m newsgauge.scale.beside``: a piece, pickled on standard input, worked on beside a cluster's worker."""

from __future__ import annotations

import pickle
import sys

from newsgauge.scale import pool
from newsgauge.scale.jobs import jobs
from newsgauge.scale.piece import Piecework


def main() -> None:
    """Read a `Piecework`, write its outcomes: every job in a process of its own, halved where it doesn't survive."""
    work: Piecework = pickle.load(sys.stdin.buffer)
    every = jobs(work.piece, work.settings.rows, work.settings.options)
    outcomes = list(pool.run((job for job in every if job.part not in work.done), work.settings, 1))
    sys.stdout.buffer.write(pickle.dumps(outcomes))


if __name__ == "__main__":
    main()
