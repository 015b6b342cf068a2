"""A core that answers by the text it is given, so that commands are tested without the detectors."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner, Result

from newsgauge.article import Annotation, Article, Failure
from newsgauge.cli import program
from writers.samples import BODY, TEXT, TITLE, abstained, scored

Run = Callable[..., Result]


def annotate_many(articles: Iterable[Article | Failure], **_: object) -> Iterator[Annotation]:
    """Score a text of the sample's length, abstain from others, pass failures on."""
    for article in articles:
        if isinstance(article, Failure):
            yield Annotation(article.id, article.place, "failed", article.reason)
        elif BODY in article.text:
            yield scored(id=hashlib.sha256(article.text.encode()).hexdigest()[:10], place=article.place)
        else:
            yield abstained()


@pytest.fixture
def core(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the stand-in where commands look for the core."""
    module = ModuleType("newsgauge.core")
    module.annotate_many = annotate_many  # type: ignore[attr-defined]  # a module made by hand
    monkeypatch.setitem(sys.modules, "newsgauge.core", module)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a scored text, a short one and JSON lines; no colours, no width from outside."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    Path("article.txt").write_text(TEXT, encoding="utf-8")
    Path("short.txt").write_text("Nothing happened in Brackwater today.\n", encoding="utf-8")
    line = '{"title": "%s", "text": "%s"}\n' % (TITLE, BODY.replace("\n", "\\n"))  # noqa: UP031  braces abound
    Path("stories.jsonl").write_text(line * 2, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    """Run the command line in the folder, stdout and stderr apart."""
    assert folder.is_dir()

    def invoke(*arguments: str, **rest: object) -> Result:
        return CliRunner().invoke(program, arguments, prog_name="newsgauge", **rest)  # type: ignore[arg-type]  # input, env

    return invoke
