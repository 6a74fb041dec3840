"""Styles and substyles of each model: which exist, and whether they come out as pixels or as SVG."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from functools import lru_cache

from gouache.errors import Invalid
from gouache.tables import rows
from gouache.vocabulary.models import MODELS, Model, Output

DEFAULT_STYLE = "realistic_image"
_STYLE_IDS = uuid.UUID("5f0d3a4e-6d1c-4f0e-9a57-2c4b9f6f7b10")


@dataclass(frozen=True, slots=True)
class Style:
    style: str
    substyle: str | None
    output: Output

    @property
    def slashed(self) -> str:
        return f"{self.style}/{self.substyle}" if self.substyle else self.style


@lru_cache(1)
def _table() -> dict[str, dict[tuple[str, str | None], Style]]:
    table: dict[str, dict[tuple[str, str | None], Style]] = {}
    for family, style, substyle, output in rows(__package__, "styles.tsv"):
        kind: Output = "svg" if output == "svg" else "raster"
        table.setdefault(family, {})[style, substyle or None] = Style(style, substyle or None, kind)
    return table


@lru_cache(1)
def _display_names() -> dict[tuple[str, str], tuple[str, str | None]]:
    """(model family, lower-case display name) → (style, substyle)."""
    names: dict[tuple[str, str], tuple[str, str | None]] = {}
    for model_id, name, style, substyle in (row[:4] for row in rows(__package__, "display_names.tsv")):
        names.setdefault((model_id.removesuffix("_vector"), name.lower()), (style, substyle or None))
    return names


def styles(family: str) -> list[Style]:
    """Every style of a model family, plain styles and substyles, in table order."""
    return list(_table()[family].values())


def style_id(family: str, style: Style) -> str:
    """The uuid by which a basic style may be named; the same on every server."""
    return str(uuid.uuid5(_STYLE_IDS, f"{family}/{style.slashed}"))


def base_style(model: Model, base: str) -> Style:
    """The plain style that an own style stands on, whichever family offers it; raises Invalid for the wrong output."""
    found = next(table[base, None] for table in _table().values() if (base, None) in table)
    if model.only not in (None, found.output):
        raise Invalid(f"the style stands on {base}; model {model.id} makes the other kind of image", field="style_id")
    return found


@lru_cache(1)
def _by_id() -> dict[str, tuple[str, Style]]:
    return {style_id(family, s): (family, s) for family in _table() for s in styles(family)}


def is_basic(identifier: str) -> bool:
    """Whether a basic style has this style_id."""
    return identifier.lower() in _by_id()


def basic_style(model: Model, identifier: str) -> Style | None:
    """The basic style of a style_id, None when no basic style has it; raises Invalid when it is another model's."""
    found = _by_id().get(identifier.lower())
    if found is None:
        return None
    family, style = found
    if family != model.family or model.only not in (None, style.output):
        raise Invalid(f"invalid combination of model {model.id} and image type {style.slashed}", field="style_id")
    return style


def resolve_style(model: Model, style: str | None, substyle: str | None, default: str = DEFAULT_STYLE) -> Style:
    """The style a request means: an id, a display name or `style/substyle`; raises Invalid naming the field."""
    if style is None:
        style = "vector_illustration" if model.only == "svg" else default
    name, sub = _split(model, style, substyle)
    table = _table()[model.family]
    if (name, None) not in table:
        raise Invalid(f"invalid combination of model {model.id} and image type {name}", field="style")
    found = table.get((name, sub))
    if found is None:
        raise Invalid(f"style {name} of model {model.id} has no substyle {sub!r}", field="substyle")
    if model.only not in (None, found.output):
        raise Invalid(f"invalid combination of model {model.id} and image type {name}", field="style")
    return found


def _split(model: Model, style: str, substyle: str | None) -> tuple[str, str | None]:
    named = _display_names().get((model.family, style.lower()))
    if named and (style, None) not in _table()[model.family]:
        name, inner = named
    else:
        name, _, rest = style.partition("/")
        inner = rest or None
    if inner and substyle and inner != substyle:
        raise Invalid(f"style {style!r} already names a substyle; substyle says {substyle!r}", field="substyle")
    return name, substyle or inner


def find_style(name: str, substyle: str | None = None) -> Style:
    """A style by any of its names: id, display name, `style/substyle`, or a substyle alone; V3 before V2."""
    tables = [_table()[family] for family in ("recraftv3", "recraftv2")]
    alone = [s for table in tables for s in table.values() if substyle is None and s.substyle == name.lower()]
    errors: list[Invalid] = []
    for family in ("recraftv3", "recraftv2"):
        try:
            return resolve_style(MODELS[family], name, substyle)
        except Invalid as error:
            errors.append(error)
    if alone:
        return alone[0]
    known = sorted({s.slashed for table in tables for s in table.values()})
    raise Invalid(f"unknown style {name!r}; known: {', '.join(known)}", field=errors[0].field)
