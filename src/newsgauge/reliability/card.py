"""The model card: Markdown made from the model's file alone. What the file doesn't say is "not stated"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final

from newsgauge.article import LIMIT
from newsgauge.reliability.model import Curve, Item, Model

NOT_STATED: Final = "not stated"
SHIPPED: Final = "news"  # the model whose texts `_FURTHER` lists
_FIGURES: Final = {
    "spearman": "Spearman's rank correlation with gold",
    "auc_sound": "AUC, gold ≥ 4 against the rest",
    "auc_weak": "AUC, gold ≤ 2 against the rest",
    "kappa_level": "quadratic weighted kappa of the level",
    "kappa_stretched": "the same, scores stretched to gold's spread",
    "brier_skill": "Brier skill of P(gold ≥ 4) over the base rate",
    "calibration_slope": "calibration slope (1 is right)",
    "calibration_error": "expected calibration error",
    "overall_error": "share on the wrong side of gold 4",
    "risk_coverage": "area under the risk–coverage curve",
    "interval_coverage": "share inside the 80 % interval",
    "absolute_error": "mean absolute error, points",
}
_CONTROLS: Final = {
    "genre_mean": "the mean of a text's genre, without reading it",
    "word_count": "the number of words",
    "shuffled_labels": "the same model fitted to shuffled gold",
}
# Where a licence is unclear the table can be left out and rebuilt (`newsgauge train --without NAME`).
_CORPORA: Final = {
    "loaded_ptc": "PTC (Da San Martino et al. 2019): for research; its other techniques are not attempted",
    "loaded_babe": "BABE (Spinde et al. 2021): the file is AGPL, its model cards CC BY-NC",
    "attribution_polnear": "PolNeAR (Newell et al. 2018): licence not stated; US politics of 2016",
    "headline_webis17": "Webis-Clickbait-17 (Potthast et al. 2018): CC BY 4.0 at its source, not stated at the mirror; posts of 2016–17",
    "translation_roundtrip": "HT-vs-MT (van der Werff et al. 2022): MIT",
    "translation_mqm_2021": "WMT MQM 2021: licence not stated",
    "residue_lines": "article-extraction-benchmark: MIT",
}


_USES: Final = """\

## What it is, and what it is not

It reads how an English news text is sourced and worded: features add up to five items of a codebook (wording,
sourcing, language, residue, headline), and items to a score of 0 to 100. Every point leads to a feature and, where it
can be shown, to the words. Scores are compared within a genre.

It checks no fact. Satire and invention can't be read off a text: a fluent invention with plausible named sources scores
well. It rates texts, never outlets or people, and no outlet's rating entered it. It is no ground for removing, ranking
down or paying for a text without a person who reads it."""

_REFERENCE: Final = """\
What is better adds, what is worse takes away; what can't be measured, and transparency that is absent, does neither."""

_ANNOTATORS: Final = """\

Where annotators are machine-assisted, as those of the model that ships are (each working alone, blind to outlets and to
each other), they share one way of reading: **the agreement below is close to one reader many times, and is not
agreement between people**. That items predict reliability measures obedience to the codebook's caps, not validity."""

_THIN: Final = """\

Thin in the labels of the model that ships: content farms, spun pages, wire copy, press releases, anything after 2020,
outlets outside the US, and non-native English, for which the only test is sixty edited reports of our own."""

_NEWS_LIKE: Final = """\
News-like texts (reports, analyses, aggregations, press releases) come first: over all genres a genre's mean alone ranks
about as well, so those figures say little by themselves. One calibration serves all genres."""

_CONFIDENCE: Final = """\
Confidence: probability that the likelier side of gold 4 is right, drawn towards one half by the share of features
outside the range of training."""

_FOOLED: Final = """
The invented reports are fluent, with plausible named sources and documents, and nothing in them is true. That they score
high is expected, and was never tuned against: style can't tell invention from fact."""

_LIMITS: Final = """\

## Limits, and when it says nothing

It abstains with a reason, and still gives findings and features, where a text has under about 130 words, is not in
English, is not prose, is probably satire or not news, or where many of its measures lie outside the range of training.

Known failures:

- Invented sources look like real ones; stuffing a text with attributions helps it.
- Irony, and loaded wording made of plain words, are missed; plain reports of ugly events are now and then taken for
  loaded ones.
- Fluent mistranslation looks like good English.
- Opinion is judged by rules made for reports, and scores low even where its facts are documented.
- Language learnt from words would take edited Nigerian, Indian or Pakistani English for damage, so it isn't: the language
  item rests on findings, and misses fluent mistranslation. "By the vendor's account the pump is blinding" goes unseen.
- Some tables behind features were learnt on US politics of 2016 and on posts of 2016–17."""

