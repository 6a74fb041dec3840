"""The art direction of one picture: composition, place, time, light, colours and fonts, all from scene and seed."""

from __future__ import annotations

from dataclasses import dataclass

from gouache.engines.composer import rng
from gouache.engines.composer.direct import colors, views, wishes
from gouache.engines.composer.direct.conditions import Conditions, conditions
from gouache.engines.composer.direct.deal import deal
from gouache.engines.composer.direct.place import PLAIN_SHOTS, fitting
from gouache.engines.composer.direct.tables import Fonts, Palette, Sky, Template, doubles, fonts, skies, templates
from gouache.engines.composer.direct.views import calm
from gouache.engines.composer.lexicon import concept
from gouache.engines.composer.picture import Light
from gouache.engines.composer.scene import Kind, Rel, Scene, Shot
from gouache.engines.composer.scenery.catalog import Setting, settings

_CLOSED = ("rounded", "circle", "arch", "diorama", "tile", "border")
_BACKDROPS = ("blob", "poster")
_REDEAL = 17  # how far a further try moves in the decks of colours; prime, so that it always arrives elsewhere


@dataclass(frozen=True, slots=True)
class ArtDirection:
    """`horizon` is a fraction of the height; `background` is the exact flat colour asked for, or None.

    `season` is spring, summer, autumn or winter; `sky` is the colour script of the time, None by day. `variant` names
    the setting's variant. `pose` and `facing` (left, right) are wishes for a lone creature, None when there are none;
    the pose "portrait" shows head and shoulders. `fill` is the height of a lone subject as a fraction of the page's;
    `several` things use the page's whole width. Layers in
    `spared` are left out, because they would show a second one of what the prompt names.
    """

    seed: int
    prompt: str
    template: Template
    setting: str
    time: str
    weather: str
    season: str
    horizon: float
    light: Light
    palette: Palette
    sky: Sky | None
    fonts: Fonts
    mirrored: bool
    moods: tuple[str, ...] = ()
    background: str | None = None
    variant: str = ""
    pose: str | None = None
    facing: str | None = None
    fill: float = 0.62
    several: bool = False
    spared: frozenset[str] = frozenset()


def direct(
    scene: Scene,
    seed: int,
    width: int,
    height: int,
    palette: tuple[str, ...] = (),
    background: str | None = None,
    turn: int = 0,
) -> ArtDirection:
    """Decide how a scene is going to look.

    Args:
        scene: what the prompt says; what it leaves open is decided here.
        seed: neighbouring seeds get plainly different compositions.
        width, height: page in px.
        palette: the user's colours, `#rrggbb`; scenery is built from them.
        background: exact flat background, `#rrggbb`.
        turn: further tries of one seed keep its composition and change its colours.
    """
    flat = background or scene.background
    setting = settings()["studio" if flat else deal(fitting(scene), seed, f"{scene.prompt}/setting")]
    lit = conditions(scene, setting, seed)
    template = _template(scene, lit.place, seed, width / height, flat is not None)
    dice = rng.stream(seed, f"{scene.prompt}/direction")
    mirrored = bool((seed ^ dice.getrandbits(1)) & 1)
    chosen = _palette(scene, lit, seed + _REDEAL * turn, palette)
    sky = _sky(lit, seed + _REDEAL * turn, scene.prompt)
    return ArtDirection(
        seed=seed,
        prompt=scene.prompt,
        template=template,
        setting=setting.key,
        time=lit.time,
        weather=lit.weather,
        season=lit.season,
        horizon=round(dice.uniform(*_span(lit.place, template, width / height)), 4),
        light=_light(sky, dice.uniform(28, 66), mirrored),
        palette=colors.flat(flat, chosen) if flat else chosen,
        sky=sky,
        fonts=_fonts(scene, seed),
        mirrored=mirrored,
        moods=scene.moods,
        background=flat,
        variant=lit.place.name,
        pose=None if flat or calm(scene) else wishes.pose(scene, seed, template.view, setting.floor),
        facing=_facing(template, mirrored),
        fill=round(views.fill(template), 3),
        several=_things(scene) > 1,
        spared=_spared(scene),
    )


def _spared(scene: Scene) -> frozenset[str]:
    table, found = doubles(), frozenset[str]()
    for node in scene.nodes:
        entry = concept(node.concept)
        for name in (node.concept, entry.name if entry else "", node.concept.split()[-1]):
            found |= table.get(name, frozenset())
    return found


