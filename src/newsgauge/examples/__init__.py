"""The article that ships: invented, with something for most detectors to find."""

from __future__ import annotations

from importlib.resources import files


def example_path(name: str = "example.txt") -> str:
    """Path of an article that ships with the package.

    Parameters
    ----------
    name : str
        File name within ``newsgauge.examples``.

    Returns
    -------
    str
        Path on disk; the package is always installed unpacked.

    Raises
    ------
    FileNotFoundError
        No such example; the message lists those there are.
    """
    room = files(__name__)
    article = room / name
    if not article.is_file():
        known = ", ".join(sorted(item.name for item in room.iterdir() if item.name.endswith(".txt")))
        raise FileNotFoundError(f"example {name!r} doesn't ship with newsgauge; there is: {known}")
    return str(article)
