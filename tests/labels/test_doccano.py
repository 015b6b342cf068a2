"""doccano itself: a project by its API, rows imported, exported and read back.

It runs where doccano is installed: its command named in NEWSGAUGE_DOCCANO. doccano 1.8.4 needs older libraries than pip would
choose (tried with marshmallow<4, numpy<2, scikit-learn<1.5, scipy<1.13), so it has an environment of its own.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import time
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from labels.samples import judgement, text
from labels.servers import Site, free_port, running, wait_for
from newsgauge.labels.codebook import codebook
from newsgauge.labels.exchange import FORMATS, Page, judgements, load
from newsgauge.labels.exchange.doccano import labels
from newsgauge.labels.judgement import Judgement
from newsgauge.labels.marks import Mark
from newsgauge.labels.texts import Texts

COMMAND = os.environ.get("NEWSGAUGE_DOCCANO")
TASK = "IntentDetectionAndSlotFilling"
ODD = "😀 Ferry\r\n\r\nLate “again” 😀 a shameful day, <Ann> & Bo said. So late; so late."

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not COMMAND, reason="needs doccano: its command in NEWSGAUGE_DOCCANO"),
]


@pytest.fixture(scope="module")
def doccano(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server with its worker and one account, logged in."""
    folder, port = tmp_path_factory.mktemp("doccano"), free_port()
    path = f"{Path(str(COMMAND)).parent}{os.pathsep}{os.environ['PATH']}"
    env = {"DOCCANO_HOME": str(folder), "PATH": path}
    for command in (["init"], ["createuser", "--username", "ann", "--password", "a-long-example"]):
        subprocess.run([str(COMMAND), *command], env={**os.environ, **env}, cwd=folder, check=True, capture_output=True)
    site = Site(f"http://127.0.0.1:{port}", {})
    with (
        running([str(COMMAND), "webserver", "--port", str(port)], folder, env) as process,
        running([str(COMMAND), "task"], folder, env),
    ):
        wait_for(site, "/v1/health/", process)
        site.call("POST", "/v1/auth/login/", {"username": "ann", "password": "a-long-example"})
        yield site


def finished(doccano: Site, task: str) -> Any:
    for _ in range(120):
        status = doccano.call("GET", f"/v1/tasks/status/{task}")
        if status["ready"]:
            return status
        time.sleep(1)
    raise AssertionError(f"doccano's task {task} didn't end")


def pushed(doccano: Site, pages: list[Page]) -> int:
    """A new project with the codebook's labels and the pages' rows."""
    project = doccano.call(
        "POST",
        "/v1/projects",
        {
            "name": "newsgauge",
            "description": "-",
            "project_type": TASK,
            "resourcetype": f"{TASK}Project",
            "allow_overlapping": True,
        },
    )["id"]
    for kind, names in zip(("span-types", "category-types"), labels(codebook()), strict=True):
        for name in names:
            doccano.call("POST", f"/v1/projects/{project}/{kind}", name)
    content = FORMATS["doccano"].dump(pages)["texts.jsonl"].encode()
    body = (
        b'--x\r\nContent-Disposition: form-data; name="filepond"; filename="texts.jsonl"\r\n\r\n'
        + content
        + b"\r\n--x--\r\n"
    )
    upload = doccano.send("POST", "/v1/fp/process/", body, "multipart/form-data; boundary=x").decode()
    wanted = {"format": "JSONL", "task": TASK, "uploadIds": [upload], "column_data": "text", "column_label": "label"}
    task = doccano.call("POST", f"/v1/projects/{project}/upload", {**wanted, "encoding": "utf_8", "delimiter": ""})
    status = finished(doccano, task["task_id"])
    assert not (status.get("result") or {}).get("error"), status
    return int(project)


def exported(doccano: Site, project: int, folder: Path) -> list[Path]:
    """The files of the project's JSONL export, one for each account."""
    task = doccano.call("POST", f"/v1/projects/{project}/download", {"format": "JSONL", "exportApproved": False})[
        "task_id"
    ]
    finished(doccano, task)
    packed = doccano.send("GET", f"/v1/projects/{project}/download?taskId={task}", None, "text/plain")
    with zipfile.ZipFile(BytesIO(packed)) as files:
        files.extractall(folder)
        return [folder / name for name in files.namelist() if re.search(r"\.jsonl$", name)]


def test_judgements_survive_doccano(doccano: Site, tmp_path: Path) -> None:
    """Overlapping spans, source kinds, null, emoji and \\r\\n come back as they went; a text nobody judged is passed over."""
    odd_text = text(ODD)
    start = ODD.index("shameful")
    spans = (Mark("loaded", start, start + 8), Mark("loaded", start - 2, start + 12), Mark("bait", 0, 7))
    named = Mark("named", ODD.index("<Ann>"), ODD.index(" said") + 5, "named_person", "neutral")
    plain = judgement(why="Two\nlines & a <tag>.", headline=..., spans=[{"label": "loaded", "text": "shameful"}])
    values = {**plain.values, "reliability": None}
    odd = Judgement(odd_text.id, "bo", "v2", "satire", values, (*spans, named), by="human", sha256=odd_text.sha256)
    pages = [Page(text(), (plain,)), Page(odd_text, (odd,)), Page(text("Rain today."), (), (Mark("loaded", 0, 4),))]
    places = exported(doccano, pushed(doccano, pages), tmp_path)
    known = Texts([page.text for page in pages])
    found = [one for place in places for one in judgements([*FORMATS["doccano"].load(place)], known)]
    kept = [one for one in found if isinstance(one, Judgement)]
    assert len(kept) == len(found), found
    ordered = sorted((one.id, one.annotator, one.values, sorted(one.spans), one.why, one.by) for one in kept)
    assert ordered == sorted(
        (one.id, one.annotator, one.values, sorted(one.spans), one.why, one.by) for one in (plain, odd)
    )
    assert load("doccano", places[0])
    assert json.loads(places[0].read_text("utf-8").splitlines()[0])["entities"] is not None
