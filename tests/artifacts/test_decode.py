"""Pictures from outside become the pixels that a person would see."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from gouache.artifacts.decode import Limits, decode, look
from gouache.errors import Invalid

RED, GREEN, BLUE, CLEAR = (255, 0, 0, 255), (0, 255, 0, 255), (0, 0, 255, 255), (0, 0, 0, 0)


def saved(picture: Image.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def quarters(mode: str = "RGB") -> Image.Image:
    """Red and green above, blue and white below; 48 x 32 px."""
    made = Image.new("RGB", (48, 32), "white")
    made.paste("red", (0, 0, 24, 16))
    made.paste("lime", (24, 0, 48, 16))
    made.paste("blue", (0, 16, 24, 32))
    return made.convert(mode)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "AVIF", "TIFF"])
def test_every_format_by_its_bytes(kind: str) -> None:
    data = saved(quarters(), kind)
    made, seen = decode(data), look(data)
    assert (seen.media_type, seen.width, seen.height) == (f"image/{kind.lower()}", 48, 32)
    assert made.svg is None
    assert made.pixels.shape == (32, 48, 4)
    assert made.pixels.dtype == np.uint8
    assert made.pixels.flags.writeable
    for (y, x), color in {(8, 12): RED, (8, 36): GREEN, (24, 12): BLUE}.items():
        assert np.abs(made.pixels[y, x].astype(int) - color).max() < 12


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGBA", "CMYK", "YCbCr", "I", "I;16", "F"])
def test_every_mode(mode: str) -> None:
    kind = "PNG" if mode in ("1", "L", "LA", "P", "RGBA", "I;16") else "TIFF"
    gray = Image.new("L", (40, 40), 0)
    gray.paste(255, (20, 0, 40, 40))
    picture = Image.fromarray(np.asarray(gray, np.uint16) * 257) if mode == "I;16" else gray.convert(mode)
    made = decode(saved(picture, kind)).pixels
    assert made[20, 5].tolist() == [0, 0, 0, 255]
    assert made[20, 35].tolist() == [255, 255, 255, 255]


def test_transparency_of_a_palette() -> None:
    picture = quarters("P")
    picture.info["transparency"] = picture.getpixel((12, 8))
    assert decode(saved(picture, "PNG", transparency=picture.info["transparency"])).pixels[8, 12, 3] == 0


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_turned_upright(kind: str, orientation: int) -> None:
    back = {2: 0, 3: 1 + 2, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # the transposition that the camera applied
    upright = quarters().resize((96, 64))
    lying = upright if orientation == 1 else upright.transpose(Image.Transpose(back[orientation]))
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = saved(lying, kind, exif=exif)
    seen, made = look(data), decode(data).pixels
    assert (seen.width, seen.height) == (96, 64)
    assert made.shape == (64, 96, 4)
    assert made[16, 24, :3].argmax() == 0
    assert made[48, 24, :3].argmax() == 2
    assert made[48, 72, :3].min() > 240


def test_exif_behind_the_pixels() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    data = saved(quarters(), "PNG", exif=exif)
    start = data.index(b"eXIf") - 4
    size = int.from_bytes(data[start : start + 4]) + 12
    chunk = data[start : start + size]
    moved = data[:start] + data[start + size : -12] + chunk + data[-12:]
    assert (look(moved).width, decode(moved).pixels.shape) == (32, (48, 32, 4))


def swapped_profile() -> bytes:
    """sRGB with the primaries of red and blue exchanged, under another name."""
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    renamed = data.replace("sRGB".encode("utf-16-be"), "xRGB".encode("utf-16-be"))
    return renamed.replace(b"rXYZ", b"?XYZ", 1).replace(b"bXYZ", b"rXYZ", 1).replace(b"?XYZ", b"bXYZ", 1)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "TIFF"])
def test_profile_to_srgb(kind: str) -> None:
    """The profile decides what the numbers mean: red of the swapped one is blue, seen from here."""
    picture = Image.new("RGB", (20, 20), "red")
    made = decode(saved(picture, kind, icc_profile=swapped_profile()))
    assert np.abs(made.pixels[10, 10].astype(int) - BLUE).max() < 6
    assert made.notes == ()
    same = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert decode(saved(picture, "PNG", icc_profile=same)).pixels[0, 0].tolist() == list(RED)


def test_damaged_profile_is_said() -> None:
    made = decode(saved(quarters(), "PNG", icc_profile=b"no profile at all"))
    assert "profile" in made.notes[0]
    assert made.pixels[8, 12].tolist() == list(RED)


def test_first_frame_of_many() -> None:
    frames = [Image.new("RGB", (16, 16), color) for color in ("red", "lime", "blue")]
    for kind in ("GIF", "WEBP", "PNG"):
        made = decode(saved(frames[0], kind, save_all=True, append_images=frames[1:]))
        assert np.abs(made.pixels[0, 0].astype(int) - RED).max() < 3
        assert "first frame" in made.notes[0]


def test_same_bytes_same_pixels() -> None:
    data = saved(quarters(), "JPEG")
    assert (decode(data).pixels == decode(data).pixels).all()


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (Limits(bytes=100), "image_too_big"),
        (Limits(pixels=48 * 32 - 1), "image_too_big"),
        (Limits(longest=47), "image_too_big"),
        (Limits(shortest=33), "image_too_small"),
    ],
)
def test_limits_name_the_field(limits: Limits, code: str) -> None:
    data = saved(quarters(), "PNG")
    for read in (look, decode):
        with pytest.raises(Invalid) as caught:
            read(data, "mask", limits)
        assert (caught.value.code, caught.value.field) == (code, "mask")


def test_text_in_a_png_is_no_matter() -> None:
    notes = PngInfo()
    notes.add_text("comment", "x" * 10_000, zip=True)
    assert decode(saved(quarters(), "PNG", pnginfo=notes)).pixels.shape == (32, 48, 4)
