"""What the model is told: the prompt with the style, the colours and the wishes put into words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PIL import ImageColor

from gouache.engines.composer.color import distance
from gouache.operations import Drawn
from gouache.styles.profile import StyleProfile, Traits
from gouache.tables import rows

SHOWN = (  # to a model that is shown the style's own pictures
    "in exactly the visual style of the reference pictures: their medium, technique, line, colours and shading,"
    " but nothing of what they show"
)
_LETTERS = "text, letters, words, watermark, signature"
_LEVELS = (
    "very simple, bare composition", "simple composition", "", "", "rich, detailed composition",
    "lavish, highly elaborate composition",
)  # fmt: skip
_STRONG, _WEAK = 0.66, 0.33
_LINED = 0.02  # share of the page under outlines from which a style has them
_THICK = 0.008  # of the longer side


@dataclass(frozen=True, slots=True)
class Style:
    """A row of data/styles.tsv: words for the prompt and against it, and the treatment that ends the picture."""

    words: str
    against: str
    finish: str


@dataclass(frozen=True, slots=True)
class Words:
    """A prompt and a negative prompt as the model gets them."""

    prompt: str
    negative: str


@lru_cache(1)
def _styles() -> dict[tuple[str, str], Style]:
    table = rows("gouache.engines.diffusion", "styles.tsv")
    return {(style, substyle): Style(*(rest + ["", "", ""])[:3]) for style, substyle, *rest in table}


def style_of(style: str, substyle: str | None) -> Style:
    """The row of a style; of the style alone when the substyle has none."""
    return _styles().get((style, substyle or "")) or _styles().get((style, "")) or Style("", "", "")


def words_of(operation: Drawn, subject: str | None = None, manner: str | None = None) -> Words:
    """The whole prompt of an operation; `subject` stands for its prompt, `manner` for the words of its style."""
    style = style_of(operation.style, operation.substyle)
    told = [
        subject or operation.prompt.strip().rstrip("."),
        *([style.words, _profile(operation.profile)] if manner is None else [manner]),
        _palette(tuple(wish.color for wish in operation.palette)),
        f"on a plain solid {named(operation.background)} background" if operation.background else "",
        _LEVELS[operation.artistic_level] if operation.artistic_level is not None else "",
        "without any text" if operation.no_text else "",
    ]
    against = [operation.negative_prompt or "", style.against, _LETTERS if operation.no_text else ""]
    return Words(". ".join(filter(None, told)), ", ".join(filter(None, against)))


def named(color: str) -> str:
    """A colour as encoders know colours: the nearest CSS name, and the hex (few models were taught hex alone)."""
    return f"{_nearest(color)} ({color})"


@lru_cache(1024)
def _nearest(color: str) -> str:
    names = {name: value for name, value in ImageColor.colormap.items() if isinstance(value, str)}
    return min(sorted(names), key=lambda name: distance(names[name], color))


def _palette(colors: tuple[str, ...]) -> str:
    return f"only these colours: {', '.join(named(color) for color in colors)}" if colors else ""


def _profile(profile: StyleProfile | None) -> str:
    """The measured traits of somebody's own style, in words."""
    if profile is None:
        return ""
    traits = profile.traits
    told = [
        style_of(profile.base, None).words,
        _degree(traits.flatness, "flat areas of colour", "modelled volumes"),
        _degree(traits.texture, "visible texture", ""),
        _degree(traits.contrast, "strong contrast", "soft low contrast"),
        _outlines(traits),
        f"in {', '.join(named(swatch.color) for swatch in profile.palette[:5])}",
        f"on a plain solid {named(profile.ground)} background" if profile.ground else "",
    ]
    return ", ".join(filter(None, told))


def _degree(value: float, high: str, low: str) -> str:
    return high if value > _STRONG else low if value < _WEAK else ""


def _outlines(traits: Traits) -> str:
    if traits.lines < _LINED:
        return "no outlines"
    weight = "thick" if traits.line_weight > _THICK else "thin"
    return f"{weight} outlines, {_degree(traits.roundness, 'rounded', 'angular') or 'plain'} shapes"
