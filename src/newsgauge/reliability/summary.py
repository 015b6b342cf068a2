"""The model card in a few sentences, for the foot of a report: made from the model's file alone."""

from __future__ import annotations

from collections.abc import Iterator

from newsgauge.reliability.model import Model


def summary(model: Model) -> tuple[str, ...]:
    """What a reader of one report should know of the model behind it.

    Parameters
    ----------
    model : Model
        Every number comes from it; what its file doesn't say is left out.
    """
    return tuple(_sentences(model))


def _sentences(model: Model) -> Iterator[str]:
    yield f"It was fitted to {model.created.texts} texts of {model.created.groups} outlets or single texts."
    part = model.evaluation.get("news_like")
    figures = part.get("figures", {}) if isinstance(part, dict) else {}
    rank, covered = figures.get("spearman"), figures.get("interval_coverage")
    if rank and rank[0] is not None:
        yield (
            f"On unseen outlets its ranking of news-like texts agrees with the gold labels by {rank[0]:.2f} "
            f"(Spearman; 95 % interval {rank[1]:.2f} to {rank[2]:.2f}); those labels are machine-assisted judgements by "
            "one codebook, and agreement with them is no agreement between people."
        )
    if covered and covered[0] is not None:
        yield f"Of its 80 % intervals {covered[0]:.0%} held."
    yield (
        "It misses irony, invented sources and fluent mistranslation, and was made for English news: opinion is judged "
        "by rules made for reports."
    )
    yield "All of it: newsgauge model card. A finding that is wrong: newsgauge contest ID --reason."
