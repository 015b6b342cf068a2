"""What a cluster's worker does with a piece: in its own process, or apart where an article may end it."""

from __future__ import annotations

import pickle
import subprocess
import sys
from dataclasses import replace
from functools import lru_cache
from importlib.metadata import version
from typing import NamedTuple

from newsgauge.errors import ConfigError
from newsgauge.reliability import scorecard
from newsgauge.scale import store
from newsgauge.scale.jobs import jobs
from newsgauge.scale.manifest import tables_sha256
from newsgauge.scale.part import write_part
from newsgauge.scale.plan import Piece
from newsgauge.scale.settings import Outcome, Settings


class Identity(NamedTuple):
    """What must be the same on every machine of a run."""

    newsgauge: str
    model: str
    tables: str


class Piecework(NamedTuple):
    """A piece, how to work on it, which of its parts are there, and what the worker must be."""

    piece: Piece
    settings: Settings
    done: frozenset[str]
    expected: Identity


@lru_cache(maxsize=1)
def identity() -> Identity:
    """Version, shipped model and tables of this installation."""
    return Identity(version("newsgauge"), scorecard.load().sha256[:12], tables_sha256()[:12])


def run_piece(work: Piecework) -> list[Outcome]:
    """Write the parts of a piece, in this process; an article that raises is found apart.

    Raises
    ------
    ConfigError
        When this machine's installation isn't the one the run was begun with.
    OSError
        When a part can't be written.
    """
    _check(work.expected)
    for source in work.piece.sources[:1]:
        store.size(source.path)  # not to be seen from this machine: an error, and no reason to reject every article
    here = replace(work.settings, patience=0.0)  # an alarm would end the cluster's worker
    outcomes = []
    for job in jobs(work.piece, here.rows, here.options):
        if job.part in work.done:
            continue
        try:
            outcomes.append(write_part(job, here))
        except OSError:
            raise
        except Exception:  # noqa: BLE001  which article it was is found out apart, and it is set aside
            return [*outcomes, *run_apart(work._replace(done=work.done | {one.part for one in outcomes}))]
    return outcomes


def run_apart(work: Piecework) -> list[Outcome]:
    """Write the parts of a piece in processes of their own, which an article may end without the worker noticing.

    Raises
    ------
    OSError
        When a part can't be written, or the process beside couldn't be started.
    """
    _check(work.expected)
    command = [sys.executable, "-m", "newsgauge.scale.beside"]
    done = subprocess.run(command, input=pickle.dumps(work), capture_output=True, check=False)
    if done.returncode:
        last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:] or ["no message"]
        raise OSError(f"piece {work.piece.number}: the process beside the worker ended ({done.returncode}): {last[0]}")
    outcomes: list[Outcome] = pickle.loads(done.stdout)
    return outcomes


def _check(expected: Identity) -> None:
    if expected != identity():
        pairs = zip(expected._fields, expected, identity(), strict=True)
        found = ", ".join(f"{name} is {now} there and {was} here" for name, was, now in pairs if was != now)
        raise ConfigError(f"a worker of the cluster differs: {found}; install the same newsgauge everywhere")
