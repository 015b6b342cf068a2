"""Superlatives and claims to be the first, the only or the last: each can be checked, and often fails."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsgauge.article import Span

# Words that end in -est and compare nothing.
_NO_SUPERLATIVES: Final = frozenset(
    "arrest arrest's attest behest best-seller breast budapest celeste chest conquest contest crest detest digest disinterest "
    "divest dishonest earnest ernest everest forest guest harvest honest immodest infest ingest interest invest "
    "jest manifest midwest midwest's molest modest nest northwest pest priest protest quest reinvest request rest retest "
    "southwest suggest test tempest trieste unrest vest west wrest zest bequest self-interest inquest conquest almost "
    "brest bucharest ernest headrest palest protest armrest".split()
)
_CLAIM: Final = re.compile(
    r"\b(?:"
    r"(?:the\s+|its\s+|his\s+|her\s+|their\s+)?(?:single\s+)?(?:most|(?<!at )(?<!At )least)\s+"
    r"(?!of\b|likely\b|people\b|recent\b)[a-z][\w-]+"
    r"|(?:the|its|his|her|their|our|my|a|an)\s+(?:very\s+)?(?:first|only|last|sole)(?:-ever)?(?!\s+(?:week|month|year|night|days?|weeks|months|years|name|lady|time\s+i)\b)(?:\s+[\w-]+)?"
    r"|first-ever|first\s+time|for\s+the\s+first\s+time"
    r"|un(?:precedented|paralleled|rivall?ed|matched|surpassed|equall?ed)|unique(?:ly)?|all-time(?:\s+\w+)?|one-of-a-kind"
    r"|record(?:-\w+)+|(?:a|new|all-time|the)\s+record\b(?!-)|record\s+(?:high|low|number|level|amount|profit|loss|sales|year|heat|rain\w*|temperatures?)s?|on\s+record"
    r"|never\s+before|(?:than|as|best|worst|most|first|only)\s+ever|ever\s+(?:recorded|made|built|seen|held|before)|in\s+history|of\s+all\s+time"
    r"|best|worst|foremost|utmost|topmost|number[\s-](?:one|1)|no\.\s?1\b|the\s+leading\s+\w+|no\s+better"
    r")\b",
    re.IGNORECASE,
)
_EST: Final = re.compile(r"\b(?:(?:the|its|his|her|their)\s+)?(?:\w+-)?([A-Za-z]{3,}est)\b(?!-)")


def superlatives(text: str) -> Iterator[Span]:
    """Spans of superlatives, in no order; one may lie inside another."""
    for match in _CLAIM.finditer(text):
        yield Span(match.start(), match.end())
    for match in _EST.finditer(text):
        if match[1].lower() not in _NO_SUPERLATIVES and not match[1].isupper():
            yield Span(match.start(), match.end())
