"""Files on this machine or behind an address (fsspec): whole or not there at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress

from newsgauge.article import Failure
from newsgauge.readers import stores
from newsgauge.readers.formats import suffix_format
from newsgauge.readers.streams import Input, binary


def is_address(path: str) -> bool:
    """Whether a path names a store by its protocol."""
    return "://" in path


def join(folder: str, *names: str) -> str:
    """Path of a file in a folder."""
    return "/".join((folder.rstrip("/"), *names)) if is_address(folder) else os.path.join(folder, *names)


def absolute(path: str) -> str:
    """A path that means the same in any process."""
    return path if is_address(path) else os.path.abspath(path)


def matching(address: str) -> list[Input | Failure]:
    """Files behind an address with wildcards or of a folder, in order of names; the address itself where it is a file."""
    filesystem, inside = stores.filesystem(address)
    protocol = address.partition("://")[0]
    if any(mark in inside for mark in "*?["):
        names = filesystem.glob(inside)
    elif filesystem.isdir(inside):
        names = [name for name in filesystem.find(inside) if suffix_format(name) is not None]
    else:
        names = [inside]
    found = [f"{protocol}://{str(name).removeprefix(f'{protocol}://')}" for name in sorted(names)]
    if not found:
        return [Failure("", address, "no article found here; expected files whose suffix names a format")]
    return [Input(name, name) for name in found]


def size(path: str) -> int:
    """Bytes of a file."""
    if not is_address(path):
        return os.stat(path).st_size
    filesystem, inside = stores.filesystem(path)
    return int(filesystem.size(inside) or 0)


def version(path: str) -> str:
    """What a store says about the state of a file: its tag or time; empty where it says nothing."""
    filesystem, inside = stores.filesystem(path)
    info = filesystem.info(inside)
    return str(
        next((info[key] for key in ("ETag", "etag", "mtime", "LastModified", "last_modified") if key in info), "")
    )


def exists(path: str) -> bool:
    """Whether a file or folder is there."""
    if not is_address(path):
        return os.path.exists(path)
    filesystem, inside = stores.filesystem(path)
    return bool(filesystem.exists(inside))


def is_folder(path: str) -> bool:
    """Whether it is a folder."""
    if not is_address(path):
        return os.path.isdir(path)
    filesystem, inside = stores.filesystem(path)
    return bool(filesystem.isdir(inside))


def names(folder: str) -> list[str]:
    """Names in a folder, in order; none where it isn't there."""
    if not is_address(folder):
        return sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    filesystem, inside = stores.filesystem(folder)
    with suppress(FileNotFoundError):
        return sorted(str(name).rstrip("/").rpartition("/")[2] for name in filesystem.ls(inside, detail=False))
    return []


def make_folder(folder: str) -> None:
    """Make a folder and those above it."""
    if not is_address(folder):
        os.makedirs(folder, exist_ok=True)
        return
    filesystem, inside = stores.filesystem(folder)
    filesystem.makedirs(inside, exist_ok=True)


def read(path: str) -> bytes:
    """All bytes of a file."""
    with binary(path) as stream:
        return stream.read()


def write(path: str, data: bytes) -> None:
    """Write a file whole or not at all.

    Raises
    ------
    OSError
        When it can't be written (a full disk); what was begun is removed.
    """
    if is_address(path) and not path.startswith("file://"):
        filesystem, inside = stores.filesystem(path)  # an object appears when it is closed
        filesystem.pipe_file(inside, data)
        return
    path = path.removeprefix("file://")
    begun = f"{path}.{os.getpid()}.begun"
    try:
        with open(begun, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(begun, path)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(begun)


def remove(path: str) -> None:
    """Remove a file or a folder with all that is in it; nothing where it isn't there."""
    if is_address(path):
        filesystem, inside = stores.filesystem(path)
        with suppress(FileNotFoundError):
            filesystem.rm(inside, recursive=True)
        return
    import shutil

    if os.path.isdir(path):
        shutil.rmtree(path)
    else:
        with suppress(FileNotFoundError):
            os.unlink(path)


def begun(folder: str) -> Iterator[str]:
    """What a killed writer left in a folder."""
    return (join(folder, name) for name in names(folder) if name.endswith(".begun"))
