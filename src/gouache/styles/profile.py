"""What reference pictures have in common, as numbers that drawing can follow."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Swatch(BaseModel):
    """A colour `#rrggbb` and its share 0..1 of the references."""

    model_config = ConfigDict(frozen=True)
    color: str = Field(pattern=r"^#[0-9a-f]{6}$")
    weight: float = Field(ge=0, le=1)


class StyleProfile(BaseModel):
    """The measured traits of 1 to 10 reference pictures. Shares and strengths are 0..1.

    `base` is the vocabulary style it stands on; `line_weight` is the usual stroke as a share of the shorter side.
    """

    model_config = ConfigDict(frozen=True)
    base: str
    palette: tuple[Swatch, ...] = ()
    line_weight: float = Field(default=0, ge=0, le=1)
    texture: float = Field(default=0, ge=0, le=1)
    contrast: float = Field(default=0.5, ge=0, le=1)
    roundness: float = Field(default=0.5, ge=0, le=1)
    flatness: float = Field(default=0.5, ge=0, le=1)
