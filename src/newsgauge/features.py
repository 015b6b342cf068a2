"""Features: findings and document -> named numbers, each with unit, range, direction and what it can't see.

A feature's name is ``family_measure_unit``. A number that can't be measured is NaN with a reason (law 4); presence of
transparency or accountability may add, its absence costs nothing (law 6).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from newsgauge import impressions, readability
from newsgauge import vocabulary as v
from newsgauge.detectors import attribution, headline

if TYPE_CHECKING:
    from newsgauge.article import Attribution, Finding
    from newsgauge.document import Document

PER_SOURCE: Final = 8  # attributions of one named source that count
CONFIRMED: Final = 3  # sentences with damaged language from which damage costs: clean non-native English is none
MIN_WORDS: Final = 50  # under this a rate per 1,000 words says nothing: one finding would be 20
NAN: Final = math.nan
CODEBOOK: Final = "newsgauge codebook v1"
CHECKABLE: Final = frozenset({"named_person", "institution", "document", "role", "social_post"})
CHECKABLE_KINDS: Final = (*(f"attribution.{kind}" for kind in sorted(CHECKABLE)), "attribution.pronoun")
AUTHOR: Final = ("author", "headline")
ANY: Final = ("author", "headline", "quoted")
SHORT: Final = f"fewer than {MIN_WORDS} words of body text"
NO_TITLE: Final = "no title"
NO_ATTRIBUTION: Final = "nothing is attributed"
NO_SENTENCE: Final = "no sentence of the author's"


@dataclass(frozen=True, slots=True)
class Feature:
    """A named number and its documentation.

    Attributes
    ----------
    name, family, unit : str
    item : str
        The codebook item it speaks to; empty where it takes no part in the score.
    low, high : float
        Range in which news lies; no bound of the measure itself.
    direction : int
        +1 more of it never lowers reliability, -1 never raises it, 0 no promise.
    reads, missing, fails, citation : str
        What it counts, when it is missing, where it misleads, where it comes from.
    kinds, voices : tuple of str
        Findings behind it: kinds (or families) and voices; none where it can't be shown on the text.
    neutral_when_missing : bool
        Absence costs nothing.
    costs : bool
        It moves the score; else its item alone.
    quiet : float
        Share of sound reports whose values say nothing, counted from the best; where it isn't 0, the feature can only cost.
        Learnt numbers differ among sober texts by topic and names alone.
    """

    name: str
    family: str
    item: str
    unit: str
    low: float
    high: float
    direction: int
    reads: str
    missing: str = SHORT
    fails: str = ""
    citation: str = CODEBOOK
    kinds: tuple[str, ...] = ()
    voices: tuple[str, ...] = ANY
    neutral_when_missing: bool = True
    costs: bool = True
    quiet: float = 0.0

    def stands_on(self, finding: Finding) -> bool:
        """Whether the finding is one of those behind the feature."""
        return finding.voice in self.voices and (finding.kind in self.kinds or finding.family in self.kinds)


RATE: Final = "per 1,000 words"
_IMPRESSIONS: Final = {
    "wording": "loaded wording",
    "sourcing": "checkable sources",
    "residue": "a scraper's leftovers",
    "headline": "misleading headlines",
    "opinion": "opinion and advocacy",
    "report": "reports",
    "invention": "satire and hoaxes",
}
CATALOGUE: Final = (
    Feature(
        "loaded_wording_author_per_1000_words", "loaded_wording", "wording", RATE, 0, 40, -1,
        "strengths of loaded words in the author's or headline's voice, added up",
        fails="irony without loaded words; dialects the lexicon doesn't know",
        kinds=("loaded_wording",), voices=AUTHOR,
    ),
    Feature(
        "loaded_wording_strong_per_1000_words", "loaded_wording", "wording", RATE, 0, 20, -1,
        "loaded words of strength .7 or more in the author's or headline's voice",
        kinds=("loaded_wording",), voices=AUTHOR,
    ),
    Feature(
        "loaded_wording_sentence_share", "loaded_wording", "wording", "share", 0, 1, -1,
        "sentences of the body with a loaded word in the author's voice",
        missing=NO_SENTENCE, kinds=("loaded_wording",), voices=("author",),
    ),
    Feature(
        "loaded_wording_kinds_count", "loaded_wording", "", "kinds", 0, 10, 0,
        "different techniques in the author's or headline's voice",
        fails="grows with the length of the text, so it takes no part in the score",
        kinds=("loaded_wording",), voices=AUTHOR,
    ),
    Feature(
        "loaded_wording_quoted_per_1000_words", "loaded_wording", "", RATE, 0, 20, 0,
        "strengths of loaded words inside quotations", kinds=("loaded_wording",), voices=("quoted",),
    ),
    Feature(
        "loaded_wording_probability_mean", "loaded_wording", "wording", "probability", 0, 1, -1,
        "learnt probability of loaded wording, mean over sentences mostly in the author's voice",
        missing=NO_SENTENCE, fails="topics that were argued about in the learnt corpora",
        citation="PTC (Da San Martino et al. 2019), BABE (Spinde et al. 2021)",
    ),
    Feature(
        "loaded_wording_probability_top", "loaded_wording", "wording", "probability", 0, 1, -1,
        "learnt probability of loaded wording, mean over the tenth of the sentences where it is highest, three at least",
        missing=NO_SENTENCE,
        citation="PTC (Da San Martino et al. 2019), BABE (Spinde et al. 2021)",
    ),
    Feature(
        "calibration_overclaim_per_1000_words", "calibration", "wording", RATE, 0, 5, -1,
        "claims of certainty in the author's voice", kinds=("calibration.overclaim",), voices=AUTHOR,
    ),
    Feature(
        "texture_exclamations_per_1000_words", "texture", "wording", RATE, 0, 10, -1,
        "exclamation marks outside quotations",
    ),
    Feature(
        "texture_questions_per_1000_words", "texture", "wording", RATE, 0, 10, -1,
        "question marks outside quotations", fails="interviews and explainers ask questions for a reason",
    ),
    Feature(
        "texture_address_per_1000_words", "texture", "wording", RATE, 0, 30, -1,
        "I, we, you and their forms outside quotations", fails="first-hand reporting may say I",
    ),
    Feature(
        "texture_shouting_share", "texture", "wording", "share", 0, 0.05, -1,
        "words of five capitals or more outside the title", fails="acronyms of five letters",
    ),
    Feature(
        "genre_opinion_per_1000_words", "genre", "wording", RATE, 0, 10, -1,
        "marks of opinion and advocacy in the author's voice",
        kinds=("genre.opinion_marker", "genre.advocacy_marker"), voices=AUTHOR,
    ),
    Feature(
        "attribution_per_1000_words", "attribution", "", RATE, 0, 40, 0,
        "attributions of any kind", kinds=("attribution",),
    ),
    Feature(
        "attribution_checkable_per_1000_words", "attribution", "sourcing", RATE, 0, 30, 1,
        "attributions to a named person, institution, document, role or post",
        fails="invented sources look the same",
        kinds=CHECKABLE_KINDS,
    ),
    Feature(
        "attribution_checkable_share", "attribution", "sourcing", "share", 0, 1, 1,
        "share of attributions to checkable sources", missing=NO_ATTRIBUTION,
        kinds=CHECKABLE_KINDS,
    ),
    Feature(
        "attribution_distinct_sources_count", "attribution", "", "sources", 0, 15, 0,
        "different named persons, institutions and documents, by the name the text gives",
        fails="two spellings of one name count twice; grows with the length of the text",
        kinds=("attribution.named_person", "attribution.institution", "attribution.document"),
    ),
    Feature(
        "attribution_sources_per_1000_words", "attribution", "sourcing", RATE, 0, 30, 1,
        "different named persons, institutions and documents, as a rate so that long texts aren't favoured",
        fails="two spellings of one name count twice",
        kinds=("attribution.named_person", "attribution.institution", "attribution.document"),
    ),
    Feature(
        "attribution_document_per_1000_words", "attribution", "sourcing", RATE, 0, 10, 1,
        "attributions to statements, filings, studies, polls and data", kinds=("attribution.document",),
    ),
    Feature(
        "attribution_anonymous_per_1000_words", "attribution", "sourcing", RATE, 0, 10, -1,
        "attributions to anonymous sources for which no reason is given", kinds=("attribution.anonymous",),
    ),
    Feature(
        "attribution_vague_per_1000_words", "attribution", "sourcing", RATE, 0, 10, -1,
        "attributions to crowds: experts, critics, observers", kinds=("attribution.collective",),
    ),
    Feature(
        "attribution_relayed_share", "attribution", "sourcing", "share", 0, 1, -1,
        "share of attributions to other outlets or the outlet itself", missing=NO_ATTRIBUTION,
        kinds=("attribution.outlet",),
    ),
    Feature(
        "attribution_sentence_share", "attribution", "sourcing", "share", 0, 1, 1,
        "sentences of the body with content attributed to a checkable source, or its cue", missing="no sentence",
        kinds=CHECKABLE_KINDS,
    ),
    Feature(
        "attribution_probability_mean", "attribution", "sourcing", "probability", 0, 1, 1,
        "learnt probability that a sentence is attributed, mean over the body", missing="no sentence",
        fails="learnt on US politics of 2016", citation="PolNeAR (Newell et al. 2018)",
    ),
    Feature(
        "attribution_quoted_share", "attribution", "sourcing", "share", 0, 0.6, 1,
        "words of the body inside quotation marks",
        missing="fewer than 50 words of body text, or no quotation marks: they may have been lost",
        fails="marks lost in part",
    ),
    Feature(
        "attribution_doubting_share", "attribution", "", "share", 0, 1, 0,
        "attributions with a doubting cue", missing=NO_ATTRIBUTION,
    ),
    Feature(
        "attribution_doubting_asymmetry", "attribution", "", "share", 0, 1, 0,
        "highest less lowest share of doubting cues among sources quoted twice or more",
        missing="fewer than two sources are quoted twice",
    ),
    Feature(
        "attribution_emotive_per_1000_words", "attribution", "wording", RATE, 0, 10, -1,
        "attributions with an emotive cue (slammed, blasted)",
    ),
    Feature(
        "vagueness_per_1000_words", "vagueness", "sourcing", RATE, 0, 20, -1,
        "strengths of vague wording in the author's voice, added up", kinds=("vagueness",), voices=AUTHOR,
    ),
    Feature(
        "vagueness_hearsay_per_1000_words", "vagueness", "sourcing", RATE, 0, 10, -1,
        "hearsay and unnamed crowds or sources in the author's voice",
        kinds=("vagueness.hearsay", "vagueness.weasel_crowd", "vagueness.unnamed_source"), voices=AUTHOR,
    ),
    Feature(
        "calibration_honest_per_1000_words", "calibration", "sourcing", RATE, 0, 5, 1,
        "open statements of what isn't known", kinds=("calibration.honest_uncertainty",), voices=AUTHOR,
    ),
    Feature(
        "accountability_kinds_count", "accountability", "sourcing", "kinds", 0, 5, 1,
        "kinds of accountability present: reply sought, documents seen, reason for anonymity …",
        fails="absence in a text proves nothing: it costs nothing", kinds=("accountability",),
    ),
    Feature(
        "transparency_kinds_count", "transparency", "sourcing", "kinds", 0, 5, 1,
        "kinds of transparency present: byline, dateline, date, link, contact",
        fails="extractors drop bylines: absence costs nothing",
        kinds=("transparency.byline", "transparency.dateline", "transparency.date", "transparency.link", "transparency.contact"),
    ),
    Feature(
        "consistency_count", "consistency", "sourcing", "findings", 0, 3, -1,
        "contradictions within the text", kinds=("consistency",), voices=AUTHOR,
    ),
    Feature(
        "texture_figures_per_1000_words", "texture", "", RATE, 0, 60, 0, "numbers in digits",
    ),
    Feature(
        "texture_names_per_1000_words", "texture", "", RATE, 0, 200, 0, "capitalised words within sentences",
    ),
    Feature(
        "translation_damage_per_1000_words", "translation", "language", RATE, 0, 20, -1,
        "independent findings of damaged language beyond two (one a sentence)",
        fails="fluent mistranslation", kinds=("translation",), voices=AUTHOR,
    ),
    Feature(
        "translation_findings_per_1000_words", "translation", "language", RATE, 0, 20, -1,
        "all findings of damaged language; they move the item, and cost points only beyond two", kinds=("translation",),
        costs=False,
    ),
    Feature(
        "translation_probability", "translation", "language", "probability", 0, 1, -1,
        "learnt probability of machine translation from grammatical frames; it moves the item, and costs no points by itself",
        missing="fewer than 60 tokens of body text",
        fails="modern engines are fluent; foreign news looks translated", citation="HT-vs-MT round trips (van der Werff et al. 2022)",
        costs=False, quiet=0.9,
    ),
    Feature(
        "translation_confirmed_probability", "translation", "language", "probability", 0, 1, -1,
        "learnt probability of machine translation, where three sentences or more hold damage that can be shown",
        missing=f"asked only where {CONFIRMED} sentences or more hold damaged language",
        fails="fluent mistranslation", citation="HT-vs-MT round trips (van der Werff et al. 2022)",
        kinds=("translation",), voices=AUTHOR, quiet=0.5,
    ),
    Feature(
        "residue_share", "residue", "residue", "share", 0, 1, -1, "tokens of the text that are a scraper's leftovers",
        missing="empty text", kinds=("residue",),
    ),
    Feature(
        "residue_kinds_count", "residue", "residue", "kinds", 0, 8, -1, "different kinds of residue",
        missing="empty text", kinds=("residue",),
    ),
    Feature(
        "residue_line_probability_mean", "residue", "residue", "probability", 0, 1, -1,
        "learnt probability of residue, mean over lines", missing="empty text",
        citation="scrapinghub/article-extraction-benchmark",
    ),
    Feature(
        "headline_clickbait_probability", "headline", "headline", "probability", 0, 1, -1,
        "learnt probability that the title is clickbait", missing=NO_TITLE,
        fails="learnt on posts of 2016–17", citation="Webis-Clickbait-17 (Potthast et al. 2018)",
        kinds=("headline.teasing", "headline.bait", "headline.question"),
        quiet=0.5,
    ),
    Feature(
        "headline_strength", "headline", "headline", "strength", 0, 2, -1,
        "strengths of headline findings, added up", missing=NO_TITLE, kinds=("headline",),
    ),
    Feature(
        "headline_loaded_strength", "headline", "headline", "strength", 0, 2, -1,
        "strengths of loaded words in the headline's voice, added up", missing=NO_TITLE,
        kinds=("loaded_wording",), voices=("headline",),
    ),
    Feature(
        "headline_loaded_probability", "headline", "headline", "probability", 0, 1, -1,
        "learnt probability of loaded wording in the title", missing=NO_TITLE,
        citation="PTC (Da San Martino et al. 2019), BABE (Spinde et al. 2021)",
        quiet=0.5,
    ),
    Feature(
        "headline_overlap_share", "headline", "headline", "share", 0, 1, 1,
        "content words of the title that occur in the body", missing="no title or no body",
    ),
    Feature(
        "headline_words_count", "headline", "headline", "words", 0, 30, -1, "words of the title", missing=NO_TITLE,
        fails="a subtitle run into the title", citation="long titles pack claims in (Horne & Adalı 2017)",
    ),
    *(
        Feature(
            f"impression_{target}_value", "impression", item, unit, 0, high, 1 if target in ("sourcing", "report") else -1,
            f"words that go with {said} in judged texts; names and figures aren't read",
            missing=f"{SHORT}, or the model has no table" if item != "headline" else "no title, or the model has no table",
            fails="new topics and kinds of text; irony", citation="newsgauge labels", quiet=0.5,
        )
        for target, item in impressions.TARGETS.items()
        for said in (_IMPRESSIONS[target],)
        for unit, high in [("share", 1) if target in ("opinion", "report", "invention") else ("item value", 3)]
    ),
    Feature(
        "texture_words_count", "texture", "", "words", 0, 3000, 0, "words of the body without residue", missing="",
    ),
    Feature(
        "texture_sentence_length_mean", "texture", "", "words per sentence", 5, 40, 0, "mean sentence length",
        missing="no sentence",
    ),
    Feature(
        "texture_sentence_length_spread", "texture", "", "words per sentence", 0, 20, 0,
        "standard deviation of sentence length", missing="fewer than two sentences",
    ),
    Feature(
        "texture_lexical_variety", "texture", "", "share", 0.3, 1, 0,
        "different words among the first 200 of the body", missing="fewer than 200 words of body text",
        citation="type-token ratio at a fixed length (Biber 1988)",
    ),
    Feature(
        "texture_repeated_sentence_share", "texture", "language", "share", 0, 1, -1, "sentences that stand in the text before",
        missing="no sentence",
    ),
    *(
        Feature(f"readability_{name}", "readability", "", unit, low, high, 0, reads, citation=citation)
        for name, unit, low, high, reads, citation in (
            ("flesch_reading_ease", "points", 0, 100, "Flesch reading ease", "Flesch 1948"),
            ("flesch_kincaid_grade", "school years", 4, 18, "Flesch–Kincaid grade", "Kincaid et al. 1975"),
            ("gunning_fog", "school years", 6, 22, "Gunning fog index", "Gunning 1952"),
            ("smog_index", "school years", 6, 18, "SMOG index", "McLaughlin 1969"),
            ("automated_readability_index", "school years", 4, 20, "automated readability index", "Senter & Smith 1967"),
            ("coleman_liau_index", "school years", 4, 18, "Coleman–Liau index", "Coleman & Liau 1975"),
            ("lix", "points", 20, 70, "LIX", "Björnsson 1968"),
        )
    ),
)  # fmt: skip
BY_NAME: Final = {feature.name: feature for feature in CATALOGUE}
_FORMULAS: Final = {
    name: getattr(readability, name.removeprefix("readability_"))
    for name, feature in BY_NAME.items()
    if feature.family == "readability"
}
_HEARSAY: Final = frozenset(BY_NAME["vagueness_hearsay_per_1000_words"].kinds)
_TRANSPARENCY: Final = frozenset(BY_NAME["transparency_kinds_count"].kinds)


class Learnt(NamedTuple):
    """Learnt probabilities the features read; None where there is nothing to read."""

    loaded: Sequence[float]
    attributed: Sequence[float]
    lines: Sequence[float]
    clickbait: float | None
    translation: float | None
    impressions: Mapping[str, float]


class Measured(NamedTuple):
    """Values by name (NaN where unmeasured) and the reasons for what is missing."""

    values: dict[str, float]
    unmeasured: dict[str, str]


def measure(
    document: Document, findings: Sequence[Finding], attributions: Sequence[Attribution], learnt: Learnt
) -> Measured:
    """All features of `CATALOGUE`, in its order."""
    body = _Body.of(document)
    found = _by_family(findings)
    values: dict[str, float] = {}
    values.update(_wording(document, body, found, learnt))
    values.update(_sourcing(document, body, found, attributions, learnt))
    values.update(_texture(document, body))
    values.update(_language(document, body, found, learnt))
    values.update(_residue(document, found, learnt))
    values.update(_headline(document, found, learnt))
    values.update(_readability(document, body))
    values.update(learnt.impressions)
    ordered = {feature.name: values[feature.name] for feature in CATALOGUE}
    return Measured(
        ordered, {name: BY_NAME[name].missing or SHORT for name, value in ordered.items() if math.isnan(value)}
    )


_Found = Mapping[str, Sequence["Finding"]]


def _by_family(findings: Sequence[Finding]) -> _Found:
    """Findings of each family; none for a family without any."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[finding.kind.partition(".")[0]].append(finding)  # in place: the property costs a call each
    return found


