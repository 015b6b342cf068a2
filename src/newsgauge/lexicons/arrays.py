"""Counted tables that ship as npz files beside the lexicons."""

from __future__ import annotations

import io
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsgauge.errors import ModelError


def read(name: str, expected: int) -> dict[str, NDArray[Any]]:
    """The arrays of ``lexicons/NAME.npz``, which says its format itself.

    Raises
    ------
    ModelError
        The file isn't there or isn't of the expected format.
    """
    file = resources.files("newsgauge.lexicons") / f"{name}.npz"
    if not file.is_file():
        raise ModelError(f"lexicons/{name}.npz is missing from this installation; install newsgauge again")
    with np.load(io.BytesIO(file.read_bytes()), allow_pickle=False) as arrays:
        found = {key: arrays[key] for key in arrays.files}
    if int(found["format"]) != expected:
        raise ModelError(f"{file}: expected format {expected}, found {int(found['format'])}; install newsgauge again")
    return found
