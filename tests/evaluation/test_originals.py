"""Downloads as they come give the rows of our normalised form; what isn't one is named with its file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newsgauge.errors import LabelsError
from newsgauge.evaluation.corpora import rows
from newsgauge.evaluation.originals import ARTICLES, TASKS, read_original
from newsgauge.labels.manifest import manifest

TITLE, BODY = "Ferry Late", "It was late.\n\nIt was “cancelled”."


def put(place: Path, content: str, encoding: str = "utf-8") -> Path:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content.encode(encoding))
    return place


def found(name: str, place: Path) -> list[tuple[str, str, str, str]]:
    return [(one.corpus, one.id, one.title, one.text) for one in read_original(name, place)]


def test_article_bias_prediction(tmp_path: Path) -> None:
    """The untokenised text counts; files without one (splits, settings) are passed over."""
    row = {"ID": "a1", "title": TITLE, "content": "It was late .", "content_original": BODY, "bias": 0}
    put(tmp_path / "data/jsons/a1.json", json.dumps(row))
    put(tmp_path / "data/splits/x.json", "{}")
    assert found("allsides", tmp_path) == [("allsides", "a1", TITLE, BODY)]


def test_fakehealth(tmp_path: Path) -> None:
    """Stories and releases stand in folders of their own; the file's name is the id."""
    for part in ("HealthStory", "HealthRelease"):
        put(tmp_path / f"content/{part}/{part}_1.json", json.dumps({"title": TITLE, "text": BODY}))
    assert found("fakehealth_HealthRelease", tmp_path) == [("fakehealth_HealthRelease", "HealthRelease_1", TITLE, BODY)]


def test_hyperpartisan(tmp_path: Path) -> None:
    """Paragraphs with links inside, joined by blank lines."""
    xml = '<articles><article id="0000001" title="Ferry Late"><p>It <a href="x">was</a> late.</p><p> </p><p>Yes.</p></article></articles>'
    put(tmp_path / "articles-training-byarticle-1.xml", xml)
    assert found("hyperpartisan19", tmp_path) == [("hyperpartisan19", "0000001", TITLE, "It was late.\n\nYes.")]


def test_webis16(tmp_path: Path) -> None:
    """Title and main text; an article without one is passed over."""
    put(tmp_path / "articles/0001.xml", f"<article><title>{TITLE}</title><mainText>{BODY}</mainText></article>")
    put(tmp_path / "articles/0002.xml", "<article><title>x</title></article>")
    assert found("buzzfeed_webis16", tmp_path) == [("buzzfeed_webis16", "0001", TITLE, BODY)]


def test_tables(tmp_path: Path) -> None:
    """CLEF's CSV with line breaks in a field; FA-KES in Latin-1."""
    clef = put(tmp_path / "c.csv", f'public_id,title,text,our rating\nab12,{TITLE},"{BODY}",false\n')
    assert found("clef21_task3", clef) == [("clef21_task3", "ab12", TITLE, BODY)]
    fakes = put(tmp_path / "f.csv", "unit_id,article_title,article_content,labels\n9,Café,Tard.,1\n", "latin-1")
    assert found("fa_kes", fakes) == [("fa_kes", "9", "Café", "Tard.")]


def test_fake_news_datasets(tmp_path: Path) -> None:
    """First line is the title; celebrity and amt are two folders of one download."""
    put(tmp_path / "celebrityDataset/fake/001fake.txt", f"{TITLE}\n\n{BODY}\n")
    put(tmp_path / "fakeNewsDataset/fake/biz01.fake.txt", f"Other\n{BODY}")
    assert found("celebrity", tmp_path) == [("celebrity", "001fake", TITLE, BODY)]
    assert [one[1] for one in found("amt", tmp_path)] == ["biz01.fake"]


