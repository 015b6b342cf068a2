"""Every task on a miniature corpus, with a program that answers as told, against figures worked out by hand."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from evaluation import corpus
from newsgauge.article import Annotation, Article
from newsgauge.errors import LabelsError
from newsgauge.evaluation import heldout
from newsgauge.evaluation.corpora import Row
from newsgauge.evaluation.task import Figure, Folders
from newsgauge.evaluation.tasks import TASKS, attribution, lines, loaded, named, slants, translation

Figures = dict[tuple[str, str], float]


def figures(task: str, folders: Folders) -> Figures:
    """Values of a task by part and measure."""
    found = named(task)
    assert found is not None
    return {(f.part, f.measure): f.value for f in found.run(folders)}


@pytest.fixture(autouse=True)
def no_tables(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing is learnt here, and nothing read is kept for the next test."""
    kept = (loaded.ptc, loaded.babe, attribution._dev, translation._later, translation._labelled)
    monkeypatch.setattr(heldout, "refitted", lambda *_: {})
    for one in kept:
        one.cache_clear()
    yield
    for one in kept:
        one.cache_clear()


def answer(monkeypatch: pytest.MonkeyPatch, module: ModuleType, annotate: corpus.Annotate) -> None:
    monkeypatch.setattr(module, "annotate", annotate)


# -- loaded wording --------------------------------------------------------------------------------------------------------


def ptc(folder: Path) -> None:
    """Two articles; loaded lines at .9 and .4, others at .8 and .1; one marked span of 8, of which "vile" is half."""
    store = [
        ("a", 0, "The p90 vile man lost.", 1, [["Loaded_Language", 8, 16]]),
        ("a", 24, "It p80 rained.", 0, []),
        ("b", 0, "Oh p40 the horror.", 0, [["Name_Calling,Labeling", 11, 17]]),
        ("b", 20, "It p10 stopped.", 0, [["Slogans", 3, 14]]),
    ]
    rows = [
        {"article": a, "start": s, "text": text, "loaded": one, "any": one, "spans": spans}
        for a, s, text, one, spans in store
    ]
    corpus.store(folder, "loaded_ptc", rows)


