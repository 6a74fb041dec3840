"""gouache in Python: every operation as a function, run in this process.

Pictures come in as paths, bytes, PIL images or gouache's own; masks are white where something is to change. Colours are
`#rrggbb`, names or `rgb()`, sizes `WxH` in px or a ratio such as `16:9`. Wrong arguments raise `gouache.errors.Invalid`
naming the argument. `gouache.aio` has the same functions as coroutines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, overload

from gouache import operations
from gouache.engines import Context, engine_for
from gouache.errors import Invalid
from gouache.inputs import Inputs
from gouache.operations import Drawn, Operation
from gouache.picture import Picture
from gouache.requests import color_of, drawing, picture_size, request, seed_of, validated
from gouache.styles.profile import Base, StyleProfile

if TYPE_CHECKING:
    from gouache.inputs import Input

Progress = Callable[[float, str], None]  # fraction done, 0..1, and the stage in words
_watched: ContextVar[Progress | None] = ContextVar("watched", default=None)


@contextmanager
def watching(progress: Progress) -> Iterator[None]:
    """While it lasts, what is made here (or in coroutines started here) tells `progress` how far it is."""
    token = _watched.set(progress)
    try:
        yield
    finally:
        _watched.reset(token)


@overload
def generate(prompt: str, *, n: None = None, **wishes: Any) -> Picture: ...
@overload
def generate(prompt: str, *, n: int, **wishes: Any) -> list[Picture]: ...
def generate(prompt: str, *, n: int | None = None, size: str = "1024x1024", **wishes: Any) -> Picture | list[Picture]:
    """A picture of a prompt; a list of them when `n` is given.

    Wishes, all of them optional: style, substyle, profile, seed, colors, background_color, negative_prompt, no_text,
    artistic_level, text_layout; `format="svg"` keeps the prompt's own words from choosing a style of pixels.
    """
    made = list(pictures(request(prompt, size=size, n=n or 1, **wishes)))
    return made[0] if n is None else made


def vectorize(
    image: Input,
    *,
    max_shapes: int | None = None,
    max_colors: int | None = None,
    colors: Sequence[str] = (),
    gradients: bool = False,
    cut_out: bool = False,
    small_shape_filter: bool = True,
) -> Picture:
    """Pixels to SVG."""
    inputs = Inputs()
    wanted = validated(
        operations.Vectorize, image=inputs.add(image), max_shapes=max_shapes, max_colors=max_colors,
        palette=tuple(color_of(one, "colors") for one in colors), gradients=gradients, cut_out=cut_out,
        small_shape_filter=small_shape_filter,
    )  # fmt: skip
    return _one(wanted, inputs)


def remove_background(image: Input) -> Picture:
    """The subject on transparent ground; an SVG stays one."""
    inputs = Inputs()
    source = inputs.add(image)
    return _one(operations.RemoveBackground(image=source, format=_kept(source)), inputs)


def upscale(image: Input, *, factor: Literal[2, 4] = 4, creative: bool = False) -> Picture:
    """The same picture larger and sharper; `creative` adds plausible detail."""
    inputs = Inputs()
    kind = operations.CreativeUpscale if creative else operations.CrispUpscale
    return _one(validated(kind, image=inputs.add(image), factor=factor, format="png"), inputs)


def erase(image: Input, mask: Input) -> Picture:
    """What the mask marks is filled from its surroundings."""
    inputs = Inputs()
    source = inputs.add(image)
    wanted = operations.EraseRegion(image=source, mask=inputs.add(mask, "mask"), format=_kept(source))
    return _one(wanted, inputs)


def inpaint(image: Input, mask: Input, prompt: str, **wishes: Any) -> Picture:
    """The prompt drawn where the mask is white."""
    inputs = Inputs()
    own = {"image": inputs.add(image), "mask": inputs.add(mask, "mask")}
    return _drawn(operations.Inpaint, inputs, prompt, own, wishes)


def generate_background(image: Input, mask: Input, prompt: str, **wishes: Any) -> Picture:
    """A background drawn where the mask is white."""
    inputs = Inputs()
    own = {"image": inputs.add(image), "mask": inputs.add(mask, "mask")}
    return _drawn(operations.GenerateBackground, inputs, prompt, own, wishes)


def replace_background(image: Input, prompt: str, **wishes: Any) -> Picture:
    """A new background behind the subject."""
    inputs = Inputs()
    return _drawn(operations.ReplaceBackground, inputs, prompt, {"image": inputs.add(image)}, wishes)


def outpaint(
    image: Input, prompt: str, *, left: int = 0, right: int = 0, top: int = 0, bottom: int = 0,
    zoom_out: float = 0, **wishes: Any,
) -> Picture:  # fmt: skip
    """The picture continued beyond its edges, px on each side; `zoom_out` is a percentage."""
    inputs = Inputs()
    own = {
        "image": inputs.add(image), "left": left, "right": right, "top": top, "bottom": bottom, "zoom_out": zoom_out,
    }  # fmt: skip
    return _drawn(operations.Outpaint, inputs, prompt, own, wishes)


def image_to_image(image: Input, prompt: str, *, strength: float = 0.5, **wishes: Any) -> Picture:
    """A new picture after a prompt and a picture; strength 0 = almost the picture, 1 = least like it."""
    inputs = Inputs()
    return _drawn(operations.ImageToImage, inputs, prompt, {"image": inputs.add(image), "strength": strength}, wishes)


def variate(image: Input, *, size: str = "1024x1024", seed: int | None = None) -> Picture:
    """The same subject composed anew."""
    inputs = Inputs()
    source = inputs.add(image)
    width, height = picture_size(size)
    wanted = validated(
        operations.Variate, image=source, width=width, height=height, seed=seed_of(seed), format=_kept(source)
    )  # fmt: skip
    return _one(wanted, inputs)


def create_style(images: Sequence[Input], *, base: Base = "digital_illustration") -> StyleProfile:
    """What 1 to 10 reference pictures have in common, to be handed to `generate` as `profile`."""
    from gouache.styles.create import create
    from gouache.styles.references import carrying

    inputs = Inputs()
    if not 1 <= len(images) <= operations.MAX_STYLE_PICTURES:
        raise Invalid(f"images: 1 to {operations.MAX_STYLE_PICTURES} pictures", field="images")
    wanted = validated(operations.CreateStyle, images=tuple(inputs.add(one, "images") for one in images), base=base)
    return carrying(create(wanted, Context(read=inputs.read))[0], inputs.read)


def pictures(operation: Operation, inputs: Inputs | None = None) -> Iterator[Picture]:
    """The pictures of an operation one by one; raises GouacheError for what cannot be done."""
    context = Context(read=inputs.read) if inputs else Context()
    progress = _watched.get()
    context = replace(context, progress=progress) if progress else context
    for position, image in enumerate(engine_for(operation).run(operation, context)):
        yield Picture(operation, image, position)


def _one(operation: Operation, inputs: Inputs) -> Picture:
    return next(pictures(operation, inputs))


def _drawn(kind: type[Drawn], inputs: Inputs, prompt: str, own: dict[str, Any], wishes: dict[str, Any]) -> Picture:
    return _one(validated(kind, **drawing(prompt, **wishes), **own), inputs)


def _kept(source: operations.Source) -> Literal["svg", "png"]:
    """An SVG stays one."""
    return "svg" if source.media_type == "image/svg+xml" else "png"