def test_ptc(tmp_path: Path) -> None:
    """Spans of the whole article become spans of its lines; one over two lines is cut in two."""
    article = "Title here\n\nA vile plan.\nIt goes on."
    put(tmp_path / "loaded_ptc/train-articles/article7.txt", article)
    start, cross = article.index("vile"), article.index("plan")
    label = f"7\tLoaded_Language\t{start}\t{start + 4}\n7\tSlogans\t{cross}\t{article.index('goes')}\n"
    put(tmp_path / "loaded_ptc/train-labels-task2-technique-classification/article7.task2-TC.labels", label)
    lines: list[dict[str, Any]] = list(rows(tmp_path, "loaded_ptc"))
    assert [(line["article"], line["start"], line["loaded"], line["any"]) for line in lines] == [
        ("7", 0, 0, 0),
        ("7", 12, 1, 1),
        ("7", 25, 0, 1),
    ]
    assert lines[1]["spans"] == [["Loaded_Language", 2, 6], ["Slogans", 7, 12]]
    assert lines[2]["spans"] == [["Slogans", 0, 3]]


def test_babe(tmp_path: Path) -> None:
    """Semicolons, an empty field stays empty, words stay a list as text."""
    header = "text;news_link;outlet;topic;type;label_bias;label_opinion;biased_words"
    put(
        tmp_path / "loaded_babe/final_labels_SG2.csv", f"{header}\nA vile plan.;;Penrow Post;ferry;;Biased;x;['vile']\n"
    )
    (row,) = rows(tmp_path, "loaded_babe")
    assert (row["text"], row["type"], row["biased_words"], row["label_bias"]) == (
        "A vile plan.",
        "",
        "['vile']",
        "Biased",
    )


def test_webis17(tmp_path: Path) -> None:
    """Posts and truth are joined by id; a post nobody judged is passed over."""
    posts = [{"id": "5", "postText": ["You won't believe"]}, {"id": "6", "postText": ["x"]}]
    truth = {"id": "5", "truthMean": 0.9, "truthMedian": 1.0, "truthMode": 1.0, "truthClass": "clickbait"}
    put(tmp_path / "headline_webis17/instances.jsonl", "".join(json.dumps(post) + "\n" for post in posts))
    put(tmp_path / "headline_webis17/truth.jsonl", json.dumps(truth) + "\n")
    (row,) = rows(tmp_path, "headline_webis17")
    assert row == {
        "post_text": "You won't believe",
        "truth_mean": 0.9,
        "truth_median": 1.0,
        "truth_mode": 1.0,
        "click_bait": 1,
        "text_id": 5,
    }


def test_what_is_no_download_is_named(tmp_path: Path) -> None:
    """An empty folder, an unknown corpus, another version, broken files."""
    with pytest.raises(LabelsError, match=r"found nothing of allsides; labels/corpora\.toml says"):
        found("allsides", tmp_path)
    with pytest.raises(LabelsError, match="no loader; there are allsides"):
        found("penrow", tmp_path)
    with pytest.raises(LabelsError, match=r"a\.json: expected JSON"):
        found("allsides", put(tmp_path / "a.json", "{"))
    with pytest.raises(LabelsError, match=r"c\.csv:2: expected a field 'public_id', found id"):
        found("clef21_task3", put(tmp_path / "c.csv", "id,text\n1,x\n"))
    with pytest.raises(LabelsError, match=r"articles-1\.xml: expected XML"):
        found("hyperpartisan19", put(tmp_path / "articles-1.xml", "<articles><article>"))
    put(tmp_path / "loaded_ptc/train-articles/article7.txt", "A")
    put(tmp_path / "loaded_ptc/article7.task2-TC.labels", "7 Slogans 0 1\n")
    with pytest.raises(LabelsError, match=r"labels:1: expected id, technique, start, end"):
        list(rows(tmp_path, "loaded_ptc"))


def test_the_manifest_names_every_loader() -> None:
    """A corpus with a loader says so, and none says so without."""
    assert {name for name, one in manifest().items() if one.original} == {*ARTICLES, *TASKS}


def test_the_manifest_fits_the_shared_corpora(shared: Path) -> None:
    """Rows and checksum of two normalised files are the manifest's."""
    from newsgauge.labels.manifest import checksum

    for name in ("reference_bbc", "residue_lines"):
        assert checksum(rows(shared / "corpora", name)) == (manifest()[name].rows, manifest()[name].sha256)
