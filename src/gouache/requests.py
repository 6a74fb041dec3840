"""What people type, in the shell or in Python, as a validated operation."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from gouache.errors import Invalid
from gouache.operations import Format, Generate, Operation, PaletteColor, TextPlacement
from gouache.styles.profile import StyleProfile
from gouache.vocabulary.sizes import Size
from gouache.vocabulary.sizes import size as known_size
from gouache.vocabulary.styles import find_style

T = TypeVar("T", bound=Operation)
MAX_PROMPT = 4000
_SIZE = re.compile(r"^(\d{2,4})x(\d{2,4})$")


def request(prompt: str, *, size: str = "1024x1024", n: int = 1, **wishes: Any) -> Generate:
    """A Generate operation, with the wishes of `drawing`; raises Invalid naming the wrong argument."""
    fields = drawing(prompt, **wishes)
    width, height = picture_size(size)
    return validated(Generate, **fields, width=width, height=height, n=n)


def drawing(
    prompt: str,
    *,
    style: str = "any",
    substyle: str | None = None,
    profile: StyleProfile | None = None,
    seed: int | None = None,
    colors: Sequence[str] = (),
    background_color: str | None = None,
    no_text: bool = False,
    negative_prompt: str | None = None,
    artistic_level: int | None = None,
    text_layout: Sequence[TextPlacement] = (),
    format: Format = "png",
) -> dict[str, Any]:
    """The fields of a Drawn operation; raises Invalid naming the wrong argument."""
    if not prompt.strip() or len(prompt) > MAX_PROMPT:
        raise Invalid(f"the prompt must have 1 to {MAX_PROMPT} characters", field="prompt", code="invalid_prompt")
    chosen = find_style(profile.base if profile else style, substyle)
    return {
        "prompt": prompt,
        "style": chosen.style,
        "substyle": chosen.substyle,
        "profile": profile,
        "seed": seed_of(seed),
        "negative_prompt": negative_prompt,
        "palette": tuple(PaletteColor(color=color_of(one, "color")) for one in colors),
        "background": color_of(background_color, "background_color") if background_color else None,
        "no_text": no_text,
        "artistic_level": artistic_level,
        "text_layout": tuple(text_layout),
        "format": format,
    }


def seed_of(seed: int | None) -> int:
    """The seed given, else one drawn by chance."""
    return secrets.randbits(32) if seed is None else seed


def validated(kind: type[T], **fields: Any) -> T:
    """The operation of some fields; raises Invalid naming the first wrong one."""
    try:
        return kind(**fields)
    except ValidationError as error:
        first = error.errors()[0]
        field = str(first["loc"][0]) if first["loc"] else "request"
        raise Invalid(f"{field}: {first['msg']}", field=field) from error


def picture_size(text: str) -> Size:
    """`WxH` with sides of 64 to 4096 px, or a ratio name such as `16:9`."""
    match = _SIZE.match(text)
    return Size(int(match[1]), int(match[2])) if match else known_size(text)


def color_of(text: str, field: str) -> str:
    """`#rrggbb` of a CSS colour: hex, name or rgb()."""
    from PIL import ImageColor

    try:
        red, green, blue = ImageColor.getrgb(text)[:3]
    except ValueError as error:
        raise Invalid(f"{text!r} is no colour", field=field) from error
    return f"#{red:02x}{green:02x}{blue:02x}"
