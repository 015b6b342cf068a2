"""The one core: an article in, its annotation out. Command line, notebook and tests look at what this returns.

The room is called core, not annotate: a submodule of that name would shadow the function ``newsgauge.annotate``.
"""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Final, NamedTuple

from newsgauge import detectors, features, impressions, language, learnt
from newsgauge.article import (
    Annotation,
    Article,
    Contribution,
    Failure,
    Finding,
    Line,
    ModelId,
    Sentence,
    Span,
)
from newsgauge.config import Config, check_names, selects
from newsgauge.detectors import attribution, residue
from newsgauge.document import Document
from newsgauge.errors import NewsgaugeError
from newsgauge.features import ANY, CATALOGUE, Measured
from newsgauge.reliability import scorecard
from newsgauge.rule import Rule
from newsgauge.vocabulary import STOP

DEFAULT: Final = Config()
_ORDER: Final = itemgetter(*map(Finding._fields.index, ("start", "end", "rule")))  # of findings
PROSE_SHARE: Final = 0.5  # words that stand in sentences of five words or more which end in a stop
UNSEEN: Final = 3  # measures outside the range of training from which a text counts as of another kind
RANGED: Final = 300  # texts that a model must have seen before its range says anything
UNSEEN_SHARE: Final = 0.08  # or this share of them, where there are many
OUT_OF_SCOPE: Final = {"satire": 0.6, "not_news": 0.6}  # probability of the genre from which no score is given


class Abstention(NamedTuple):
    """Why no score is given, in words for a reader."""

    reason: str


def annotate(
    article: str | Article,
    title: str | None = None,
    *,
    config: Config | None = None,
    model: scorecard.Model | None = None,
) -> Annotation:
    """Annotate one article.

    Parameters
    ----------
    article : str or Article
        The text, or an article from `newsgauge.readers`.
    title : str, optional
        A separate title: offsets then refer to title + blank line + text. Without one, the first title-like line serves.
    config : Config, optional
        Rules selected, phrases allowed, house terms, thresholds.
    model : Model, optional
        A scorecard other than the one that ships.

    Returns
    -------
    Annotation
        Scored or abstained, never failed: findings and features are always given.

    Examples
    --------
    >>> import newsgauge
    >>> newsgauge.annotate("Mad Mayor Ann Lee fled. She said nothing.").status
    'abstained'
    """
    if isinstance(article, str):
        article = Article.of(article, title)
    return _annotate(article, config or DEFAULT, model or scorecard.load())


def annotate_many(
    articles: Iterable[str | Article | Failure],
    *,
    config: Config | None = None,
    model: scorecard.Model | None = None,
) -> Iterator[Annotation]:
    """Annotate articles one after the other; what could not be read becomes a failed record in its place."""
    config = config or DEFAULT
    model = model or scorecard.load()
    for article in articles:
        if isinstance(article, Failure):
            yield Annotation(article.id, article.place, "failed", article.reason)
            continue
        one = Article(article) if isinstance(article, str) else article
        try:
            yield _annotate(one, config, model)
        except (
            NewsgaugeError,
            RecursionError,
            MemoryError,
            ArithmeticError,
            LookupError,
            TypeError,
            ValueError,
        ) as problem:
            # One article never stops a batch: a defect of ours is a record that names itself.
            yield Annotation(
                one.id,
                one.place,
                "failed",
                f"newsgauge failed on this text: {type(problem).__name__}: {problem}",
            )


def _annotate(article: Article, config: Config, model: scorecard.Model) -> Annotation:
    document = Document(article.text, cut=article.cut)
    leftovers = _kept(residue.DETECTOR.find(document), document, config)
    document.settle(
        (Span(f.start, f.end) for f in leftovers if f.kind != "residue.truncated"), article.title, article.guess_title
    )
    findings = leftovers + _kept(
        [f for detector in detectors.DETECTORS if detector.family != "residue" for f in detector.find(document)],
        document,
        config,
    )
    findings += _house_terms(document, config)
    findings.sort(key=_ORDER)
    attributions = attribution.attributions(document)
    sums = learnt.scores(document)
    loaded, attributed = learnt.sentence_probabilities(document, sums, findings, attributions)
    lines = learnt.line_probabilities(document, sums)
    probabilities = features.Learnt(
        loaded,
        attributed,
        lines,
        learnt.clickbait_probability(document),
        learnt.translation_probability(document),
        model.table.of(document) if model.table else impressions.unknown(),
    )
    measured = features.measure(document, findings, attributions, probabilities)
    genre = learnt.genre_probabilities(document, sums, measured.values, findings)
    lang = language.identify(document)
    scored = scorecard.score(model, measured.values)
    abstention = _abstention(document, measured, genre, lang, config) or _novel(scored, model)
    digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    known = abstention is None
    starts, ends, new = document.starts, document.ends, tuple.__new__  # see `_contributions`
    return Annotation(
        id=article.id or digest[:10],
        place=article.place,
        status="scored" if known else "abstained",
        reason=abstention.reason if abstention else None,
        lang=lang,
        n_words=int(document.counts.text["words"]),
        text=article.text,
        text_sha256=digest,
        title=document.span(*document.title) if document.title else None,
        score=scored.score if known else None,
        raw=scored.raw,
        base=scored.base,
        probability=scored.probability if known else None,
        level=scored.level if known else None,
        confidence=scored.confidence if known else None,
        interval=scored.interval if known else None,
        items=scored.items,
        genre=genre,
        findings=findings,
        attributions=attributions,
        sentences=[
            new(Sentence, (starts[first], ends[end - 1], p, q))
            for (first, end), p, q in zip(document.sentences, loaded, attributed, strict=True)
        ],
        lines=[
            new(Line, (starts[first], ends[end - 1], p)) for (first, end), p in zip(document.lines, lines, strict=True)
        ],
        features={name: None if math.isnan(value) else value for name, value in measured.values.items()},
        unmeasured=measured.unmeasured,
        contributions=_contributions(scored, findings),
        model=ModelId(model.name, model.version, model.sha256),
        notes=article.notes,
    )


