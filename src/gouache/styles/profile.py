"""What reference pictures have in common, as numbers that drawing can follow."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from gouache.errors import Invalid

BASES = ("any", "realistic_image", "digital_illustration", "vector_illustration", "icon", "logo_raster")
Base = Literal["any", "realistic_image", "digital_illustration", "vector_illustration", "icon", "logo_raster"]


class Swatch(BaseModel):
    """A colour `#rrggbb` and its share 0..1 of the references."""

    model_config = ConfigDict(frozen=True)
    color: str = Field(pattern=r"^#[0-9a-f]{6}$")
    weight: float = Field(ge=0, le=1)


class Traits(BaseModel):
    """How pictures are drawn, each 0..1, measured at 512 px of the longer side.

    `lines` is the share of the page under dark outlines and `line_weight` their usual width as a share of the longer
    side; `texture` is the grain of calm areas; `contrast` the span of lightness (OKLab, 5th to 95th percentile);
    `flatness` the share of the page in one flat tone; `roundness` the share of outline corners that are no sharp turns;
    `paper` the share of the page in its commonest colour; `chroma` the mean OKLab chroma over 0.25. `glow` is the share
    under lines lighter than what they lie on, `ink` the lightness of dark outlines, `shading` the share of the page in
    slow transitions, `hatching` how much fine texture runs in one direction, `softness` how wide edges are, and `grid`
    the side of the squares of pixel art as a share of the longer side (0 = none).
    """

    model_config = ConfigDict(frozen=True)
    lines: float = Field(ge=0, le=1)
    line_weight: float = Field(ge=0, le=1)
    texture: float = Field(ge=0, le=1)
    contrast: float = Field(ge=0, le=1)
    flatness: float = Field(ge=0, le=1)
    roundness: float = Field(ge=0, le=1)
    paper: float = Field(ge=0, le=1)
    chroma: float = Field(ge=0, le=1)
    glow: float = Field(default=0, ge=0, le=1)
    ink: float = Field(default=0, ge=0, le=1)
    shading: float = Field(default=0, ge=0, le=1)
    hatching: float = Field(default=0, ge=0, le=1)
    softness: float = Field(default=0, ge=0, le=1)
    grid: float = Field(default=0, ge=0, le=1)


class Reference(BaseModel):
    """A reference picture by the SHA-256 of its bytes, sizes in px; `data` carries it in base64 where none is kept."""

    model_config = ConfigDict(frozen=True)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    media_type: str
    width: int = Field(ge=1)
    height: int = Field(ge=1)
    data: str | None = Field(default=None, repr=False)


class StyleProfile(BaseModel):
    """The colours and traits of 1 to 10 reference pictures, on one of the vocabulary's styles.

    `ground` is the plain colour that all references have behind their subject, when they have one; `border` the colour
    of the palette that lies along their edges most. `grain` says how strong fine texture is in each band of
    `gouache.styles.grain` (standard deviations of OKLab lightness); empty = not measured.
    """

    model_config = ConfigDict(frozen=True)
    base: Base
    palette: tuple[Swatch, ...] = Field(min_length=1, max_length=10)
    traits: Traits
    references: tuple[Reference, ...] = Field(default=(), max_length=10)  # for engines that draw after pictures
    ground: str | None = Field(default=None, pattern=r"^#[0-9a-f]{6}$")
    border: str | None = Field(default=None, pattern=r"^#[0-9a-f]{6}$")
    grain: tuple[float, ...] = Field(default=(), max_length=64)


def profile_of(text: str) -> StyleProfile:
    """The profile of a style file's JSON; raises Invalid."""
    try:
        return StyleProfile.model_validate_json(text)
    except ValidationError as error:
        raise Invalid(f"no style profile: {error.errors()[0]['msg']}", field="profile") from error
