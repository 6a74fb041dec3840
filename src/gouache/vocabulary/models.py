"""Model ids that requests may name, and the model each one stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gouache.errors import Invalid

Output = Literal["raster", "svg"]


@dataclass(frozen=True, slots=True)
class Model:
    """`id` as requested; `family` is recraftv3 or recraftv2; `only` limits the kind of output."""

    id: str
    family: str
    only: Output | None = None


_MODELS = (
    Model("recraftv3", "recraftv3"),
    Model("recraftv3_raster", "recraftv3", "raster"),
    Model("recraftv3_vector", "recraftv3", "svg"),
    Model("recraft-v3", "recraftv3"),
    Model("recraftv2", "recraftv2"),
    Model("recraftv2_raster", "recraftv2", "raster"),
    Model("recraftv2_vector", "recraftv2", "svg"),
    Model("recraft20b", "recraftv2"),
)
MODELS = {m.id: m for m in _MODELS}
DEFAULT = MODELS["recraftv3"]


def model(name: str | None) -> Model:
    """The model of an id; raises Invalid with code `invalid_model`."""
    if name is None:
        return DEFAULT
    if name not in MODELS:
        served = ", ".join(MODELS)
        raise Invalid(f"unknown model {name!r}; served here: {served}", field="model", code="invalid_model")
    return MODELS[name]
