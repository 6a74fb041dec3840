"""The shell's tools for pictures that exist: `gouache vectorize scan.png -o logo.svg` and its kin."""

from __future__ import annotations

import sys
from collections.abc import Callable
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from gouache.cli_show import Show
from gouache.cli_show import show as show_picture
from gouache.cli_watch import Watch, Watcher
from gouache.errors import Invalid

if TYPE_CHECKING:
    from gouache.operations import Format
    from gouache.picture import Picture

Image = Annotated[str, typer.Argument(help="The picture: PNG, JPG, WEBP or SVG; - for stdin.", metavar="IMAGE")]
Mask = Annotated[str, typer.Option("--mask", "-m", help="White where something is to change; as large as the picture.")]
Prompt = Annotated[str, typer.Argument(help="What is to be drawn.")]
Output = Annotated[str, typer.Option("-o", "--output", help="File (.svg .png .webp .jpg), or - for stdout.")]


def styles_known(incomplete: str) -> list[str]:
    """For the shell's completion: every style and style/substyle that begins so."""
    from gouache.vocabulary.styles import styles

    names = dict.fromkeys(one.slashed for family in ("recraftv3", "recraftv2") for one in styles(family))
    return [name for name in names if name.startswith(incomplete)]


Style = Annotated[
    str, typer.Option(help="A style, style/substyle, or a substyle alone.", autocompletion=styles_known)
]  # fmt: skip
Seed = Annotated[int | None, typer.Option(help="The same seed gives the same bytes.")]
Colors = Annotated[list[str] | None, typer.Option("--color", help="A palette colour; repeat for more.")]
Json = Annotated[bool, typer.Option("--json", help="Print the report as JSON.")]


def mount(app: typer.Typer, panel: str) -> None:
    """Add the tools to a panel of the shell's help."""
    for command in (
        vectorize, remove_background, upscale, erase, inpaint, generate_background, replace_background, outpaint,
        image_to_image, variate, style,
    ):  # fmt: skip
        app.command(rich_help_panel=panel)(command)


def vectorize(
    image: Image,
    output: Output = "vector.svg",
    max_shapes: Annotated[int | None, typer.Option(help="At most so many shapes.")] = None,
    max_colors: Annotated[int | None, typer.Option(help="At most so many colours.")] = None,
    color: Colors = None,
    gradients: Annotated[bool, typer.Option("--gradients", help="Smooth shades as gradients.")] = False,
    cut_out: Annotated[bool, typer.Option("--cut-out", help="No shape lies over another.")] = False,
    json: Json = False,
    watch: Watch = None,
    show: Show = False,
) -> None:
    """Pixels to SVG."""
    from gouache import functions

    _finish(
        lambda: functions.vectorize(
            _read(image),
            max_shapes=max_shapes,
            max_colors=max_colors,
            colors=color or (),
            gradients=gradients,
            cut_out=cut_out,
        ),
        output,
        json,
        watch,
        show,
    )


def remove_background(
    image: Image, output: Output = "cut-out.png", json: Json = False, watch: Watch = None, show: Show = False
) -> None:
    """Keep the subject, on transparent ground."""
    from gouache import functions

    _finish(lambda: functions.remove_background(_read(image)), output, json, watch, show)


def upscale(
    image: Image,
    output: Output = "large.png",
    factor: Annotated[int, typer.Option(min=2, max=4, help="2 or 4 times as large.")] = 4,
    creative: Annotated[bool, typer.Option("--creative", help="Add plausible detail.")] = False,
    json: Json = False,
    watch: Watch = None,
    show: Show = False,
) -> None:
    """Larger and sharper."""
    from gouache import functions

    _finish(
        lambda: functions.upscale(_read(image), factor=cast(Any, factor), creative=creative), output, json, watch, show
    )


def erase(
    image: Image, mask: Mask, output: Output = "erased.png", json: Json = False, watch: Watch = None, show: Show = False
) -> None:
    """Fill what the mask marks from its surroundings."""
    from gouache import functions

    _finish(lambda: functions.erase(_read(image), _read(mask)), output, json, watch, show)


def inpaint(
    image: Image, prompt: Prompt, mask: Mask, output: Output = "inpainted.png", style: Style = "any",
    seed: Seed = None, color: Colors = None, json: Json = False, watch: Watch = None, show: Show = False,
) -> None:  # fmt: skip
    """Draw the prompt where the mask is white."""
    from gouache import functions

    _finish(
        lambda: functions.inpaint(_read(image), _read(mask), prompt, style=style, seed=seed, colors=color or ()),
        output,
        json,
        watch,
        show,
    )


def generate_background(
    image: Image, prompt: Prompt, mask: Mask, output: Output = "background.png", style: Style = "any",
    seed: Seed = None, color: Colors = None, json: Json = False, watch: Watch = None, show: Show = False,
) -> None:  # fmt: skip
    """Draw a background where the mask is white."""
    from gouache import functions

    _finish(
        lambda: functions.generate_background(
            _read(image), _read(mask), prompt, style=style, seed=seed, colors=color or ()
        ),
        output,
        json,
        watch,
        show,
    )


