"""Operations as requests of the Recraft API: path, fields, files; one picture a request."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from gouache.operations import (
    CreativeUpscale,
    CrispUpscale,
    Drawn,
    EraseRegion,
    Generate,
    GenerateBackground,
    ImageToImage,
    Inpaint,
    Operation,
    Outpaint,
    RemoveBackground,
    ReplaceBackground,
    Source,
    Variate,
    Vectorize,
)
from gouache.vocabulary.sizes import MEGAPIXELS, sizes

_UPSCALE_TO = {megapixels: name for name, megapixels in MEGAPIXELS.items()}
_OWN = {"style", "substyle", "negative_prompt"}


@dataclass(frozen=True, slots=True)
class Wire:
    """A request: `files` are the pictures to send by part name, `ignored` lines for the report."""

    path: str
    fields: dict[str, Any]
    files: dict[str, Source] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()


def wire(operation: Operation, model: str, seed: int) -> Wire:
    """The request for one picture of an operation; KeyError for operations the provider does not have."""
    made = _WIRES[type(operation)](operation)
    fields = {"response_format": "b64_json", "image_format": "png", "random_seed": seed, **made.fields}
    if isinstance(operation, Drawn):
        fields |= {"model": model, "n": 1, **_drawn(operation)}
    if isinstance(operation, Variate):
        fields |= {"n": 1}
    ignored = (*made.ignored, *_ignored(operation))
    return Wire(made.path, fields, made.files, ignored)


def supported(operation: Operation) -> bool:
    return type(operation) in _WIRES


def form(fields: dict[str, Any]) -> dict[str, str]:
    """Fields for a multipart body: objects and lists as JSON text."""
    return {name: value if isinstance(value, str) else json.dumps(value) for name, value in fields.items()}


def _drawn(operation: Drawn) -> dict[str, Any]:
    fields: dict[str, Any] = {"prompt": operation.prompt, "style": operation.style}
    fields |= {name: value for name in sorted(_OWN - {"style"}) if (value := getattr(operation, name)) is not None}
    controls = _controls(operation)
    if controls:
        fields["controls"] = controls
    if operation.text_layout and not operation.no_text:
        fields["text_layout"] = [{"text": item.text, "bbox": item.quad} for item in operation.text_layout]
    return fields


def _controls(operation: Drawn) -> dict[str, Any]:
    controls: dict[str, Any] = {}
    if operation.palette:
        wishes = [{"rgb": _rgb(wish.color), "weight": wish.weight} for wish in operation.palette]
        controls["colors"] = [{k: v for k, v in wish.items() if v is not None} for wish in wishes]
    if operation.background:
        controls["background_color"] = {"rgb": _rgb(operation.background)}
    if operation.artistic_level is not None:
        controls["artistic_level"] = operation.artistic_level
    if operation.no_text:
        controls["no_text"] = True
    return controls


def _rgb(color: str) -> list[int]:
    return [int(color[i : i + 2], 16) for i in (1, 3, 5)]


def _ignored(operation: Operation) -> tuple[str, ...]:
    profile = isinstance(operation, Drawn) and operation.profile is not None
    return (*operation.notes, *(("style profile: the provider does not know it",) if profile else ()))


def _nearest(width: int, height: int) -> tuple[int, int]:
    """The provider's size of the most similar shape."""
    best = min(sizes(), key=lambda size: (abs(size.width / size.height - width / height), size.width * size.height))
    return best.width, best.height


def _sized(path: str, operation: Generate | Variate, files: dict[str, Source]) -> Wire:
    wanted = (operation.width, operation.height)
    asked = wanted if wanted in {(size.width, size.height) for size in sizes()} else _nearest(*wanted)
    return Wire(path, {"size": f"{asked[0]}x{asked[1]}"}, files)


def _generate(operation: Generate) -> Wire:
    return _sized("images/generations", operation, {})


def _variate(operation: Variate) -> Wire:
    return _sized("images/variateImage", operation, {"image": operation.image})


def _image_to_image(operation: ImageToImage) -> Wire:
    return Wire("images/imageToImage", {"strength": operation.strength}, {"image": operation.image})


def _masked(path: str) -> Callable[[Any], Wire]:
    return lambda operation: Wire(path, {}, {"image": operation.image, "mask": operation.mask})


def _pictured(path: str) -> Callable[[Any], Wire]:
    return lambda operation: Wire(path, {}, {"image": operation.image})


def _outpaint(operation: Outpaint) -> Wire:
    sides = {"left": operation.left, "right": operation.right, "top": operation.top, "bottom": operation.bottom}
    fields: dict[str, Any] = {f"expand_{side}": px for side, px in sides.items() if px}
    if operation.zoom_out:
        fields["zoom_out_percentage"] = operation.zoom_out
    return Wire("images/outpaint", fields, {"image": operation.image})


def _upscale(path: str) -> Callable[[Any], Wire]:
    def made(operation: CrispUpscale | CreativeUpscale) -> Wire:
        fields = {"upscale": _UPSCALE_TO[operation.megapixels]} if operation.megapixels else {}
        told = () if operation.megapixels else (f"factor {operation.factor}: the provider has its own",)
        return Wire(path, fields, {"image": operation.image}, told)

    return made


def _vectorize(operation: Vectorize) -> Wire:
    flags = {
        "svg_compression": operation.compress, "color_reduction": operation.reduce_colors,
        "small_shape_filter": operation.small_shape_filter, "return_gradients": operation.gradients,
        "limit_num_shapes": operation.max_shapes is not None,
    }  # fmt: skip
    fields: dict[str, Any] = {name: "on" if on else "off" for name, on in flags.items()}
    fields["shape_stacking"] = "cut_out" if operation.cut_out else "hierarchical"
    if operation.max_shapes is not None:
        fields["max_num_shapes"] = operation.max_shapes
    if operation.max_colors is not None:
        fields["max_num_colors"] = operation.max_colors
    if operation.palette:
        fields["strict_color_palette"] = [_rgb(color) for color in operation.palette]
    return Wire("images/vectorize", fields, {"image": operation.image})


_WIRES: dict[type[Operation], Callable[[Any], Wire]] = {
    Generate: _generate, ImageToImage: _image_to_image, Variate: _variate, Outpaint: _outpaint, Vectorize: _vectorize,
    Inpaint: _masked("images/inpaint"), GenerateBackground: _masked("images/generateBackground"),
    EraseRegion: _masked("images/eraseRegion"), ReplaceBackground: _pictured("images/replaceBackground"),
    RemoveBackground: _pictured("images/removeBackground"), CrispUpscale: _upscale("images/crispUpscale"),
    CreativeUpscale: _upscale("images/creativeUpscale"),
}  # fmt: skip
