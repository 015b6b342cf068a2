"""Miniature corpora in the corpora's own format, every word of them ours, and a program that says what we tell it to."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from newsgauge.article import Annotation, Article, Attribution, Cue, Finding, Line, Sentence, Source, Span

Annotate = Callable[[Article], Annotation]


def store(folder: Path, name: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write a corpus file."""
    (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def places(text: str, word: str) -> list[Span]:
    return [Span(*hit.span()) for hit in re.finditer(rf"\b{re.escape(word)}\b", text)]


def finding(text: str, span: Span, kind: str, weight: float = 0.5) -> Finding:
    return Finding("f", kind, *span, text[span.start : span.end], "author", weight, f"{kind}:rule", "note")


def annotated(article: Article, **rest: Any) -> Annotation:
    """An annotation that holds what is given."""
    text = article.text
    return Annotation("id", "", "abstained", text=text, n_words=len(text.split()), **rest)


def loaded(article: Article) -> Annotation:
    """Every "vile" is a finding; a sentence's probability is the number in it: "p30" is .30."""
    text = article.text
    sentences = []
    for hit in re.finditer(r"[^.\n]+\.?", text):
        told = re.search(r"p(\d\d)", hit.group())
        sentences.append(Sentence(*hit.span(), int(told.group(1)) / 100 if told else 0.0, 0.0))
    found = [finding(text, span, "loaded_wording.epithet") for span in places(text, "vile")]
    return annotated(article, sentences=sentences, findings=found)


def attributed(article: Article) -> Annotation:
    """Of "Ann Vale <cue> <content>." the one word before the content is the cue; sentences with a cue get .9."""
    text = article.text
    attributions, sentences = [], []
    for hit in re.finditer(r"[^.]+\.", text):
        start = hit.start() + len(hit.group()) - len(hit.group().lstrip())
        said = re.search(r"(Ann Vale).*?\b(said|told)\b (.+)\.", hit.group())
        sentences.append(Sentence(start, hit.end(), 0.0, 0.9 if said else 0.1))
        if said:
            who, cue, what = (Span(hit.start() + said.start(k), hit.start() + said.end(k)) for k in (1, 2, 3))
            attributions.append(
                Attribution(
                    Source(*who, text[slice(*who)]), "named_person", "Ann Vale", Cue(*cue, text[slice(*cue)], "neutral"),
                    (what,), "indirect",
                )
            )  # fmt: skip
    return annotated(article, attributions=attributions, sentences=sentences)


def residue(article: Article) -> Annotation:
    """A line that begins with "Share" is a finding; a line's probability is the number in it."""
    lines, found, start = [], [], 0
    for line in article.text.split("\n"):
        told = re.search(r"p(\d\d)", line)
        lines.append(Line(start, start + len(line), int(told.group(1)) / 100 if told else 0.0))
        if line.startswith("Share"):
            found.append(finding(article.text, Span(start, start + len(line)), "residue.prompt"))
        start += len(line) + 1
    return annotated(article, lines=lines, findings=found)


def numbered(feature: str) -> Annotate:
    """The feature is the number in the text; None without one."""

    def annotate(article: Article) -> Annotation:
        told = re.search(r"p(\d\d)", article.text)
        return annotated(article, features={feature: int(told.group(1)) / 100 if told else None})

    return annotate
