"""The pictures of these pages, made by gouache itself: `python docs/make_pictures.py [NAME...]`."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

from PIL import Image as Pillow
from PIL import ImageDraw
from PIL.Image import Image

import gouache
from gouache.engines.composer.raster import png
from gouache.picture import Picture

FOLDER = Path(__file__).parent / "images"
LIMIT = 60_000  # bytes of a file
_SIDE = 460  # px of a picture in a strip
_GAP = 12
_TILE = 200
_FOX = "a fox sitting in front of a lighthouse at dusk"
_FACE = (92, 112, 164, 184)  # px of a 256 px picture of it


def main(names: list[str]) -> None:
    """Make the named pictures, or all of them."""
    for name in names or list(PAGES):
        path = FOLDER / f"{name}.webp"
        path.write_bytes(_small(PAGES[name]()))
        print(f"{path}  {path.stat().st_size} bytes")


def _small(picture: Image) -> bytes:
    """WebP as good as LIMIT allows."""
    for quality in range(86, 20, -6):
        buffer = io.BytesIO()
        picture.save(buffer, "WEBP", quality=quality, method=6)
        if buffer.tell() <= LIMIT:
            break
    return buffer.getvalue()


def _strip(*pictures: Picture | Image, side: int = _SIDE) -> Image:
    """Pictures of one height beside each other; what is transparent lies on squares."""
    shown = [_fitted(one if isinstance(one, Image) else one.image, side) for one in pictures]
    strip = Pillow.new("RGB", (sum(one.width for one in shown) + _GAP * (len(shown) - 1), side), "white")
    left = 0
    for one in shown:
        strip.paste(one, (left, 0))
        left += one.width + _GAP
    return strip


def _fitted(picture: Image, height: int) -> Image:
    picture = picture.convert("RGBA").resize((round(picture.width * height / picture.height), height))
    ground = Pillow.new("RGBA", picture.size, "white")
    draw = ImageDraw.Draw(ground)
    for y in range(0, height, 16):
        for x in range(y // 16 % 2 * 16, picture.width, 32):
            draw.rectangle((x, y, x + 15, y + 15), fill="#dddddd")
    ground.alpha_composite(picture)
    return ground.convert("RGB")


def _pixels(picture: Picture) -> Image:
    """The picture as a stranger would send it: pixels alone."""
    return picture.image.convert("RGB")


def _box(picture: Image, *box: float) -> Image:
    """A mask that is white in a box of fractions of the page."""
    mask = Pillow.new("L", picture.size, 0)
    left, top, right, bottom = box
    width, height = picture.size
    ImageDraw.Draw(mask).rectangle((left * width, top * height, right * width, bottom * height), fill=255)
    return mask


def _first() -> Image:
    foxes = gouache.generate("two foxes under a red umbrella", seed=1)
    jazz = gouache.generate('a poster for a jazz night, "Blue Note"', seed=4, colors=["#14213d", "#fca311"])
    return _strip(foxes, gouache.generate("a lighthouse at dusk", style="engraving", seed=7), jazz)


def _vectorize() -> Image:
    pixels = _pixels(gouache.generate(_FOX, seed=11))
    traced = gouache.vectorize(pixels)
    large = Pillow.open(io.BytesIO(png(traced.svg, 4 * pixels.width, 4 * pixels.height)))
    face = (368, 448, 656, 736)  # px
    return _strip(pixels.crop(face), large.crop(_times_four(face)))


def _remove_background() -> Image:
    picture = _pixels(gouache.generate("a corgi sitting on a beach", style="realistic_image", seed=3))
    return _strip(picture, gouache.remove_background(picture))


def _upscale() -> Image:
    small = _pixels(gouache.generate(_FOX, seed=11)).resize((256, 256))
    large = gouache.upscale(small, factor=4)
    plain = small.crop(_FACE).resize((_SIDE, _SIDE), Pillow.Resampling.BICUBIC)
    return _strip(plain, large.image.crop(_times_four(_FACE)))


def _times_four(box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    left, top, right, bottom = box
    return (4 * left, 4 * top, 4 * right, 4 * bottom)


def _edited(change: Callable[[Picture], Picture]) -> Callable[[], Image]:
    def strip() -> Image:
        picture = gouache.generate(_FOX, seed=11)
        return _strip(picture, change(picture))

    return strip


def _erase(picture: Picture) -> Picture:
    return gouache.erase(picture, _box(picture.image, 0.29, 0.56, 0.64, 0.83))


def _inpaint(picture: Picture) -> Picture:
    return gouache.inpaint(picture, _box(picture.image, 0.05, 0.05, 0.4, 0.4), "a full moon", seed=2)


def _style() -> Image:
    references = [gouache.generate(one, style="engraving", colors=["#7a1f1f"], seed=2) for one in ("an owl", "a ship")]
    profile = gouache.create_style(references, base="vector_illustration")
    return _strip(*references, gouache.generate("a castle on a hill", profile=profile, seed=5))


def _sheet(prompt: str, styles: tuple[str, ...], columns: int = 6) -> Image:
    """One prompt in many styles, the names underneath."""
    rows, height = -(-len(styles) // columns), _TILE + 20
    sheet = Pillow.new("RGB", (columns * (_TILE + _GAP) - _GAP, rows * height), "white")
    for index, style in enumerate(styles):
        tile = _fitted(gouache.generate(prompt, style=style, seed=13).image, _TILE)
        at = (index % columns * (_TILE + _GAP), index // columns * height)
        sheet.paste(tile, at)
        ImageDraw.Draw(sheet).text((at[0], at[1] + _TILE + 3), style, fill="#333333", font_size=13)
    return sheet


_RASTER = (
    "realistic_image", "realistic_image/b_and_w", "realistic_image/hdr", "digital_illustration", "hand_drawn",
    "watercolor", "grain", "2d_art_poster", "handmade_3d", "pixel_art", "pop_art", "neon_calm",
)  # fmt: skip
_VECTOR = (
    "vector_illustration", "line_art", "vector_illustration/engraving", "linocut", "line_circuit", "bold_stroke",
    "thin", "colored_stencil", "contour_pop_art", "mosaic", "marker_outline", "depressive",
)  # fmt: skip
_SIGNS = ("icon", "icon/outline", "icon/colored_outline", "icon/pictogram", "logo_raster", "emblem_stamp")

PAGES: dict[str, Callable[[], Image]] = {
    "first": _first,
    "vectorize": _vectorize,
    "remove-background": _remove_background,
    "upscale": _upscale,
    "erase": _edited(_erase),
    "inpaint": _edited(_inpaint),
    "outpaint": _edited(lambda picture: gouache.outpaint(picture, _FOX, left=256, right=256, seed=3)),
    "replace-background": _edited(lambda picture: gouache.replace_background(picture, "a snowy forest", seed=3)),
    "image-to-image": _edited(
        lambda picture: gouache.image_to_image(picture, _FOX, style="watercolor", strength=0.4, seed=3)
    ),
    "variate": _edited(lambda picture: gouache.variate(picture, seed=8)),
    "style": _style,
    "styles-raster": lambda: _sheet("a red panda with an umbrella", _RASTER),
    "styles-vector": lambda: _sheet("a red panda with an umbrella", _VECTOR),
    "styles-signs": lambda: _sheet("a lighthouse", _SIGNS),
}

if __name__ == "__main__":
    main(sys.argv[1:])
