"""The codebook: one source of its text, versions that can be read, and a file that contradicts itself is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsgauge.article import ITEMS
from newsgauge.cli.labels.options import KINDS
from newsgauge.cli.labels.options import VERSIONS as OFFERED
from newsgauge.errors import LabelsError
from newsgauge.labels.codebook import CURRENT, VERSIONS, codebook, parse, source
from newsgauge.labels.codebook_page import markdown
from newsgauge.labels.judgement import BY


@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_asks_for_the_same_items(version: str) -> None:
    """Items have the scorecard's names and order, reliability last."""
    assert tuple(item.name for item in codebook(version).items) == (*ITEMS, "reliability")


def test_the_current_one_is_complete() -> None:
    """Every value has an anchor, every genre and label says what it is and shows an example of ours."""
    book = codebook()
    assert book.version == CURRENT
    for item in book.items:
        assert [anchor.value for anchor in sorted(item.anchors, key=lambda a: a.value)] == list(
            range(item.low, item.high + 1)
        )
        assert all(anchor.what for anchor in item.anchors)
        assert item.question
    assert all(entry.what and entry.example for entry in (*book.genres, *book.labels))
    assert [change.version for change in book.changes] == ["v2", "v1", "v0"]


def test_the_copies_for_readers_are_the_source(repository: Path) -> None:
    """labels/codebook.toml, codebook.md and corpora.toml are what the package holds."""
    from newsgauge.labels.manifest import source as manifest_source

    labels = repository / "labels"
    assert (labels / "codebook.toml").read_text("utf-8") == source()
    assert (labels / "codebook.md").read_text("utf-8") == markdown(codebook())
    assert (labels / "corpora.toml").read_text("utf-8") == manifest_source()


def test_the_command_line_offers_what_there_is() -> None:
    """--codebook and --by."""
    assert (OFFERED, KINDS) == (VERSIONS, BY)


@pytest.mark.parametrize(
    ("genre", "values", "broken"),
    [
        ("report", {"reliability": 4, "wording": 3, "sourcing": 2}, ["wording drives the report"]),
        ("report", {"reliability": 3, "wording": 3, "sourcing": 3}, []),
        ("report", {"reliability": 4, "wording": 3, "sourcing": 3}, ["wording drives a well-sourced report"]),
        ("opinion", {"reliability": 4, "wording": 3, "sourcing": 2}, []),  # v2: wording doesn't decide an opinion
        ("opinion", {"reliability": 5, "wording": 0, "sourcing": 3}, ["opinion"]),
        ("report", {"reliability": 5, "language": 2}, ["damaged language"]),
        ("report", {"reliability": 4, "language": 3}, ["broken language"]),
        ("report", {"reliability": 4, "headline": 3}, ["headline contradicted, or of another text"]),
        ("report", {"reliability": 4, "headline": None}, []),
        ("satire", {"reliability": None, "wording": 3}, []),
        ("report", {"reliability": 5, "residue": 3}, []),  # residue never costs a 5
    ],
)
def test_caps(genre: str, values: dict[str, int | None], broken: list[str]) -> None:
    """The change log's rules, as the program reads them."""
    assert [cap.name for cap in codebook().caps_broken(genre, values)] == broken


def test_an_unknown_version_suggests() -> None:
    """The error names the versions there are."""
    with pytest.raises(LabelsError, match=r"codebook 'v3': expected one of v0, v1, v2"):
        codebook("v3")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("high = 3", 'high = "3"'), r"mine\.toml: Expected `int`"),
        (("[[items]]", "[[itmes]]"), r"mine\.toml: Object .*"),
        (("at_least = { language = 3 }", "at_least = { langauge = 3 }"), "names 'langauge'"),
        (('{ value = 3, what = "much', '{ value = 4, what = "much'), "needs one anchor for each of"),
        (('version = "v2"', "version = "), "not TOML"),
    ],
)
def test_a_file_that_contradicts_itself_is_refused(change: tuple[str, str], message: str) -> None:
    """Types, names and anchors are checked when it is read."""
    changed = source().replace(*change, 1)
    assert changed != source()
    with pytest.raises(LabelsError, match=message):
        parse(changed, "mine.toml")
