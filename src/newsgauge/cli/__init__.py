"""The command line: thin commands that parse, call the library and print."""

from __future__ import annotations

from newsgauge.cli.program import main, program

__all__ = ["main", "program"]