def replace_background(
    image: Image, prompt: Prompt, output: Output = "background.png", style: Style = "any", seed: Seed = None,
    color: Colors = None, json: Json = False, watch: Watch = None, show: Show = False,
) -> None:  # fmt: skip
    """Draw a new background behind the subject."""
    from gouache import functions

    _finish(
        lambda: functions.replace_background(_read(image), prompt, style=style, seed=seed, colors=color or ()),
        output,
        json,
        watch,
        show,
    )


def outpaint(
    image: Image, prompt: Prompt, output: Output = "outpainted.png",
    left: Annotated[int, typer.Option(help="px to add.")] = 0,
    right: Annotated[int, typer.Option(help="px to add.")] = 0,
    top: Annotated[int, typer.Option(help="px to add.")] = 0,
    bottom: Annotated[int, typer.Option(help="px to add.")] = 0,
    zoom_out: Annotated[float, typer.Option(help="Shrink the picture by this percentage first.")] = 0,
    style: Style = "any", seed: Seed = None, json: Json = False, watch: Watch = None, show: Show = False,
) -> None:  # fmt: skip
    """Continue a picture beyond its edges."""
    from gouache import functions

    _finish(
        lambda: functions.outpaint(
            _read(image),
            prompt,
            left=left,
            right=right,
            top=top,
            bottom=bottom,
            zoom_out=zoom_out,
            style=style,
            seed=seed,
        ),
        output,
        json,
        watch,
        show,
    )


def image_to_image(
    image: Image, prompt: Prompt, output: Output = "redrawn.png",
    strength: Annotated[float, typer.Option(help="0 = almost the picture, 1 = least like it.")] = 0.5,
    style: Style = "any", seed: Seed = None, color: Colors = None,
    json: Json = False, watch: Watch = None, show: Show = False,
) -> None:  # fmt: skip
    """A new picture after a prompt and a picture."""
    from gouache import functions

    _finish(
        lambda: functions.image_to_image(
            _read(image), prompt, strength=strength, style=style, seed=seed, colors=color or ()
        ),
        output,
        json,
        watch,
        show,
    )


def variate(
    image: Image, output: Output = "variation.png",
    size: Annotated[str, typer.Option(help="WxH in pixels, or a ratio such as 16:9.")] = "1024x1024",
    seed: Seed = None, json: Json = False, watch: Watch = None, show: Show = False,
) -> None:  # fmt: skip
    """The same subject composed anew."""
    from gouache import functions

    _finish(lambda: functions.variate(_read(image), size=size, seed=seed), output, json, watch, show)


def style(
    images: Annotated[list[str], typer.Argument(help="1 to 10 reference pictures.", metavar="IMAGES...")],
    output: Annotated[str, typer.Option("-o", "--output", help="JSON file, or - for stdout.")] = "style.json",
    base: Annotated[str, typer.Option(help="The style it stands on.")] = "digital_illustration",
) -> None:
    """Measure a style of reference pictures, for `gouache generate --profile`."""
    from gouache import functions
    from gouache.styles.profile import BASES

    if base not in BASES:
        raise Invalid(f"unknown base {base!r}; known: {', '.join(BASES)}", field="base")
    profile = functions.create_style([_read(one) for one in images], base=cast(Any, base))
    text = profile.model_dump_json(indent=2)
    if output == "-":
        typer.echo(text)
        return
    saved(Path(output), f"{text}\n".encode())
    typer.echo(f"{output}  {len(profile.palette)} colours on {base}", err=True)


def _read(name: str) -> bytes | str:
    return sys.stdin.buffer.read() if name == "-" else name


def _finish(make: Callable[[], Picture], output: str, as_json: bool, watch: bool | None, shown: bool) -> None:
    """Make a picture while progress is told, write it, say what became of it."""
    from gouache import functions
    from gouache.picture import format_of

    if output != "-":
        format_of(output)
    with Watcher(watch) as watcher, functions.watching(watcher):
        done = make()
    _write(done, output)
    if as_json:
        typer.echo(dumps(done.report, indent=2, ensure_ascii=False), err=output == "-")
    else:
        typer.echo(f"{output}  {done.width}x{done.height}", err=True)
        for kind in ("approximated", "ignored"):
            for line in done.report[kind]:
                typer.echo(f"  {kind}: {line}", err=True)
    if shown:
        show_picture(done.image)


def _write(done: Picture, output: str) -> None:
    from gouache.picture import format_of

    if output == "-":
        format: Format = "svg" if done.made.svg is not None else "png"
        sys.stdout.buffer.write(done.encoded(format).data)
    else:
        saved(Path(output), done.encoded(format_of(output)).data)


def saved(path: Path, data: bytes) -> str:
    """Write a file, its folders made; its name. Raises Invalid where nothing can be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise Invalid(f"cannot write {path}: {error.strerror}", field="output") from error
    return str(path)
