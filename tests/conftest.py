"""What all tests share: the material beside the repository, and the reason where it is absent."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

REPOSITORY = Path(__file__).resolve().parents[1]
SHARED = REPOSITORY.parent / "shared"

# Tests say what comes out; how long it takes is for tests/benchmarks: a busy machine must fail nobody.
settings.register_profile("newsgauge", deadline=None)
settings.load_profile("newsgauge")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what asks for the `shared` fixture, and skip it with its reason where the folder is absent."""
    absent = pytest.mark.skip(reason="needs ../shared (corpora, labels and seeds, which may not be copied into here)")
    for item in items:
        if "shared" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.shared)
        if item.get_closest_marker("shared") and not SHARED.is_dir():
            item.add_marker(absent)


@pytest.fixture(scope="session")
def repository() -> Path:
    """Top folder of the repository."""
    return REPOSITORY


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared material beside the repository."""
    return SHARED


@pytest.fixture(scope="session")
def seeds(shared: Path) -> tuple[Path, ...]:
    """The seed texts, in order; read them with ``newline=""`` so that offsets stay true."""
    return tuple(sorted((shared / "seeds").glob("*.txt")))
