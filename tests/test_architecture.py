"""Who may import whom: arrows only point downwards, heavy libraries wait, and only one room knows click."""

from __future__ import annotations

import ast
import graphlib
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "newsgauge"
PACKAGE = "newsgauge"

VALUES = frozenset({"article", "errors", "position"})
# The one pass over the text is one room in several files: they name each other's types, and the cycle test orders them.
TEXT = VALUES | {
    "lexicons",
    "syllables",
    "blindness",
    "vocabulary",
    "sentences",
    "quotations",
    "document",
    "neighbourhood",
    "rule",
}
FINDING = TEXT | {"learnt", "detectors"}
MEASURING = FINDING | {"impressions", "readability", "features", "metrics"}
CORE = MEASURING | {"reliability", "config", "language", "core"}
LABELLED = CORE | {"readers", "labels"}

# Room -> the rooms it may import besides its own. The longest name that fits a module decides.
MAY_IMPORT: dict[str, frozenset[str]] = {
    "article": frozenset({"writers", "report", "frames"}),  # to_dict, _repr_html_ and to_frame alone, when called
    "errors": frozenset(),
    "position": frozenset(),
    "objections": VALUES,
    "schema": frozenset(),
    "examples": frozenset(),
    "lexicons": VALUES,
    "syllables": TEXT,
    "blindness": TEXT,
    "vocabulary": TEXT,
    "sentences": TEXT,
    "quotations": TEXT,
    "document": TEXT,
    "neighbourhood": TEXT,
    "rule": TEXT,
    "learnt": TEXT,
    "detectors": FINDING,
    "impressions": TEXT,
    "readability": TEXT,
    "features": MEASURING,
    "config": FINDING,
    "reliability": MEASURING,
    "metrics": frozenset(),
    "reliability.labelled": MEASURING | {"labels"},  # groups by near-duplicates as well as by outlet
    "reliability.leaks": MEASURING | {"labels"},  # knows the codebook's genres, and reads labelled texts
    "reliability.train": LABELLED,  # fitting reads labels and measures their texts; scoring does neither
    "language": TEXT,
    "core": CORE,
    "readers": VALUES,
    "writers": VALUES,
    "report": VALUES | {"features", "rule"},  # the types of what it explains
    "checklist": CORE | {"report"},  # reads the text again, and writes with the report's templates
    "frames": VALUES | {"report"},  # a collection shows itself
    "plot": CORE | {"report"},
    "labels": VALUES | {"metrics"},
    "labels.objected": VALUES | {"objections"},  # collects what contest wrote
    "labels.texts": VALUES | {"readers"},  # the user's files, as every command reads them
    "labels.measuring": LABELLED,  # what the core says of texts, for whom to label next
    "labels.curve": LABELLED,  # fits scorecards to ever more labels
    "labels.trial": LABELLED,  # and to some chosen ones
    "labels.preannotation": LABELLED,  # what the detectors would mark, for a tool
    "compare": CORE,
    "evaluation": LABELLED | {"compare", "checklist"},  # learns the checklist's capitals
    "batch": CORE | {"readers", "writers"},
    "scale": CORE | {"readers", "writers", "batch"},
    "summary": VALUES | {"readers"},  # reads a table, here or behind an address; knows nothing of how it was made
    "scale.warm": CORE
    | {"examples", "readers", "writers", "batch"},  # renders the example once, in the process workers are forked from
}
TOP = ("", "__main__", "cli")  # the public names, and the room that puts everything together
LAZY = frozenset(
    {"altair", "dask", "distributed", "duckdb", "fastwarc", "fsspec", "jinja2", "joblib", "lxml", "nltk", "pandas"}
    | {"polars", "pyarrow", "resiliparse", "rich", "scipy", "sklearn", "textstat", "trafilatura", "zstandard"}
)
NO_NAMES = ("utils", "util", "helpers", "helper", "misc", "common", "manager", "engine")


When = Literal["with the file", "when called", "never"]


class Import(NamedTuple):
    """One imported module: where, what, and when it is loaded (never: for the type checker only)."""

    line: int
    target: str
    when: When


def statements(tree: ast.AST, when: When = "with the file") -> Iterator[tuple[ast.Import | ast.ImportFrom, When]]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node, when
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            yield from statements(ast.Module(node.body, []), "never")
            yield from statements(ast.Module(node.orelse, []), when)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and when == "with the file":
            yield from statements(node, "when called")
        else:
            yield from statements(node, when)


def imports(code: str, module: str, is_package: bool, known: frozenset[str]) -> list[Import]:
    """Everything a file imports, relative names resolved; ``from room import file`` counts as that file."""
    found = []
    for node, when in statements(ast.parse(code)):
        if isinstance(node, ast.Import):
            found += [Import(node.lineno, name.name, when) for name in node.names]
            continue
        up = module.split(".")[: len(module.split(".")) - node.level + is_package] if node.level else []
        base = ".".join([*up, *([node.module] if node.module else [])])
        for name in node.names:
            deeper = f"{base}.{name.name}"
            found.append(Import(node.lineno, deeper if base == PACKAGE or deeper in known else base, when))
    return found