# -- what the user said no to ----------------------------------------------------------------------------------------------


def _kept(findings: Sequence[Finding], document: Document, config: Config) -> list[Finding]:
    """Findings of selected rules that no allowed phrase covers."""
    if config.select or config.ignore:
        check_names((*config.select, *config.ignore), detectors.names())
        findings = [f for f in findings if selects(config, f.family, f.kind, f.rule)]
    if config.allow:
        allowed = [
            Span(start, start + len(a.phrase)) for a in config.allow for start in _places(document.text, a.phrase)
        ]
        findings = [f for f in findings if not any(start < f.end and f.start < end for start, end in allowed)]
    return list(findings)


def _places(text: str, phrase: str) -> Iterator[int]:
    """Where a phrase stands, case ignored as long as that keeps lengths."""
    folded = text.lower()
    if len(folded) != len(text):
        folded = text
    sought = phrase.lower() if folded is not text else phrase
    start = folded.find(sought)
    while start >= 0 and sought:
        yield start
        start = folded.find(sought, start + len(sought))


def _house_terms(document: Document, config: Config) -> list[Finding]:
    found: list[Finding] = []
    for term in config.house_terms:
        rule = Rule(
            f"{term.kind}:house-term", term.weight, term.note or f"“{term.phrase}” is on your own list.", "A term of your configuration.",
            "your configuration",
        )  # fmt: skip
        for start in _places(document.text, term.phrase):
            first, end = document.tokens_of(start, start + len(term.phrase))
            if first < end and document.starts[first] == start and document.ends[end - 1] == start + len(term.phrase):
                found.append(document.finding(rule, first, end))
    return found


# -- abstention (law 8) ----------------------------------------------------------------------------------------------------


def _abstention(
    document: Document, measured: Measured, genre: Mapping[str, float], lang: str | None, config: Config
) -> Abstention | None:
    words = int(measured.values["texture_words_count"])
    least = int(config.thresholds.get("min_words") or 130)
    if not len(document):
        return Abstention("The text is empty.")
    if lang not in ("en", None):
        return Abstention(f"The text is not in English (it looks like {language.name(lang)}); only English is scored.")
    if words < least:
        return Abstention(f"Too short to score: {words} words of body text, at least {least} are needed.")
    if lang is None:
        return Abstention("The language could not be told; only English is scored.")
    if prose_share(document) < PROSE_SHARE:
        return Abstention("This is not prose: most words stand in no full sentence (a list, a table, links?).")
    for label, bound in OUT_OF_SCOPE.items():
        if genre.get(label, 0.0) >= bound:
            words_for = {"satire": "satire", "not_news": "something other than a news article"}[label]
            return Abstention(f"This is probably {words_for} ({genre[label]:.0%}); the score is made for news.")
    return None


def _novel(scored: scorecard.Scored, model: scorecard.Model) -> Abstention | None:
    """Why no score is given where much of what is measured lies outside the range seen in training."""
    if model.created.texts < RANGED or len(scored.outside) < max(UNSEEN, UNSEEN_SHARE * len(scored.contributions)):
        return None
    return Abstention(
        f"Unlike the texts the score was fitted to: {len(scored.outside)} of {len(scored.contributions)} measures lie "
        f"outside the range seen there ({', '.join(scored.outside[:3])} …)."
    )


def prose_share(document: Document) -> float:
    """Share of the body's words in sentences of five words or more that end in a stop."""
    if not document.sentences:
        return 0.0
    mark, body_first, words, closed = document.mark, document.body_first, 0.0, 0.0
    for (first, end), count in zip(document.sentences, document.sentence_counts.words, strict=True):
        if first >= body_first:
            words += count
            if count >= 5 and (mark[end - 1] | mark[end - 2] | mark[end - 3]) & STOP:
                closed += count
    return closed / max(words, 1)


# -- contributions ---------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _behind() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Kind and voice of a finding -> the features it stands behind."""
    return {
        (kind, voice): tuple(
            feature.name
            for feature in CATALOGUE
            if voice in feature.voices and (kind in feature.kinds or kind.partition(".")[0] in feature.kinds)
        )
        for kind in detectors.kinds()
        for voice in ANY
    }


def _contributions(scored: scorecard.Scored, findings: Sequence[Finding]) -> list[Contribution]:
    """Contributions with the findings behind them, in the model's order."""
    ids: dict[str, list[str]] = defaultdict(list)
    behind = _behind()
    for id_, kind, _, _, _, voice, *_ in findings:
        for feature in behind[kind, voice]:
            ids[feature].append(id_)
    new, none = tuple.__new__, ()  # a named tuple's own constructor takes twice as long
    return [
        new(Contribution, (*points, tuple(ids[points[0]]) if points[0] in ids else none))
        for points in scored.contributions
    ]
