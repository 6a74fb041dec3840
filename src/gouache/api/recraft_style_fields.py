"""What `POST /v1/styles` may hold, and what is answered of own styles."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from gouache.api.recraft_fields import Body, Color, Real
from gouache.operations import MAX_STYLE_PICTURES
from gouache.styles.blend import MixPolicy
from gouache.styles.profile import Base

Weight = Annotated[Real, Field(gt=0, le=1_000_000)]


class StylePalette(BaseModel):
    colors: list[Color] = Field(min_length=1, max_length=10)
    background_color: Color | None = None


class StyleBody(Body):
    """The fields of `POST /v1/styles`; forms send the reference pictures as file parts of any name."""

    style: Base | None = Field(default=None, description="What the style stands on; `realistic_image` by default.")
    image_urls: list[str] | None = Field(default=None, max_length=MAX_STYLE_PICTURES, description="In JSON.")
    image_weights: list[Weight] | None = Field(default=None, description="One a picture.")
    source_styles: list[str] | None = Field(default=None, max_length=10, description="Ids of styles to blend in.")
    source_style_weights: list[Weight] | None = Field(default=None, description="One a source style.")
    mix_policy: MixPolicy | None = None
    palette: StylePalette | None = None
    private: bool | None = Field(default=None, description="False: every account may draw in it.")
    model: str | None = Field(default=None, description="A vector model stands on `vector_illustration`.")
    name: str | None = Field(default=None, max_length=80, description="Not the vendor's: how the studio calls it.")
    match: str | None = None
    prompt: str | None = None


class OwnStyleReply(BaseModel):
    id: str = Field(description="A uuid, to be sent as `style_id`.")
    style: str
    creation_time: str = Field(description="ISO 8601.")
    is_private: bool


class CreatedStyle(OwnStyleReply):
    credits: int


class OwnStyles(BaseModel):
    styles: list[OwnStyleReply]
