"""Label Studio itself: a project by its API, tasks with predictions, an annotation, and all of it back again.

It runs where Label Studio is installed: on the path, or its command named in NEWSGAUGE_LABEL_STUDIO (it is a large package that
needs an environment of its own).
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from labels.samples import judgement, text
from labels.servers import Site, free_port, running, wait_for
from newsgauge.errors import LabelsError
from newsgauge.labels.exchange import FORMATS, Page, judgements, load
from newsgauge.labels.judgement import Judgement
from newsgauge.labels.marks import Mark
from newsgauge.labels.texts import Texts

COMMAND = os.environ.get("NEWSGAUGE_LABEL_STUDIO") or shutil.which("label-studio")
TOKEN = "0123456789abcdef" * 2 + "01234567"  # of the account that is made for the test
ODD = "😀 Ferry\r\n\r\nLate “again” 😀 a shameful day, <Ann> & Bo said. So late; so late."

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not COMMAND, reason="needs Label Studio: its command on the path or in NEWSGAUGE_LABEL_STUDIO"),
]


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server with one account and no projects."""
    folder, port = tmp_path_factory.mktemp("studio"), free_port()
    env = {
        "LABEL_STUDIO_BASE_DATA_DIR": str(folder),
        "LABEL_STUDIO_USERNAME": "ann@example.org",
        "LABEL_STUDIO_PASSWORD": "a-long-example",
        "LABEL_STUDIO_USER_TOKEN": TOKEN,
        "LABEL_STUDIO_ENABLE_LEGACY_API_TOKEN": "true",
        "COLLECT_ANALYTICS": "false",
    }
    command = [str(COMMAND), "start", "--no-browser", "--internal-host", "127.0.0.1", "--port", str(port)]
    site = Site(f"http://127.0.0.1:{port}", {"Authorization": f"Token {TOKEN}"})
    with running(command, folder, env) as process:
        wait_for(site, "/health", process)
        yield site


def pushed(studio: Site, pages: list[Page]) -> int:
    """A new project with the pages' tasks."""
    files = FORMATS["label-studio"].dump(pages)
    project = studio.call("POST", "/api/projects", {"title": "newsgauge", "label_config": files["config.xml"]})
    studio.call("POST", f"/api/projects/{project['id']}/import", json.loads(files["tasks.json"]))
    return int(project["id"])


def exported(studio: Site, project: int, folder: Path) -> Path:
    """The project's JSON export as a file."""
    place = folder / "export.json"
    rows = studio.call("GET", f"/api/projects/{project}/export?exportType=JSON&download_all_tasks=true")
    place.write_text(json.dumps(rows), "utf-8")
    return place


def test_judgements_survive_label_studio(studio: Site, tmp_path: Path) -> None:
    """Overlapping spans, source kinds, null, emoji and \\r\\n come back as they went."""
    spans = [
        Mark("loaded", ODD.index("shameful"), ODD.index("shameful") + 8),
        Mark("loaded", ODD.index("a shame"), ODD.index("day")),
        Mark("named", ODD.index("<Ann>"), ODD.index(" said") + 5, "named_person", "neutral"),
        Mark("bait", 0, 7),
    ]
    plain = judgement(why="Two\nlines & a <tag>.", headline=..., spans=[{"label": "loaded", "text": "shameful"}])
    odd_text = text(ODD)
    odd = Judgement(
        odd_text.id, "b=1", "v2", "satire", {**plain.values, "reliability": None}, tuple(spans), sha256=odd_text.sha256
    )
    pages = [Page(text(), (plain,)), Page(odd_text, (odd,))]
    place = exported(studio, pushed(studio, pages), tmp_path)
    assert list(judgements(load("label-studio", place), Texts([page.text for page in pages]))) == [plain, odd]


def test_what_a_person_answers_is_read(studio: Site, tmp_path: Path) -> None:
    """Predictions are shown; an annotation made in the tool is imported as a human's, under the account's number."""
    odd_text = text(ODD)
    start = ODD.index("shameful")
    project = pushed(studio, [Page(odd_text, (), (Mark("loaded", start, start + 8),))])
    (task,) = studio.call("GET", f"/api/tasks?project={project}&fields=all")["tasks"]
    (prediction,) = studio.call("GET", f"/api/predictions?task={task['id']}")
    answers = {"genre": "report", "wording": "2", "sourcing": "1", "language": "0", "residue": "0"}
    answers |= {"headline": "null", "reliability": "2"}
    result: list[dict[str, Any]] = [
        {"from_name": name, "to_name": "text", "type": "choices", "value": {"choices": [value]}}
        for name, value in answers.items()
    ]
    studio.call("POST", f"/api/tasks/{task['id']}/annotations", {"result": prediction["result"] + result})
    (found,) = judgements(load("label-studio", exported(studio, project, tmp_path)), Texts([odd_text]))
    assert isinstance(found, Judgement), found
    assert (found.by, found.genre, found.values["headline"], found.values["reliability"]) == (
        "human",
        "report",
        None,
        2,
    )
    assert found.spans == (Mark("loaded", start, start + 8),)
    assert found.annotator
    assert found.at


def test_a_half_answered_task_is_named(studio: Site, tmp_path: Path) -> None:
    """What was saved without every answer is an error with its task, and no judgement."""
    project = pushed(studio, [Page(text())])
    (task,) = studio.call("GET", f"/api/tasks?project={project}")["tasks"]
    part = {"from_name": "genre", "to_name": "text", "type": "choices", "value": {"choices": ["report"]}}
    studio.call("POST", f"/api/tasks/{task['id']}/annotations", {"result": [part]})
    (found,) = judgements(load("label-studio", exported(studio, project, tmp_path)))
    assert isinstance(found, LabelsError)
    assert f"task {task['id']}" in str(found)
