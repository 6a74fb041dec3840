"""Design shots: logo, icon, poster, card, pattern and sticker, each from its own design grammars.

`compose_shot(scene, request, figure)` needs a `ShotRequest` and a `Figure`, a function that draws a node with
everything that it holds and wears.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from gouache.engines.composer.picture import Picture
from gouache.engines.composer.rng import stream
from gouache.engines.composer.scene import Scene, Shot
from gouache.engines.composer.shots.backdrop import backdrop
from gouache.engines.composer.shots.cards import compose_card
from gouache.engines.composer.shots.ensemble import cast_of, ensemble
from gouache.engines.composer.shots.icons import compose_icon
from gouache.engines.composer.shots.logos import compose_logo
from gouache.engines.composer.shots.page import Page
from gouache.engines.composer.shots.patterns import compose_pattern
from gouache.engines.composer.shots.posters import compose_poster
from gouache.engines.composer.shots.request import Figure, ShotRequest, ShotResult
from gouache.engines.composer.shots.schemes import Scheme, choose_pairing, choose_scheme, of_palette
from gouache.engines.composer.shots.stickers import compose_sticker
from gouache.engines.composer.shots.wording import Copy, copy_of

__all__ = [
    "DESIGN_SHOTS",
    "Copy",
    "Figure",
    "Scheme",
    "ShotRequest",
    "ShotResult",
    "backdrop",
    "choose_pairing",
    "choose_scheme",
    "compose_shot",
    "copy_of",
    "of_palette",
]

_COMPOSERS: dict[Shot, Callable[[Page], None]] = {
    Shot.LOGO: compose_logo,
    Shot.ICON: compose_icon,
    Shot.POSTER: compose_poster,
    Shot.CARD: compose_card,
    Shot.PATTERN: compose_pattern,
    Shot.STICKER: compose_sticker,
}
_SETS = re.compile(r"\b(?:icons|icon (?:set|pack)|stickers|sticker (?:set|pack|sheet)|set of|collection of|pattern)\b")
DESIGN_SHOTS = frozenset(_COMPOSERS)


def compose_shot(scene: Scene, request: ShotRequest, figure: Figure) -> ShotResult:
    """The designed picture of a scene; ValueError when its shot is not a design."""
    if scene.shot not in _COMPOSERS:
        raise ValueError(f"{scene.shot} is not a design shot")
    page = _page(scene, request, figure)
    _COMPOSERS[scene.shot](page)
    return ShotResult(page.picture, page.notes)


def _page(scene: Scene, request: ShotRequest, figure: Figure) -> Page:
    rng = stream(request.seed, f"shot/{request.prompt}")
    background = request.background or scene.background
    wanted = tuple(c for node in scene.nodes for c in node.colors)
    scheme = choose_scheme(request.prompt, tuple(request.palette), background, wanted, rng)
    several = _SETS.search(request.prompt.lower()) is not None
    cast = cast_of(scene, figure, rng, request.look, most=9 if several else 4)
    picture = Picture(
        request.width, request.height, palette=tuple(request.palette), background=background, title=request.prompt
    )
    return Page(
        picture=picture,
        prompt=request.prompt,
        scheme=scheme,
        pairing=choose_pairing(request.prompt, scene.shot.value, rng),
        copy=copy_of(scene, request.prompt, request.no_text),
        cast=cast,
        whole=ensemble(scene, cast) if cast else None,
        rng=rng,
        notes=list(cast.left_out),
    )
