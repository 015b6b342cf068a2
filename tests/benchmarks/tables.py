"""The tables of docs/benchmarks.md, made from what the benchmarks kept: nobody copies a figure by hand.

``python tests/benchmarks/scale.py table`` (or ``compare.py table``, ``pages.py table``) puts each between its two marks in the document.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.kept import FOLDER, load

DOCUMENT = FOLDER.parent / "benchmarks.md"
DAY, BILLION = 1_000_000, 1_000_000_000
"""Pages of CC-NEWS in a day (an assumption), and of a large crawl."""

ROWS = 500  # in a part, by default
Lines = list[str]


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> Lines:
    """A Markdown table."""
    return [f"| {' | '.join(map(str, row))} |" for row in (head, ["---"] * len(head), *rows)]


def source(one: dict[str, Any]) -> Lines:
    """Where a table comes from."""
    machine = one["machine"]
    used = ", ".join(f"{name} {found}" for name, found in machine["versions"].items())
    return [
        "",
        f"`{one['command']}`, {one['day']}, on {machine['cores']} cores of {machine['processor']}, {machine['system']}, Python "
        f"{machine['python']}, load {machine['load']} over the 15 minutes before it was kept; {used}.",
    ]


def _needed(name: str, folder: Path) -> dict[str, Any]:
    found = load(name, folder)
    if found is None:
        raise SystemExit(f"{folder / name}.json is missing: run the benchmark that keeps it")
    return found


# -- the long run ----------------------------------------------------------------------------------------------------------


def run_table(folder: Path) -> Lines:
    one = _needed("run", folder)
    head = (
        "",
        "articles",
        "a second*",
        "ms CPU an article*",
        "core hours a million*",
        "workers at work",
        "kB written an article",
    )
    rows = [
        (
            each["name"], f"{each['articles']:,}", f"{each['articles'] / each['wall']:.0f}", f"{each['cpu_ms']:.2f}",
            f"{each['cpu_ms'] / 3.6:.2f}", f"{each['busy'] / one['workers']:.0%}", f"{each['output_bytes'] / 1e3:.1f}",
        )
        for each in one["passes"]
    ]  # fmt: skip
    return [*table(head, rows), *source(one)]


def memory_table(folder: Path) -> Lines:
    one = _needed("run", folder)
    passes = one["passes"]
    least = passes[0]["peak_mib"]
    head = (
        "MiB of all processes*",
        "articles",
        "most in each tenth of the time",
        "peak",
        f"over that at {passes[0]['articles']:,}",
    )
    rows = [
        (each["name"], f"{each['articles']:,}", " ".join(map(str, each["tenths_mib"])), each["peak_mib"], f"{each['peak_mib'] / least:.3f}")
        for each in passes
    ]  # fmt: skip
    return table(head, rows)


def stages_table(folder: Path) -> Lines:
    one = _needed("run", folder)
    whole = sum(step["ms"] for step in one["stages"])
    rows = [(step["name"], f"{step['ms']:.2f}", f"{step['ms'] / whole:.1%}") for step in one["stages"]]
    parent = one["passes"][-1]["parent_ms"]
    rows.append(("the parent: reading, cutting, packing, logging", f"{parent:.2f}", f"{parent / whole:.1%} beside it"))
    return table(("step of a worker", "ms CPU an article*", "share"), rows)


def _cost(one: dict[str, Any]) -> float:
    """ms CPU an article, of the distinct ones."""
    return float(next(each["cpu_ms"] for each in one["passes"] if each["name"] == "all distinct"))


def billion_table(folder: Path) -> Lines:
    one = _needed("run", folder)
    ways = [(f"`--html {way}`", _cost(one) + ms) for way, ms in one["html_ms"].items()]
    size = one["passes"][-1]["output_bytes"] * BILLION / 1e12
    head = ("", "text as it is", *(name for name, _ in ways))
    costs = [_cost(one), *(cost for _, cost in ways)]
    return table(
        head,
        [
            ("ms CPU a page*", *(f"{cost:.1f}" for cost in costs)),
            (f"core hours for a day of CC-NEWS, {DAY:,} pages*", *(f"{cost / 3.6:.1f}" for cost in costs)),
            ("core hours for 10⁹ pages*", *(f"{cost / 3.6 * 1000:,.0f}" for cost in costs)),
            ("days on 100 cores for 10⁹ pages*", *(f"{cost / 3.6 * 1000 / 2400:.1f}" for cost in costs)),
            ("Parquet of 10⁹ rows, without texts", *[f"{size:.1f} TB"] * len(costs)),
        ],
    )


def breaks_table(folder: Path) -> Lines:
    one = _needed("run", folder)
    resume, parent = one["resume"], one["passes"][-1]["parent_ms"]
    worker = one["passes"][-1]["cpu_ms"] - parent
    times = BILLION / ROWS / resume["parts"]
    rows = [
        (
            "files and lines of the log in one folder",
            f"{resume['parts']:,} parts: {resume['seconds']} s and {resume['mib']} MiB to continue",
            f"{BILLION // ROWS:,} parts of {ROWS} rows: {resume['seconds'] * times:.0f} s, {resume['mib'] * times / 1024:.1f} GiB",
        ),
        (
            "one parent that reads for its workers",
            f"{parent:.2f} ms CPU an article, against {worker:.2f}",
            f"no more than {worker / max(parent, 1e-3):.0f} workers on one machine",
        ),
    ]
    cluster = load("cluster", folder)
    if cluster is not None:
        count, spent = cluster["articles"], [pair["client_cpu"] + pair["scheduler_cpu"] for pair in cluster["pairs"]]
        both = statistics.median(spent) / count * 1e3
        rows.append(
            (
                "one client and one scheduler",
                f"{both:.3f} ms CPU an article, over {count:,}",
                f"no more than {worker / max(both, 1e-3):.0f} workers with pieces of 1,000 rows",
            )
        )
    return table(("what", "measured*", "at 10⁹ pages"), rows)


# -- several processes, a cluster ------------------------------------------------------------------------------------------


def pairs_table(folder: Path) -> Lines:
    one = _needed("pairs", folder)
    walls = sorted(apart / together for apart, _, together, _ in one["pairs"])
    cpus = sorted(apart / together for _, apart, _, together in one["pairs"])
    head = (f"{one['articles']:,} articles, {len(walls)} pairs in turn", "median", "least to most")
    rows = [
        ("throughput of `--workers 2` over two independent processes of half each, by wall time", *_middle(walls)),
        ("the same by CPU, all processes counted", *_middle(cpus)),
    ]
    return [*table(head, rows), *source(one)]


def _middle(values: Sequence[float]) -> tuple[str, str]:
    return f"{statistics.median(values):.3f}", f"{min(values):.2f} to {max(values):.2f}"


def cluster_table(folder: Path) -> Lines:
    one = _needed("cluster", folder)
    found = one["pairs"]
    head = (f"{one['articles']:,} articles, {len(found)} pairs in turn", "median", "least to most")
    shares = [(pair["client_cpu"] + pair["scheduler_cpu"]) / pair["cpu"] for pair in found]
    rows: list[Sequence[object]] = [
        ("CPU of client, scheduler and workers over that of `--workers 2`", *_middle([p["cpu"] / p["alone_cpu"] for p in found])),
        ("wall time over that of `--workers 2`", *_middle([p["wall"] / p["alone_wall"] for p in found])),
        ("share of client and scheduler in the cluster's CPU", *_middle(shares)),
        ("MiB of the client by tenths of the time*", " ".join(map(str, found[-1]["client_mib"])), ""),
        ("MiB of the scheduler, before and after*", " → ".join(map(str, found[-1]["scheduler_mib"])), ""),
    ]  # fmt: skip
    return [*table(head, rows), *source(one)]


def peers_table(folder: Path) -> Lines:
    one = _needed("compare", folder)
    ours = one["tools"][0]["ref"]
    rows = [
        (t["name"], t["does"], t["version"], f"{t['ref']:.1f}", f"{t['ref'] / ours:.2f}") if "ref" in t
        else (t["name"], t["does"], "–", t["problem"], "")
        for t in one["tools"]
    ]  # fmt: skip
    return [*table(("tool", "does", "version", "CPU, ref", "× newsgauge"), rows), *source(one)]


def pages_table(folder: Path) -> Lines:
    one = _needed("pages", folder)
    rows = [
        (f"`--html {way}`", f"{w['f1']:.3f}", f"{w['precision']:.3f}", f"{w['recall']:.3f}", f"{w['ref']:.0f}", f"{w['ms']:.1f}")
        for way, w in one["ways"].items()
    ]  # fmt: skip
    head = (f"{one['pages']} pages of {one['kb']:.0f} kB", "F1", "precision", "recall", "CPU, ref", "ms a page*")
    return [*table(head, rows), *source(one)]


TABLES: dict[str, Callable[[Path], Lines]] = {
    "run": run_table,
    "memory": memory_table,
    "stages": stages_table,
    "billion": billion_table,
    "breaks": breaks_table,
    "pairs": pairs_table,
    "cluster": cluster_table,
    "compare": peers_table,
    "pages": pages_table,
}


def filled(text: str, folder: Path = FOLDER) -> str:
    """A document with each table between its marks, ``<!-- table NAME -->`` and ``<!-- end -->``."""
    return "\n".join(_filled(iter(text.split("\n")), folder))


def _filled(lines: Iterator[str], folder: Path) -> Iterator[str]:
    for line in lines:
        yield line
        name = line.removeprefix("<!-- table ").removesuffix(" -->")
        if name != line and name in TABLES:
            yield from ("", *TABLES[name](folder), "")
            yield next(after for after in lines if after == "<!-- end -->")


def fill(folder: Path = FOLDER, document: Path = DOCUMENT) -> None:
    """Write the tables into the document; results that were kept elsewhere are not for it."""
    if folder != FOLDER:
        return
    document.write_text(filled(document.read_text("utf-8"), folder), encoding="utf-8")
    print(f"{document.name}: filled")
