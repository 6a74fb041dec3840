"""The place: a panorama of the art pack seen through the camera, with its ground, its light and its depth of field."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

import cv2
import numpy as np

from gouache.engines.composer.art import Pack
from gouache.engines.composer.color import from_lch, lch, rgb
from gouache.engines.composer.photo.camera import Camera, Floats, decode, f32, linear, look
from gouache.engines.composer.photo.ground import SPAN, TEXTURES, lay, water
from gouache.engines.composer.photo.lens import bokeh
from gouache.engines.composer.photo.noise import field
from gouache.engines.composer.photo.skies import bricks, regolith, stars
from gouache.engines.composer.picture import Picture
from gouache.tables import rows

_MADE = {"space", "moon", "mars", "brick_wall"}
_DETAIL = {
    "park": "grass", "sunrise": "grass", "night": "grass", "forest": "rock", "dawn": "rock", "city": "asphalt",
    "sunset": "concrete",
}  # fmt: skip
_TIMES = {"day": (1.0, "#ffffff"), "dawn": (1.0, "#fff0e6"), "dusk": (0.92, "#ffe3cf"), "night": (0.5, "#9fb6ff")}


@dataclass(frozen=True, slots=True)
class Place:
    """One row of the table of places: where to stand, where to look, on what."""

    panorama: str
    yaws: tuple[float, ...]
    ground: str
    exposure: float
    tint: str


@dataclass(frozen=True, slots=True)
class Backdrop:
    """Linear colour of the page without its subjects, and the light they stand in.

    `around` is a small, blurred panorama (linear, (16, 32, 3)) turned so that its middle column is ahead.
    `key` points from the scene to the main light: right, up, towards the viewer.
    """

    light: Floats
    around: Floats
    key: tuple[float, float, float]
    key_color: tuple[float, float, float]
    grounded: bool
    cover: str = ""  # grass or snow, where feet sink in


@lru_cache(1)
def places() -> dict[str, Place]:
    table = {}
    for row in rows("gouache.engines.composer.photo", "places.tsv"):
        setting, panorama, yaws, ground, exposure, tint = (row + [""] * 6)[:6]
        angles = tuple(float(yaw) for yaw in yaws.split(","))
        table[setting] = Place(panorama, angles, ground, float(exposure), tint or "#ffffff")
    return table


def channels(color: str) -> Floats:
    """Linear RGB, shape (3,)."""
    return linear(np.array(rgb(color), np.float32) / 255)


def backdrop(picture: Picture, pack: Pack | None, rng: random.Random) -> Backdrop:
    """The place of a picture; a paper sweep in a studio where no panorama fits or none is there."""
    if picture.background is None and picture.setting in _MADE:
        return _made(picture, rng)
    place = places().get(picture.setting)
    if picture.background or place is None or pack is None:
        return _sweep(picture, rng)
    return _outlook(picture, pack, place, rng)


def _made(picture: Picture, rng: random.Random) -> Backdrop:
    """Space, the moon, Mars or a brick wall."""
    height, width, seed = picture.height, picture.width, rng.randrange(1 << 30)
    key = (0.5, 0.55, 0.67)
    if picture.setting == "brick_wall":
        around = f32(np.full((16, 32, 3), 0.35) * np.array([1.1, 0.95, 0.85]))
        return Backdrop(bricks(height, width, picture.horizon, seed), around, key, (1.0, 0.95, 0.88), grounded=True)
    page = stars(height, width, rng)
    if picture.setting == "mars":
        page = page * 0 + f32(np.linspace(0.34, 0.62, height)[:, None, None] * np.array([0.86, 0.52, 0.33]))
    if picture.setting != "space":
        camera = Camera(width, height, picture.horizon * height, 0.0)
        page = regolith(camera, (0.42, 0.17, 0.08) if picture.setting == "mars" else (0.20, 0.20, 0.205), page, seed)
    around = f32(np.full((16, 32, 3), 0.10))
    around[:7] += 0.25
    return Backdrop(page, around, key, (1.0, 0.98, 0.94), grounded=picture.setting != "space")


def _outlook(picture: Picture, pack: Pack, place: Place, rng: random.Random) -> Backdrop:
    night = picture.time == "night" and place.panorama in {"park", "sunrise", "sky", "dawn", "forest"}
    shot = pack.panorama("night" if night and place.panorama != "forest" else place.panorama)
    exposure, tint = _grade(picture, place, already_dark=shot.name == "night")
    panorama = decode(shot.webp) * (exposure * tint)
    yaw = rng.choice(place.yaws) + rng.uniform(-8, 8)
    camera = Camera(picture.width, picture.height, picture.horizon * picture.height, yaw)
    around = _surroundings(panorama, yaw)
    page = look(panorama, *camera.rays(), yaw)
    page = np.clip(page, 0, 4)
    page = bokeh(page, 0.011 * max(camera.width, camera.height))
    ground, detail = _ground_of(picture, place), _DETAIL.get(shot.name, "")
    page = _grounded(page, camera, panorama, ground, exposure * tint, rng.randrange(1 << 30), detail)
    cover = {"grass": "grass", "dry_grass": "grass", "straw": "grass", "snow": "snow"}.get(ground or detail, "")
    key_color = _rgb(channels(shot.key) * tint)
    return Backdrop(page, around, _key(shot.yaw - yaw, shot.pitch), key_color, place.ground != "none", cover)


def _ground_of(picture: Picture, place: Place) -> str:
    outdoors = place.panorama not in {"apartment", "lobby", "lab", "hall", "esplanade", "warehouse", "workshop"}
    if picture.weather == "snow" and outdoors and place.ground not in ("water", "none"):
        return "snow"
    return place.ground


def _grade(picture: Picture, place: Place, already_dark: bool) -> tuple[float, Floats]:
    strength, tint = _TIMES[picture.time]
    if already_dark:
        strength, tint = 1.6, "#c8d4ff"
    if picture.weather in ("rain", "storm", "fog"):
        strength, tint = strength * 0.8, "#d5dde6"
    return strength * place.exposure, channels(place.tint) * channels(tint)


def _grounded(
    page: Floats, camera: Camera, panorama: Floats, ground: str, light: Floats, seed: int, detail: str
) -> Floats:
    if ground == "none":
        return page
    if not ground:
        return _sharpened(page, camera, detail, seed) if detail else page
    if ground == "water":
        colour, share = water(camera, panorama, seed)
    else:
        colour, share = lay(camera, TEXTURES[ground](seed))
        colour = colour * (0.75 + 0.5 * field(camera.height, camera.width, camera.width / 3, seed)[..., None]) * light
    mixed = share[..., None]
    return f32(page * (1 - mixed) + colour * mixed)


def _sharpened(page: Floats, camera: Camera, detail: str, seed: int) -> Floats:
    """The panorama's own ground with the grain that its few pixels have lost."""
    texture = TEXTURES[detail](seed)
    colour, share = lay(camera, texture, SPAN * 0.6)
    grain = (colour / np.maximum(texture.mean(axis=(0, 1)), 0.02)).mean(axis=2, keepdims=True)
    return f32(page * (1 + (np.clip(grain, 0.3, 1.9) - 1) * 0.8 * share[..., None]))


