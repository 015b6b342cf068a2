"""The end of a run: rejects in one file, and where one file was asked for, the parts in it."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from contextlib import suppress

from newsgauge.scale import manifest, store
from newsgauge.scale.part import PARTS, REJECTS
from newsgauge.scale.settings import Form


def gather_rejects(folder: str, target: str) -> None:
    """Join the rejects of all parts, in order; an empty file says there were none."""
    names = store.names(store.join(folder, REJECTS))
    store.write(target, b"".join(store.read(store.join(folder, REJECTS, n)) for n in names if n.endswith(".jsonl")))


def join_parts(folder: str, target: str, form: Form) -> None:
    """Write all parts into one file, whole or not at all, a part at a time."""
    begun = f"{target}.begun"
    names = store.names(store.join(folder, PARTS))  # they sort as the input runs
    paths = [store.join(folder, PARTS, name) for name in names if name.endswith(f".{form}")]
    try:
        if form == "parquet":
            _join_parquet(paths, begun)
        else:
            with open(begun, "wb") as file:
                for path in paths:
                    file.write(store.read(path))  # lines follow lines, and gzip members gzip members
        os.replace(begun, target)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(begun)


def _join_parquet(paths: Sequence[str], target: str) -> None:
    import pyarrow.parquet as pq

    first = pq.read_schema(io.BytesIO(store.read(paths[0])))
    with pq.ParquetWriter(target, first, compression="zstd") as writer:
        for path in paths:
            writer.write_table(pq.read_table(io.BytesIO(store.read(path))))


def keep_manifest(folder: str, target: str) -> None:
    """Leave the manifest beside the one file, so that the next run knows what it is; the folder goes."""
    store.write(f"{target}.manifest.json", store.read(store.join(folder, manifest.NAME)))
    store.remove(folder)