def _sky(lit: Conditions, seed: int, prompt: str) -> Sky | None:
    fit = [s for s in skies() if s.time == lit.time]
    return deal(fit, seed, f"{prompt}/sky") if fit else None


def _facing(template: Template, mirrored: bool) -> str | None:
    """Who stands at a side looks into the page; in the middle it is open."""
    middle = (template.area[0] + template.area[2]) / 2
    middle = 1 - middle if mirrored else middle
    return "right" if middle < 0.46 else "left" if middle > 0.54 else None


def _things(scene: Scene) -> int:
    return sum(max(1, n.count) for n in scene.nodes if n.kind not in (Kind.SETTING, Kind.EFFECT, Kind.SURFACE))


def _fits(template: Template, scene: Scene, setting: Setting, aspect: float, flat: bool) -> bool:
    """Closed frames need room around the subject; photographs and flat grounds have none."""
    placed = [r for r in scene.relations if r.kind in (Rel.LEFT_OF, Rel.RIGHT_OF, Rel.ABOVE, Rel.BELOW)]
    photo = calm(scene) and template.frame in (*_CLOSED, *_BACKDROPS)
    closed = template.frame in (*_CLOSED, *_BACKDROPS, "foreground") and (flat or bool(placed))
    shape = template.frame in ("circle", "diorama", "tile", "blob") and not 0.7 <= aspect <= 1.45
    base = template.frame in ("diorama", "tile") and setting.floor != "ground"
    backdrop = template.frame in _BACKDROPS and setting.floor != "flat"
    bare = template.frame in _CLOSED and setting.floor in ("flat", "table")
    bare = bare or (template.frame in ("arch", "circle") and setting.floor == "room")
    return not (photo or closed or shape or base or backdrop or bare) and _things(scene) <= template.most


def _template(scene: Scene, setting: Setting, seed: int, aspect: float, flat: bool) -> Template:
    suited = [t for t in templates() if scene.shot.value in t.shots]
    fit = [t for t in suited if _fits(t, scene, setting, aspect, flat)] or [t for t in suited if t.frame == "none"]
    view = views.view(scene, setting, seed)
    fit = views.of_view(fit, view, scene)
    fallback = [t for t in templates() if t.name == "wide open"]
    turn = seed // 4 if scene.shot is Shot.SCENE else seed
    return deal(fit or suited or fallback, turn, f"{scene.prompt}/{view}", lambda t: t.weight)


def _span(setting: Setting, template: Template, aspect: float) -> tuple[float, float]:
    """The horizon's range: the template's, moved into what the setting can bear; wide pages keep ground to stand on."""
    low, high = template.horizon
    if setting.horizon:
        floor, top = setting.horizon
        low, high = min(max(low, floor), top), max(min(high, top), floor)
    if aspect > 1.5:
        high = min(high, 0.66)
    return min(low, high), high


def _palette(scene: Scene, lit: Conditions, seed: int, given: tuple[str, ...]) -> Palette:
    family, season = lit.place.family, lit.season
    if given:
        return colors.from_user(given, lit.time == "night" or family == "space", family)
    family = "snow" if season == "winter" and family in ("land", "forest") else family
    return colors.choose(family, scene.moods, season, seed, f"{scene.prompt}/{family}")


def _light(sky: Sky | None, elevation: float, mirrored: bool) -> Light:
    angle = round(180 - elevation if mirrored else elevation, 1)
    if sky is None:
        return Light(angle)
    strength = {"dawn": 0.9, "dusk": 0.85}.get(sky.time, 0.55)
    return Light(angle, sky.glow, sky.tint if sky.time == "night" else sky.top, strength)


def _fonts(scene: Scene, seed: int) -> Fonts:
    table = fonts()
    words = (*scene.moods, *scene.style_words)
    mood = next((word for word in words if word in table), None)
    if mood is None:
        poster = scene.shot in PLAIN_SHOTS or scene.shot is Shot.POSTER
        mood = deal(("modern", "bold", "elegant", "playful", "retro") if poster else ("playful", "modern", "warm"),
                    seed, f"{scene.prompt}/mood")  # fmt: skip
    heads, body = table[mood]
    return Fonts(deal(heads, seed, f"{scene.prompt}/font"), body)