_NOT_ATTEMPTED: Final = """\

PTC's techniques of propaganda: loaded language, name calling and exaggeration were learnt there. Appeals to fear, doubt,
flag-waving and slogans are found by rules of our own, which were never measured against it. **Not attempted**, because the
world or the argument is needed to judge them: whataboutism, straw man, red herring, causal oversimplification, appeal to
authority, black-and-white fallacy, bandwagon, reductio ad Hitlerum, obfuscation, thought-terminating clichés, repetition."""

_FURTHER: Final = """\
- cue, the table of verbs and nouns that attribute: PolNeAR, licence not stated
- known words, vectors, and which words are names: counts over allsides (Article-Bias-Prediction, Apache-2.0) and news of the
  BBC (masakhane-news, licence not stated); examples of the other article collections below where nothing was marked
- the judged texts, and with them items, score and impressions: allsides (Apache-2.0), hyperpartisan19, buzzfeed_webis16 and
  fa_kes (CC BY 4.0), fakenewscorpus_sample (Apache-2.0), HT-vs-MT (MIT); sfu_snopes, golbeck, clef21_task3, FakeHealth,
  celebrity, horne_random, detectrl_bt and ukraine (licence not stated). `newsgauge labels corpora` says where each is had.

No text, sentence or word list of any of these is in the package: weights, counts, hashes, and labels without text."""

_LEFT_OUT: Final = """\

Tables whose sources don't state a licence can be left out and rebuilt without them; features that need them are then
unknown and cost nothing."""

_CONTEST: Final = """\

## How to contest a score

1. `newsgauge annotate TEXT` shows every finding and its points, `newsgauge explain NAME` what a rule reads and where it fails.
2. A finding that is wrong: `newsgauge contest ID TEXT --reason "…"` writes the objection, without a word of the text, to a file
   that reports print beside it; `--verdict upheld` settles it, and `newsgauge contest check` fails while it still fires. Send
   the file to whoever scored you, or to us with the sentence.
3. A rule that is wrong for your texts: `ignore` or `allow`, with reason and date, in `newsgauge.toml`.
4. A model that is wrong for your texts: `newsgauge train my_labels.jsonl`, and `newsgauge model diff` shows what changes.

Whoever acts on a score owes the person scored the text as it was read, this card's version, and a person who answers."""


Kept = Mapping[str, Sequence[Mapping[str, Any]]]
TASKS: Final = {
    "reliability": "Baselines, controls, features alone and slices",
    "families": "Other families of models on the same features and folds",
    "hyperpartisan": "A check by other readers: hyperpartisan or not (SemEval-2019 task 4)",
    "fairness": "Fairness",
    "stress": "Stress, and invented reports",
}
_FAILURE: Final = "known failure: "
_ALONE: Final = 15  # features alone that are listed


def render(model: Model, kept: Kept | None = None) -> str:
    """The card of a model.

    Parameters
    ----------
    model : Model
        Every number comes from it,
    kept : mapping, optional
        or from the figures kept beside its file: task -> rows (see `modelfile.figures`).

    Returns
    -------
    str
        Markdown, ending in a line break.
    """
    parts = (
        _head(model),
        _uses(model),
        _data(model),
        _figures(model),
        _diagram(model),
        _measured(kept or {}),
        _score(model),
        _limits(kept or {}),
        _origins(model),
        (_CONTEST,),
    )
    return "\n".join(chain.from_iterable(parts)) + "\n"


def _head(model: Model) -> Iterator[str]:
    yield f"# Model card: {model.name} {model.version}"
    yield f"\n> {LIMIT}\n"
    yield f"- file: SHA-256 `{model.sha256 or NOT_STATED}`, schema `{model.schema}`"
    yield f"- rebuilt by: `{model.evaluation.get('command') or NOT_STATED}` (seed {model.created.seed})"
    yield (
        f"- fitted to: {model.created.texts} texts in {model.created.groups} groups (outlets, or texts without one); "
        f"fingerprint `{model.created.labels}`"
    )


