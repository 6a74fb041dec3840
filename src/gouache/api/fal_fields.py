"""What requests of the fal dialect may hold, and what they mean in our words."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from gouache.errors import GouacheError, Invalid
from gouache.operations import MAX_SEED, Generate, PaletteColor
from gouache.vocabulary.models import MODELS
from gouache.vocabulary.prices import price
from gouache.vocabulary.sizes import Size, presets
from gouache.vocabulary.slash_forms import slash_style
from gouache.vocabulary.styles import Style, basic_style

MAX_PROMPT = 4000
_DEFAULT_STYLE = "realistic_image"
_DEFAULT_SIZE = "square_hd"


@dataclass(frozen=True, slots=True)
class App:
    """An endpoint: the path under which its requests are found again, the model, its list of styles."""

    alias: str
    family: str
    styles: str


_V3 = App("fal-ai/recraft", "recraftv3", "fal-v3")
APPS = {
    "fal-ai/recraft/v3/text-to-image": _V3,
    "fal-ai/recraft-v3": App("fal-ai/recraft-v3", "recraftv3", "fal-v3"),
    "fal-ai/recraft-20b": App("fal-ai/recraft-20b", "recraftv2", "fal-20b"),
}


class BadBody(GouacheError):
    """A body that the endpoint does not take; `detail` says all of it."""

    status = 422
    code = "invalid_value"

    def __init__(self, detail: list[dict[str, Any]]) -> None:
        super().__init__(str(detail[0]["msg"]), field=".".join(str(part) for part in detail[0]["loc"]))
        self.detail = detail


def _says_something(prompt: str) -> str:
    if not prompt.strip() or "\0" in prompt:
        raise ValueError("the prompt is empty or holds control characters")
    return prompt


Channel = Annotated[int, Field(ge=0, le=255)]
Side = Annotated[int, Field(ge=64, le=4096)]


class Rgb(BaseModel):
    r: Channel = 0
    g: Channel = 0
    b: Channel = 0


class ImageSize(BaseModel):
    width: Side = 512
    height: Side = 512


class Body(BaseModel):
    """The input of text to image; unknown fields are ignored."""

    model_config = ConfigDict(extra="ignore")
    prompt: Annotated[str, AfterValidator(_says_something)] = Field(min_length=1, max_length=MAX_PROMPT)
    image_size: ImageSize | str | None = None
    style: str | None = None
    style_id: str | None = None
    colors: list[Rgb] | None = Field(default=None, max_length=10)
    sync_mode: bool | None = Field(default=None, description="The picture as a data URI instead of a link.")
    enable_safety_checker: bool | None = Field(default=None, description="No effect: no classifier runs here.")
    seed: Annotated[int, Field(ge=0, le=MAX_SEED)] | None = None


def read_body(fields: dict[str, Any]) -> Body:
    """The validated body; raises BadBody with every complaint."""
    try:
        return Body.model_validate(fields)
    except ValidationError as error:
        wrong = [_complaint(one["loc"], one["msg"], one["type"], one["input"]) for one in error.errors()]
        raise BadBody(wrong) from error


def operation(app: App, body: Body) -> Generate:
    """What a body asks of an endpoint; raises BadBody."""
    try:
        style = _style(app, body)
        page = _size(body.image_size)
    except Invalid as error:
        value = getattr(body, error.field or "", None)
        raise BadBody([_complaint((error.field or "style",), error.message, "value_error", value)]) from error
    return Generate(
        prompt=body.prompt,
        style=style.style,
        substyle=style.substyle,
        width=page.width,
        height=page.height,
        seed=secrets.randbits(32) if body.seed is None else body.seed,
        format="svg" if style.output == "svg" else "webp",
        palette=tuple(PaletteColor(color=f"#{c.r:02x}{c.g:02x}{c.b:02x}") for c in body.colors or ()),
    )


def cost(app: App, wanted: Generate, table: str) -> int:
    """Units of an operation."""
    return price("images.generations", app.family, "svg" if wanted.format == "svg" else "raster", wanted.n, table)


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


def _style(app: App, body: Body) -> Style:
    if body.style_id is None:
        return slash_style(app.styles, body.style or _DEFAULT_STYLE)
    found = basic_style(MODELS[app.family], body.style_id)
    if found is None:
        raise Invalid(f"no style {ascii(body.style_id)}", field="style_id")
    return found


def _size(value: ImageSize | str | None) -> Size:
    if isinstance(value, ImageSize):
        return Size(value.width, value.height)
    if value is not None and value not in presets():
        raise Invalid(f"Input should be one of {', '.join(presets())}, or a width and a height", field="image_size")
    return presets()[value or _DEFAULT_SIZE]


def _complaint(loc: tuple[Any, ...], message: str, kind: str, value: object) -> dict[str, Any]:
    plain = json.loads(json.dumps(value, ensure_ascii=False, default=str).encode("utf-8", "replace"))
    url = f"https://docs.fal.ai/errors#{kind}"
    return {"loc": ["body", *loc], "msg": message, "type": kind, "url": url, "input": plain}
