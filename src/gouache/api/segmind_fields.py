"""What requests of the Segmind dialect may hold, and what they mean in our words."""

from __future__ import annotations

import secrets
from functools import lru_cache
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from gouache.api.errors import invalid
from gouache.errors import Invalid
from gouache.operations import MAX_SEED, Generate
from gouache.vocabulary.prices import price
from gouache.vocabulary.sizes import Size, sizes
from gouache.vocabulary.slash_forms import slash_style

MODELS = ("recraft-v3", "recraft-v3-svg")
MAX_PROMPT = 4000
_FAMILY = "recraftv3"


def _says_something(prompt: str) -> str:
    if not prompt.strip() or "\0" in prompt:
        raise ValueError("the prompt is empty or holds control characters")
    return prompt


class Body(BaseModel):
    """The parameters of both models; unknown ones are ignored."""

    model_config = ConfigDict(extra="ignore")
    prompt: Annotated[str, AfterValidator(_says_something)] = Field(min_length=1, max_length=MAX_PROMPT)
    size: str | None = Field(default=None, description="`WxH`, one of fifteen; 1024x1024 by default.")
    style: str | None = Field(default=None, description="`any` by default.")
    seed: Annotated[int, Field(ge=-1, le=MAX_SEED)] | None = Field(default=None, description="-1 = a random one.")


def operation(slug: str, fields: dict[str, Any], notes: tuple[str, ...] = ()) -> Generate:
    """What a body asks of a model, with notes for its report; raises Invalid naming the parameter."""
    if not isinstance(fields.get("prompt"), str):
        raise Invalid("Prompt is Mandatory and must be string", field="prompt")
    try:
        body = Body.model_validate(fields)
    except ValidationError as error:
        raise invalid(error) from error
    style = slash_style(slug, body.style or "any")
    page = _size(body.size or "1024x1024")
    return Generate(
        prompt=body.prompt,
        style=style.style,
        substyle=style.substyle,
        width=page.width,
        height=page.height,
        seed=secrets.randbits(32) if body.seed in (None, -1) else body.seed,
        format="svg" if style.output == "svg" else "webp",
        notes=notes,
    )


def cost(wanted: Generate, table: str) -> int:
    """Units of an operation."""
    return price("images.generations", _FAMILY, "svg" if wanted.format == "svg" else "raster", wanted.n, table)


def _size(value: str) -> Size:
    known = _sizes()
    if value not in known:
        raise Invalid(f"size must be one of the following: {', '.join(known)}", field="size")
    return known[value]


@lru_cache(1)
def _sizes() -> dict[str, Size]:
    return {str(size): size for size in sizes()}
