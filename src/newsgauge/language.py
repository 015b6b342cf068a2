"""Which language a text is in: English by its function words, anything else by pycld2 where that is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from newsgauge.document import Document

ENGLISH_SHARE: Final = (
    0.28  # function words among words: edited English news .36-.52, other languages and lists under .2
)
MIN_WORDS: Final = 8


def function_share(document: Document) -> float:
    """Share of English function words among the unmasked words; 0 without words."""
    counted = document.counts.unmasked
    return counted["function"] / max(counted["lettered"], 1)


def identify(document: Document) -> str | None:
    """ISO 639-1 code of the language, or None where it can't be told."""
    if document.counts.text["lettered"] < MIN_WORDS:
        return None
    if function_share(document) >= ENGLISH_SHARE:
        return "en"
    import pycld2

    try:
        reliable, _, details = pycld2.detect(document.text[:20_000].encode("utf-8", "replace"), bestEffort=False)
    except pycld2.error:
        return None
    code = str(details[0][1])
    return code if reliable and code != "un" else None


def name(code: str | None) -> str:
    """English name of a language code, for a sentence."""
    return _NAMES.get(code or "", f"language “{code}”")


_NAMES: Final = {
    "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch", "ru": "Russian",
    "uk": "Ukrainian", "pl": "Polish", "tr": "Turkish", "ar": "Arabic", "zh": "Chinese", "zh-Hant": "Chinese", "ja": "Japanese",
    "ko": "Korean", "id": "Indonesian", "ms": "Malay", "vi": "Vietnamese", "sv": "Swedish", "da": "Danish", "no": "Norwegian",
    "fi": "Finnish", "cs": "Czech", "ro": "Romanian", "hu": "Hungarian", "el": "Greek", "iw": "Hebrew", "fa": "Persian",
    "hi": "Hindi", "bn": "Bengali", "ur": "Urdu", "sw": "Swahili",
}  # fmt: skip
