"""Model ids that requests may name, and the model each one stands for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast

from gouache.errors import Invalid
from gouache.tables import rows

Output = Literal["raster", "svg"]
DEPRECATED = ("refm1",)


@dataclass(frozen=True, slots=True)
class Model:
    """`id` as requested; `family` is recraftv3 or recraftv2; `only` limits the kind of output."""

    id: str
    family: str
    only: Output | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A model as model lists show it; `created` in Unix seconds."""

    model: Model
    name: str
    created: int
    aliases: tuple[str, ...]
    description: str


@lru_cache(1)
def cards() -> tuple[Card, ...]:
    """The models in table order."""
    table = []
    for name_id, family, only, name, created, aliases, description in rows(__package__, "models.tsv"):
        kind = cast(Output, only) if only else None
        also = tuple(aliases.split(",")) if aliases else ()
        table.append(Card(Model(name_id, family, kind), name, int(created), also, description))
    return tuple(table)


def _every_id() -> dict[str, Model]:
    found = {}
    for card in cards():
        found[card.model.id] = card.model
        found |= {alias: Model(alias, card.model.family, card.model.only) for alias in card.aliases}
    return found


MODELS = _every_id()
DEFAULT = MODELS["recraftv3"]


def model(name: str | None) -> Model:
    """The model of an id; raises Invalid with code `invalid_model` or `deprecated_model`."""
    if name is None:
        return DEFAULT
    if name in DEPRECATED:
        raise Invalid(f"model {name} is deprecated and no longer served", field="model", code="deprecated_model")
    if name not in MODELS:
        served = ", ".join(MODELS)
        raise Invalid(f"unknown model {name!r}; served here: {served}", field="model", code="invalid_model")
    return MODELS[name]


def card(name: str) -> Card | None:
    """The card of a model id or of one of its aliases."""
    return next((c for c in cards() if name == c.model.id or name in c.aliases), None)
