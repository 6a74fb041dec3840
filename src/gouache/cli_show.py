"""Pictures in the terminal: kitty's protocol, iTerm2's, sixel, else half blocks."""

from __future__ import annotations

import base64
import io
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Literal, cast, get_args

import typer

from gouache.errors import Invalid

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from PIL.Image import Image

    Pixels = npt.NDArray[np.uint8]

Show = Annotated[bool, typer.Option("--show", help="Show it in the terminal, too.")]
Protocol = Literal["kitty", "iterm", "sixel", "blocks"]
_COLUMNS = 64  # the widest a picture gets, in cells
_CELL = 10  # px of a cell's width, where the terminal does not tell
_CHUNK = 4096  # bytes of base64 in one of kitty's escape codes
_COLORS = 255  # of a sixel picture


def show(picture: Image) -> None:
    """Draw a picture on the terminal behind stderr."""
    columns = min(_COLUMNS, shutil.get_terminal_size().columns)
    text = drawn(picture.convert("RGBA"), protocol(os.environ, _attributes), columns, _truecolor(os.environ))
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def protocol(environment: Mapping[str, str], attributes: Callable[[], str]) -> Protocol:
    """What the terminal understands: by `GOUACHE_SHOW`, by its name, else by its answer to DA1. Raises Invalid."""
    asked = environment.get("GOUACHE_SHOW")
    if asked:
        if asked not in get_args(Protocol):
            raise Invalid(f"GOUACHE_SHOW: {asked!r} is none of {', '.join(get_args(Protocol))}", field="show")
        return cast(Protocol, asked)
    program, term = environment.get("TERM_PROGRAM", ""), environment.get("TERM", "")
    if "TMUX" not in environment and not term.startswith("screen"):  # those swallow what they do not know
        if "KITTY_WINDOW_ID" in environment or program == "ghostty" or term in ("xterm-kitty", "xterm-ghostty"):
            return "kitty"
        if program in ("iTerm.app", "WezTerm", "mintty"):
            return "iterm"
    return "sixel" if "4" in attributes().removeprefix("\x1b[?").removesuffix("c").split(";")[1:] else "blocks"


def _truecolor(environment: Mapping[str, str]) -> bool:
    return environment.get("COLORTERM") in ("truecolor", "24bit")


def _attributes() -> str:
    """The terminal's answer to DA1 (primary device attributes, ECMA-48), empty when it gives none in 0.2 s."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return ""
    import select
    import termios
    import tty

    line = sys.stdin.fileno()
    before, answer = termios.tcgetattr(line), ""
    try:
        tty.setcbreak(line)
        sys.stderr.write("\x1b[c")
        sys.stderr.flush()
        while not answer.endswith("c") and select.select([line], [], [], 0.2)[0]:
            answer += os.read(line, 1).decode("ascii", "replace")
    finally:
        termios.tcsetattr(line, termios.TCSADRAIN, before)
    return answer


def drawn(picture: Image, protocol: Protocol, columns: int, truecolor: bool = True) -> str:
    """The text that makes a terminal show an RGBA picture, `columns` cells wide."""
    if protocol == "blocks":
        return "\n".join(_blocks(_opaque(_narrowed(picture, columns)), truecolor))
    small = _narrowed(picture, columns * _CELL)
    if protocol == "sixel":
        return _sixel(_opaque(small))
    buffer = io.BytesIO()
    small.save(buffer, "PNG")
    data = base64.b64encode(buffer.getvalue()).decode()
    if protocol == "iterm":
        return f"\x1b]1337;File=inline=1;width={columns};preserveAspectRatio=1:{data}\a"
    return "".join(_kitty(data, columns))


def _narrowed(picture: Image, width: int) -> Image:
    height = max(1, round(picture.height * width / picture.width))
    return picture.resize((width, height)) if width < picture.width else picture


def _opaque(picture: Image) -> Image:
    from PIL import Image as Pillow

    ground = Pillow.new("RGBA", picture.size, "white")
    ground.alpha_composite(picture)
    return ground.convert("RGB")


def _kitty(data: str, columns: int) -> Iterator[str]:
    for start in range(0, len(data), _CHUNK):
        head = f"a=T,f=100,c={columns}," if start == 0 else ""
        more = int(start + _CHUNK < len(data))
        yield f"\x1b_G{head}m={more};{data[start : start + _CHUNK]}\x1b\\"


def _blocks(picture: Image, truecolor: bool) -> Iterator[str]:
    """Two pixels a cell: the upper one in the ink of U+2580, the lower one in its ground."""
    import numpy as np

    pixels = np.asarray(picture)
    pixels = np.concatenate([pixels, pixels[-1:]]) if len(pixels) % 2 else pixels
    code = _rgb if truecolor else _cube
    for upper, lower in zip(pixels[::2], pixels[1::2], strict=True):
        cells = (f"\x1b[38;{code(top)};48;{code(low)}m▀" for top, low in zip(upper, lower, strict=True))
        yield f"{''.join(cells)}\x1b[0m"


def _rgb(pixel: Pixels) -> str:
    return f"2;{pixel[0]};{pixel[1]};{pixel[2]}"


def _cube(pixel: Pixels) -> str:
    """The nearest colour of xterm's 6 x 6 x 6 cube, whose steps lie at 0, 95, 135, 175, 215 and 255."""
    red, green, blue = (0 if part < 48 else min(5, max(1, (int(part) - 35) // 40)) for part in pixel)
    return f"5;{16 + 36 * red + 6 * green + blue}"


def _sixel(picture: Image) -> str:
    """DEC sixel graphics: bands of six rows, in each band one run-length coded line a colour."""
    import numpy as np
    from PIL.Image import Dither

    flat = picture.quantize(_COLORS, dither=Dither.NONE)
    palette = np.asarray(flat.getpalette(), dtype=int).reshape(-1, 3)
    index = np.asarray(flat)
    inks = "".join(f"#{k};2;{';'.join(str(round(c / 2.55)) for c in palette[k])}" for k in np.unique(index))
    bands = "-".join(_band(index[top : top + 6]) for top in range(0, len(index), 6))
    return f'\x1bP0;1q"1;1;{picture.width};{picture.height}{inks}{bands}\x1b\\'


def _band(rows: Pixels) -> str:
    import numpy as np

    weights = 1 << np.arange(len(rows))[:, None]
    lines = (f"#{ink}{_runs(((rows == ink) * weights).sum(axis=0) + 63)}" for ink in np.unique(rows))
    return "$".join(lines)


def _runs(codes: npt.NDArray[np.int_]) -> str:
    import numpy as np

    starts = np.concatenate([[0], np.flatnonzero(np.diff(codes)) + 1, [len(codes)]])
    return "".join(
        f"!{end - start}{chr(codes[start])}" for start, end in zip(starts[:-1], starts[1:], strict=True)
    )  # fmt: skip