def _uses(model: Model) -> Iterator[str]:
    yield _USES
    yield f"\nThe reference: {model.created.reference}; there a text has {_number(model.base, 1)} points."
    yield _REFERENCE


def _data(model: Model) -> Iterator[str]:
    data = _mapping(model.evaluation.get("data"))
    yield "\n## Data and annotators\n"
    yield (
        f"{data.get('texts', NOT_STATED)} texts, {data.get('judgements', NOT_STATED)} judgements by "
        f"{data.get('annotators', NOT_STATED)} annotators (codebook "
        f"{', '.join(data.get('codebooks') or ()) or NOT_STATED}); "
        f"{data.get('texts_judged_twice', NOT_STATED)} texts were judged more than once. Gold is the mean."
    )
    yield _ANNOTATORS
    yield from _table(
        ("judged", "agreement (Krippendorff's alpha, interval)"),
        ((name, _number(value)) for name, value in _mapping(data.get("agreement")).items()),
    )
    genres = _mapping(data.get("genres"))
    if genres:
        yield "\nGenres: " + ", ".join(f"{name} {count}" for name, count in genres.items()) + "."
    yield _THIN


def _figures(model: Model) -> Iterator[str]:
    evaluation = model.evaluation
    yield "\n## How well it does\n"
    yield f"Protocol: {evaluation.get('protocol') or NOT_STATED}. Command: `{evaluation.get('command') or NOT_STATED}`."
    yield _NEWS_LIKE
    parts = [_mapping(evaluation.get(name)) for name in ("news_like", "all")]
    heads = [
        f"{name}, n = {part.get('texts', NOT_STATED)}" for name, part in zip(("news-like", "all"), parts, strict=True)
    ]
    yield from _table(("measure [95 % interval]", *heads), _rows(_FIGURES, [_mapping(p.get("figures")) for p in parts]))
    yield "\nItems (Spearman with their own gold):"
    names = {item.name: item.name for item in model.items}
    yield from _table(("item", *heads), _rows(names, [_mapping(p.get("items")) for p in parts]))
    yield "\nControls, no targets (Spearman with gold):"
    yield from _table(("control", *heads), _rows(_CONTROLS, [_mapping(p.get("controls")) for p in parts]))
    genres = _mapping(evaluation.get("genres"))
    if genres:
        yield "\nMedian raw score by genre; fewer than 50 texts are not shown:"
        yield from _table(
            ("genre", "texts", "median"),
            ((g, str(n), "not shown" if score is None else _number(score, 0)) for g, (n, score) in genres.items()),
        )


def _measured(kept: Kept) -> Iterator[str]:
    """Every task's figures, with its command."""
    yield "\n## What else was measured"
    if not kept:
        yield f"\nBaselines, slices, families, fairness and stress: {NOT_STATED} for this version."
        return
    for task, title in TASKS.items():
        rows = [row for row in kept.get(task, ()) if row.get("value") is not None or row.get("note")]
        if rows:
            yield f"\n### {title}\n\n`newsgauge evaluate {task} --corpora DIR --labels DIR`"
            yield from _table(("what", "measure", "value [95 % interval]", "n", ""), map(_kept_row, _chosen(rows)))
            if task == "stress":
                yield _FOOLED


