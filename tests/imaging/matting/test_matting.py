"""The subject on transparent ground, whatever picture came in."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from tests.imaging.sources import Picture, png, svg

from gouache.artifacts.decode import Pixels, decode
from gouache.engines.imaging.weights import IntegrityError, Pin, checked, have
from gouache.errors import Invalid
from gouache.operations import RemoveBackground, dump
from gouache.rendering import render
from gouache.requests import request

model = pytest.mark.skipif(not have("u2netp.onnx"), reason="the weights were not fetched (make art)")


def removed(picture: Picture, form: str = "png") -> tuple[Pixels, list[str]]:
    operation = RemoveBackground(image=picture.source, format=form)  # type: ignore[arg-type]
    [made] = render(operation, picture.context)
    return decode(made.file.data).pixels, made.report["resolved"]


def disc(color: tuple[int, int, int], ground: tuple[int, int, int], size: int = 240) -> tuple[Pixels, Pixels]:
    """RGB of a smooth-edged ring of one colour on another, and its exact alpha."""
    big = np.zeros((size * 4, size * 4), np.uint8)
    cv2.circle(big, (size * 2, size * 2), size, 255, size // 2)
    alpha = np.asarray(cv2.resize(big, (size, size), interpolation=cv2.INTER_AREA), np.uint8)
    share = alpha[..., None] / 255
    mixed = np.array(color) * share + np.array(ground) * (1 - share)
    return (mixed + 0.5).astype(np.uint8), alpha


@pytest.mark.parametrize("ground", [(255, 255, 255), (0, 0, 0), (12, 200, 90)])
def test_flat_ground_is_taken_away_exactly(ground: tuple[int, int, int]) -> None:
    rgb, alpha = disc((180, 30, 200), ground)
    made, how = removed(png(rgb))
    assert "flat" in how[0]
    assert np.abs(made[..., 3].astype(int) - alpha).max() <= 18
    seen = made[made[..., 3] > 40][:, :3].astype(int)
    assert np.abs(seen - (180, 30, 200)).max() <= 8  # no halo: every pixel has the subject's own colour


def test_put_back_on_its_ground_it_is_the_same() -> None:
    rgb, _ = disc((40, 90, 220), (250, 240, 210))
    made, _ = removed(png(rgb))
    share = made[..., 3:] / 255
    again = made[..., :3] * share + np.array((250, 240, 210)) * (1 - share)
    assert np.abs(again - rgb).max() <= 11


def test_noise_of_a_lossy_file_does_not_matter() -> None:
    rgb, alpha = disc((180, 30, 200), (255, 255, 255))
    made, how = removed(png(rgb, "JPEG"))
    assert "flat" in how[0]
    assert np.abs(made[..., 3].astype(int) - alpha).mean() < 4


def drawn(body: str, ground: str = "#fff") -> Pixels:
    return decode(svg(f'<rect width="300" height="300" fill="{ground}"/>{body}').data).pixels[..., :3].copy()


FACE = (
    '<circle cx="150" cy="150" r="110" fill="#f7c400"/><circle cx="110" cy="120" r="24" fill="#fff"/>'
    '<circle cx="110" cy="120" r="10" fill="#111"/><path d="M90 190q60 50 120 0z" fill="#fff" stroke="#900"/>'
)


def test_eyes_and_teeth_stay_white_and_rings_are_open() -> None:
    made, _ = removed(png(drawn(FACE)))
    assert made[120, 125].tolist() == [255, 255, 255, 255]
    assert made[200, 150].tolist() == [255, 255, 255, 255]
    letter = '<path d="M60 40h180v220h-180zM110 90v40h80v-40zM110 170v40h80v-40z" fill="#123a8c" fill-rule="evenodd"/>'
    for kind in ("PNG", "JPEG"):
        made, _ = removed(png(drawn(letter), kind))
        assert made[110, 150, 3] == made[190, 150, 3] == 0
        assert made[150, 150, 3] == 255


def test_drawn_subjects_may_touch_the_rim() -> None:
    made, how = removed(png(drawn('<circle cx="150" cy="250" r="130" fill="#1a7f4b"/><circle r="70" fill="#c33"/>')))
    assert "flat" in how[0]
    assert made[290, 150].tolist() == [0x1A, 0x7F, 0x4B, 255]
    assert made[10, 10].tolist() == [0xCC, 0x33, 0x33, 255]
    assert made[20, 280, 3] == made[295, 5, 3] == 0


@model
def test_a_drawing_on_a_soft_shadow_has_no_ragged_blocks() -> None:
    blur = '<filter id="f" x="-1" y="-1" width="3" height="3"><feGaussianBlur stdDeviation="9"/></filter>'
    shadow = '<ellipse cx="150" cy="252" rx="88" ry="14" fill-opacity=".45" filter="url(#f)"/>'
    box = '<rect x="82" y="70" width="136" height="182" rx="24" fill="#b3541e"/>'
    made, _ = removed(png(drawn(blur + shadow + box)))
    assert (made[100:220, 100:200, 3] > 250).all()
    assert (made[20:60, :, 3] < 5).all()


@model
def test_a_soft_shadow_is_no_flat_ground() -> None:
    rgb, _ = disc((180, 30, 200), (255, 255, 255))
    soft = cv2.GaussianBlur(rgb, (0, 0), 20)
    _, how = removed(png(np.minimum(soft, 254)))
    assert "flat" not in how[0]


def scene(ground: int) -> tuple[Pixels, Pixels]:
    """A furry ball before a blurred ground of noise, and its alpha."""
    rng = np.random.default_rng(ground)
    fine = rng.integers(30, 110, (40, 40, 3)).astype(np.uint8)
    back = cv2.GaussianBlur(cv2.resize(fine, (640, 640), interpolation=cv2.INTER_CUBIC), (0, 0), 9)
    mask = np.zeros((1280, 1280), np.uint8)
    cv2.circle(mask, (640, 660), 330, 255, -1)
    for turn in rng.uniform(0, 2 * np.pi, 900):
        start = np.array((640, 660)) + 325 * np.array((np.cos(turn), np.sin(turn)))
        end = start + rng.uniform(20, 90) * np.array((np.cos(turn + 0.3), np.sin(turn + 0.3)))
        cv2.line(mask, start.astype(int).tolist(), end.astype(int).tolist(), 255, 4, cv2.LINE_AA)
    alpha = np.asarray(cv2.resize(mask, (640, 640), interpolation=cv2.INTER_AREA), np.uint8)
    share = alpha[..., None] / 255
    front = np.clip(np.array((235, 150, 40)) + rng.normal(0, 9, (640, 640, 1)), 0, 255)
    return (front * share + back * (1 - share) + 0.5).astype(np.uint8), alpha


@model
@pytest.mark.parametrize("ground", [1, 2])
def test_hair_is_cut_finer_than_the_network_alone(ground: int) -> None:
    from gouache.engines.imaging.matting_model import saliency

    rgb, alpha = scene(ground)
    made, how = removed(png(rgb))
    assert "U²-Net-p" in how[0]
    coarse = cv2.resize(saliency(rgb), (640, 640), interpolation=cv2.INTER_CUBIC) * 255
    edge = cv2.dilate(((alpha > 5) & (alpha < 250)).astype(np.uint8), np.ones((15, 15), np.uint8)) > 0
    error = np.abs(made[..., 3].astype(float) - alpha)[edge].mean()
    assert error < 0.6 * np.abs(coarse.astype(float) - alpha)[edge].mean()
    strands = (made[..., 3] > 60) & (alpha < 250) & (alpha > 60)
    assert np.abs(made[strands][:, :3].astype(float).mean(axis=0) - (235, 150, 40)).max() < 25


@model
def test_same_picture_same_bytes() -> None:
    picture = png(scene(3)[0])
    operation = RemoveBackground(image=picture.source, format="png")
    first, second = (list(render(operation, picture.context))[0].file.data for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("style", "substyle"),
    [("realistic_image", None), ("vector_illustration", "engraving"), ("digital_illustration", "pixel_art")],
)
def test_our_own_picture_is_composed_again(style: str, substyle: str | None) -> None:
    wish = request("a red fox in a forest", style=style, substyle=substyle, size="512x512", seed=3, format="webp")
    [file] = render(wish)
    made, how = removed(Picture(file.file.data, dump(wish)))
    assert "composed again" in how[0]
    share = made[..., 3] / 255
    assert 0.02 < share.mean() < 0.4
    assert not share[:40].any()
    fox = made[share > 0.9][:, :3].astype(float)
    assert substyle == "engraving" or fox[:, 0].mean() > fox[:, 2].mean() + 40


@model
def test_a_false_claim_is_found_out() -> None:
    wish = request("a red fox in a forest", size="256x256", seed=3)
    _, how = removed(Picture(png(scene(1)[0]).data, dump(wish)))
    assert "composed" not in how[0]


def test_transparent_pictures_stay_as_they_are() -> None:
    rgb, alpha = disc((180, 30, 200), (0, 0, 0))
    cut = np.dstack([rgb, alpha])
    made, how = removed(png(cut))
    assert "already" in how[0]
    assert (made[..., 3] == alpha).all()


GROUND = '<rect width="300" height="300" fill="#00f"/>'
BALL = '<circle cx="150" cy="150" r="60" fill="#f00"/>'


@pytest.mark.parametrize(
    "body",
    [
        GROUND + BALL,
        f"<g><g>{GROUND}</g>{BALL}</g>",
        '<path d="M0 0H300V300H0Z" fill="#00f"/>' + BALL,
        GROUND + '<rect width="300" height="300" fill="url(#a)"/>' + BALL,
        f"<defs>{BALL}</defs>{GROUND}{BALL}",
        f'<g data-role="background">{GROUND}</g><g data-role="subject">{BALL}</g>',
        f'<g data-role="background">{GROUND}</g><g data-role="middle">{GROUND}</g><g data-role="subject">{BALL}</g>',
    ],
)
@pytest.mark.parametrize("form", ["svg", "png"])
def test_drawings_lose_their_ground(body: str, form: str) -> None:
    made, _ = removed(svg('<linearGradient id="a"><stop stop-color="#0f0"/></linearGradient>' + body), form)
    assert made[150, 150].tolist() == [255, 0, 0, 255]
    assert not made[[5, 5, 295, 295], [5, 295, 5, 295], 3].any()


def test_a_drawing_without_ground_stays_whole() -> None:
    made, how = removed(svg(BALL), "svg")
    assert how == ["background: the drawing has none"]
    assert made[150, 150, 3] == 255


@pytest.mark.parametrize("form", ["jpeg", "svg"])
def test_formats_that_cannot_be(form: str) -> None:
    with pytest.raises(Invalid) as caught:
        removed(png(disc((1, 2, 3), (255, 255, 255))[0]), form)
    assert caught.value.field == "format"


def test_broken_bytes_name_the_field() -> None:
    good = png(disc((1, 2, 3), (255, 255, 255))[0])
    operation = RemoveBackground(image=good.source, format="png")
    with pytest.raises(Invalid) as caught:
        list(render(operation, Picture(b"\x89PNG nonsense", None).context))
    assert (caught.value.code, caught.value.field) == ("invalid_image", "image")


def test_weights_are_the_pinned_ones() -> None:
    with pytest.raises(IntegrityError):
        checked(Pin("x", "package", "1", "path", "0" * 64), b"something else")
