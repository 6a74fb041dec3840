"""Pictures as terminals take them, decoded again."""

from __future__ import annotations

import base64
import io
import re

import pytest
from PIL import Image, ImageDraw

from gouache.cli_show import drawn, protocol
from gouache.errors import Invalid


def disc() -> Image.Image:
    picture = Image.new("RGBA", (120, 80), (255, 255, 255, 0))
    ImageDraw.Draw(picture).ellipse((20, 10, 80, 70), fill="#cc0000")
    return picture


def sixels(text: str) -> Image.Image:
    """The picture of a sixel string (DEC STD 070, chapter 9): inks, runs, `$` back, `-` down."""
    head = re.match(r'\x1bP[\d;]*q"1;1;(\d+);(\d+)', text)
    assert head
    picture = Image.new("RGB", (int(head[1]), int(head[2])))
    inks: dict[str, tuple[int, ...]] = {}
    x, top, ink = 0, 0, ""
    for part in re.findall(r"#\d+;2;\d+;\d+;\d+|#\d+|!\d+.|[$-]|[?-~]", text[head.end() : -2]):
        if part[0] == "#" and ";" in part:
            number, _, *parts = part[1:].split(";")
            inks[number] = tuple(round(int(share) * 2.55) for share in parts)
        elif part[0] == "#":
            ink = part[1:]
        elif part in "$-":
            x, top = 0, top + 6 * (part == "-")
        else:
            count, code = (int(part[1:-1]), part[-1]) if part[0] == "!" else (1, part)
            for row in (row for row in range(6) if (ord(code) - 63) >> row & 1):
                for column in range(x, x + count):
                    picture.putpixel((column, top + row), inks[ink])
            x += count
    return picture


def test_kitty_gets_the_picture_in_chunks() -> None:
    parts = re.findall(
        r"\x1b_G([^;]*);([^\x1b]*)\x1b\\", drawn(Image.effect_noise((300, 300), 90).convert("RGBA"), "kitty", 30)
    )
    assert parts[0][0].startswith("a=T,f=100,c=30,")
    assert [head[-1] for head, _ in parts] == ["1"] * (len(parts) - 1) + ["0"]
    assert len(parts) > 1
    assert all(len(data) <= 4096 for _, data in parts)
    with Image.open(io.BytesIO(base64.b64decode("".join(data for _, data in parts)))) as shown:
        assert shown.size == (300, 300)


def test_iterm_gets_a_png() -> None:
    found = re.fullmatch(r"\x1b\]1337;File=inline=1;width=12;[^:]*:(.*)\a", drawn(disc(), "iterm", 12))
    assert found
    with Image.open(io.BytesIO(base64.b64decode(found[1]))) as shown:
        assert shown.size == (120, 80)
        assert shown.convert("RGBA").getpixel((0, 0)) == (255, 255, 255, 0)


def test_sixels_are_the_pixels() -> None:
    shown = sixels(drawn(disc(), "sixel", 12))
    assert shown.size == (120, 80)
    for spot, color in (((50, 40), (204, 0, 0)), ((1, 1), (255, 255, 255)), ((119, 79), (255, 255, 255))):
        found = shown.getpixel(spot)
        assert isinstance(found, tuple)
        assert max(abs(a - b) for a, b in zip(found, color, strict=True)) <= 6


@pytest.mark.parametrize(("truecolor", "red"), [(True, "48;2;204;0;0"), (False, "48;5;160")])
def test_blocks_show_two_pixels_a_cell(truecolor: bool, red: str) -> None:
    lines = drawn(disc(), "blocks", 12, truecolor).split("\n")
    assert len(lines) == 4
    assert all(line.count("▀") == 12 for line in lines)
    assert red in lines[1]


@pytest.mark.parametrize(
    ("environment", "answer", "expected"),
    [
        ({"KITTY_WINDOW_ID": "1", "TERM": "xterm-kitty"}, "", "kitty"),
        ({"TERM_PROGRAM": "iTerm.app"}, "", "iterm"),
        ({"TERM_PROGRAM": "iTerm.app", "TMUX": "x"}, "", "blocks"),
        ({"TERM": "foot"}, "\x1b[?62;4;22c", "sixel"),
        ({"TERM": "xterm"}, "\x1b[?64;22c", "blocks"),
        ({"TERM": "xterm", "GOUACHE_SHOW": "sixel"}, "", "sixel"),
    ],
)
def test_the_terminal_is_known(environment: dict[str, str], answer: str, expected: str) -> None:
    assert protocol(environment, lambda: answer) == expected


def test_an_unknown_wish_is_refused() -> None:
    with pytest.raises(Invalid, match="GOUACHE_SHOW"):
        protocol({"GOUACHE_SHOW": "telex"}, str)