def _chosen(rows: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """All rows but the weaker features alone."""
    alone = [row for row in rows if row["part"] == "all: feature alone"]
    strongest = sorted(alone, key=lambda row: -abs(row["value"] or 0))[:_ALONE]
    shown = [row for row in rows if "feature alone" not in row["part"] and not row["part"].startswith(_FAILURE)]
    return shown + strongest


def _kept_row(row: Mapping[str, Any]) -> tuple[str, ...]:
    value = "not shown" if row["value"] is None else _number(row["value"])
    if row.get("low") is not None and row["value"] is not None:
        value += f" [{_number(row['low'])}, {_number(row['high'])}]"
    return row["part"], row["measure"], value, str(row["n"]), row.get("note") or ""


def _diagram(model: Model) -> Iterator[str]:
    """The probability against what came true, drawn with letters so that it needs no picture."""
    for name, title in (("all", "all texts"), ("news_like", "news-like texts")):
        rows = _mapping(model.evaluation.get(name)).get("diagram") or ()
        if not rows:
            continue
        yield f"\nReliability diagram, {title}: P(gold ≥ 4) on unseen outlets, and how often it came true."
        yield from _table(
            ("probability", "came true", "texts", "0 ▕ probability ○, came true ● ▏ 1"),
            (
                (_number(p, 2), _number(share, 2), str(int(n)), f"`{_dots(float(p), float(share))}`")
                for p, share, n in rows
            ),
        )


def _dots(p: float, share: float) -> str:
    line = ["·"] * 21
    line[round(20 * p)] = "○"
    line[round(20 * share)] = "●"
    return "".join(line)


def _score(model: Model) -> Iterator[str]:
    yield "\n## How the score is made\n"
    yield f"raw = {_number(model.base, 1)} + the sum of all points; score = raw between 0 and 100."
    yield f"Level 1 to 5: cuts at {', '.join(_number(cut, 1) for cut in model.cuts)}."
    yield (
        f"Probability of gold ≥ 4: logistic, slope {_number(model.calibration.slope, 4)}, intercept "
        f"{_number(model.calibration.intercept, 2)}.\n"
        f"Interval (80 %): raw {model.interval[0]:+.0f} to {model.interval[1]:+.0f}."
    )
    yield _CONFIDENCE
    yield from _table(
        ("item", "points a step", "at the reference", "features"),
        ((i.name, f"{i.weight:+.1f}", _number(i.reference), str(len(i.curves))) for i in model.items),
    )
    yield "\nWhat a feature can cost or bring over the range seen in training, largest first (0 left out):"
    ranged = sorted(
        ((c, *_range(c, i)) for i in model.items for c in i.curves), key=lambda r: (r[1] - r[2], r[0].feature)
    )
    yield from _table(
        ("feature", "unit", "least", "most"),
        ((f"`{c.feature}`", c.unit, f"{low:+.1f}", f"{high:+.1f}") for c, low, high in ranged if high - low >= 0.05),
    )


def _range(curve: Curve, item: Item) -> tuple[float, float]:
    points = [item.weight * y + 0.0 for y in curve.y]
    return min(points), max(points)


def _limits(kept: Kept) -> Iterator[str]:
    """Abstentions, known failures with texts of our own, and what isn't tried at all."""
    yield _LIMITS
    failures = [row for row in kept.get("stress", ()) if str(row["part"]).startswith(_FAILURE)]
    if failures:
        yield "\nKnown failures, texts of our own that stand in `evaluation/texts/failures.txt` (`newsgauge evaluate stress`):"
        yield from _table(
            ("text", "score", "what is wrong"),
            (
                (row["part"].removeprefix(_FAILURE), _number(row["value"], 0), str(row.get("note") or ""))
                for row in failures
            ),
        )
    yield _NOT_ATTEMPTED


def _origins(model: Model) -> Iterator[str]:
    learnt = _mapping(model.evaluation.get("learnt"))
    yield "\n## What was learnt from whom\n"
    if not learnt:
        yield f"Learnt tables behind features: {NOT_STATED}."
        return
    for name, about in learnt.items():
        corpora = about.get("learnt_from") or ()
        yield f"- {name} ({about.get('examples', NOT_STATED)} examples): {about.get('licence') or NOT_STATED}"
        yield from (f"  - {_CORPORA[corpus]}" for corpus in corpora if corpus in _CORPORA)
    if model.name == SHIPPED:
        yield _FURTHER
    yield _LEFT_OUT


def _rows(labels: Mapping[str, str], parts: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, ...]]:
    for name, label in labels.items():
        if any(name in part for part in parts):
            yield (label, *(_estimate(part.get(name)) for part in parts))


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    found = list(rows)
    if not found:
        yield f"\n{heads[0]}: {NOT_STATED}"
        return
    yield "\n| " + " | ".join(heads) + " |"
    yield "|" + "---|" * len(heads)
    for row in found:
        yield "| " + " | ".join(row) + " |"


def _estimate(value: Sequence[float | None] | None) -> str:
    if not value or value[0] is None:
        return "not shown"
    return f"{_number(value[0])} [{_number(value[1])}, {_number(value[2])}]"


def _number(value: float | None, digits: int = 3) -> str:
    return NOT_STATED if value is None else f"{value:.{digits}f}"


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