def module_name(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join([PACKAGE, *(parts[:-1] if parts[-1] == "__init__" else parts)])


MODULES = {module_name(path): path for path in sorted(SOURCE.rglob("*.py"))}


def imports_of(module: str) -> list[Import]:
    path = MODULES[module]
    return imports(path.read_text("utf-8"), module, path.name == "__init__.py", frozenset(MODULES))


def inner(module: str) -> str:
    """A module's name below the package: ``newsgauge.cli.score`` -> ``cli.score``."""
    return module.removeprefix(PACKAGE).removeprefix(".")


def room(module: str) -> str:
    return inner(module).partition(".")[0]


def upward(module: str, found: list[Import]) -> list[str]:
    """The imports that point up or aside, as sentences."""
    if room(module) in TOP:
        return []
    names = inner(module).split(".")
    fitting = [".".join(names[:n]) for n in range(len(names), 0, -1)]
    row = next((name for name in fitting if name in MAY_IMPORT), None)
    if row is None:
        return [f"{module} stands in no room: give {names[0]!r} its row in MAY_IMPORT"]
    allowed = MAY_IMPORT[row] | {names[0]}
    ours = [entry for entry in found if entry.target.partition(".")[0] == PACKAGE]
    return [f"{module}:{e.line} imports {e.target}" for e in ours if room(e.target) not in allowed]


def heavy(module: str, found: list[Import]) -> list[str]:
    eager = [entry for entry in found if entry.when == "with the file" and entry.target.partition(".")[0] in LAZY]
    return [f"{module}:{entry.line} loads {entry.target} with the file" for entry in eager]


def clicking(module: str, found: list[Import]) -> list[str]:
    if room(module) == "cli":
        return []
    return [f"{module}:{entry.line} imports click" for entry in found if entry.target.partition(".")[0] == "click"]


@pytest.mark.parametrize("module", MODULES)
def test_arrows_point_downwards(module: str) -> None:
    """No file imports from a room beside or above its own."""
    assert upward(module, imports_of(module)) == []


@pytest.mark.parametrize("module", MODULES)
def test_heavy_libraries_wait(module: str) -> None:
    """No file loads a heavy library before the function that needs it is called."""
    assert heavy(module, imports_of(module)) == []


@pytest.mark.parametrize("module", MODULES)
def test_only_the_command_line_knows_click(module: str) -> None:
    """Errors and options of the command line are made in one room."""
    assert clicking(module, imports_of(module)) == []


def test_no_two_files_need_each_other() -> None:
    """The files can be put in an order in which each imports only earlier ones."""
    needed = {module: [entry.target for entry in imports_of(module) if entry.when != "never"] for module in MODULES}
    graph = {module: {target for target in found if target in MODULES} for module, found in needed.items()}
    graph[PACKAGE] = set()  # the public names are lazy
    graph[f"{PACKAGE}.article"] = set()  # Annotation.to_dict reaches its writer when called
    graphlib.TopologicalSorter(graph).prepare()


def test_no_drawer_for_odds_and_ends() -> None:
    """A file is named for what it knows."""
    assert [module for module in MODULES if module.rpartition(".")[2].lower().strip("_") in NO_NAMES] == []


def test_these_tests_see_the_files() -> None:
    """A glob that finds nothing would pass everything above."""
    assert {"newsgauge.article", "newsgauge.errors", "newsgauge.examples"} <= MODULES.keys()


@pytest.mark.parametrize(
    ("module", "code"),
    [
        ("newsgauge.article", "from newsgauge.document import Document"),
        ("newsgauge.detectors.attribution", "def f():\n    from newsgauge.features import CATALOGUE"),
        ("newsgauge.detectors.attribution", "from ..annotate import annotate"),
        ("newsgauge.report.page", "from newsgauge import readers"),
        ("newsgauge.writers.table", "import newsgauge.features"),
        ("newsgauge.reliability.scorecard", "from newsgauge.labels import gold"),
        ("newsgauge.attic", "import re"),
    ],
)
def test_a_planted_arrow_upwards_is_seen(module: str, code: str) -> None:
    """Absolute, relative and lazy imports are seen alike, and so is a file outside every room."""
    known = frozenset({"newsgauge.readers"})
    assert len(upward(module, imports(code, module, is_package=False, known=known))) == 1


@pytest.mark.parametrize(
    ("module", "code"),
    [
        ("newsgauge.detectors.attribution", "from newsgauge.document import Document"),
        ("newsgauge.detectors.attribution", "from .vagueness import CROWD"),
        ("newsgauge.reliability.train", "from newsgauge.labels import gold"),
        ("newsgauge.cli.score", "from newsgauge.annotate import annotate"),
    ],
)
def test_an_arrow_downwards_is_fine(module: str, code: str) -> None:
    """What the design allows isn't reported."""
    assert upward(module, imports(code, module, is_package=False, known=frozenset())) == []


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("import sklearn.linear_model", 1),
        ("try:\n    from lxml import html\nexcept ImportError:\n    html = None", 1),
        ("class A:\n    import pandas", 1),
        ("def f():\n    import pandas", 0),
        ("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import pandas", 0),
        ("import numpy", 0),
    ],
)
def test_a_planted_heavy_import_is_seen(code: str, count: int) -> None:
    """What runs at import counts; what waits inside a function or is for the type checker doesn't."""
    module = "newsgauge.features"
    assert len(heavy(module, imports(code, module, is_package=False, known=frozenset()))) == count


def test_a_planted_click_is_seen() -> None:
    """Even inside a function, and not in the command line's own room."""
    code = "def f():\n    import click"
    found = imports(code, "newsgauge.readers.text", is_package=False, known=frozenset())
    assert (len(clicking("newsgauge.readers.text", found)), len(clicking("newsgauge.cli.score", found))) == (1, 0)
