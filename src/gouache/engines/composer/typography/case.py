"""Capitals, only where they say the same thing."""

from __future__ import annotations

import re
import unicodedata

_TURKIC = re.compile("[ıİğĞşŞəƏ]")


def can_capitalise(text: str) -> bool:
    """True when capitals change no spelling: no ß, Turkic i, accented Greek, or names such as 'iPhone'."""
    upper = text.upper()
    if len(upper) != len(text) or _TURKIC.search(text):
        return False
    if any("GREEK" in unicodedata.name(c, "") and unicodedata.decomposition(c) for c in text):
        return False
    return not any(re.search(r"[^\W\d_A-Z]\w*[A-Z]|[A-Z]{2,}", w) for w in text.split()) or text == upper


def cased(text: str, case: str | None) -> str:
    return text.upper() if case == "upper" and can_capitalise(text) else text
