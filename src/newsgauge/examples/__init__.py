"""What ships to look at: an article and a collection of 72 labelled texts, all of them invented."""

from __future__ import annotations

from importlib.resources import files


def example_path(name: str = "example.txt") -> str:
    """Path of a file that ships with the package: ``example.txt`` or ``collection.jsonl``.

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
        known = ", ".join(sorted(item.name for item in room.iterdir() if item.name.endswith((".txt", ".jsonl"))))
        raise FileNotFoundError(f"example {name!r} doesn't ship with newsgauge; there is: {known}")
    return str(article)
