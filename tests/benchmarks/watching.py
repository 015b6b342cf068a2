"""Processes watched from outside: CPU and memory of commands with all their children, while they run (Linux)."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

MIB = 1024.0


class Spent(NamedTuple):
    """Wall and CPU seconds, the commands' own share of it, and memory as it went: seconds, MiB proportional, MiB resident."""

    wall: float
    cpu: float
    parents: float
    curve: list[tuple[float, float, float]]

    @property
    def peak(self) -> float:
        """Most MiB, proportional."""
        return max(pss for _, pss, _ in self.curve)


def spent(commands: list[list[str]], beside: Sequence[int] = ()) -> Spent:
    """Run commands at once and watch them and their children until all have ended; CPU of processes beside counts too."""
    before = total(beside)
    begin = time.perf_counter()
    running = [subprocess.Popen(command, stderr=subprocess.DEVNULL) for command in commands]
    cpu: dict[int, float] = {}
    curve = []
    while any(process.poll() is None for process in running):
        everyone = [pid for process in running for pid in family(process.pid)]
        for pid in everyone:
            cpu[pid] = max(cpu.get(pid, 0.0), cpu_of(pid))
        memories = [held(pid) for pid in everyone]
        now = time.perf_counter() - begin
        curve.append((now, sum(m[0] for m in memories), sum(m[1] for m in memories)))
        time.sleep(max(0.15, now / 1000))  # looking takes time from those looked at
    if any(process.returncode for process in running):
        raise SystemExit("a run failed: try its command by hand")
    parents = sum(cpu.get(process.pid, 0.0) for process in running)
    return Spent(time.perf_counter() - begin, sum(cpu.values()) + total(beside) - before, parents, curve)


def total(processes: Sequence[int]) -> float:
    """CPU seconds of processes and all below them."""
    return sum(cpu_of(pid) for one in processes for pid in family(one))


def family(pid: int) -> list[int]:
    """A process and all below it."""
    try:
        tasks = Path(f"/proc/{pid}/task").iterdir()
        below = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return [pid]
    return [pid, *(one for child in below for one in family(child))]


def cpu_of(pid: int) -> float:
    """CPU seconds of a process so far, 0 where it has gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def held(pid: int) -> tuple[float, float]:
    """MiB of a process: its share of pages (proportional), and all it sees (resident)."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return 0.0, 0.0
    values = {line.split(":")[0]: int(line.split()[1]) for line in lines[1:] if line.endswith("kB")}
    return values.get("Pss", 0) / MIB, values.get("Rss", 0) / MIB


def tenths(curve: Sequence[tuple[float, float, float]]) -> list[int]:
    """Most MiB (proportional) within each tenth of the time."""
    end = curve[-1][0]
    found = [[pss for at, pss, _ in curve if part <= 10 * at / max(end, 1e-9) <= part + 1] for part in range(10)]
    return [round(max(some)) if some else 0 for some in found]
