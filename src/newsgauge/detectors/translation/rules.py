"""All rules and kinds of the translation family."""

from __future__ import annotations

from typing import Final

from newsgauge.detectors.translation.rules_glued import CAPITALS, GLUED
from newsgauge.detectors.translation.rules_grammar import GRAMMAR
from newsgauge.detectors.translation.rules_idiom import IDIOM
from newsgauge.detectors.translation.rules_spelling import SPELLING
from newsgauge.rule import Kind

RULES: Final = (*GLUED, *CAPITALS, *GRAMMAR, *IDIOM, *SPELLING)
KINDS: Final = (
    Kind("translation.glued_words", "Words run together where something was cut out."),
    Kind("translation.stray_capital", "Capitals in mid-sentence, where texts were joined."),
    Kind("translation.agreement", "Articles, subjects, verbs and numbers that don't agree."),
    Kind("translation.missing_preposition", "A preposition is missing."),
    Kind("translation.unidiomatic", "Words that don't go together in English."),
    Kind("translation.calque", "Phrases that copy another language."),
    Kind("translation.spun", "Synonyms put into fixed expressions by software."),
    Kind("translation.sentence_fragment", "Sentences with a hole in them."),
    Kind("translation.typo", "Misspellings and slips of typing."),
    Kind("translation.encoding", "Characters and apostrophes lost or garbled."),
)
