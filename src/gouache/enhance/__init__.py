"""A longer prompt from a short one, without a model: the composer's reading of it, then what an art director would add.

What was said stays word for word; a setting, light, composition, palette and finish are added where the prompt leaves
them open. The same prompt gives the same answer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from random import Random

from gouache.engines.composer.direct.place import fitting
from gouache.engines.composer.parse import parse
from gouache.engines.composer.rng import stream
from gouache.engines.composer.scene import Scene, Shot, Time
from gouache.tables import rows

MAX_LENGTH = 1000  # what generation takes
_PLACED = (Shot.SCENE, Shot.PORTRAIT, Shot.CLOSEUP)
_PHOTO = ("photo", "realistic", "cinematic", "film", "shot", "polaroid", "selfie", "dslr", "35mm")
_LIT = ("light", "lit", "sun", "neon", "shadow", "bokeh", "golden hour")
_ENDS = (".", "!", "?", '"', "'", "”", "。")


def enhanced(prompt: str) -> str:
    """The prompt with what it left open; nothing is added beyond `MAX_LENGTH` characters."""
    text = prompt.strip().rstrip(" .,;")
    for addition in _additions(parse(text), text):
        if len(text) + len(addition) + 1 <= MAX_LENGTH:
            text += addition
    return text if text.endswith(_ENDS) else f"{text}."


def _additions(scene: Scene, core: str) -> Iterator[str]:
    """Pieces to append, the most useful first."""
    chance = stream(int.from_bytes(hashlib.sha256(core.encode()).digest()[:8], "big"), "enhance")
    place, inside = _place(scene, chance)
    if place:
        yield f", {place}" if {",", '"', "'"} & set(core) else f" {place}"
    said = f"{core} {' '.join(scene.style_words)}".lower()
    if scene.shot in _PLACED and not any(word in said for word in _LIT):
        yield f", {_light(scene, inside, chance)}"
    if not any(word in said for word in ("composition", "framing", "angle", "view", "negative space")):
        yield f", {_composition(scene, chance)}"
    if not _colored(scene, said):
        yield f", {_palette(scene, chance)}"
    yield f", {chance.choice(_finishes()['photo' if any(word in said for word in _PHOTO) else 'drawn'])}"


def _place(scene: Scene, chance: Random) -> tuple[str, bool]:
    """Where it happens, empty when that is said or does not matter, and whether that is inside."""
    if scene.setting is not None:
        return "", _settings().get(scene.setting, ([], "outside"))[1] == "inside"
    if scene.shot not in _PLACED or scene.background or not scene.nodes:
        return "", True
    homes = [key for key in fitting(scene) if key in _settings()][:2]
    if not homes:
        return "", True
    phrases, where = _settings()[chance.choice([homes[0], *homes])]
    return chance.choice(phrases), where == "inside"


def _light(scene: Scene, inside: bool, chance: Random) -> str:
    return chance.choice(_lights()[scene.time or Time.DAY, "inside" if inside else "outside"])


def _composition(scene: Scene, chance: Random) -> str:
    things = sum(node.count for node in scene.nodes)
    suiting = (phrases for shot, low, high, phrases in _compositions() if shot == scene.shot and low <= things <= high)
    return chance.choice(next(suiting))


def _colored(scene: Scene, said: str) -> bool:
    """Whether the prompt speaks of colours by itself."""
    spoken = any(word in said for word in ("palette", "color", "colour", "monochrome", "black and white", "sepia"))
    return spoken or bool(scene.background) or any(node.colors for node in scene.nodes)


def _palette(scene: Scene, chance: Random) -> str:
    said = {str(word) for word in (scene.time, scene.season, scene.weather, *scene.moods) if word}
    table = _palettes()
    return chance.choice(next((phrases for tags, phrases in table[1:] if said & tags), table[0][1]))


def _phrases(cell: str) -> list[str]:
    return [phrase.strip() for phrase in cell.split("|")]


@lru_cache(1)
def _settings() -> dict[str, tuple[list[str], str]]:
    return {key: (_phrases(cell), where) for key, cell, where in rows(__package__, "settings.tsv")}


@lru_cache(1)
def _lights() -> dict[tuple[str, str], list[str]]:
    return {(time, where): _phrases(cell) for time, where, cell in rows(__package__, "light.tsv")}


@lru_cache(1)
def _compositions() -> list[tuple[str, int, int, list[str]]]:
    return [(s, int(low), int(high), _phrases(cell)) for s, low, high, cell in rows(__package__, "composition.tsv")]


@lru_cache(1)
def _palettes() -> list[tuple[set[str], list[str]]]:
    return [(set(tags.split(",")), _phrases(cell)) for tags, cell in rows(__package__, "palettes.tsv")]


@lru_cache(1)
def _finishes() -> dict[str, list[str]]:
    return {kind: _phrases(cell) for kind, cell in rows(__package__, "finish.tsv")}
