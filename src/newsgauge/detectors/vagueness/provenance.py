"""Where the words and examples of vagueness come from."""

from __future__ import annotations

from typing import Final

OWN: Final = "Words and examples written for newsgauge; categories after the labels of its codebook."
