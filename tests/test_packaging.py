"""What users install: one version, one licence, every data file, a free import, no trace of a machine."""

from __future__ import annotations

import importlib.metadata
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

from newsgauge.examples import example_path

WAITING = ("click", "lxml", "nltk", "numpy", "pandas", "scipy", "sklearn", "textstat", "trafilatura")
LARGEST = 6_000_000  # bytes; a clone stays quick, and larger weights would need a home of their own
OF_A_MACHINE = re.compile(
    r"""/(?:home|Users|root)/[\w.-]+ | [A-Z]:\\Users\\ | file:///[\w.]
    | \b(?:test\.)?pypi\.org | pythonhosted\.org | conda\.anaconda\.org | registry\.npmjs""",
    re.VERBOSE,
)


@pytest.fixture(scope="module")
def project(repository: Path) -> dict[str, Any]:
    """The [project] table."""
    table: dict[str, Any] = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))["project"]
    return table


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built without a network."""
    out = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    done = subprocess.run(build, cwd=repository, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return zipfile.ZipFile(next(out.glob("*.whl")))


@pytest.fixture(scope="module")
def tracked(repository: Path) -> list[Path]:
    """Every file under version control that still exists."""
    if not (repository / ".git").exists():
        pytest.skip("needs the git repository; this is an unpacked archive")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=repository, capture_output=True, text=True, check=True)
    return [path for name in listed.stdout.split("\0") if name and (path := repository / name).is_file()]


def test_import_is_free() -> None:
    """`import newsgauge` loads no library that takes longer than the import itself."""
    code = f"import sys, newsgauge; print(*[name for name in {WAITING} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_the_version_is_one(project: dict[str, Any], repository: Path) -> None:
    """The package, its metadata and the changelog name the same version, and pyproject reads it from the package."""
    import newsgauge

    assert project["dynamic"] == ["version"]
    assert newsgauge.__version__ == importlib.metadata.version("newsgauge")
    assert f"## [{newsgauge.__version__}]" in (repository / "CHANGELOG.md").read_text("utf-8")


def test_the_licence_is_one(project: dict[str, Any], repository: Path, wheel: zipfile.ZipFile) -> None:
    """pyproject says MIT, the file is the MIT licence, and the wheel carries it."""
    licence = (repository / "LICENSE").read_text("utf-8")
    assert project["license"] == "MIT"
    assert licence.startswith("MIT License\n")
    assert any(wheel.read(name).decode() == licence for name in wheel.namelist() if name.endswith("/LICENSE"))


def test_the_wheel_carries_every_file(repository: Path, wheel: zipfile.ZipFile) -> None:
    """Lexicons, weights, templates and the example are installed, not only the code."""
    source = repository / "src"
    files = [path for path in (source / "newsgauge").rglob("*") if path.is_file() and path.suffix != ".pyc"]
    expected = {path.relative_to(source).as_posix() for path in files}
    assert "newsgauge/examples/example.txt" in expected
    assert expected - set(wheel.namelist()) == set()


def test_the_wheel_carries_nothing_else(wheel: zipfile.ZipFile) -> None:
    """No tests, notebooks or labels are installed."""
    assert {name.partition("/")[0].partition("-")[0] for name in wheel.namelist()} == {"newsgauge"}


def test_the_command_is_installed(project: dict[str, Any]) -> None:
    """`newsgauge` runs the command line's main."""
    commands = importlib.metadata.entry_points(group="console_scripts", name="newsgauge")
    assert [command.value for command in commands] == [project["scripts"]["newsgauge"]]


def test_no_file_is_too_large(tracked: list[Path]) -> None:
    """Each file under version control stays below six megabytes."""
    assert [path.name for path in tracked if path.stat().st_size > LARGEST] == []


def test_nothing_of_a_machine_is_tracked(tracked: list[Path], repository: Path) -> None:
    """No home folder and no package index stands in any file."""
    texts = ((path, path.read_bytes().decode("utf-8", "ignore")) for path in tracked)
    found = [f"{path.relative_to(repository)}: {hit[0]}" for path, text in texts if (hit := OF_A_MACHINE.search(text))]
    assert found == []


@pytest.mark.parametrize(
    "trace", ["see /" + "home/ada/news.txt", "/" + "Users/ada", "index-url = https://py" + "pi.org/simple"]
)
def test_a_planted_trace_is_seen(trace: str) -> None:
    """The pattern of the test above matches what it is for."""
    assert OF_A_MACHINE.search(trace)


def test_the_lock_pins_everything(repository: Path) -> None:
    """Each line of the lock is one name and one version."""
    lines = (repository / "requirements-ci.lock").read_text("utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert len(pins) > 30
    assert [line for line in pins if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []


def test_the_example_ships() -> None:
    """The example is a title, a blank line and paragraphs, and its path can be given to the command line."""
    title, blank, *rest = Path(example_path()).read_text("utf-8").split("\n")
    assert (title.startswith("Harrowmere"), blank) == (True, "")
    assert 350 <= len(" ".join(rest).split()) <= 450


def test_an_unknown_example_says_what_there_is() -> None:
    """The error names the examples one can ask for."""
    with pytest.raises(FileNotFoundError, match=r"'exmple\.txt'.*there is: collection\.jsonl, example\.txt"):
        example_path("exmple.txt")
