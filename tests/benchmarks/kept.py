"""Results of benchmarks, kept in ``docs/measured/`` with the command and the machine; `tables` makes the documents' tables from them."""

from __future__ import annotations

import json
import os
import platform
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "docs" / "measured"
NAMED = ("newsgauge", "numpy", "pyarrow", "distributed", "trafilatura", "resiliparse")


def keep(name: str, command: str, value: dict[str, Any], folder: Path | None = None) -> Path:
    """Write a result; one of the same name is replaced."""
    path = (folder or FOLDER) / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = {"command": command, "day": time.strftime("%Y-%m-%d"), "machine": machine(), **value}
    path.write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")
    return path


def load(name: str, folder: Path | None = None) -> dict[str, Any] | None:
    """A result that was kept; None where there is none."""
    path = (folder or FOLDER) / f"{name}.json"
    if not path.is_file():
        return None
    value: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return value


def machine() -> dict[str, Any]:
    """What absolute times are times of, and what else was running (load: processes that wanted a core, over 15 minutes)."""
    return {
        "cores": os.cpu_count(),
        "processor": _processor(),
        "system": platform.system(),
        "python": platform.python_version(),
        "load": round(os.getloadavg()[2], 1),
        "versions": {name: found for name in NAMED if (found := _version(name))},
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except FileNotFoundError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
