"""From a style of the vocabulary to one of the hands the composer has."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Literal

from gouache.engines.composer.manner import hand_for
from gouache.engines.composer.restyle import RASTER, VECTOR, nearest
from gouache.engines.composer.scene import Scene, Shot
from gouache.operations import Generate
from gouache.tables import rows


class Medium(StrEnum):
    PAINT = "paint"  # the layered picture as it is
    VECTOR = "vector"  # SVG to SVG
    RASTER = "raster"  # layers to pixels
    PHOTO = "photo"


@dataclass(frozen=True, slots=True)
class Look:
    """A hand: its name, what it makes, which art it draws with, and a note when it is only the nearest."""

    name: str
    medium: Medium
    art: Literal["soft", "flat"] = "soft"
    shot: Shot | None = None  # a style that forces its own kind of picture
    note: str | None = None
    print: str | None = None  # how a photograph is printed: its substyle


_SHOTS = {"logo_raster": Shot.LOGO, "icon": Shot.ICON}
_FLAT_FAMILIES = {"vector_illustration", "icon", "logo_raster"}
_FLAT_HANDS = {"linocut", "2d_art_poster", "2d_art_poster_2", "line_circuit"}


@lru_cache(1)
def _spoken() -> dict[str, str]:
    """Words of a prompt that name a hand: "watercolor painting" → watercolor."""
    return {row[0]: row[1] for row in rows("gouache.engines.composer", "spoken.tsv")}


def choose(operation: Generate, scene: Scene) -> Look:
    """The look of an operation; with style `any` the one the prompt itself asks for."""
    asked = operation.style if not operation.substyle else f"{operation.style}/{operation.substyle}"
    if operation.profile is not None:
        hand, exact = hand_for(operation.profile), True
    elif operation.style == "any":
        hand, exact = _from_words(scene, operation.format == "svg"), True
    else:
        hand, exact = nearest(operation.style, operation.substyle)
    shot = _SHOTS.get(operation.style) or (Shot.PATTERN if operation.substyle == "seamless" else None)
    flat = operation.style in _FLAT_FAMILIES or hand in _FLAT_HANDS
    note = None if exact else f"style {asked} -> {hand}"
    return Look(hand, _medium(hand), "flat" if flat else "soft", shot, note, operation.substyle)


def _medium(hand: str) -> Medium:
    if hand in VECTOR:
        return Medium.VECTOR
    if hand in RASTER:
        return Medium.RASTER
    return Medium.PHOTO if hand == "realistic" else Medium.PAINT


def _from_words(scene: Scene, svg: bool) -> str:
    for word in scene.style_words:
        hand = _spoken().get(word)
        if hand and not (svg and _medium(hand) in (Medium.RASTER, Medium.PHOTO)):
            return hand
    return "illustration"
