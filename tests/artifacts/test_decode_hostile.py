"""Files that were made to hurt: each is refused with a code, quickly, and nothing else happens."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from gouache.artifacts.decode import decode, look
from gouache.errors import Invalid


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int, height: int, pixels: bytes, extra: bytes = b"", depth: int = 8, color: int = 2) -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + extra + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def saved(kind: str, size: tuple[int, int] = (64, 64)) -> bytes:
    buffer = io.BytesIO()
    noise = np.random.default_rng(1).integers(0, 255, (size[1], size[0], 3), np.uint8)
    Image.fromarray(noise).save(buffer, kind)
    return buffer.getvalue()


def many_scans() -> bytes:
    buffer = io.BytesIO()
    Image.new("L", (64, 64)).save(buffer, "JPEG", progressive=True)
    data = buffer.getvalue()
    scan = data[data.rindex(b"\xff\xda") : -2]
    return data[:-2] + scan * 500 + data[-2:]


def giant_gif() -> bytes:
    return b"GIF89a" + struct.pack("<HHBBB", 65535, 65535, 0, 0, 0) + b",\0\0\0\0\xff\xff\xff\xff\0\2\2\x44\1\0;"


def giant_webp() -> bytes:
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\0" * 4 + (16382).to_bytes(3, "little") * 2
    return b"RIFF" + struct.pack("<I", len(body)) + body


def giant_jpeg() -> bytes:
    data = bytearray(saved("JPEG"))
    at = data.index(b"\xff\xc0") + 5
    data[at : at + 4] = struct.pack(">HH", 65500, 65500)
    return bytes(data)


BROKEN: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "text": lambda: b"hello, I am a picture",
    "html": lambda: b"<html><body>svg</body></html>",
    "zip": lambda: b"PK\x03\x04" + b"\0" * 60,
    "gzip": lambda: b"\x1f\x8b" + b"\0" * 60,
    "pdf": lambda: b"%PDF-1.7\n",
    "postscript": lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) run",
    "png signature alone": lambda: b"\x89PNG\r\n\x1a\n",
    "png without pixels": lambda: png(8, 8, b""),
    "png with too few pixels": lambda: png(64, 64, zlib.compress(b"\0" * 100)),
    "png with nonsense pixels": lambda: png(64, 64, b"\xff" * 400),
    "png with a wrong checksum": lambda: saved("PNG").replace(b"IHDR\0", b"IHDR\1", 1),
    "png of no size": lambda: png(0, 0, zlib.compress(b"")),
    "png of a strange depth": lambda: png(8, 8, zlib.compress(b"\0" * 300), depth=7),
    "png half": lambda: saved("PNG")[:2000],
    "jpeg half": lambda: saved("JPEG")[:1000],
    "jpeg start alone": lambda: b"\xff\xd8\xff\xe0",
    "jpeg of many scans": many_scans,
    "webp half": lambda: saved("WEBP")[:500],
    "webp header alone": lambda: saved("WEBP")[:12],
    "gif half": lambda: saved("GIF")[:400],
    "avif half": lambda: saved("AVIF")[:300],
    "tiff half": lambda: saved("TIFF")[:200],
    "bmp half": lambda: saved("BMP")[:200],
}
BOMBS: dict[str, Callable[[], bytes]] = {
    "png of a flat sea": lambda: png(60_000, 60_000, zlib.compress(b"\0" * 10_000_000, 9)),
    "png of two billion": lambda: png(2**31 - 1, 2**31 - 1, zlib.compress(b"\0" * 1000)),
    "png thread": lambda: png(1, 1_000_000, zlib.compress(b"\0" * 4_000_000)),
    "gif": giant_gif,
    "webp": giant_webp,
    "jpeg": giant_jpeg,
    "heavy file": lambda: saved("PNG") + b"\0" * (20 << 20),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_files(name: str) -> None:
    with pytest.raises(Invalid) as caught:
        decode(BROKEN[name](), "image_url")
    assert (caught.value.code, caught.value.field, caught.value.status) == ("invalid_image", "image_url", 400)


@pytest.mark.parametrize("name", BOMBS)
@pytest.mark.timeout(5)
def test_bombs_are_refused_by_their_header(name: str) -> None:
    for read in (look, decode):
        with pytest.raises(Invalid) as caught:
            read(BOMBS[name]())
        assert caught.value.code == "image_too_big"


def test_compressed_notes_do_not_unfold() -> None:
    bomb = zlib.compress(b"\0" * 100_000_000, 9)
    pixels = zlib.compress(b"\0" * (8 * 25))
    for extra in (chunk(b"iCCP", b"x\0\0" + bomb), chunk(b"zTXt", b"x\0\0" + bomb)):
        with pytest.raises(Invalid) as caught:
            decode(png(8, 8, pixels, extra))
        assert caught.value.code == "invalid_image"


def test_what_it_is_called_does_not_matter() -> None:
    assert look(saved("WEBP")).media_type == "image/webp"


@given(st.sampled_from(["PNG", "JPEG", "WEBP", "GIF", "BMP", "AVIF", "TIFF"]), st.data())
@settings(max_examples=150, deadline=None, derandomize=True)
def test_any_damage_is_a_picture_or_a_refusal(kind: str, data: st.DataObject) -> None:
    file = bytearray(saved(kind, (24, 24)))
    for _ in range(data.draw(st.integers(1, 8))):
        file[data.draw(st.integers(0, len(file) - 1))] = data.draw(st.integers(0, 255))
    made = refusal = None
    try:
        made = decode(bytes(file))
    except Invalid as refused:
        refusal = refused.code
    assert made is not None or refusal in ("invalid_image", "image_too_big")
    if made is not None:
        seen = look(bytes(file))
        assert made.pixels.shape == (seen.height, seen.width, 4)
