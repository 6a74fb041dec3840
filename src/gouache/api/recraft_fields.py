"""What requests of the Recraft dialect may hold, field by field. `null` means the default everywhere."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator

from gouache.api.errors import invalid
from gouache.operations import MAX_SEED, writable
from gouache.vocabulary.sizes import UpscaleTo

T = TypeVar("T", bound=BaseModel)
MAX_PROMPT = 1000
_LAYOUT_CHARACTERS = re.compile(
    r"^[!\"#$%&'()*+,\-./0-9:;<>?@A-Z_{}ØĐĦŁŊŦΑΒΕΖΗΙΚΜΝΟΡΤΥΧІАВЕКМНОРСТУХßẞ]+$", re.IGNORECASE
)
_OBSOLETE = {"image_type"}
_WEIGHT_SLACK = 0.0001  # weights are floats and may add up to a hair more than 1


def _no_bool(value: object) -> object:
    """`true` is no number, although Python thinks so."""
    if isinstance(value, bool):
        raise ValueError("a number is needed, not true or false")
    return value


def _says_something(prompt: str) -> str:
    if not writable(prompt).strip():
        raise ValueError("the prompt is empty")
    return prompt


Whole = Annotated[int, BeforeValidator(_no_bool)]  # numeric strings count: forms and the vendor's examples send them
Real = Annotated[float, BeforeValidator(_no_bool), Field(allow_inf_nan=False)]
Channel = Annotated[Whole, Field(ge=0, le=255)]
Coordinate = Annotated[Real, Field(ge=-10, le=10)]
Point = tuple[Coordinate, Coordinate]
Seed = Annotated[Whole, Field(ge=0, le=MAX_SEED)]


ResponseFormat = Literal["url", "b64_json", "multipart"]
ImageFormat = Literal["webp", "png"]


class Color(BaseModel):
    rgb: tuple[Channel, Channel, Channel]
    weight: Annotated[Real, Field(ge=0, le=1)] | None = Field(default=None, description="Wished share of the picture.")

    @property
    def hex(self) -> str:
        return "#" + "".join(f"{channel:02x}" for channel in self.rgb)


class Controls(BaseModel):
    model_config = ConfigDict(extra="allow")
    colors: list[Color] | None = Field(
        default=None, max_length=10, description="The palette; every colour is kept exactly."
    )
    background_color: Color | None = None
    artistic_level: Annotated[Whole, Field(ge=0, le=5)] | None = None
    no_text: bool | None = None

    @field_validator("colors")
    @classmethod
    def weights_fit(cls, colors: list[Color] | None) -> list[Color] | None:
        if colors and sum(color.weight or 0 for color in colors) > 1 + _WEIGHT_SLACK:
            raise ValueError("the weights of colors add up to more than 1")
        return colors


class LayoutItem(BaseModel):
    text: str = Field(min_length=1, max_length=100, description="One word.")
    bbox: tuple[Point, Point, Point, Point] = Field(description="Corners, as fractions of the page.")

    @field_validator("text")
    @classmethod
    def writable(cls, text: str) -> str:
        if not _LAYOUT_CHARACTERS.match(text):
            raise ValueError(f"text_layout cannot write {text!r}: one word of the allowed characters an item")
        return text


class Body(BaseModel):
    """The base of all bodies: unknown fields are kept aside, to be reported."""

    model_config = ConfigDict(extra="allow", protected_namespaces=())


class DrawingBody(Body):
    """The fields that everything drawn after a prompt shares; unknown ones are ignored and reported."""

    prompt: Annotated[str, AfterValidator(_says_something)] = Field(min_length=1, max_length=MAX_PROMPT)
    model: str | None = Field(default=None, description="`recraftv3` by default; see `GET /v1/models`.")
    style: str | None = Field(default=None, description="An id, a display name, or `style/substyle`.")
    substyle: str | None = None
    style_id: str | None = Field(default=None, description="Excludes `style`.")
    n: Annotated[Whole, Field(ge=1, le=6)] | None = None
    response_format: ResponseFormat | None = None
    negative_prompt: str | None = Field(default=None, max_length=MAX_PROMPT)
    controls: Controls | None = None
    text_layout: list[LayoutItem] | None = Field(default=None, max_length=100)
    random_seed: Seed | None = None
    seed: Seed | None = Field(default=None, description="Another name of `random_seed`.")
    image_format: ImageFormat | None = Field(default=None, description="`webp` by default; no effect on SVG.")
    output_format: ImageFormat | None = Field(default=None, description="OpenAI's name of `image_format`.")
    block_nsfw: bool | None = None
    calculate_features: bool | None = None
    expire: bool | None = None
    upscale: UpscaleTo | None = Field(default=None, description="Deliver pixels at 4 or 16 MP.")
    creativity: Literal["simple", "standard", "eccentric"] | None = None
    style_match: Literal["regular", "precise", "flexible"] | None = None
    stream: bool | None = Field(default=None, description="Must not be true.")

    @property
    def extras(self) -> dict[str, Any]:
        """The fields that are not known here, by dotted path; those that the vendor gave up mean nothing."""
        inner = (self.controls and self.controls.model_extra) or {}
        told = {f"controls.{name}": value for name, value in inner.items() if name not in _OBSOLETE}
        return {**(self.model_extra or {}), **told}

    @field_validator("stream")
    @classmethod
    def no_stream(cls, stream: bool | None) -> bool | None:
        if stream:
            raise ValueError("streaming is not offered; leave stream out")
        return stream


class GenerationBody(DrawingBody):
    """The fields of `POST /v1/images/generations`."""

    size: str | None = Field(default=None, description="`WxH` of fifteen sizes, or a ratio such as `16:9`.")


class EnhanceBody(Body):
    """The fields of `POST /v1/prompts/enhance`."""

    prompt: Annotated[str, AfterValidator(_says_something)] = Field(min_length=1, max_length=2000)


class WeighedColor(BaseModel):
    hex: str = Field(pattern=r"^#?(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})$")
    weight: Annotated[Real, Field(ge=0, le=1e9)] | None = None

    @property
    def full(self) -> str:
        """`#rrggbb`, lower case."""
        digits = self.hex.lstrip("#").lower()
        return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


class OptimizeBody(Body):
    """The fields of `POST /v1/colors/optimize`."""

    colors: list[WeighedColor] = Field(min_length=1, max_length=256)
    num_colors_limit: Annotated[Whole, Field(ge=1, le=256)]


def read(model: type[T], fields: dict[str, Any]) -> T:
    """The validated body; raises Invalid naming the first wrong field."""
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        raise invalid(error) from error
