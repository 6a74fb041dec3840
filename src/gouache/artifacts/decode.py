"""Pictures from outside, read with care: sniffed, measured before they are decoded, turned upright, in sRGB.

`look` reads headers only and is cheap enough for the API process; `decode` belongs into a worker.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from PIL import Image as Pillow
from PIL import ImageCms, UnidentifiedImageError

from gouache.artifacts.sanitize import embedded, sanitized, svg_size
from gouache.errors import Invalid

Pixels = npt.NDArray[np.uint8]
T = TypeVar("T")

_ORIENTATION = 0x0112  # Exif 2.32, 4.6.4
_SCANS = 100  # of a progressive JPEG; a bomb has thousands
_TURNS = {
    2: Pillow.Transpose.FLIP_LEFT_RIGHT,
    3: Pillow.Transpose.ROTATE_180,
    4: Pillow.Transpose.FLIP_TOP_BOTTOM,
    5: Pillow.Transpose.TRANSPOSE,
    6: Pillow.Transpose.ROTATE_270,
    7: Pillow.Transpose.TRANSVERSE,
    8: Pillow.Transpose.ROTATE_90,
}
_FORMATS = {
    "image/png": "PNG",
    "image/jpeg": "JPEG",
    "image/webp": "WEBP",
    "image/gif": "GIF",
    "image/bmp": "BMP",
    "image/avif": "AVIF",
    "image/tiff": "TIFF",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """What a picture may measure: bytes of its file, pixels in all, px of its sides."""

    bytes: int = 20 << 20
    pixels: int = 4096 * 4096
    longest: int = 8192
    shortest: int = 1


HOUSE = Limits()


@dataclass(frozen=True, slots=True)
class Look:
    """What a picture's header says; sizes in px as it is seen (Exif rotation applied)."""

    media_type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Decoded:
    """A picture's pixels: RGBA uint8 (height, width, 4), straight alpha, sRGB, upright.

    `svg` is the harmless markup when it was a drawing; `notes` are lines for the report.
    """

    pixels: Pixels
    media_type: str
    svg: str | None = None
    notes: tuple[str, ...] = ()


def look(data: bytes, field: str = "image", limits: Limits = HOUSE) -> Look:
    """The media type and size of a picture, without decoding it.

    Raises Invalid: `invalid_image`, `image_too_big`, `image_too_small`, `unsafe_svg`.
    """
    media_type = _sniffed(data, field, limits)
    if media_type == "image/svg+xml":
        found = Look(media_type, *svg_size(data, field))
    else:
        picture = _opened(data, media_type, field)
        width, height = picture.size
        turned = _orientation(data, picture) >= 5
        found = Look(media_type, *((height, width) if turned else (width, height)))
    _check_size(found, field, limits)
    return found


def decode(data: bytes, field: str = "image", limits: Limits = HOUSE) -> Decoded:
    """The pixels of a picture; raises Invalid as `look` does, and for what turns out broken inside."""
    found = look(data, field, limits)
    if found.media_type == "image/svg+xml":
        return _drawn(data, field, limits)
    if found.media_type == "image/jpeg" and data.count(b"\xff\xda") > _SCANS:
        raise _unreadable(field, "too many scans")
    notes: list[str] = []
    picture = _opened(data, found.media_type, field)
    if _guarded(field, lambda: bool(getattr(picture, "is_animated", False))):
        notes.append("animated: only the first frame was used")
    pixels = _guarded(field, lambda: _upright(data, picture, notes))
    if pixels.shape[:2] != (found.height, found.width):
        raise _unreadable(field, "its size is not what its header says")
    return Decoded(pixels, found.media_type, None, tuple(notes))


def _sniffed(data: bytes, field: str, limits: Limits) -> str:
    """The media type by the first bytes, whatever the sender called it."""
    if len(data) > limits.bytes:
        raise Invalid(
            f"the file has {len(data):,} bytes; at most {limits.bytes:,} are read", field=field, code="image_too_big"
        )
    head = data[:32]
    for start, media_type in (
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"GIF87a", "image/gif"),
        (b"GIF89a", "image/gif"),
        (b"BM", "image/bmp"),
        (b"II*\0", "image/tiff"),
        (b"MM\0*", "image/tiff"),
    ):
        if head.startswith(start):
            return media_type
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:12] in (b"ftypavif", b"ftypavis"):
        return "image/avif"
    if _looks_svg(data):
        return "image/svg+xml"
    if head.startswith(b"\x1f\x8b"):
        raise _unreadable(field, "it is compressed (gzip, .svgz); send the SVG itself")
    raise _unreadable(field, "not a PNG, JPEG, WebP, GIF, BMP, AVIF, TIFF or SVG" if data else "the file is empty")


def _looks_svg(data: bytes) -> bool:
    head = data[:4096].replace(b"\0", b"").lstrip(b"\xff\xfe\xef\xbb\xbf \t\r\n")
    return head.startswith(b"<") and (b"<svg" in data[: 1 << 16].replace(b"\0", b"") or b":svg" in head)


def _unreadable(field: str, why: str) -> Invalid:
    return Invalid(f"{field} cannot be read as a picture: {why}", field=field, code="invalid_image")


