"""The tasks of ``newsgauge evaluate``: a tuple. Baselines and goals are the issue's, and stand beside what they are read against."""

from __future__ import annotations

from typing import Final

from newsgauge.evaluation.task import Line, Run, Task

TASKS: Final[tuple[Task, ...]] = (
    Task(
        "loaded-line",
        ("loaded_ptc", "loaded_babe"),
        "lines of PTC with Loaded_Language, and with Name_Calling or Exaggeration too; voice ignored",
        "5 folds by article, tables fitted again for each; bootstrap over articles",
        Run("loaded", "lines"),
        (
            Line("Loaded_Language, sentence probability", "AUC", 0.752, 0.85),
            Line("Loaded_Language, sentence probability", "F1", 0.348, 0.48),
            Line("Loaded_Language, sentence probability", "AP", 0.310, 0.45),
        ),
    ),
    Task(
        "loaded-span",
        ("loaded_ptc", "loaded_babe"),
        "findings of loaded wording against the union's spans, SemEval's overlap measure",
        "5 folds by article; bootstrap over articles",
        Run("loaded", "spans"),
        (Line("findings", "span F1", None, 0.40, 0.50),),
    ),
    Task(
        "loaded-sentence",
        ("loaded_babe", "loaded_ptc"),
        "sentences of BABE, biased or not",
        "an outlet left out at a time, tables fitted again; bootstrap over outlets",
        Run("loaded", "sentences"),
        (Line("sentence probability", "macro-F1", 0.671, 0.76, 0.804),),
    ),
    Task(
        "biased-words",
        ("loaded_babe", "loaded_ptc"),
        "tokens of the findings against the words BABE's readers named",
        "an outlet left out at a time; bootstrap over outlets",
        Run("loaded", "words"),
        (Line("findings", "token F1", None, 0.45, 0.55),),
    ),
    Task(
        "attributed",
        ("attribution_polnear",),
        "sentences of PolNeAR that hold a cue or are at least half content",
        "learnt on train, read on dev; bootstrap over articles",
        Run("attribution", "sentences"),
        (
            Line("sentence probability", "F1", 0.887, 0.93),
            Line("sentence probability", "AUC", 0.903, 0.96),
            Line("sentence probability", "F1 of the unattributed", None, 0.82),
            Line("attributions found", "F1", 0.887, 0.93),
            Line("attributions found", "F1 of the unattributed", None, 0.82),
        ),
    ),
    Task(
        "cue",
        ("attribution_polnear",),
        "cues against PolNeAR's; 'widened' takes in helpers, negation, adverbs and particles, as PolNeAR does",
        "learnt on train, read on dev; bootstrap over articles",
        Run("attribution", "cues"),
        (
            Line("cue as found", "exact F1", 0.610, 0.82, 0.85),
            Line("cue widened", "exact F1", 0.610, 0.82, 0.85),
        ),
    ),
    Task(
        "source",
        ("attribution_polnear",),
        "sources against PolNeAR's; overlap: touches every part; 'widened' takes in appositions, as PolNeAR does",
        "learnt on train, read on dev; bootstrap over articles",
        Run("attribution", "sources"),
        (
            Line("source as found", "exact F1", 0.459, 0.75, 0.82),
            Line("source as found", "overlap F1", None, 0.85),
            Line("source widened", "exact F1", 0.459, 0.75, 0.82),
            Line("source widened", "overlap F1", None, 0.85),
        ),
    ),
    Task(
        "content",
        ("attribution_polnear",),
        "content against PolNeAR's: all parts the same, and token by token",
        "learnt on train, read on dev; bootstrap over articles",
        Run("attribution", "contents"),
        (Line("content", "exact F1", 0.289, 0.50, 0.59), Line("content", "token F1", None, 0.85, 0.90)),
    ),
    Task(
        "source-kind",
        ("attribution_polnear",),
        "kind of source and stance of cue against stand-off labels; kinds with 15 cases or more",
        "dev alone; bootstrap over articles",
        Run("attribution", "kinds"),
        (Line("kind", "macro-F1", None, 0.85), Line("stance", "macro-F1", None, 0.85)),
        ("standoff",),
    ),
    Task(
        "translation-document",
        ("translation_roundtrip", "translation_wmt"),
        "originals against round trips through a machine; human translations and WMT as controls",
        "learnt to 2014, read on 2015 and 2016; bootstrap over documents",
        Run("translation", "documents"),
        (
            Line("deepl", "AUC", 0.72, 0.80, 0.85),
            Line("google", "AUC", 0.76, 0.80, 0.85),
            Line("both engines", "AUC", 0.757, 0.80, 0.85),
            Line("deepl", "paired accuracy", 0.88, 0.93, 0.95),
            Line("google", "paired accuracy", 0.92, 0.93, 0.95),
        ),
    ),
    Task(
        "translation-spans",
        ("attribution_polnear", "reference_bbc", "articles"),
        "findings of damage in edited news (false alarms) and where readers marked damage (recall)",
        "rules as they are; bootstrap over articles and outlets",
        Run("translation", "spans"),
        (
            Line("PolNeAR", "false alarms per 10,000 words", None, 1.0),
            Line("reference news", "false alarms per 10,000 words", None, 1.0),
            Line("seeds", "recall", None, 0.4),
            Line("labels", "recall", None, 0.4),
        ),
        ("labels", "seeds"),
    ),
    Task(
        "residue-line",
        ("residue_lines",),
        "lines that article extractors gave, body or residue; and the labels' residue spans",
        "5 folds by host, table fitted again; bootstrap over hosts",
        Run("lines", "residue"),
        (
            Line("line probability", "AUC", 0.890, 0.95),
            Line("line probability", "F1", 0.723, 0.85),
            Line("either", "AUC", 0.890, 0.95),
            Line("either", "F1", 0.723, 0.85),
            Line("labels: residue", "recall", None, 0.85),
        ),
        ("labels",),
    ),
    Task(
        "clickbait",
        ("headline_webis17",),
        "headlines of Webis-17, clickbait or not, and the mean of five readers",
        "5 folds by text, table fitted again; bootstrap over texts",
        Run("lines", "clickbait"),
        (
            Line("headline probability", "F1", 0.620, 0.70),
            Line("headline probability", "AUC", 0.835, 0.89),
            Line("headline probability", "MSE", 0.0376, 0.031, 0.030),
        ),
    ),
    Task(
        "genre",
        (),
        "most probable genre of labelled texts against the one most annotators gave",
        "5 folds by outlet, table fitted again; bootstrap over outlets",
        Run("lines", "genre"),
        (Line("genre", "macro-F1", None, 0.55),),
        ("labels",),
    ),
    Task(
        "voice",
        (),
        "outermost quotations of 150 invented texts with hard marks",
        "rules as they are; bootstrap over texts",
        Run("voice", "figures"),
        (Line("quotations", "span F1", None, 0.97),),
    ),
    Task(
        "both-sides",
        ("loaded_babe", "loaded_ptc"),
        "BABE's sentences from the left against those from the right; slant pairs of our own",
        "an outlet left out at a time; bootstrap over outlets within a side",
        Run("sides", "figures"),
    ),
)  # fmt: skip


def named(name: str) -> Task | None:
    """The task of a name."""
    return next((task for task in TASKS if task.name == name), None)
