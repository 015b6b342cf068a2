"""`score_all`: everything from paths to a scored table, on this machine or on a cluster."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from newsgauge.errors import ConfigError
from newsgauge.scale import finish, ledger, manifest, plan, pool, store
from newsgauge.scale.jobs import jobs
from newsgauge.scale.part import ALL_REJECTS, PARTS
from newsgauge.scale.payloads import Job
from newsgauge.scale.plan import Piece
from newsgauge.scale.settings import Form, Outcome, Settings

FORMS: tuple[tuple[str, Form], ...] = ((".parquet", "parquet"), (".jsonl", "jsonl"), (".jsonl.gz", "jsonl.gz"))


@dataclass(slots=True)
class Totals:
    """What a run has done so far; `watch` is handed it after each part.

    Attributes
    ----------
    input_bytes, read : int
        Size of the input, and how much of it is behind finished parts.
    rows, scored, abstained, failed, words : int
        Of all finished parts, those of earlier runs included.
    now : int
        Rows of this run alone: the rate counts these.
    seconds : float
        Of this run.
    resumed : int
        Parts found finished.
    """

    input_bytes: int = 0
    read: int = 0
    rows: int = 0
    scored: int = 0
    abstained: int = 0
    failed: int = 0
    words: int = 0
    now: int = 0
    seconds: float = 0.0
    resumed: int = 0

    def add(self, one: Outcome) -> None:
        """Count one part."""
        self.read += one.read
        self.rows += one.rows
        self.scored += one.scored
        self.abstained += one.abstained
        self.failed += one.failed
        self.words += one.words


def score_all(
    paths: Sequence[str],
    out: str,
    settings: Settings,
    *,
    workers: int = 1,
    cluster: str | None = None,
    restart: bool = False,
    watch: Callable[[Totals], None] = lambda _: None,
) -> Totals:
    """Score every article of some files into a folder of parts, or into one file.

    Parameters
    ----------
    paths : sequence of str
        Files, folders or addresses (``s3://…``, through fsspec).
    out : str
        A folder, or a file whose name ends in ``.parquet``, ``.jsonl`` or ``.jsonl.gz``.
    settings : Settings
        Its ``folder`` is set here.
    workers : int
        Processes of this machine; 0 works in this one, where an article that ends its process ends the run.
    cluster : str, optional
        Address of a Dask scheduler; ``workers`` is not used then.
    restart : bool
        Discard what an earlier run left.
    watch : callable
        Called with the totals after each part.

    Returns
    -------
    Totals

    Raises
    ------
    ConfigError
        When ``out`` holds a run of other inputs or options, or another run is writing there.
    ArticleError
        When an input isn't there.
    OSError
        When a part can't be written; the same call continues from there.
    """
    folder, target = places(out)
    found = plan.sources(paths, settings.options)
    pages = any(source.form in ("html", "warc") for source in found)
    settings = replace(settings, folder=store.absolute(folder), pages=pages)
    new = manifest.manifest(found, settings)
    if target is not None and not restart and _complete(target, new):
        store.remove(folder)  # a run that was stopped after its last step
        return Totals()
    begin = time.monotonic()
    with ledger.locked(folder):
        done = ledger.begin(folder, new, restart)
        totals = Totals(plan.total(found), resumed=len(done))
        for one in done.values():
            totals.add(one)
        log = ledger.Log(folder)
        cut = plan.pieces(found, settings.rows, settings.options)
        try:
            for one in _outcomes(cut, set(done), settings, workers, cluster):
                log.write(one)
                totals.add(one)
                totals.now += one.rows
                totals.seconds = time.monotonic() - begin
                watch(totals)
        finally:
            log.flush()
        _finish(folder, target, settings)
    if target is not None:
        finish.keep_manifest(folder, target)
    totals.seconds = time.monotonic() - begin
    return totals


def places(out: str) -> tuple[str, str | None]:
    """Folder of the parts, and the one file where one was asked for."""
    single = any(out.lower().endswith(suffix) for suffix, _ in FORMS) and not store.is_folder(out)
    if single and store.is_address(out):
        raise ConfigError(
            f"--out {out}: expected a folder behind an address, since a file there can't be written in parts"
        )
    if single and not os.path.isdir(os.path.dirname(out) or "."):
        raise ConfigError(f"--out {out}: the folder {os.path.dirname(out)} does not exist; make it first")
    return (f"{out}.parts", out) if single else (out, None)


def form_of(out: str, wanted: Form | None = None) -> Form:
    """Form of the output by its name; of a folder as wanted, else Parquet."""
    named = next((form for suffix, form in reversed(FORMS) if out.lower().endswith(suffix)), None)
    return (None if store.is_folder(out) else named) or wanted or "parquet"


def _complete(target: str, new: manifest.Manifest) -> bool:
    """Whether the one file is there, of these very inputs.

    Raises
    ------
    ConfigError
        When it is of others, or nobody knows of what.
    """
    if not os.path.exists(target):
        return False
    beside = f"{target}.manifest.json"
    old = manifest.load(beside) if os.path.exists(beside) else None
    if old is None:
        raise ConfigError(
            f"--out {target} is there already, and no run of ours; choose another, or --restart to replace it"
        )
    found = manifest.differences(old, new)
    if found:
        raise ConfigError(
            f"--out {target} is of something else: {'; '.join(found[:5])}; choose another --out, or --restart to replace it"
        )
    return True


def _outcomes(
    cut: Iterator[Piece], done: set[str], settings: Settings, workers: int, cluster: str | None
) -> Iterator[Outcome]:
    if cluster is not None:
        from newsgauge.scale.cluster import run_pieces

        return run_pieces(cut, done, settings, cluster)
    return pool_or_here(_left(cut, done, settings), settings, workers)


def pool_or_here(stream: Iterator[Job], settings: Settings, workers: int) -> Iterator[Outcome]:
    """Run jobs on processes, or one after the other in this one."""
    if workers:
        return pool.run(stream, settings, workers)
    from newsgauge.scale.part import write_part

    here = replace(settings, patience=0.0)
    return (write_part(job, here) for job in stream)


def _left(cut: Iterable[Piece], done: set[str], settings: Settings) -> Iterator[Job]:
    every = chain.from_iterable(jobs(piece, settings.rows, settings.options) for piece in cut)
    return (job for job in every if job.part not in done)


def _finish(folder: str, target: str | None, settings: Settings) -> None:
    for left in store.begun(store.join(folder, PARTS)):
        store.remove(left)
    if target is None:
        finish.gather_rejects(folder, store.join(folder, ALL_REJECTS))
        return
    finish.gather_rejects(folder, f"{target}.rejects.jsonl")
    finish.join_parts(folder, target, settings.form)
