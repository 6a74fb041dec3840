"""The nine tools: what an agent sees, and which route and fields stand behind each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from mcp import types

from gouache.operations import MAX_STYLE_PICTURES
from gouache.styles.profile import BASES
from gouache.vocabulary.models import MODELS
from gouache.vocabulary.sizes import sizes
from gouache.vocabulary.styles import styles

_URI = "http(s), data: or, where this server runs beside the files, file:// with an absolute path."


@dataclass(frozen=True, slots=True)
class Spec:
    """A tool: `path` is its route under /v1, `image` the argument that names pictures."""

    name: str
    path: str
    description: str
    arguments: dict[str, dict[str, Any]]
    required: tuple[str, ...] = ()
    image: str | None = None

    @property
    def tool(self) -> types.Tool:
        schema = {"type": "object", "properties": self.arguments, "required": list(self.required)}
        return types.Tool(name=self.name, description=self.description, input_schema=schema)


RENAMED = {"styleID": "style_id", "numberOfImages": "n"}


def _text(description: str, **more: Any) -> dict[str, Any]:
    return {"type": "string", "description": description, **more}


def _names(pick: Callable[[Any], str | None]) -> list[str]:
    families = dict.fromkeys(one.family for one in MODELS.values())
    return sorted({name for family in families for one in styles(family) if (name := pick(one)) is not None})


@lru_cache(1)
def specs() -> dict[str, Spec]:
    """The tools by name."""
    prompt = _text("What the picture shows, 1 to 1000 characters.")
    image = _text(f"The picture: {_URI}")
    look = {
        "style": _text("A style; vector_illustration and icon come out as SVG.", enum=_names(lambda one: one.style)),
        "substyle": _text("Refines the style.", enum=_names(lambda one: one.substyle)),
        "styleID": _text("The id of a style of one's own; excludes style."),
    }
    model = {"model": _text("recraftv3 by default.", enum=["recraftv3", "recraftv2"])}
    many = {"numberOfImages": {"type": "integer", "minimum": 1, "maximum": 6, "description": "1 by default."}}
    strength = {
        "type": "number", "minimum": 0, "maximum": 1, "description": "0 = almost the picture, 1 = least like it.",
    }  # fmt: skip
    size = {"size": _text("1024x1024 by default.", enum=[str(one) for one in sizes()])}
    style_of_pictures = {
        "style": _text("What the style stands on.", enum=list(BASES)),
        "imageURIs": {
            "type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": MAX_STYLE_PICTURES,
            "description": f"Each {_URI}",
        },
    }  # fmt: skip
    only = {"imageURI": image}
    table = (
        Spec("generate_image", "images/generations", "Draw pictures of a prompt, as pixels or SVG.",
             {"prompt": prompt, **size, **look, **model, **many}, ("prompt",)),
        Spec("image_to_image", "images/imageToImage", "Draw pictures after a picture and a prompt.",
             {**only, "prompt": prompt, "strength": strength, **look, **model, **many},
             ("imageURI", "prompt", "strength"), "imageURI"),
        Spec("replace_background", "images/replaceBackground", "Draw a new background behind a picture's subject.",
             {**only, "prompt": prompt, **look, **many}, ("imageURI", "prompt"), "imageURI"),
        Spec("create_style", "styles", "Make a style of reference pictures; use its id as styleID.",
             style_of_pictures, ("style", "imageURIs"), "imageURIs"),
        Spec("vectorize_image", "images/vectorize", "Turn pixels into an SVG.", only, ("imageURI",), "imageURI"),
        Spec("remove_background", "images/removeBackground", "Keep a picture's subject on transparent ground.",
             only, ("imageURI",), "imageURI"),
        Spec("crisp_upscale", "images/crispUpscale", "Make a picture larger and sharper.",
             only, ("imageURI",), "imageURI"),
        Spec("creative_upscale", "images/creativeUpscale", "Make a picture larger, with new detail.",
             only, ("imageURI",), "imageURI"),
        Spec("get_user", "users/me", "Who the key belongs to, and the API units left.", {}),
    )  # fmt: skip
    return {one.name: one for one in table}
