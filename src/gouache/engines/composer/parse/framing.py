"""What a prompt says about the picture itself: "a photo of", "in the style of X", "logo", "highly detailed"."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from gouache.engines.composer.lexicon.morphology import verb_forms
from gouache.engines.composer.lexicon.tables import colors, keyed, listed, styles
from gouache.engines.composer.parse.tagging import Tag, Unit
from gouache.engines.composer.scene import Shot

LONGEST = 4  # units of the longest style phrase
ENDS = (Tag.COMMA, Tag.STOP)
OPENERS = ("of", "for", "with")
TELLERS = (
    "showing",
    "depicting",
    "featuring",
    "shows",
    "depicts",
    "features",
    "containing",
    "representing",
    "about",
    "where",
    "in which",
    "inspired",
)
AFTER_SHOT = ("with", "for", "of", "that", "which", "inspired", "about", "featuring", "showing", "from", "to", "in")
LINKS = (
    "a",
    "an",
    "the",
    "and",
    "in",
    "of",
    "with",
    "by",
    "style",
    "styled",
    "on",
    "this",
    "at",
    "effect",
    "made",
    "shot",
    "taken",
    "as",
    "look",
    "using",
    "no",
    "designed",
    "lots",
    "very",
    "like",
    "but",
    "from",
    "for",
    "drawn",
)
ALWAYS = (Shot.LOGO, Shot.ICON, Shot.PATTERN)  # never a thing that stands in a scene


@dataclass(slots=True)
class Frame:
    style_words: list[str] = field(default_factory=list)
    shot: Shot = Shot.SCENE


@lru_cache(1)
def _shots() -> dict[str, Shot]:
    return {name: Shot(shot) for name, shot in keyed("shots.tsv").items()}


def strip(units: Sequence[Unit]) -> tuple[list[Unit], Frame]:
    """The units that tell of things, and what the others ask for."""
    frame = Frame()
    rest = _without_manner(list(units), frame)
    rest = _without_opening(rest, frame)
    rest = _without_segments(rest, frame)
    rest = _without_closing_head(rest, frame)
    return rest, frame


def _phrase_at(units: Sequence[Unit], at: int, known: Sequence[Container[str]]) -> int:
    """Units of the longest phrase at a place that one of the sets knows; 0 = none."""
    for length in range(min(LONGEST, len(units) - at), 0, -1):
        phrase = " ".join(unit.low for unit in units[at : at + length])
        if any(phrase in names or phrase.replace("-", " ") in names for names in known):
            return length
    return 0


def _text(units: Sequence[Unit]) -> str:
    return " ".join(unit.low for unit in units)


def _note(units: Sequence[Unit], frame: Frame) -> None:
    """Remember a style phrase, and the shot it names."""
    phrase = _text(units)
    shot = _shots().get(phrase)
    if shot is not None and frame.shot in (Shot.SCENE, Shot.PORTRAIT, Shot.CLOSEUP):
        frame.shot = shot
    if phrase not in frame.style_words and any(unit.tag is not Tag.DET for unit in units):
        frame.style_words.append(phrase)


# "in the style of X", "in watercolor style", "X style"


def _without_manner(units: list[Unit], frame: Frame) -> list[Unit]:
    for at, unit in enumerate(units):
        if unit.low == "style" or unit.low == "styles":
            start, end = _manner(units, at)
            if end > start:
                words = [u for u in units[start:end] if u.low not in ("in", "the", "a", "an", "of", "style", "styles")]
                if words:
                    frame.style_words.append(_text(words) + " style")
                return _without_manner(units[:start] + units[end:], frame)
    return units


def _manner(units: Sequence[Unit], at: int) -> tuple[int, int]:
    """Where the phrase around the word "style" begins and ends."""
    start, end = at, at + 1
    if end < len(units) and units[end].low == "of":
        while end < len(units) and units[end].tag not in ENDS and units[end].tag is not Tag.TEXT:
            end += 1
    while start > 0 and units[start - 1].tag in (Tag.DET, Tag.WORD, Tag.COLOR, Tag.NUMBER) and at - start < 4:
        start -= 1
        if units[start].tag is Tag.DET:
            break
    if start > 0 and units[start - 1].low == "in":
        return start - 1, end
    if end > at + 1:
        return (start if units[start].tag is Tag.DET else at), end
    return (at - 1 if at else at), end


# "a high quality photo of", "logo for", "a poster with"


def _without_opening(units: list[Unit], frame: Frame) -> list[Unit]:
    while True:
        found = _opening(units)
        if found is None:
            return units
        start, heads, end = found
        for head in heads:
            _note(units[head[0] : head[1]], frame)
        units = units[end:]
        if start == end:
            return units


def _opening(units: Sequence[Unit]) -> tuple[int, list[tuple[int, int]], int] | None:
    """(0, spans of style phrases, where the content begins) of a framing phrase at the very start."""
    nouns, words = styles()
    at, head = 0, None
    spans: list[tuple[int, int]] = []
    while at < len(units) and units[at].tag in (Tag.DET, Tag.FILLER, Tag.NUMBER) and (units[at].low not in nouns):
        at += 1
    while at < len(units):
        length = _phrase_at(units, at, (nouns, words, _shots(), listed("adjectives.tsv"), colors()))
        if not length and units[at].low in ("and", "style") and spans:
            at += 1
            continue
        if not length:
            break
        span = (at, at + length)
        phrase = _text(units[at : at + length])
        spans.append(span)
        if phrase in nouns or phrase in _shots():
            head = span
        at += length
    if head is None or head[1] != at:
        return None
    return _content(units, at, spans, head)


def _content(
    units: Sequence[Unit], at: int, spans: list[tuple[int, int]], head: tuple[int, int]
) -> tuple[int, list[tuple[int, int]], int] | None:
    """What opens the content after a framing noun, if anything does."""
    shot = _shots().get(_text(units[head[0] : head[1]]))
    if at >= len(units):
        return (0, spans, at) if shot in ALWAYS or len(spans) > 1 and shot else None
    unit = units[at]
    if unit.low == "of" or unit.low in TELLERS or unit.tag is Tag.FILLER:
        return 0, spans, at + 1
    if unit.low in (":", "-"):
        return 0, spans, at + 1
    if shot is not None and (unit.low in AFTER_SHOT[:-1] or unit.tag in (Tag.TEXT, *ENDS)):
        return (0, spans, at + 1) if unit.low in OPENERS or unit.tag in ENDS else (0, spans, at)
    return (0, spans, at + 1) if unit.tag in ENDS and len(spans) > 0 else None


# ", 4k, highly detailed", ". ink sketch."


def _without_segments(units: list[Unit], frame: Frame) -> list[Unit]:
    kept: list[Unit] = []
    for segment in _segments(units):
        spans = _style_spans([u for u in segment if u.tag not in ENDS]) or (_manner_only(segment) if kept else None)
        if spans is None or not kept and (len(segment) == len(units) or not _only_style(segment)):
            kept += segment
            continue
        body = [u for u in segment if u.tag not in ENDS]
        for start, end in spans:
            _note(body[start:end], frame)
        kept += [u for u in segment if u.tag is Tag.STOP]
    return kept


def _manner_only(segment: Sequence[Unit]) -> list[tuple[int, int]] | None:
    """The whole of a later segment that ends in a word for a picture: "Chinese ink and wash painting"."""
    body = [u for u in segment if u.tag not in ENDS]
    plain = all(u.tag in (Tag.WORD, Tag.COLOR, Tag.ADVERB, Tag.CONJ) and not u.low.endswith("ing") for u in body[:-1])
    return [(0, len(body))] if body and plain and _text(body[-1:]) in styles()[0] and len(body) < 7 else None


def _only_style(segment: Sequence[Unit]) -> bool:
    """Whether a first segment says nothing but style, strictly: "digital art, a cat"."""
    nouns, words = styles()
    return all(u.tag in (*ENDS, Tag.DET) or u.low in nouns or u.low in words or " " in u.low for u in segment)


def _segments(units: Sequence[Unit]) -> list[list[Unit]]:
    """Runs of units, each with the mark that ends it."""
    runs: list[list[Unit]] = [[]]
    for unit in units:
        runs[-1].append(unit)
        if unit.tag in ENDS:
            runs.append([])
    return [run for run in runs if run]


def _style_spans(segment: Sequence[Unit]) -> list[tuple[int, int]] | None:
    """Spans of the style phrases that make up a whole segment; None when something else is said too."""
    nouns, words = styles()
    at, spans = 0, []
    while at < len(segment):
        length = _phrase_at(segment, at, (nouns, words, _shots(), listed("style_heads.tsv")))
        if length:
            spans.append((at, at + length))
        elif segment[at].low not in LINKS:
            loose = segment[at].tag is Tag.ADVERB or segment[at].low in listed("adjectives.tsv")
            if not loose or _text(segment[-1:]) not in nouns and _text(segment[-2:]) not in nouns:
                return None
        at += length or 1
    return spans or None


# "a minimalist fox logo", "cat sticker"


def _without_closing_head(units: list[Unit], frame: Frame) -> list[Unit]:
    """A shot noun that heads the first phrase."""
    end = next((i for i, u in enumerate(units) if i and _closes(u)), len(units))
    for length in range(min(LONGEST, end), 0, -1):
        shot = _shots().get(_text(units[end - length : end]))
        if shot is None or not _may_frame(units, end, end - length, shot):
            continue
        _note(units[end - length : end], frame)
        return _opened(units, end - length, end, frame)
    return units


def _may_frame(units: Sequence[Unit], end: int, start: int, shot: Shot) -> bool:
    following = units[end].low if end < len(units) else ""
    if any(u.tag in (Tag.PREP, Tag.CONJ) for u in units[:start]) or any(_acts(u) for u in units[:start]):
        return False
    if following in ("on", "in") and shot in ALWAYS:
        return True
    return not following or units[end].tag in (*ENDS, Tag.TEXT) or following in AFTER_SHOT[:-1] or following in TELLERS


def _acts(unit: Unit) -> bool:
    verb = verb_forms().get(unit.low)
    return verb is not None and verb.relation is not None and unit.low.endswith("ing")


def _opened(units: list[Unit], start: int, end: int, frame: Frame) -> list[Unit]:
    """What is left of a framing phrase: the nouns before its head stay, bare style words go."""
    before, after = units[:start], units[end:]
    if not any(u.tag is Tag.WORD and not _describes(u) for u in before):
        frame.style_words += [u.low for u in before if u.tag is Tag.WORD]
        before = []
    spans = _style_spans(before)
    if spans is not None or not any(u.tag in (Tag.WORD, Tag.COLOR) for u in before):
        for at, stop in spans or ():
            _note(before[at:stop], frame)
        before = []
    if after and not before and (after[0].low in OPENERS or after[0].tag in ENDS):
        after = after[1:]
    return before + after


def _describes(unit: Unit) -> bool:
    return any(unit.low in table for table in (listed("adjectives.tsv"), keyed("expressions.tsv"), keyed("sizes.tsv")))


def _closes(unit: Unit) -> bool:
    return (
        unit.tag in (Tag.COMMA, Tag.STOP, Tag.PREP, Tag.RELATIVE, Tag.TEXT, Tag.AUX, Tag.FILLER) or unit.low in TELLERS
    )
