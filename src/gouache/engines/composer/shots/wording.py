"""The words of a design: which is the headline, and what a prompt names as a title without quoting it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gouache.engines.composer.scene import Scene, Shot
from gouache.engines.composer.shots.tables import rows

_NAME = r"((?:[A-Z][\w'’&.-]*|[0-9]+)(?:\s+(?:(?:of|the|and|&|de|la)\s+)?(?:[A-Z][\w'’&.-]*|[0-9]+)){0,4})"
_CALLED = re.compile(rf"\b(?:called|named|titled|entitled)\s+{_NAME}")
_PLACE = re.compile(
    rf"\b(?:travel|tourism|tourist|vacation)\s+(?:poster|flyer)\s+(?:of|for|to|about)\s+(?:the\s+)?{_NAME}"
)
_PARAGRAPH = 90  # characters: longer texts do not lead when a shorter one is there
_VISIT = re.compile(r"\b((?:[Vv]isit|VISIT)\s+[A-Z]\w+(?:\s+[A-Z]\w+)?)")


@dataclass(frozen=True, slots=True)
class Copy:
    """Texts in order of weight. All empty when nothing may be written."""

    headline: str = ""
    rest: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.headline, *self.rest) if self.headline else self.rest

    @property
    def tagline(self) -> str:
        return self.rest[0] if self.rest else ""

    def __bool__(self) -> bool:
        return bool(self.headline)


def copy_of(scene: Scene, prompt: str, no_text: bool) -> Copy:
    """The quoted texts, else a title that the prompt itself names; nothing is invented."""
    if no_text:
        return Copy()
    quoted = [*scene.texts, *(node.text for node in scene.nodes if node.text)]
    texts = [text.strip() for text in dict.fromkeys(quoted) if text.strip()]
    if not texts:
        title = _named_title(scene.shot, prompt)
        return Copy(title) if title else Copy()
    return _ranked(texts)


def _ranked(texts: list[str]) -> Copy:
    """The first text leads unless it is a paragraph and a short one follows."""
    lead = 0
    if len(texts[0]) > _PARAGRAPH:
        lead = min(range(len(texts)), key=lambda i: (len(texts[i]) > _PARAGRAPH, i))
    return Copy(texts[lead], tuple(text for i, text in enumerate(texts) if i != lead))


def _named_title(shot: Shot, prompt: str) -> str:
    found = _CALLED.search(prompt) or _PLACE.search(prompt) or _VISIT.search(prompt)
    if found:
        return found.group(1).rstrip(".,;:!?")
    if shot is Shot.CARD:
        said = prompt.lower().replace("’", "'")
        return next((text for words, text in rows("greetings.tsv") if words in said), "")
    return ""


def initials(name: str) -> str:
    """One or two first letters, for a monogram."""
    if len(name.strip()) <= 3:
        return name.strip()
    words = [w for w in re.findall(r"\w+", name) if w.lower() not in ("the", "of", "and", "for")]
    return "".join(w[0] for w in words[:2]) if len(words) > 1 else name.strip()[:1]