def _sweep(picture: Picture, rng: random.Random) -> Backdrop:
    """A seamless paper sweep: wall and floor of one colour, meeting in a soft curve, lit from one side."""
    color = picture.background or _paper(picture)
    paper = channels(color)
    height, width = picture.height, picture.width
    y = (np.arange(height, dtype=np.float32) / height)[:, None]
    x = (np.arange(width, dtype=np.float32) / width)[None, :]
    side = rng.choice((-1.0, 1.0))
    pool = np.exp(-(((x - 0.5 - side * 0.12) / 0.55) ** 2 + ((y - 0.42) / 0.6) ** 2))
    bend = 1 / (1 + np.exp(-(y - picture.horizon) * 26))
    shade = (0.62 + 0.5 * pool) * (1 - 0.10 * bend) + 0.12 * bend * np.clip((y - picture.horizon) * 2, 0, 1)
    grain = (field(height, width, 6, rng.randrange(1 << 30)) - 0.5) * 0.012
    light = (paper * (shade + grain)[..., None]).astype(np.float32)
    around = np.tile(paper * 0.8 + 0.12, (16, 32, 1)).astype(np.float32)
    around[:6] += 0.55
    around[4:9, (20 if side > 0 else 4) : (28 if side > 0 else 12)] += 1.6
    return Backdrop(light, around, (0.55 * side, 0.62, 0.56), (1.0, 0.97, 0.92), grounded=True)


def _paper(picture: Picture) -> str:
    """The palette's first colour of middle or high lightness, softened; grey when there is none."""
    for color in picture.palette:
        value = lch(color)
        if value.L > 0.6:
            return from_lch(min(value.L, 0.88), min(value.C, 0.07), value.h)
    return "#c9ced6"


def _surroundings(panorama: Floats, yaw: float) -> Floats:
    turned = np.roll(panorama, -round(yaw / 360 * panorama.shape[1]), axis=1)
    small = cv2.resize(turned, (64, 32), interpolation=cv2.INTER_AREA)
    wide = np.concatenate([small[:, -16:], small, small[:, :16]], axis=1)
    soft = cv2.GaussianBlur(wide, (0, 0), 2.0)[:, 16:-16]
    return f32(cv2.resize(soft, (32, 16), interpolation=cv2.INTER_AREA))


def _key(turn: float, rise: float) -> tuple[float, float, float]:
    """Towards the light, never straight from behind: a photographer would turn the subject."""
    side = float(np.sin(np.radians(turn)))
    up = max(0.45, float(np.sin(np.radians(rise))))
    side = side if abs(side) > 0.25 else (0.35 if side >= 0 else -0.35)
    vector = np.array([side * 0.8, up, 0.62])
    return cast(tuple[float, float, float], tuple(float(v) for v in vector / np.linalg.norm(vector)))


def _rgb(values: Floats) -> tuple[float, float, float]:
    top = max(1e-6, float(values.max()))
    return float(values[0]) / top, float(values[1]) / top, float(values[2]) / top
