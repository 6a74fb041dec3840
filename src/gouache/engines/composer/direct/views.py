"""The camera: medium, wide, close or a special frame, dealt so that four neighbouring seeds get four views."""

from __future__ import annotations

from collections.abc import Sequence

from gouache.engines.composer.direct.deal import deal
from gouache.engines.composer.direct.tables import Template
from gouache.engines.composer.scene import Kind, Rel, Scene, Shot
from gouache.engines.composer.scenery.catalog import Setting

VIEWS = ("medium", "wide", "close", "special")
PHOTO = frozenset({"photo", "photograph", "photography", "realistic", "cinematic"})
_GRAND = frozenset({"land", "forest", "water", "dry", "snow", "mars", "fantasy", "space"})
_FILL = {"medium": 0.64, "wide": 0.56, "close": 0.76, "special": 0.6, "grand": 0.36}


def calm(scene: Scene) -> bool:
    """A photograph is asked for: no effects, no frames, nothing that hides what is named."""
    return bool(PHOTO & set(scene.style_words))


def landscape(scene: Scene, setting: Setting) -> bool:
    """The prompt names an open place, and one subject in it may be small."""
    named = scene.setting == setting.key and setting.family in _GRAND and setting.floor in ("ground", "water")
    seen = [n for n in scene.nodes if n.kind not in (Kind.SETTING, Kind.EFFECT, Kind.SURFACE)]
    whole = not any(r.kind in (Rel.ON, Rel.IN, Rel.RIDING, Rel.HOLDING) for r in scene.relations)
    return named and not calm(scene) and len(seen) == 1 and seen[0].count == 1 and whole


def view(scene: Scene, setting: Setting, seed: int) -> str:
    """The view of a seed."""
    chosen = deal(VIEWS, seed, f"{scene.prompt}/view")
    return "grand" if chosen == "wide" and landscape(scene, setting) else chosen


def of_view(suited: Sequence[Template], name: str, scene: Scene) -> list[Template]:
    """The templates of a view; of a plainer one when none fits, in the order medium, wide, all."""
    if scene.shot is not Shot.SCENE:
        return list(suited)
    for wanted in (name, "medium", "wide"):
        found = [t for t in suited if t.view == wanted]
        if found:
            return found
    return list(suited)


def fill(template: Template) -> float:
    """Height of a lone subject, as a fraction of the page's."""
    return _FILL.get(template.view, 0.64) * template.scale