class _Body(NamedTuple):
    """The unmasked text after the title: what rates refer to."""

    words: int
    sentences: list[int]  # numbers of the sentences of the body
    lengths: list[float]  # words of each of them
    counts: Mapping[str, float]  # of `vocabulary.TALLIES`
    own: Mapping[str, float]  # the same outside quotations

    @classmethod
    def of(cls, document: Document) -> _Body:
        counts, own = document.counts.body, document.counts.own
        numbers = list(range(len(document.sentences)))
        if document.title:
            first, end = document.title
            numbers = [k for k in numbers if not first <= document.sentences[k].first < end]
        lengths = document.sentence_counts.words
        return cls(int(counts["words"]), numbers, [lengths[k] for k in numbers], counts, own)

    def present(self, count: int) -> float:
        """A count of what is seldom there: a text too short to hold any tells nothing by its absence."""
        return float(count) if count or self.words >= MIN_WORDS else NAN

    def rate(self, amount: float) -> float:
        return 1000 * amount / self.words if self.words >= MIN_WORDS else NAN


def _share(part: float, whole: float) -> float:
    return part / whole if whole else NAN


def _wording(document: Document, body: _Body, found: _Found, learnt: Learnt) -> Mapping[str, float]:
    loaded = found["loaded_wording"]
    own = [f for f in loaded if f.voice != "quoted"]
    touched = {document.sentence_at(f.start) for f in own if f.voice == "author"}
    author = [learnt.loaded[k] for k in _mostly_own(document, body)] if learnt.loaded else []
    return {
        "loaded_wording_author_per_1000_words": body.rate(sum(f.weight for f in own)),
        "loaded_wording_strong_per_1000_words": body.rate(sum(1 for f in own if f.weight >= 0.7)),
        "loaded_wording_sentence_share": _share(len(touched), len(body.sentences)),
        "loaded_wording_kinds_count": float(len({f.kind for f in own})) if body.words >= MIN_WORDS else NAN,
        "loaded_wording_quoted_per_1000_words": body.rate(sum(f.weight for f in loaded if f.voice == "quoted")),
        "loaded_wording_probability_mean": sum(author) / len(author) if author else NAN,
        "loaded_wording_probability_top": _top(author),
        "calibration_overclaim_per_1000_words": body.rate(_count(found["calibration"], "calibration.overclaim")),
        "genre_opinion_per_1000_words": body.rate(
            _count(found["genre"], "genre.opinion_marker") + _count(found["genre"], "genre.advocacy_marker")
        ),
    }


