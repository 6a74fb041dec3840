"""What requests of the fal dialect may hold, and what they mean in our words."""

from __future__ import annotations

import json
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Protocol, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from gouache.errors import GouacheError, Invalid
from gouache.operations import MAX_SEED, Generate, Operation, PaletteColor, Source
from gouache.styles.profile import StyleProfile
from gouache.vocabulary.models import MODELS
from gouache.vocabulary.prices import price
from gouache.vocabulary.sizes import Size, presets
from gouache.vocabulary.slash_forms import slash_style
from gouache.vocabulary.styles import Style, base_style, basic_style, is_basic

MAX_PROMPT = 4000
_DEFAULT_STYLE = "realistic_image"
_DEFAULT_SIZE = "square_hd"
_LONGEST_ECHO = 2000  # characters of a wrong value that a complaint repeats
B = TypeVar("B", bound=BaseModel)


class BadBody(GouacheError):
    """A body that the endpoint does not take; `detail` says all of it."""

    status = 422
    code = "invalid_value"

    def __init__(self, detail: list[dict[str, Any]]) -> None:
        super().__init__(
            str(detail[0]["msg"]), field=".".join(str(part) for part in detail[0]["loc"]), code=detail[0]["type"]
        )
        self.detail = detail


def _says_something(prompt: str) -> str:
    if not prompt.strip() or "\0" in prompt:
        raise ValueError("the prompt is empty or holds control characters")
    return prompt


Prompt = Annotated[str, Field(min_length=1, max_length=MAX_PROMPT), AfterValidator(_says_something)]
Channel = Annotated[int, Field(ge=0, le=255)]
Side = Annotated[int, Field(ge=64, le=4096)]


class Rgb(BaseModel):
    r: Channel = 0
    g: Channel = 0
    b: Channel = 0


class ImageSize(BaseModel):
    width: Side = 512
    height: Side = 512


class Input(BaseModel):
    """What every endpoint takes; unknown fields are ignored."""

    model_config = ConfigDict(extra="ignore")
    sync_mode: bool | None = Field(default=None, description="The picture as a data URI instead of a link.")
    enable_safety_checker: bool | None = Field(
        default=None, description="Refuse prompts whose words are not safe for work."
    )


class Drawing(Input):
    """What the endpoints take that draw after a prompt."""

    prompt: Prompt
    style: str | None = Field(default=None, description="`realistic_image` by default.")
    style_id: str | None = None
    colors: list[Rgb] | None = Field(default=None, max_length=10)
    seed: Annotated[int, Field(ge=0, le=MAX_SEED)] | None = None


class TextToImage(Drawing):
    image_size: ImageSize | str | None = Field(default=None, description="`square_hd` by default.")


class Desk(Protocol):
    """What endpoints need of the server; everything raises BadBody naming the field."""

    async def picture(self, url: str, field: str) -> Source:
        """The picture that a URL names."""

    async def zipped(self, url: str, field: str) -> tuple[Source, ...]:
        """The pictures in the zip that a URL names."""

    async def style(self, style_id: str, field: str) -> StyleProfile:
        """The profile of an own style that the caller may draw in."""


@dataclass(frozen=True, slots=True)
class App:
    """An endpoint: the path under which its requests are found again, its body, what that means, what it costs.

    `shape` names the key of its output.
    """

    alias: str
    body: type[Input]
    build: Callable[[App, Any, Desk], Awaitable[Operation]]
    priced: str
    shape: str = "images"
    family: str = "recraftv3"
    styles: str = "fal-v3"


async def text_to_image(app: App, body: TextToImage, desk: Desk) -> Generate:
    """What a body asks of text to image; raises BadBody."""
    page = _size(body)
    return Generate(**await drawn(app, body, desk), width=page.width, height=page.height)


def read_body(kind: type[B], fields: dict[str, Any]) -> B:
    """The validated body; raises BadBody with every complaint."""
    try:
        return kind.model_validate(fields)
    except ValidationError as error:
        wrong = [_complaint(one["loc"], one["msg"], one["type"], one["input"]) for one in error.errors()]
        raise BadBody(wrong) from error


def bad(field: str, message: str, value: object, kind: str = "value_error") -> BadBody:
    """One complaint about a field."""
    return BadBody([_complaint((field,), message, kind, value)])


async def drawn(app: App, body: Drawing, desk: Desk) -> dict[str, Any]:
    """The fields of a `Drawn` operation that a body fills; raises BadBody."""
    own = None
    if body.style_id is not None and not is_basic(body.style_id):
        own = await desk.style(body.style_id, "style_id")
    style = _style(app, body, own)
    return {
        "profile": own,
        "prompt": body.prompt,
        "style": style.style,
        "substyle": style.substyle,
        "seed": secrets.randbits(32) if body.seed is None else body.seed,
        "format": "svg" if style.output == "svg" else "webp",
        "notes": ("style: style_id names the style",) if body.style and body.style_id else (),
        "palette": tuple(PaletteColor(color=f"#{c.r:02x}{c.g:02x}{c.b:02x}") for c in body.colors or ()),
    }


def cost(app: App, wanted: Operation, table: str) -> int:
    """Units of an operation."""
    return price(app.priced, app.family, "svg" if wanted.format == "svg" else "raster", wanted.n, table)


def deadline(timeout: str | None) -> datetime | None:
    """When a request must be over by its `X-Fal-Request-Timeout` header, in seconds; raises Invalid."""
    if timeout is None:
        return None
    try:
        seconds = float(timeout)
        if not 0 < seconds <= 86400:
            raise ValueError(timeout)
    except ValueError as error:
        raise Invalid("X-Fal-Request-Timeout must be a number of seconds", field="timeout") from error
    return datetime.now(UTC) + timedelta(seconds=seconds)


def _style(app: App, body: Drawing, own: StyleProfile | None) -> Style:
    """The vocabulary style of a body, or the one that an own style stands on."""
    field = "style" if body.style_id is None else "style_id"
    try:
        if own is not None:
            return base_style(MODELS[app.family], own.base)
        found = basic_style(MODELS[app.family], body.style_id) if body.style_id is not None else None
        return found or slash_style(app.styles, body.style or _DEFAULT_STYLE)
    except Invalid as error:
        raise bad(field, error.message, getattr(body, field)) from error


def _size(body: TextToImage) -> Size:
    value = body.image_size
    if isinstance(value, ImageSize):
        return Size(value.width, value.height)
    if value is not None and value not in presets():
        raise bad("image_size", f"Input should be one of {', '.join(presets())}, or a width and a height", value)
    return presets()[value or _DEFAULT_SIZE]


def _complaint(loc: tuple[Any, ...], message: str, kind: str, value: object) -> dict[str, Any]:
    plain = json.loads(json.dumps(_shortened(value), ensure_ascii=False, default=str).encode("utf-8", "replace"))
    url = f"https://docs.fal.ai/errors#{kind}"
    return {"loc": ["body", *loc], "msg": message, "type": kind, "url": url, "input": plain}


def _shortened(value: object) -> object:
    """The value without the middles of long texts: pictures come as data URLs."""
    if isinstance(value, str) and len(value) > _LONGEST_ECHO:
        return f"{value[: _LONGEST_ECHO // 2]}...{value[-_LONGEST_ECHO // 2 :]}"
    if isinstance(value, dict):
        return {key: _shortened(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_shortened(item) for item in value]
    return value