def _guarded(field: str, read: Callable[[], T]) -> T:
    """The result of a reader of hostile bytes: whatever it stumbles over, the bytes are to blame."""
    try:
        return read()
    except Invalid:
        raise
    except (Pillow.DecompressionBombError, Pillow.DecompressionBombWarning) as error:
        raise Invalid(f"{field} has too many pixels", field=field, code="image_too_big") from error
    except MemoryError:
        raise
    except UnidentifiedImageError as error:  # its text names our buffer
        raise _unreadable(field, "its header is damaged") from error
    except Exception as error:  # Pillow's readers raise anything from SyntaxError to IndexError
        raise _unreadable(field, str(error) or type(error).__name__) from error


def _opened(data: bytes, media_type: str, field: str) -> Pillow.Image:
    return _guarded(field, lambda: Pillow.open(io.BytesIO(data), formats=(_FORMATS[media_type],)))


def _check_size(found: Look, field: str, limits: Limits) -> None:
    width, height = found.width, found.height
    said = f"{field} is {width} x {height} px"
    if max(width, height) > limits.longest:
        raise Invalid(f"{said}; at most {limits.longest} px a side", field=field, code="image_too_big")
    if width * height > limits.pixels:
        megapixels = limits.pixels / 2**20
        raise Invalid(f"{said}; at most {megapixels:g} megapixels", field=field, code="image_too_big")
    if min(width, height) < limits.shortest:
        raise Invalid(f"{said}; at least {limits.shortest} px a side", field=field, code="image_too_small")


def _orientation(data: bytes, picture: Pillow.Image) -> int:
    """1..8 as in Exif; 1 when there is none or it is damaged."""
    found = picture.info.get("exif")
    if picture.format == "PNG":
        found = _png_exif(data)
    elif picture.format == "TIFF":
        return 1  # Pillow turns it itself, its header's size included
    if not isinstance(found, bytes):
        return 1
    exif = Pillow.Exif()
    try:
        exif.load(found)
        value = exif.get(_ORIENTATION, 1)
    except Exception:  # damaged notes of a camera are no reason to refuse its picture
        return 1
    return value if isinstance(value, int) and value in _TURNS else 1


def _png_exif(data: bytes) -> bytes | None:
    """The eXIf chunk, which may stand behind the pixels (PNG 3, 11.3.3.6)."""
    at = 8
    while at + 8 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        if kind == b"eXIf":
            return data[at + 8 : at + 8 + size]
        at += 12 + size
    return None


def _upright(data: bytes, picture: Pillow.Image, notes: list[str]) -> Pixels:
    picture.load()
    turn = _TURNS.get(_orientation(data, picture))
    flat = _in_srgb(picture, notes)
    if turn is not None:
        flat = flat.transpose(turn)
    return np.asarray(flat, np.uint8).copy()


def _in_srgb(picture: Pillow.Image, notes: list[str]) -> Pillow.Image:
    """An RGBA picture of 8 bits a channel, its colours brought from its own profile to sRGB."""
    profile = picture.info.get("icc_profile")
    if picture.mode.startswith(("I", "F")):
        picture = _eight_bits(picture)
    if not profile or not isinstance(profile, bytes):
        return picture.convert("RGBA")
    alpha = picture.convert("RGBA").getchannel("A")
    plain = picture if picture.mode in ("L", "RGB", "CMYK") else picture.convert("RGB")
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "sRGB" in ImageCms.getProfileDescription(own):
            return picture.convert("RGBA")
        flat = ImageCms.profileToProfile(plain, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError) as error:
        notes.append(f"the colour profile could not be applied: {str(error).strip() or type(error).__name__}")
        return picture.convert("RGBA")
    assert flat is not None
    flat.putalpha(alpha)
    return flat


def _eight_bits(picture: Pillow.Image) -> Pillow.Image:
    """Gray levels of 16 or 32 bits as 8: 16 bits by their high byte, others stretched over their range."""
    values = np.nan_to_num(np.asarray(picture, np.float64), nan=0.0, posinf=0.0, neginf=0.0)
    low, high = float(values.min()), float(values.max())
    if picture.mode.startswith("I;16"):
        low, high = 0.0, 65535.0
    elif low >= 0 and high <= 255:
        low, high = 0.0, 255.0
    return Pillow.fromarray(((values - low) * (255 / (high - low or 1.0)) + 0.5).astype(np.uint8))


def _drawn(data: bytes, field: str, limits: Limits) -> Decoded:
    """A drawing's pixels, from its harmless markup."""
    from gouache.engines.composer.raster import pixels

    drawing = sanitized(data, field)
    for inner in _guarded(field, lambda: list(embedded(drawing.root))):
        if _sniffed(inner, field, limits) == "image/svg+xml":
            raise _unreadable(field, "a drawing inside a picture inside a drawing")
        look(inner, field, limits)
    try:
        made = pixels(drawing.svg, drawing.width, drawing.height)
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # of the renderer's Rust
            raise _unreadable(field, "it cannot be drawn; its numbers may be too large") from error
        if isinstance(error, ValueError):
            raise _unreadable(field, str(error)) from error
        raise
    notes = ("texts without outlines are not drawn",) if drawing.lettered else ()
    return Decoded(made, "image/svg+xml", drawing.svg, notes)