def _top(probabilities: Sequence[float]) -> float:
    """Mean of the highest tenth, three at least: one more sober sentence doesn't dilute it."""
    highest = sorted(probabilities)[-max(3, len(probabilities) // 10) :]
    return sum(highest) / len(highest) if highest else NAN


def _count(findings: Sequence[Finding], kind: str) -> int:
    return sum(1 for f in findings if f.kind == kind and f.voice != "quoted")


def _mostly_own(document: Document, body: _Body) -> list[int]:
    """Sentences of the body less than half of whose tokens stand in quotation marks."""
    if not document.quotations:
        return body.sentences
    quoted, sentences = document.sentence_counts.quoted, document.sentences
    return [k for k in body.sentences if 2 * quoted[k] < sentences[k].end - sentences[k].first]


def _sourcing(
    document: Document, body: _Body, found: _Found, attributions: Sequence[Attribution], learnt: Learnt
) -> Mapping[str, float]:
    kinds = [_resolved_kind(a) for a in attributions]
    n = len(kinds)
    counted = _counted(attributions, kinds)
    checkable = len(counted)
    sources = len(attribution.distinct_sources(attributions))
    vague = [f for f in found["vagueness"] if f.voice != "quoted"]
    hearsay = sum(1 for f in vague if f.kind in _HEARSAY)
    touched = {document.sentence_at(a.cue.start) for a in counted if a.cue}
    touched.update(document.sentence_at(content.start) for a in counted for content in a.content)
    in_body = set(body.sentences)
    return {
        "attribution_per_1000_words": body.rate(n),
        "attribution_checkable_per_1000_words": body.rate(checkable),
        "attribution_checkable_share": _share(checkable, n),
        "attribution_distinct_sources_count": float(sources) if body.words >= MIN_WORDS else NAN,
        "attribution_sources_per_1000_words": body.rate(sources),
        "attribution_document_per_1000_words": body.rate(kinds.count("document")),
        "attribution_anonymous_per_1000_words": body.rate(
            sum(1 for a in attributions if a.source_kind == "anonymous" and not a.reason_given)
        ),
        "attribution_vague_per_1000_words": body.rate(kinds.count("collective")),
        "attribution_relayed_share": _share(kinds.count("outlet"), n),
        "attribution_sentence_share": _share(len(touched & in_body), len(in_body)),
        "attribution_probability_mean": _share(sum(learnt.attributed[k] for k in body.sentences), len(body.sentences)),
        "attribution_quoted_share": _quoted_share(document) if body.words >= MIN_WORDS else NAN,
        "attribution_doubting_share": _share(sum(1 for a in attributions if a.cue and a.cue.stance == "doubting"), n),
        "attribution_doubting_asymmetry": _asymmetry(attributions),
        "attribution_emotive_per_1000_words": body.rate(
            sum(1 for a in attributions if a.cue and a.cue.stance == "emotive")
        ),
        "vagueness_per_1000_words": body.rate(sum(f.weight for f in vague)),
        "vagueness_hearsay_per_1000_words": body.rate(hearsay),
        "calibration_honest_per_1000_words": body.rate(_count(found["calibration"], "calibration.honest_uncertainty")),
        "accountability_kinds_count": body.present(len({f.kind for f in found["accountability"]})),
        "transparency_kinds_count": body.present(len(_TRANSPARENCY & {f.kind for f in found["transparency"]})),
        "consistency_count": body.present(sum(1 for f in found["consistency"] if f.voice != "quoted")),
    }  # fmt: skip


def _resolved_kind(one: Attribution) -> str:
    """The kind of the source, a pronoun counting as the person it resolves to."""
    if one.source_kind == "pronoun":
        return "named_person" if one.source_name else "anonymous"
    return one.source_kind


def _counted(attributions: Sequence[Attribution], kinds: Sequence[str]) -> list[Attribution]:
    """Attributions to checkable sources, of each named one the first eight: nobody is more checkable for the fiftieth "said"."""
    seen: dict[str, int] = defaultdict(int)
    counted = []
    for one, kind in zip(attributions, kinds, strict=True):
        if kind in CHECKABLE:
            name = one.source_name or ""
            seen[name] += 1
            if not name or seen[name] <= PER_SOURCE:
                counted.append(one)
    return counted


def _asymmetry(attributions: Sequence[Attribution]) -> float:
    cues: dict[str, list[bool]] = {}
    for one in attributions:
        if one.source_name and one.cue:
            cues.setdefault(one.source_name, []).append(one.cue.stance == "doubting")
    shares = [sum(doubts) / len(doubts) for doubts in cues.values() if len(doubts) > 1]
    return max(shares) - min(shares) if len(shares) > 1 else NAN


def _quoted_share(document: Document) -> float:
    """Share of the body's tokens inside quotation marks; unknown without any, which scrapers strip from whole texts."""
    if not document.quotations:
        return NAN
    return _share(int(np.count_nonzero(document.quoted & document.body)), int(np.count_nonzero(document.body)))


def _texture(document: Document, body: _Body) -> Mapping[str, float]:
    own, lengths = body.own, body.lengths
    mean = sum(lengths) / len(lengths) if lengths else NAN
    return {
        "texture_words_count": float(body.words),
        "texture_exclamations_per_1000_words": body.rate(own["exclamations"]),
        "texture_questions_per_1000_words": body.rate(own["questions"]),
        "texture_address_per_1000_words": body.rate(own["address"]),
        "texture_shouting_share": own["shouts"] / body.words if body.words >= MIN_WORDS else NAN,
        "texture_figures_per_1000_words": body.rate(body.counts["figures"]),
        "texture_names_per_1000_words": body.rate(own["capitals"] - _initial_capitals(document, body)),
        "texture_sentence_length_mean": mean,
        "texture_sentence_length_spread": math.sqrt(sum([(x - mean) ** 2 for x in lengths]) / len(lengths))
        if len(lengths) > 1
        else NAN,
        "texture_lexical_variety": _variety(document),
        "texture_repeated_sentence_share": _share(_repeated(document, body), len(body.sentences)),
    }


def _initial_capitals(document: Document, body: _Body) -> int:
    """Sentences of the body that begin with a capital outside quotations."""
    quoted, mark, sentences = document.quoted, document.mark, document.sentences
    return sum(1 for k in body.sentences if mark[sentences[k].first] & v.CAPITAL and not quoted[sentences[k].first])


def _variety(document: Document) -> float:
    """Different words among the first 200 of the body, as a share."""
    words = (document.body & ((document.marks & np.uint64(v.LETTERS)) != 0)).nonzero()[0][:200]
    return len(set(document.hashes[words].tolist())) / 200 if len(words) == 200 else NAN


def _repeated(document: Document, body: _Body) -> int:
    """Sentences of five tokens or more that stand in the text before."""
    ranges = [document.sentences[k] for k in body.sentences]
    texts = [document.words(first, end) for first, end in ranges if end - first > 4]
    return len(texts) - len(set(texts))


def _language(document: Document, body: _Body, found: _Found, learnt: Learnt) -> Mapping[str, float]:
    damage = found["translation"]
    independent = len({document.sentence_at(f.start) for f in damage if f.voice != "quoted"})
    probability = NAN if learnt.translation is None else learnt.translation
    return {
        "translation_damage_per_1000_words": body.rate(max(0, independent + 1 - CONFIRMED)),
        "translation_findings_per_1000_words": body.rate(len(damage)),
        "translation_probability": probability,
        "translation_confirmed_probability": probability if independent >= CONFIRMED else NAN,
    }


def _residue(document: Document, found: _Found, learnt: Learnt) -> Mapping[str, float]:
    if not len(document):
        return {"residue_share": NAN, "residue_kinds_count": NAN, "residue_line_probability_mean": NAN}
    return {
        "residue_share": float(document.masked.mean()),
        "residue_kinds_count": float(len({f.kind for f in found["residue"]})),
        "residue_line_probability_mean": _share(sum(learnt.lines), len(learnt.lines)),
    }


def _headline(document: Document, found: _Found, learnt: Learnt) -> Mapping[str, float]:
    title = document.title
    if title is None:
        names = [f.name for f in CATALOGUE if f.family == "headline"]
        return dict.fromkeys(names, NAN)
    number = document.sentence_at(document.starts[title.first])
    return {
        "headline_clickbait_probability": NAN if learnt.clickbait is None else learnt.clickbait,
        "headline_strength": float(sum(f.weight for f in found["headline"])),
        "headline_loaded_strength": float(sum(f.weight for f in found["loaded_wording"] if f.voice == "headline")),
        "headline_loaded_probability": learnt.loaded[number] if number >= 0 else NAN,
        "headline_overlap_share": headline.overlap(document),
        "headline_words_count": float(sum(1 for mark in document.mark[title.first : title.end] if mark & v.WORD)),
    }


def _readability(document: Document, body: _Body) -> Mapping[str, float]:
    if body.words < MIN_WORDS:
        return dict.fromkeys(_FORMULAS, NAN)
    counted = readability.counts(document)
    return {name: formula(counted) for name, formula in _FORMULAS.items()}
