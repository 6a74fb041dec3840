"""Words and marks of a prompt."""

from __future__ import annotations

import re
from dataclasses import dataclass

MARK = "\ue000"  # stands for one lifted-out text; private use, removed from what people write

_TOKEN = re.compile(
    rf"{MARK}"
    r"|\#[0-9a-fA-F]{6}\b|\#[0-9a-fA-F]{3}\b"
    r"|\d+(?:[.,]\d+)*[^\W\d_]*"
    r"|[^\W_]+(?:[-'’.][^\W_]+)*(?:(?<=s)['’](?=\s))?"
    r"|[^\w\s]|_"
)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")


@dataclass(frozen=True, slots=True)
class Token:
    """`low` is the word in lower case without its possessive ending."""

    text: str
    low: str
    possessive: bool = False

    @property
    def word(self) -> bool:
        return self.low[:1].isalnum()


def tokenize(prompt: str) -> list[Token]:
    """Words keep inner hyphens, apostrophes and dots: "t-shirt", "isn't", "J.R."; every other mark stands alone."""
    return [_token(match) for match in _TOKEN.findall(prompt)]


def _token(text: str) -> Token:
    low = text.lower().replace("’", "'")
    bare = _POSSESSIVE.sub("", low)
    if bare != low and bare not in ("it", "that", "he", "she", "there", "let", "what", "here", "who"):
        return Token(text, bare, True)
    return Token(text, low)
