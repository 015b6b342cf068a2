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
    Task(
        "reliability",
        (),
        "scores, items and probabilities of judged texts against gold; baselines, controls, features alone, slices",
        "5 folds by outlet and near-duplicates, everything fitted again in each; bootstrap over these groups",
        Run("reliability", "figures"),
        (
            Line("news-like", "Spearman", 0.452, 0.66, 0.789),
            Line("news-like", "AUC gold >= 4", 0.743, 0.86, 0.930),
            Line("all", "Spearman", 0.69, 0.80, 0.880),
            Line("all", "AUC gold >= 4", 0.85, 0.92, 0.952),
            Line("all", "AUC gold <= 2", 0.86, 0.93, 0.960),
            Line("all", "quadratic weighted kappa", 0.74, 0.78, 0.85),
            Line("all", "wording: Spearman", 0.68, 0.76),
            Line("all", "sourcing: Spearman", 0.67, 0.76),
            Line("all", "language: Spearman", 0.37, 0.60),
            Line("all", "residue: Spearman", 0.48, 0.75),
            Line("all", "headline: Spearman", 0.54, 0.68),
            Line("all", "Brier skill over the base rate", None, 0.45),
            Line("all", "area under risk-coverage over the overall error", None, 0.5),
        ),
        ("labels",),
    ),
    Task(
        "families",
        (),
        "families of models on the same features and folds: what each costs and gains",
        "5 folds by outlet and near-duplicates; bootstrap over these groups",
        Run("reliability", "families"),
        (),
        ("labels",),
    ),
    Task(
        "hyperpartisan",
        ("articles",),
        "articles of SemEval-2019 task 4 that readers judged hyperpartisan or not",
        "the shipped score as it is; a refit in 5 folds by outlet; bootstrap over outlets",
        Run("partisan", "figures"),
        (Line("shipped score as it is", "AUC", 0.790, 0.80), Line("refitted", "AUC", 0.790, 0.86)),
    ),
    Task(
        "fairness",
        ("articles", "translation_wmt"),
        "sound texts scored low by slice; mirrored texts, swapped names, human translations, non-native English, abstention",
        "judged texts in 5 folds by outlet; bootstrap over outlets and documents",
        Run("fairness", "figures"),
        (
            Line("mirrored texts", "share within 1 points", None, 1.0),
            Line("swapped: all at once", "share within 3 points", None, 0.99),
            Line("swapped: all at once", "median move, points", None, 1.0),
            Line("WMT: human translations less originals", "size of the difference, points", None, 3.0),
            Line("edited reports: all against US", "ratio of findings", None, 1.5),
            Line("edited reports: all against US", "cost of the language, points", None, 1.0),
            Line("sound texts under 40, outlet size", "largest difference", None, 0.05),
        ),
        ("labels", "own texts"),
    ),
    Task(
        "stress",
        ("articles",),
        "edits that must not matter, not help or not hurt; stuffing; a hundred invented reports",
        "the shipped model as it is",
        Run("stress", "figures"),
        (
            *(
                Line(f"still: {edit}", "share within 2 points", None, 0.95)
                for edit in (
                    "straight marks", "curly marks", "spaces", "Unicode form D", "Unicode form C", "paragraphs reordered",
                )
            ),
            Line("still: last tenth dropped", "median move, points", None, 5.0),
            *(
                Line(f"added: {edit}", "share that hardly raises", None, 0.99)
                for edit in ("shouting", "a vague source", "insiders", "an epithet", "emotive verbs")
            ),
            *(
                Line(f"added: {edit}", "share that hardly lowers", None, 0.99)
                for edit in ("a named source with a document", "an on-record reply")
            ),
        ),
        ("own texts",),
    ),
)  # fmt: skip


def named(name: str) -> Task | None:
    """The task of a name."""
    return next((task for task in TASKS if task.name == name), None)
