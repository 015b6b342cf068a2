"""A run's folder: its manifest, its finished parts, and who is writing.

``_manifest.json`` says what it is a run of, ``_done.jsonl`` has a line for each finished part (behind an address, where nothing
can be appended to, ``_done/`` has files of them), ``parts/`` the parts, ``_rejects/`` what wasn't scored and why.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

from newsgauge.errors import ConfigError
from newsgauge.scale import manifest, store
from newsgauge.scale.manifest import Manifest
from newsgauge.scale.part import ALL_REJECTS, PARTS, REJECTS
from newsgauge.scale.settings import Outcome

DONE = "_done.jsonl"
_DONE_FOLDER = "_done"
_LOCK = "_lock"
_LINES, _SECONDS = 64, 20.0  # what is logged behind an address at once: at most this much work is done again
_OURS = (DONE, _DONE_FOLDER, PARTS, REJECTS, ALL_REJECTS, manifest.NAME)  # the manifest last: it says whose they are


def begin(folder: str, new: Manifest, restart: bool) -> dict[str, Outcome]:
    """Make a folder ready: finished parts by name, none where the run is new.

    Raises
    ------
    ConfigError
        When the folder holds something else, or a run of other inputs, options or another model.
    """
    path = store.join(folder, manifest.NAME)
    if restart and store.exists(path):
        for name in _OURS:
            store.remove(store.join(folder, name))
    known = store.exists(path)
    if known:
        _same(folder, manifest.load(path), new)
    else:
        strangers = [name for name in store.names(folder) if name != _LOCK]
        if strangers:
            raise ConfigError(
                f"--out {folder}: expected an empty or new folder, or a run of ours; found {strangers[0]}"
            )
        store.write(path, new.encode())
    for name in (PARTS, REJECTS):
        store.make_folder(store.join(folder, name))
    return finished(folder) if known else {}


def _same(folder: str, old: Manifest | None, new: Manifest) -> None:
    if old is None:
        raise ConfigError(f"{store.join(folder, manifest.NAME)}: is no manifest of this version; choose another --out")
    found = manifest.differences(old, new)
    if found:
        more = f"; and {len(found) - 5} more" if len(found) > 5 else ""
        raise ConfigError(
            f"--out {folder} holds a run of something else: {'; '.join(found[:5])}{more}; "
            "choose another --out, or --restart to discard it"
        )


def finished(folder: str) -> dict[str, Outcome]:
    """Parts that are logged and there in full."""
    logged = list(_logged(folder))
    sizes = {name: store.size(store.join(folder, PARTS, name)) for name in store.names(store.join(folder, PARTS))}
    by_stem = {name.partition(".")[0]: size for name, size in sizes.items() if not name.endswith(".begun")}
    return {one.part: one for one in logged if by_stem.get(one.part) == one.size}


def _logged(folder: str) -> Iterator[Outcome]:
    path = store.join(folder, DONE)
    chunks = [store.join(folder, _DONE_FOLDER, name) for name in store.names(store.join(folder, _DONE_FOLDER))]
    for each in ([path] if store.exists(path) else []) + chunks:
        for line in store.read(each).split(b"\n"):
            try:
                yield Outcome(**json.loads(line))
            except (ValueError, TypeError):  # the last line of a run that was killed while writing it
                continue


class Log:
    """Appends finished parts."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._held: list[bytes] = []
        self._since = time.monotonic()
        if store.is_address(folder):
            store.make_folder(store.join(folder, _DONE_FOLDER))
        else:
            path = store.join(folder, DONE)
            before = store.read(path) if store.exists(path) else b""
            if before and not before.endswith(b"\n"):  # a run was killed in the middle of a line
                self._append(b"\n")

    def write(self, outcome: Outcome) -> None:
        """Log one part."""
        self._held.append(json.dumps(outcome._asdict()).encode() + b"\n")
        waited = time.monotonic() - self._since > _SECONDS
        if not store.is_address(self._folder) or len(self._held) >= _LINES or waited:
            self.flush()

    def flush(self) -> None:
        """Write what is held back."""
        if not self._held:
            return
        if store.is_address(self._folder):
            store.write(store.join(self._folder, _DONE_FOLDER, f"{time.time_ns():020}.jsonl"), b"".join(self._held))
        else:
            self._append(b"".join(self._held))
        self._held, self._since = [], time.monotonic()

    def _append(self, data: bytes) -> None:
        with open(store.join(self._folder, DONE), "ab") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())


@contextmanager
def locked(folder: str) -> Iterator[None]:
    """Keep a second run out of a folder of this machine; the system lets go when the process ends, however it does.

    Raises
    ------
    ConfigError
        When another run is writing there.
    """
    store.make_folder(folder)
    if store.is_address(folder):
        yield
        return
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    with open(store.join(folder, _LOCK), "ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ConfigError(f"--out {folder}: another run is writing there; wait for it or choose another") from error
        yield