def test_lines(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Loaded_Language alone: one line, on top. The union: .9 and .4 against .8 and .1 are three pairs of four."""
    ptc(tmp_path)
    answer(monkeypatch, loaded, corpus.loaded)
    found = figures("loaded-line", Folders(tmp_path))
    assert found["Loaded_Language, sentence probability", "AUC"] == 1
    assert found["union, sentence probability", "AUC"] == 0.75
    assert found["union, sentence probability", "AP"] == pytest.approx((1 + 2 / 3) / 2)
    assert found["union, findings", "F1 of any"] == pytest.approx(2 / 3)
    assert found["union, findings", "AUC of the strongest"] == 0.75
    assert found["union, control", "F1 of always yes"] == pytest.approx(2 / 3)


def test_spans(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One span said, wholly inside (1 of 1); of two marked, half of one was found (.5 of 2): .4. Slogans don't count."""
    ptc(tmp_path)
    answer(monkeypatch, loaded, corpus.loaded)
    found = figures("loaded-span", Folders(tmp_path))
    assert (found["findings", "precision"], found["findings", "recall"]) == (1, 0.25)
    assert found["findings", "span F1"] == pytest.approx(0.4)


def test_an_article_is_put_together_where_its_lines_stood() -> None:
    """Offsets of the corpus are offsets of the text that is annotated."""
    rows = [Row({"start": 5, "text": "two"}), Row({"start": 0, "text": "one"})]
    assert loaded._text(rows) == "one\n\ntwo"


def babe(folder: Path) -> None:
    """Two outlets, one side open in a row; of four marked words two are said, with one word too many."""
    told = [
        ("Left Post", "left", "Biased", "A p90 vile, vile plan.", "['vile', 'plan']"),
        ("Left Post", "", "Non-biased", "A p20 plan.", "[]"),
        ("Right Post", "right", "Biased", "A p70 mean plan.", "['MEAN']"),
        ("Right Post", "right", "Non-biased", "A p80 vile plan.", "[]"),
    ]
    rows = [
        {"outlet": outlet, "type": side, "label_bias": label, "text": text, "biased_words": words, "topic": "t"}
        for outlet, side, label, text, words in told
    ]
    corpus.store(folder, "loaded_babe", [*rows, {**rows[0], "label_bias": "No agreement"}])


def test_sentences_and_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """By findings one of each class is right: F1 of both is 1/2. Words: 2 hits of 3 said and 4 marked."""
    babe(tmp_path)
    answer(monkeypatch, loaded, corpus.loaded)
    found = figures("loaded-sentence", Folders(tmp_path))
    assert found["findings", "macro-F1 of any"] == 0.5
    assert found["sentence probability", "AUC"] == 0.75
    assert found["sentence probability", "macro-F1 at .5"] == pytest.approx((4 / 5 + 2 / 3) / 2)
    words = figures("biased-words", Folders(tmp_path))
    assert words["findings", "token F1"] == pytest.approx(4 / 7)
    assert words["findings", "precision"] == pytest.approx(2 / 3)
    assert words["findings", "recall"] == pytest.approx(1 / 2)


def test_small_outlets_are_left_out_together() -> None:
    """A fold for each outlet of fifty sentences or more, and one for the rest."""
    assert loaded._left_out(["a"] * 50 + ["b"] * 49 + ["c"]) == [{"a"}, {"b", "c"}]


def test_sides(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The open row is its outlet's: left ranks right (AUC 1) without false alarms, right wrong (AUC 0) with one of one."""
    babe(tmp_path)
    answer(monkeypatch, loaded, corpus.loaded)
    monkeypatch.setattr(
        slants, "loaded", lambda sentence: (int("woke" in sentence), 0.4 if "woke" in sentence else 0.5)
    )
    found = figures("both-sides", Folders(tmp_path))
    assert (found["left", "AUC"], found["right", "AUC"], found["left minus right", "AUC"]) == (1, 0, 1)
    assert found["left minus right", "false alarms, findings"] == -1
    pairs = len(slants.PAIRS)
    assert found["slant pairs", "share that fire alike"] == pytest.approx((pairs - 1) / pairs)
    assert found["slant pairs", "mean difference of probability"] == pytest.approx(0.1 / pairs)


# -- attribution -----------------------------------------------------------------------------------------------------------


def polnear(folder: Path) -> None:
    """Dev: "Ann Vale has said that it rained. She left. It poured, she felt." From train only the widening is learnt."""
    text = "Ann Vale has said that it rained. She left. It poured, she felt."
    assert (text.index("has"), text.index("said"), text.index("that"), text.index("She")) == (9, 13, 18, 34)
    row = {
        "split": "dev",
        "id": "d1",
        "text": text,
        "sents": [[0, 33, 1, 0.45], [34, 43, 0, 0.0], [44, 64, 0, 0.5]],
        "spans": [
            ["T1", "Source", [[0, 8]]],
            ["T2", "Cue", [[9, 17]]],
            ["T3", "Content", [[18, 32]]],
            ["T4", "Source", [[55, 58]]],
            ["T5", "Cue", [[59, 63]]],
            ["T6", "Content", [[44, 46], [47, 53]]],
        ],
        "rels": [
            [["Attribution", "R1"], ["Cue", "T2"], ["Source", "T1"], ["Content", "T3"]],
            [["Attribution", "R2"], ["Cue", "T5"], ["Source", "T4"], ["Content", "T6"]],
        ],
    }
    corpus.store(folder, "attribution_polnear", [{**row, "split": "train", "id": "t1"}, row])


@pytest.fixture
def dev(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Folders:
    polnear(tmp_path)
    answer(monkeypatch, attribution, corpus.attributed)
    return Folders(tmp_path)


def test_attributed_sentences(dev: Folders) -> None:
    """One of two found and nothing else: 2/3; of the unattributed one is right and one too many: 2/3."""
    found = figures("attributed", dev)
    for part in ("sentence probability", "attributions found"):
        assert found[part, "F1"] == pytest.approx(2 / 3)
        assert found[part, "F1 of the unattributed"] == pytest.approx(2 / 3)
    assert found["sentence probability", "AUC"] == 0.75
    assert found["control", "F1 of always yes"] == pytest.approx(4 / 5)


def test_cues(dev: Folders) -> None:
    """As found "said" isn't "has said"; widened it is: one hit of one said and two marked."""
    found = figures("cue", dev)
    assert found["cue as found", "exact F1"] == 0
    assert found["cue widened", "exact F1"] == pytest.approx(2 / 3)
    assert found["cue as found", "overlap F1"] == pytest.approx(2 / 3)


def test_sources_and_content(dev: Folders) -> None:
    """Each one of two exactly; content by words: 3 of 3 said, 5 marked (two in two parts)."""
    source = figures("source", dev)
    assert source["source as found", "exact F1"] == pytest.approx(2 / 3)
    assert source["source as found", "overlap F1"] == pytest.approx(2 / 3)
    content = figures("content", dev)
    assert content["content", "exact F1"] == pytest.approx(2 / 3)
    assert content["content", "token F1"] == pytest.approx(6 / 8)


def test_source_kinds_without_labels(dev: Folders) -> None:
    """Without the stand-off file the task says so and measures nothing."""
    (figure,) = next(task for task in TASKS if task.name == "source-kind").run(dev)
    assert figure.measure == "not available"
    assert math.isnan(figure.value)


def test_source_kinds(dev: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two judged alike are gold, one right and one not found: F1 of 2/3 for the only kind; agreement 2 of 3.

    Given the marked sources, "Ann Vale" is the named person she was judged to be, and "she" is none: 2/3 again.
    """
    monkeypatch.setattr(attribution, "LEAST", 2)
    rows = []
    for annotator in ("x", "y"):
        same = {"id": "d1", "annotator": annotator, "stance": "neutral"}
        rows += [{**same, "kind": "named_person", "cue": cue} for cue in ([9, 17], [59, 63])]
        rows.append({**same, "kind": annotator, "cue": [0, 1]})
    folder = dev.corpora / "standoff"
    folder.mkdir()
    corpus.store(folder, "source_kinds", rows)
    found = figures("source-kind", dev._replace(standoff=folder))
    assert found["kind", "macro-F1"] == pytest.approx(2 / 3)
    assert found["kind", "agreement of annotators"] == pytest.approx(2 / 3)
    assert found["stance", "agreement of annotators"] == 1
    assert found[attribution.GIVEN, "macro-F1"] == pytest.approx(2 / 3)


# -- translation, residue, headlines, genre --------------------------------------------------------------------------------


def test_documents(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """.9 and .4 against .5 and .3: three pairs of four; within documents both are right."""
    told = [("orig", "1", 50), ("MT", "1", 90), ("orig", "2", 30), ("MT", "2", 40)]
    rows = [
        {"kind": "roundtrip", "label": label, "engine": "engine", "year": 2015, "doc": doc, "text": f"p{p} {doc}"}
        for label, doc, p in told
    ]
    human = [{**row, "kind": "ht_vs_mt", "label": "HT" if row["label"] == "orig" else "MT"} for row in rows]
    early = [{**rows[0], "year": 2014, "text": "p99"}]
    corpus.store(tmp_path, "translation_roundtrip", [*rows, *human, *early])
    segments = [("HT", "p60"), ("ORIG", "p20"), ("MT", "none")]
    corpus.store(
        tmp_path,
        "translation_wmt",
        [
            {"kind": kind, "lp": "de-en", "year": 2021, "system": "s", "doc": "d", "segs": ["A", text]}
            for kind, text in segments
        ],
    )
    answer(monkeypatch, translation, corpus.numbered("translation_probability"))
    found = figures("translation-document", Folders(tmp_path))
    assert found["engine", "AUC"] == 0.75
    assert found["engine", "paired accuracy"] == 1
    assert found["control: MT against HT", "AUC"] == 0.75
    assert found["control: WMT, HT against originals", "AUC"] == 1
    assert math.isnan(found["control: WMT, MT against HT", "AUC"])


def damaged(article: Article) -> Annotation:
    """Every "teh" is damage."""
    found = [corpus.finding(article.text, span, "translation.typo") for span in corpus.places(article.text, "teh")]
    return corpus.annotated(article, findings=found)


def test_damaged_spans(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One finding in ten words of PolNeAR is a thousand in ten thousand; none in the reference."""
    corpus.store(tmp_path, "attribution_polnear", [{"text": "In teh end it rained on the town and the fair."[:-5]}])
    corpus.store(tmp_path, "reference_bbc", [{"title": "Rain", "text": "It rained."}])
    corpus.store(
        tmp_path, "articles", [{"corpus": "allsides", "pc1": 0.9, "domain": "d", "title": "Sun", "text": "teh"}]
    )
    answer(monkeypatch, translation, damaged)
    found = figures("translation-spans", Folders(tmp_path))
    assert found["PolNeAR", "false alarms per 10,000 words"] == pytest.approx(1000)
    assert found["reference news", "false alarms per 10,000 words"] == pytest.approx(10_000 / 5)
    assert math.isnan(found["labels", "recall not available"])


def test_residue_lines(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """.9 and .3 against .6 and .1: three pairs of four; the findings have one of two: 2/3. Hosts aren't parted."""
    told = [
        ("h1", "Share this p90", "residue"),
        ("h1", "It rained p60", "body"),
        ("h2", "Menu p30", "residue"),
        ("h2", "It p10", "body"),
    ]
    rows = [{"doc": f"d{host}", "host": host, "line": line, "label": label} for host, line, label in told]
    corpus.store(tmp_path, "residue_lines", rows)
    answer(monkeypatch, lines, corpus.residue)
    found = figures("residue-line", Folders(tmp_path))
    assert found["line probability", "AUC"] == 0.75
    assert found["findings", "F1"] == pytest.approx(2 / 3)
    assert found["findings", "precision"] == 1
    assert found["control", "F1 of always yes"] == pytest.approx(2 / 3)


def test_clickbait(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Errors of .1, .1 and .3: mean square .11/3; a post without words is left out."""
    told = [("You p90 won't", 1.0, 1), ("Rain p20 today", 0.3, 0), ("Fair p30", 0.0, 0), ("?", 0.0, 0)]
    rows = [{"post_text": text, "truth_mean": mean, "click_bait": yes, "text_id": 1} for text, mean, yes in told]
    corpus.store(tmp_path, "headline_webis17", rows)
    answer(monkeypatch, lines, corpus.numbered("headline_clickbait_probability"))
    found = figures("clickbait", Folders(tmp_path))
    assert found["headline probability", "MSE"] == pytest.approx((0.01 + 0.01 + 0.09) / 3)
    assert found["headline probability", "AUC"] == 1
    assert found["control", "MSE of the mean"] == pytest.approx(float(np.var([1.0, 0.3, 0.0])))


def test_genres(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Reports 2 of 2 right with one opinion among them (4/5), opinions 1 of 2 (2/3); the confusion is listed."""
    told = [
        ("1", "report", "report"),
        ("2", "report", "report"),
        ("3", "opinion", "report"),
        ("4", "opinion", "opinion"),
    ]
    rows = [{"id": name, "outlet": None, "has_title": False, "cut": False, "text": said} for name, _, said in told]
    corpus.store(tmp_path, "texts", rows)
    corpus.store(tmp_path, "judgements", [{"id": name, "genre": genre, "spans": []} for name, genre, _ in told])

    def annotate(article: Article) -> Annotation:
        return corpus.annotated(article, genre={"report": 0.5, "opinion": 0.9 if "opinion" in article.text else 0.1})

    answer(monkeypatch, lines, annotate)
    found = figures("genre", Folders(tmp_path, labels=tmp_path))
    assert found["genre", "macro-F1"] == pytest.approx((4 / 5 + 2 / 3) / 2)
    assert found["confusion: opinion", "read as report"] == 0.5
    assert found["control", "macro-F1 of always report"] == pytest.approx((2 / 3 + 0) / 2)


# -- what all tasks share --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("task", [task.name for task in TASKS if task.reads and "standoff" not in task.uses])
def test_a_missing_corpus_is_named(task: str, tmp_path: Path) -> None:
    """The folder, the file that was expected, and where to get it."""
    with pytest.raises(LabelsError, match=r"expected \w+\.jsonl\.gz or .*labels/README\.md"):
        figures(task, Folders(tmp_path))


def test_a_wrong_field_is_named_with_its_line(tmp_path: Path) -> None:
    """The file, the line, the field that is missing and those that are there."""
    corpus.store(tmp_path, "attribution_polnear", [{"split": "dev", "id": "d", "body": "Rain."}])
    with pytest.raises(LabelsError, match=r"polnear\.jsonl:1: expected a field 'text', found 'split', 'id', 'body'"):
        figures("cue", Folders(tmp_path))


def test_a_wrong_list_of_words_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """BABE's words are a list written as text."""
    row = {"outlet": "o", "type": "left", "label_bias": "Biased", "text": "A plan.", "biased_words": "plan, vile"}
    corpus.store(tmp_path, "loaded_babe", [row])
    answer(monkeypatch, loaded, corpus.loaded)
    with pytest.raises(LabelsError, match=r"babe\.jsonl:1: expected a list of words in biased_words"):
        figures("biased-words", Folders(tmp_path))


@pytest.mark.parametrize("line", ["[1, 2]", '"text"', "nothing", "7"])
def test_a_line_that_is_no_object_is_named(line: str, tmp_path: Path) -> None:
    """A list, a string, a number or no JSON at all."""
    (tmp_path / "attribution_polnear.jsonl").write_text(f"{line}\n", "utf-8")
    with pytest.raises(LabelsError, match=r"polnear\.jsonl:1: expected a JSON object"):
        figures("cue", Folders(tmp_path))


def test_names_are_unique_and_lines_are_measured(dev: Folders) -> None:
    """No task stands twice, and every line of PolNeAR's tasks is a figure they print."""
    assert len({task.name for task in TASKS}) == len(TASKS)
    for task in TASKS:
        if task.name in ("attributed", "cue", "source", "content"):
            printed = {(figure.part, figure.measure) for figure in task.run(dev)}
            assert {(line.part, line.measure) for line in task.lines} <= printed


def test_a_figure_without_a_line_has_none() -> None:
    """A control is read against nothing."""
    task = TASKS[0]
    line = task.line(Figure("control", "of nothing", 0.5, 0, 1, 3))
    assert (line.baseline, line.reach, line.beyond) == (None, None, None)
