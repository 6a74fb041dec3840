"""Larger pictures: the promised size, sharper than resampling, no seams, nothing lost."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest
from PIL import Image
from tests.imaging.sources import Picture, png, svg

from gouache.artifacts.decode import Pixels, decode
from gouache.engines.base import Context
from gouache.engines.imaging import upscale_nets
from gouache.engines.imaging.upscale_content import Content, content_of, pixel_grid
from gouache.engines.imaging.upscale_detail import detailed, sharpened
from gouache.engines.imaging.upscale_nets import DRAWING, PHOTO, REDRAWN, enlarged
from gouache.errors import Canceled, Invalid
from gouache.operations import CreativeUpscale, CrispUpscale, dump
from gouache.rendering import render
from gouache.requests import request


def crisp(picture: Picture, **fields: Any) -> tuple[Pixels, dict[str, Any]]:
    kind = fields.pop("kind", CrispUpscale)
    [made] = render(kind(image=picture.source, format=fields.pop("format", "png"), **fields), picture.context)
    return decode(made.file.data).pixels, made.report


def drawing(side: int = 256) -> Pixels:
    """A picture of our own, RGB."""
    [made] = render(request("a red fox", size=f"{side}x{side}", seed=3, style="vector_illustration").model_copy(
        update={"format": "png"}
    ))  # fmt: skip
    return np.ascontiguousarray(decode(made.file.data).pixels[..., :3])


def photo(side: int) -> Pixels:
    """Something like a photograph: shaded, textured, nowhere flat."""
    rng = np.random.default_rng(5)
    made = np.zeros((side, side, 3), np.float32)
    for octave in range(2, 8):
        fine = rng.normal(0, 60 / octave, (2**octave, 2**octave, 3)).astype(np.float32)
        made += cv2.resize(fine, (side, side), interpolation=cv2.INTER_CUBIC)
    made += np.where(np.add.outer(np.arange(side), np.arange(side)) % (side // 3) < side // 6, 30, -30)[..., None]
    return np.clip(made + 128, 0, 255).astype(np.uint8)


def shrunk(pixels: Pixels, by: int) -> Pixels:
    size = (pixels.shape[1] // by, pixels.shape[0] // by)
    return np.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.LANCZOS))


def error(one: Pixels, other: Pixels) -> float:
    return float(np.square(one[..., :3].astype(float) - other[..., :3]).mean())


def sharpness(pixels: Pixels) -> float:
    return float(np.abs(cv2.Laplacian(pixels[..., :3].astype(np.float32), cv2.CV_32F)).mean())


@pytest.mark.parametrize("factor", [2, 4])
def test_better_and_sharper_than_lanczos(factor: int) -> None:
    whole = drawing()
    small = shrunk(whole, factor)
    plain = np.asarray(Image.fromarray(small).resize((256, 256), Image.Resampling.LANCZOS))
    made, report = crisp(png(small), factor=factor)
    assert made.shape == (256, 256, 4)
    assert error(made, whole) < 0.7 * error(plain, whole)
    assert sharpness(made) > 1.2 * sharpness(plain)
    assert "drawing" in report["resolved"][0]


def test_photographs_too() -> None:
    whole = photo(256)
    small = shrunk(whole, 2)
    plain = np.asarray(Image.fromarray(small).resize((256, 256), Image.Resampling.LANCZOS))
    made, report = crisp(png(small), factor=2)
    assert error(made, whole) < error(plain, whole)
    assert "photograph" in report["resolved"][0]


@pytest.mark.parametrize("net", [PHOTO, DRAWING, REDRAWN])
def test_tiles_join_without_seams(net: upscale_nets.Net, monkeypatch: pytest.MonkeyPatch) -> None:
    picture = photo(64)
    whole = enlarged(picture, net, lambda _: None)
    monkeypatch.setattr(upscale_nets, "_TILE", 32)
    tiled = enlarged(picture, net, lambda _: None)
    inner = np.s_[net.reach * net.scale : -net.reach * net.scale]
    assert np.abs(whole.astype(int) - tiled)[inner, inner].max() <= 1
    assert np.abs(whole.astype(int) - tiled).mean() < 0.2


@pytest.mark.parametrize(("megapixels", "longest"), [(4, 2363), (16, 4729)])
def test_a_size_may_be_asked_for(megapixels: int, longest: int) -> None:
    picture = svg('<circle cx="150" cy="100" r="80" fill="#f00"/>')
    small = Picture(picture.data.replace(b'height="300"', b'height="225"').replace(b"0 0 300 300", b"0 0 300 225"))
    made, report = crisp(small, megapixels=megapixels, format="webp")
    assert abs(made.shape[1] - longest) <= 2
    assert made.shape[0] * made.shape[1] == pytest.approx(megapixels * 2**20, rel=0.001)
    assert "drawn anew" in report["resolved"][0]


def test_transparency_is_kept_and_edges_stay_clean() -> None:
    big = np.zeros((384, 384), np.uint8)
    cv2.circle(big, (192, 192), 96, 255, -1)
    alpha = cv2.resize(big, (48, 48), interpolation=cv2.INTER_AREA)
    cut = np.dstack([np.full((48, 48, 3), (250, 200, 20), np.uint8), alpha])
    cut[alpha == 0] = 0
    made, _ = crisp(png(cut), factor=2)
    assert made[2, 2, 3] == 0
    assert made[48, 48].tolist()[3] == 255
    edge = made[(made[..., 3] > 20) & (made[..., 3] < 250)][:, :3].astype(int)
    assert np.abs(edge - (250, 200, 20)).max() < 12  # nothing dark bleeds in
    exact = cv2.resize(big, (96, 96), interpolation=cv2.INTER_AREA).astype(int)
    smooth = cv2.resize(alpha, (96, 96), interpolation=cv2.INTER_CUBIC).astype(int)
    off = np.abs(made[..., 3].astype(int) - exact).mean()
    assert off < 0.8 * np.abs(smooth - exact).mean()  # the rim is crisper than a resampled one


def test_single_pixels_of_small_pixel_art_stay_square() -> None:
    colors = np.random.default_rng(4).integers(0, 256, (5, 4)).astype(np.uint8) | np.array([0, 0, 0, 255], np.uint8)
    art = colors[np.random.default_rng(5).integers(0, 5, (16, 24))]
    made, how = crisp(png(art), factor=4)
    assert "pixel art" in how["resolved"][0]
    assert (made == np.repeat(np.repeat(art, 4, axis=0), 4, axis=1)).all()


def test_drawings_are_drawn_larger() -> None:
    picture = svg('<rect width="150" height="300" fill="#f00"/>')
    made, _ = crisp(picture, factor=4)
    assert made.shape == (1200, 1200, 4)
    assert made[600, 599].tolist() == [255, 0, 0, 255]
    assert made[600, 600, 3] == 0


def test_our_own_drawing_is_drawn_larger() -> None:
    wish = request("a red fox", size="256x256", seed=3, style="vector_illustration").model_copy(
        update={"format": "webp"}
    )
    [file] = render(wish)
    made, report = crisp(Picture(file.file.data, dump(wish)), factor=2)
    assert "drawn anew" in report["resolved"][0]
    assert made.shape == (512, 512, 4)
    plain = np.asarray(Image.fromarray(decode(file.file.data).pixels).resize((512, 512), Image.Resampling.LANCZOS))
    assert sharpness(made) > 1.2 * sharpness(plain)


def test_pixel_art_stays_square() -> None:
    rng = np.random.default_rng(2)
    cells = rng.integers(0, 4, (16, 16, 3), np.uint8) * 80
    made, report = crisp(png(cells.repeat(4, axis=0).repeat(4, axis=1)), factor=2)
    assert (made[..., :3] == cells.repeat(8, axis=0).repeat(8, axis=1)).all()
    assert "pixel art" in report["resolved"][0]


def test_content() -> None:
    assert content_of(np.dstack([drawing(), np.full((256, 256), 255, np.uint8)])) is Content.DRAWING
    assert content_of(np.dstack([photo(128), np.full((128, 128), 255, np.uint8)])) is Content.PHOTO
    assert pixel_grid(np.dstack([photo(64), np.full((64, 64), 255, np.uint8)])) == 1


def test_creative_adds_what_was_not_there_and_says_so() -> None:
    small = photo(320)
    faithful, _ = crisp(png(small), factor=2)
    picture = png(small)
    made, report = crisp(picture, kind=CreativeUpscale, factor=2)
    again, _ = crisp(picture, kind=CreativeUpscale, factor=2)
    assert (made == again).all()
    assert sharpness(made) > 1.05 * sharpness(faithful)
    assert np.abs(made.astype(int) - faithful).mean() < 6
    assert "made up" in report["approximated"][0]


def test_detail_leaves_flat_areas_and_strips_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    flat = np.full((300, 200, 3), 120, np.uint8)
    assert (detailed(flat.repeat(2, 0).repeat(2, 1), flat, photo=False) == 120).all()
    textured = photo(300)
    large = np.asarray(cv2.resize(textured, (600, 600), interpolation=cv2.INTER_CUBIC), np.uint8)
    whole = detailed(large, textured, photo=True)
    bright = sharpened(textured, 2)
    monkeypatch.setattr("gouache.engines.imaging.upscale_detail._STRIP", 64)
    assert np.abs(detailed(large, textured, photo=True).astype(int) - whole).max() <= 1
    assert (sharpened(textured, 2) == bright).all()


def test_detail_is_made_where_there_is_texture_in_its_direction_and_nowhere_else() -> None:
    """Hair on the left that runs upright, a smooth sky on the right, a hard edge across."""
    rng = np.random.default_rng(3)
    page = np.full((160, 240), 150, np.float32)
    page[:, :120] += (
        cv2.GaussianBlur(rng.normal(0, 60, (160, 120)).astype(np.float32), (0, 0), sigmaX=0.7, sigmaY=6) * 3
    )
    page[80:, 160:] = 60
    small = np.clip(np.repeat(page[..., None], 3, axis=2), 0, 255).astype(np.uint8)
    large = np.asarray(cv2.resize(small, (960, 640), interpolation=cv2.INTER_LANCZOS4), np.uint8)
    added = detailed(large, small, photo=True)[..., 0].astype(float) - large[..., 0]
    assert added[:, :400].std() > 1.5
    assert np.abs(added[:, 560:]).max() <= 1, "sky, edge and shade stay as they are"
    hair = added[:, :400]
    assert np.abs(np.diff(hair, axis=1)).mean() > 1.5 * np.abs(np.diff(hair, axis=0)).mean(), "it runs upright"


def test_cancel_between_tiles_and_progress() -> None:
    picture = png(photo(64))
    told: list[float] = []
    operation = CrispUpscale(image=picture.source, factor=2)
    context = Context(progress=lambda f, _: told.append(f), canceled=lambda: bool(told), read=picture.context.read)
    with pytest.raises(Canceled):
        list(render(operation, context))
    assert told == sorted(told)
    assert told


def test_too_large_to_come_in() -> None:
    picture = png(np.zeros((2100, 2100, 3), np.uint8))
    with pytest.raises(Invalid) as caught:
        list(render(CrispUpscale(image=picture.source), picture.context))
    assert (caught.value.code, caught.value.field) == ("image_too_big", "image")


def test_no_more_than_a_file_holds() -> None:
    cells = np.random.default_rng(1).integers(0, 255, (2, 1024, 3), np.uint8)
    picture = png(cells.repeat(4, axis=0).repeat(4, axis=1))
    [made] = render(CrispUpscale(image=picture.source, factor=4, format="webp"), picture.context)
    assert made.file.width == 16383
    assert "a file holds no more" in made.report["approximated"][0]
