"""The same pieces on a Dask cluster: submitted a few ahead, run again when a worker goes, resubmitted when the scheduler does.

A worker reads its piece and writes its parts where the run's folder is, so both must be reachable from there. Only names and
outcomes pass through the scheduler.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from newsgauge.errors import ConfigError, MissingExtraError
from newsgauge.scale.piece import Piecework, identity, run_apart, run_piece
from newsgauge.scale.plan import Piece
from newsgauge.scale.settings import Outcome, Settings

if TYPE_CHECKING:
    from distributed import Client, Future

_GLANCE = 0.1  # seconds between two looks at the futures in flight
_LOOK = 5.0  # seconds between two counts of the workers
_JOIN = 120.0  # seconds to wait for a first worker
_RETURN = 600.0  # seconds to wait for a scheduler that has gone
_CONNECT = 10.0  # seconds for one attempt
_AHEAD = 2  # pieces a thread: one in work, one waiting


_GONE = (OSError, TimeoutError, CancelledError)  # what fetching a result raises when nobody is there


class _Flight(NamedTuple):
    piece: Piece
    apart: bool
    future: Future


def run_pieces(cut: Iterator[Piece], done: Collection[str], settings: Settings, address: str) -> Iterator[Outcome]:
    """Run pieces on the workers of a scheduler; outcomes come as pieces are ready.

    Parameters
    ----------
    cut : iterator of Piece
        Read as it is needed.
    done : collection of str
        Parts that are there already.
    settings : Settings
    address : str
        Of the scheduler, such as ``tcp://10.0.0.5:8786``.

    Raises
    ------
    ConfigError
        When no scheduler or no worker answers, or a worker holds another version, model or other tables.
    OSError
        When a part can't be written.
    """
    run = _Run(cut, done, settings, address)
    try:
        yield from run.outcomes()
    finally:
        run.close()


class _Run:
    def __init__(self, cut: Iterator[Piece], done: Collection[str], settings: Settings, address: str) -> None:
        self._cut = cut
        self._done = done
        self._settings = settings
        self._address = address
        self._expected = identity()
        self._client = _connected(address, _CONNECT)
        self._again: list[tuple[Piece, bool]] = []
        self._flights: list[_Flight] = []
        self._width = self._first_width()
        self._counted = time.monotonic()

    def outcomes(self) -> Iterator[Outcome]:
        while True:
            self._fill()
            if not self._flights:
                return
            landed = [one for one in self._flights if one.future.status != "pending"]
            if not landed and self._client.status in ("running", "connecting"):
                time.sleep(_GLANCE)
                continue
            lost = {"cancelled", "lost"}.intersection(one.future.status for one in landed)
            if self._client.status == "closed" or lost:
                self._return()
                continue
            for flight in landed:
                outcomes = self._landed(flight)
                if outcomes is None:
                    self._return()
                    break
                self._flights.remove(flight)
                yield from outcomes

    def _fill(self) -> None:
        if time.monotonic() - self._counted > _LOOK and self._client.status == "running":
            self._width = max(_threads(self._client), 1)
            self._counted = time.monotonic()
        while len(self._flights) < _AHEAD * self._width:
            piece, apart = self._again.pop() if self._again else (next(self._cut, None), False)
            if piece is None:
                return
            self._flights.append(self._submitted(piece, apart))

    def _submitted(self, piece: Piece, apart: bool) -> _Flight:
        prefix = f"part-{piece.number:06}-"
        work = Piecework(
            piece, self._settings, frozenset(p for p in self._done if p.startswith(prefix)), self._expected
        )
        key = f"newsgauge-{piece.number:06}-{uuid4().hex[:8]}"
        return _Flight(piece, apart, self._client.submit(run_apart if apart else run_piece, work, key=key, pure=False))

    def _landed(self, flight: _Flight) -> list[Outcome] | None:
        """Outcomes of a piece that has come back; None where the scheduler went before they were fetched."""
        from distributed import KilledWorker

        fault = flight.future.exception() if flight.future.status == "error" else None
        if fault is None:
            try:
                outcomes: list[Outcome] = flight.future.result()
            except _GONE:
                return None
            flight.future.release()
            return outcomes
        if isinstance(fault, KilledWorker) and not flight.apart:
            # One of its articles, or one of a neighbour that was on the same workers: apart, it only hurts itself.
            self._again.append((flight.piece, True))
            return []
        raise fault

    def _return(self) -> None:
        """The scheduler has gone and forgotten everything: submit again what was in flight."""
        self._again += [(one.piece, one.apart) for one in self._flights]
        self._flights = []
        self.close()
        self._client = _connected(self._address, _RETURN)

    def _first_width(self) -> int:
        deadline = time.monotonic() + _JOIN
        while not (width := _threads(self._client)):
            if time.monotonic() > deadline:
                self.close()
                problem = f"--cluster {self._address}: no worker joined within {_JOIN:.0f} seconds"
                raise ConfigError(f"{problem}; start some with: dask worker {self._address} --nthreads 1")
            time.sleep(_GLANCE)
        return width

    def close(self) -> None:
        """Let go of the scheduler, whatever state it is in."""
        _closed(self._client)


def _threads(client: Client) -> int:
    try:
        return sum(client.nthreads().values())
    except (OSError, TimeoutError):
        return 0


def _closed(client: Client) -> None:
    try:
        client.close(timeout=2)
    except (OSError, TimeoutError, RuntimeError):  # nobody there to say goodbye to
        return


def _connected(address: str, patience: float) -> Client:
    try:
        from distributed import Client
    except ImportError as error:
        raise MissingExtraError("cluster", "Running on a cluster") from error
    deadline = time.monotonic() + patience
    while True:
        try:
            return Client(address, set_as_default=False, timeout=_CONNECT)
        except (OSError, TimeoutError) as error:
            if time.monotonic() > deadline:
                problem = f"--cluster {address}: no scheduler answered within {patience:.0f} seconds ({error})"
                raise ConfigError(f"{problem}; start one with: dask scheduler") from error
            time.sleep(1)
        except ValueError as error:
            raise ConfigError(f"--cluster {address}: expected an address such as tcp://host:8786 ({error})") from error
