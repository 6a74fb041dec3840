"""The models of the Replicate dialect: their names, versions and schemas."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from gouache.operations import Format
from gouache.tables import rows
from gouache.vocabulary.models import Output
from gouache.vocabulary.sizes import aspect_ratios, sizes
from gouache.vocabulary.slash_forms import slash_forms

OWNER = "recraft-ai"
UNSET = "Not set"


@dataclass(frozen=True, slots=True)
class Listed:
    """A model; `operation` is the name its price has, `versions` are ids of 64 hex digits, newest first.

    `created` is RFC 3339. `default_style` is empty for tools, which take a picture and nothing else.
    """

    name: str
    operation: str
    family: str
    format: Format
    default_style: str
    created: str
    versions: tuple[str, ...]
    collections: tuple[str, ...]
    description: str

    @property
    def slug(self) -> str:
        return f"{OWNER}/{self.name}"

    @property
    def draws(self) -> bool:
        """Whether it takes a prompt, not a picture."""
        return bool(self.default_style)

    @property
    def output(self) -> Output:
        return "svg" if self.format == "svg" else "raster"

    @property
    def styles(self) -> tuple[str, ...]:
        return tuple(slash_forms(self.name))


@dataclass(frozen=True, slots=True)
class Collection:
    slug: str
    name: str
    description: str

    @property
    def models(self) -> list[Listed]:
        return [model for model in listed().values() if self.slug in model.collections]


@lru_cache(1)
def listed() -> dict[str, Listed]:
    """The models by `owner/name`."""
    table = [
        Listed(
            name, operation, family, cast(Format, form), style, created, tuple(versions.split(",")),
            tuple(collections.split(",")), description,
        )
        for name, operation, family, form, style, created, versions, collections, description in rows(
            "gouache.api", "replicate_models.tsv"
        )
    ]  # fmt: skip
    return {entry.slug: entry for entry in table}


@lru_cache(1)
def collections() -> dict[str, Collection]:
    """The collections by slug."""
    return {slug: Collection(slug, name, text) for slug, name, text in rows("gouache.api", "replicate_collections.tsv")}


def by_version(reference: str) -> tuple[Listed, str] | None:
    """The model of a version (its id, `owner/name:id`, or `owner/name`) and the version to echo."""
    slug, _, version = reference.rpartition(":")
    if reference in listed():
        return listed()[reference], "hidden"
    models = [listed()[slug]] if slug in listed() else [] if slug else listed().values()
    return next(((model, version) for model in models if version in model.versions), None)


def choices(model: Listed) -> dict[str, tuple[str, ...]]:
    """The inputs with closed lists."""
    if not model.draws:
        return {}
    return {
        "size": tuple(str(size) for size in sizes()),
        "style": model.styles,
        "aspect_ratio": (UNSET, *aspect_ratios()),
    }


def defaults(model: Listed) -> dict[str, str]:
    """What an input means that is not given."""
    if not model.draws:
        return {}
    return {"size": "1024x1024", "style": model.default_style, "aspect_ratio": UNSET}


def schema(model: Listed) -> dict[str, Any]:
    """The model's `openapi_schema`, as cog writes it."""
    enumerations = {
        name: {"enum": list(values), "type": "string", "title": name, "description": "An enumeration."}
        for name, values in choices(model).items()
    }
    output = {"type": "string", "title": "Output", "format": "uri"}
    states = ["starting", "processing", "succeeded", "canceled", "failed"]
    schemas = {
        **enumerations,
        "Input": _input(model),
        "Output": output,
        "Status": {"enum": states, "type": "string", "title": "Status", "description": "An enumeration."},
        "PredictionRequest": _object("PredictionRequest", input={"$ref": "#/components/schemas/Input"}),
        "PredictionResponse": _object(
            "PredictionResponse", input={"$ref": "#/components/schemas/Input"},
            output={"$ref": "#/components/schemas/Output"}, status={"$ref": "#/components/schemas/Status"},
        ),
    }  # fmt: skip
    answer = {"200": {"description": "Successful Response"}}
    paths = {"/predictions": {"post": {"summary": "Predict", "operationId": "predict", "responses": answer}}}
    return {
        "openapi": "3.0.2",
        "info": {"title": "Cog", "version": "0.1.0"},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _input(model: Listed) -> dict[str, Any]:
    if not model.draws:
        image = {"type": "string", "title": "Image", "format": "uri", "x-order": 0, "description": _WORDS["image"]}
        return {"type": "object", "title": "Input", "required": ["image"], "properties": {"image": image}}
    prompt = {"type": "string", "title": "Prompt", "x-order": 0, "description": _WORDS["prompt"]}
    properties: dict[str, Any] = {"prompt": prompt}
    for order, (name, default) in enumerate(defaults(model).items(), 1):
        reference = {"$ref": f"#/components/schemas/{name}"}
        properties[name] = {"allOf": [reference], "default": default, "x-order": order, "description": _WORDS[name]}
    return {"type": "object", "title": "Input", "required": ["prompt"], "properties": properties}


def described(model: Listed) -> dict[str, str]:
    """What each input is for, and what it means when it is not given."""
    first = {"prompt": _WORDS["prompt"]} if model.draws else {"image": _WORDS["image"]}
    return first | {name: f"{_WORDS[name]} Default: {default}." for name, default in defaults(model).items()}


_WORDS = {
    "prompt": "Text prompt for image generation",
    "image": "Input image",
    "size": "The width and height of the generated image. If aspect ratio is set, size is ignored.",
    "style": "The style of the generated image.",
    "aspect_ratio": "The aspect ratio of the generated image.",
}


def _object(title: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "title": title, "properties": properties}
