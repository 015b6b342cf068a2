"""Addresses such as ``s3://bucket/day``: the store behind one, through fsspec."""

from __future__ import annotations

from typing import Any

from newsgauge.errors import ConfigError, MissingExtraError


def filesystem(address: str) -> tuple[Any, str]:
    """Give the fsspec filesystem of an address, and the path within it.

    Raises
    ------
    MissingExtraError
        When fsspec isn't installed.
    ConfigError
        When the store's own package isn't, or nobody knows such a store.
    """
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise MissingExtraError("scale", f"Reading and writing {address}") from error
    try:
        found, inside = url_to_fs(address)
    except ImportError as error:  # "Install s3fs to access S3"
        raise ConfigError(f"{address}: its store needs a package of its own ({error}); pip install it") from error
    except ValueError as error:  # "Protocol not known: s4"
        raise ConfigError(
            f"{address}: expected an address whose store fsspec knows, such as s3:// or gs:// ({error})"
        ) from error
    return found, inside
