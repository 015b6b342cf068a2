"""A working folder with every file that the help's examples name, small and of our own making."""

from __future__ import annotations

import gzip
import html
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from newsgauge.article import Objection
from newsgauge.examples import example_path
from newsgauge.labels.exchange import FORMATS, Page
from newsgauge.labels.judgement import judgement_of
from newsgauge.labels.keys import key_of_text
from newsgauge.labels.texts import Text, sha256
from newsgauge.objections import FILE, encode
from reports import body
from scale import invented


def prepare(example: str) -> None:
    """Write into the current folder what an example of a help text reads; its folder is ``work/here``."""
    text = Path(example_path()).read_text(encoding="utf-8")
    paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line)
    Path("article.txt").write_text(text, encoding="utf-8")
    Path("page.html").write_text(f"<html><body><article>{paragraphs}</article></body></html>", encoding="utf-8")
    field = "body" if "body" in example else "text"
    Path("stories.jsonl").write_text(json.dumps({"id": "1", field: text}) + "\n", encoding="utf-8")
    with gzip.open("stories.jsonl.gz", "wt", encoding="utf-8") as packed:
        packed.write(json.dumps({"id": "1", field: text}) + "\n")
    invented.warc_gz(Path("crawl.warc.gz"), range(2))
    if "newsgauge summary" in example:
        _scored(text)
    Path("folder").mkdir()
    Path("folder", "one.txt").write_text(text, encoding="utf-8")
    shared = Path("..", "shared")
    _seeds(shared / "seeds", text)
    _labels(shared / "labels", text)
    _corpora(shared / "corpora", text)
    _store(Path("my_labels.jsonl"), (_judged(number) for number in range(40)))
    if "labels" in example or "gold.jsonl" in example:
        _label_room()


def _label_room() -> None:
    """Two texts in a folder, judged by ann and ben; gold; their keys, and a corpus and an export that hold them."""
    judged = [_judged(number) for number in range(40)]
    _store(Path("gold.jsonl"), judged)
    _store(Path("my_texts.jsonl"), judged)
    texts = {f"{number}": str(judged[number]["text"]) for number in range(2)}
    Path("texts").mkdir()
    for name, text in texts.items():
        Path("texts", f"{name}.txt").write_text(text, encoding="utf-8")
    rows = {who: [_row(who, text) for text in texts.values()] for who in ("ann", "ben")}
    for who, own in rows.items():
        _store(Path(f"{who}.jsonl"), own)
    known = [Text(text, sha256(text), name, title=False, corpus="orsa", corpus_id=name) for name, text in texts.items()]
    pages = [Page(text, (judgement_of(row, "here"),)) for text, row in zip(known, rows["ann"], strict=True)]
    Path("export.json").write_text(FORMATS["label-studio"].dump(pages)["tasks.json"], encoding="utf-8")
    first = known[0]
    contested = Objection(
        first.sha256, "ab12cd34", "vagueness.weasel_crowd", "vagueness.weasel_crowd:x", 0, 3, "No.", "2026-11-25"
    )
    Path(FILE).write_bytes(encode(contested))
    for folder in ("labels", "corpora"):
        Path(folder).mkdir()
    _store(Path("labels", "judgements.jsonl"), [row | {"codebook": "v1"} for row in rows["ann"]])
    _store(Path("labels", "texts.jsonl"), [key_of_text(text).row() for text in known])
    corpus = [{"corpus": "orsa", "id": name, "title": "", "text": text} for name, text in texts.items()]
    _store(Path("corpora", "articles.jsonl"), corpus)


def _row(who: str, text: str) -> dict[str, Any]:
    """A sound judgement of a text by the current codebook."""
    items = {"wording": 1, "sourcing": 2, "language": 0, "residue": 0, "headline": 1, "reliability": 3}
    about = {"id": sha256(text)[:10], "annotator": who, "codebook": "v2", "by": "human", "genre": "report"}
    return {**about, **items, "exhaustive": True, "spans": [{"label": "loaded", "start": 0, "end": 4}]}


def _scored(text: str) -> None:
    """The same table as a run's folder and as one file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from newsgauge.batch import annotate_batch

    batch = annotate_batch(pa.record_batch({"text": [text], "url": ["https://paper.example/1"]}))
    Path("scores", "parts").mkdir(parents=True)
    for path in (Path("scores", "parts", "part-0.parquet"), Path("scores.parquet")):
        pq.write_table(pa.Table.from_batches([batch]), path)


def _store(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def _span(text: str, words: str, label: str = "") -> dict[str, Any]:
    start = text.index(words)
    return {"label": label, "start": start, "end": start + len(words), "text": words}


def _seeds(folder: Path, text: str) -> None:
    folder.mkdir(parents=True)
    (folder / "one.txt").write_text(text, encoding="utf-8")
    said = {"source": _span(text, "Marcus Oyelaran"), "cue": _span(text, "said")}
    expected = {"weakness": ["loaded_wording"], "strength": ["sourcing"]}
    spans = [_span(text, "disgraceful", "loaded"), _span(text, "TuesdayThe", "glued")]
    _store(
        folder / "gold.jsonl",
        [{"id": "one", "level_band": [3, 5], "expected": expected, "spans": spans, "attributions": [said]}],
    )


def _labels(folder: Path, text: str) -> None:
    folder.mkdir(parents=True)
    row = {"id": "one", "text": text, "outlet": "courier.example", "has_title": True, "cut": False}
    judged = {"id": "one", "spans": [_span(text, "Experts say", "vague")]}
    for name, one in (("texts", row), ("judgements", judged)):
        with gzip.open(folder / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.write(json.dumps(one) + "\n")


def _corpora(folder: Path, text: str) -> None:
    folder.mkdir(parents=True)
    title, _, body = text.partition("\n\n")
    _store(folder / "reference_bbc.jsonl", [{"title": title, "text": body}])
    row = {"corpus": "allsides", "pc1": 0.9, "domain": "courier.example", "title": title, "text": body}
    _store(folder / "articles.jsonl", [row])


def _judged(number: int) -> dict[str, Any]:
    """A sober text of reliability 5 or a heated one of 1, in turn; two of each outlet."""
    sober = number % 2 == 0
    bad = 0 if sober else 3
    title = "Mill at Orsa opens again" if sober else "You WON'T BELIEVE what they did to the mill!"
    items = {"wording": bad, "sourcing": 3 - bad, "language": 0, "residue": 0, "headline": bad}
    text = f"{title}\n\n{body(number, sober, 4 + number % 3)}"
    outlet = f"outlet{number // 2}.example"
    return {
        **items,
        "id": str(number),
        "outlet": outlet,
        "has_title": True,
        "text": text,
        "reliability": 5 - 4 * (not sober),
    }
