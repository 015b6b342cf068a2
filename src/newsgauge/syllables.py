"""Syllables of an English word, by vowel groups and the endings that break the rule."""

from __future__ import annotations

import re
from typing import Final

_GROUPS: Final = re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]+")
_SILENT: Final = re.compile(r"(?:[^aeiouyl]|[aeiouy]l)e$|[^aeiouytd]ed$|[^aeiouycgsxz]es$|[^csxz]hes$|eous$")
_EXTRA: Final = re.compile(r"i(?:a(?!l$|n$|ge)|o(?!n|us)|um|er$|est$)|[^q]u(?:al|ity|ous)|ism$|[bcdfgkpstvz]le[sd]?$|eo(?!n|p|us)|yi")


def count_syllables(word: str) -> int:
    """Syllables of a lower-cased word, at least 1.

    Parameters
    ----------
    word : str
        Letters; hyphens and apostrophes may join parts.
    """
    if "-" in word:
        return sum(count_syllables(part) for part in word.split("-") if part)
    groups = len(_GROUPS.findall(word))
    silent = 1 if groups > 1 and _SILENT.search(word) else 0
    return max(1, groups - silent + len(_EXTRA.findall(word)))
