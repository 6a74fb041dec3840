"""Prompt to picture: parse, resolve, direct, draw, lay out, paint."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from functools import lru_cache

from gouache.engines.composer import rng
from gouache.engines.composer.adapt import Adapted, adapt
from gouache.engines.composer.checks import blending, problems
from gouache.engines.composer.color import luminance
from gouache.engines.composer.direct import PORTRAIT, ArtDirection, direct, set_table
from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.extras import named_effects, one_sky
from gouache.engines.composer.figures import Cast, Casting, cast
from gouache.engines.composer.layout import Placed, Plan, Site, arrange, build, plan
from gouache.engines.composer.layout.plan import SHELTERS
from gouache.engines.composer.layout.score import Score, score
from gouache.engines.composer.paint import paint
from gouache.engines.composer.parse import parse
from gouache.engines.composer.picture import Picture
from gouache.engines.composer.request import ComposeRequest, Composition, Report
from gouache.engines.composer.scene import Node, Rel, Scene, Shot
from gouache.engines.composer.scenery import Stage
from gouache.engines.composer.scenery import build as build_stage
from gouache.engines.composer.shadows import shadow_gradient
from gouache.engines.composer.shots import compose_shot
from gouache.engines.composer.siting import site_of
from gouache.engines.composer.words import SIGN_FONTS, headline, headline_box, laid_out, loosened

TRIES = 8
GOOD = 0.02  # cost of a layout that needs no further try
RECASTS = 4  # further art directions when the subjects do not stand out
BLENDING = 0.45  # share of a subject that may have the background's colour
NEUTRAL = ("studio", "studio", "gradient", "abstract")  # where things may hang above each other
PLAIN_LEVEL = 1  # up to this artistic level, a setting that nobody asked for stays plain
_SCENES = frozenset({Shot.SCENE, Shot.PORTRAIT, Shot.CLOSEUP})
_WRITING = frozenset({"text", "words", "letters", "writing", "lettering", "typography", "caption"})


def compose(request: ComposeRequest) -> Composition:
    """The picture of a request, with the scene it shows and a report in plain words."""
    scene, dropped = staged(request)
    adapted = adapt(scene, request.look, not request.no_text)
    dropped.extend(adapted.ignored)
    if scene.shot not in _SCENES:
        return _designed(request, scene, dropped, adapted)
    set_table(scene)
    direction = _direct(scene, request)
    if direction.pose == PORTRAIT:
        scene.shot = Shot.PORTRAIT
    players = cast(scene, request.look, request.seed, adapted.prints, direction.pose)
    scene.texts = [*scene.texts, *loosened(players.figures)]
    direction = _standing_out(direction, players, scene, request)
    stage = build_stage(direction, request.width, request.height)
    placed, site, best = _laid(request, scene, direction, stage, players)
    picture = _picture(request, scene, direction, stage)
    _paint(picture, request, scene, direction, stage, players, placed, site)
    report = players.report
    report.ignored.extend((*scene.ignored, *dropped))
    seen = [problem for problem in best.problems if not problem.endswith("is small")]
    report.approximated.extend((*seen, *problems(picture, players.figures)))
    return Composition(picture, scene, report)


def _direct(scene: Scene, request: ComposeRequest, turn: int = 0) -> ArtDirection:
    under = [r for r in scene.related(Rel.BELOW) if scene.node(r.object).concept not in SHELTERS]
    stacked = bool(under or scene.related(Rel.ABOVE))
    plain = request.artistic_level is not None and request.artistic_level <= PLAIN_LEVEL
    if scene.setting is None and (stacked or plain):
        scene = replace(scene, setting=rng.stream(request.seed, "neutral").choice(NEUTRAL))
    return direct(scene, request.seed, request.width, request.height, request.palette, request.background, turn)


def _standing_out(direction: ArtDirection, players: Cast, scene: Scene, request: ComposeRequest) -> ArtDirection:
    """Another art direction when the subjects would drown in the colours of this one."""
    drawings = [f.drawings[0] for f in players.figures.values() if f.drawings]
    if not drawings or request.palette or direction.background:
        return direction
    best = (max(blending(d, _grounds(direction)) for d in drawings), direction)
    for turn in range(1, RECASTS + 1):
        if best[0] <= BLENDING:
            break
        other = _direct(scene, request, turn)
        best = min(best, (max(blending(d, _grounds(other)) for d in drawings), other), key=lambda pair: pair[0])
    return best[1]


def _grounds(direction: ArtDirection) -> tuple[str, ...]:
    return (direction.palette.sky, direction.palette.ground)


def _designed(request: ComposeRequest, scene: Scene, dropped: list[str], adapted: Adapted) -> Composition:
    """Logos, posters and their kin; figures are drawn here, the design there."""
    casting = Casting.of(scene, request.look, request.seed, adapted.prints)
    if request.text_layout and scene.texts:
        dropped = [*dropped, f"{', '.join(map(repr, scene.texts))}: text_layout says what is written"]
        scene.texts = []

    def figure(node: Node, dice: random.Random, look: object) -> Drawing:
        return casting.figure(node).drawings[0]

    made = compose_shot(scene, request, figure)
    if not request.no_text:
        light = max(made.picture.palette, key=luminance, default="#ffffff")
        made.picture.elements.extend(laid_out(request.text_layout, light, SIGN_FONTS[0], request.width, request.height))
    report = casting.result.report
    written = " ".join(element.text or "" for element in made.picture.elements).lower()
    report.ignored.extend(line for line in (*scene.ignored, *dropped) if line.partition(":")[0] not in written)
    report.approximated.extend(made.notes)
    return Composition(made.picture, scene, report)


def staged(request: ComposeRequest) -> tuple[Scene, list[str]]:
    """The parsed scene after what the request adds and takes away; the names of what was taken."""
    scene = parse(request.prompt)
    if request.shot is not None:
        scene.shot = request.shot
    unwanted = _words(request.negative_prompt)
    if request.no_text or unwanted & _WRITING:
        scene.texts = []
        for node in scene.nodes:
            node.text = None
    gone = {n.id for n in scene.nodes if _names(n.concept, n.phrase) & unwanted}
    dropped = [f"{n.concept} (in the negative prompt)" for n in scene.nodes if n.id in gone]
    scene.nodes = [n for n in scene.nodes if n.id not in gone]
    scene.relations = [r for r in scene.relations if r.subject not in gone and r.object not in gone]
    return scene, dropped


@lru_cache(256)
def _words(text: str | None) -> frozenset[str]:
    """Words and comma-separated phrases, lower case, with simple plurals also in the singular."""
    phrases = [p.strip().lower() for p in re.split(r"[,;.\n]", text or "") if p.strip()]
    singles = [w for p in phrases for w in p.split()]
    return frozenset((*phrases, *singles, *(w[:-1] for w in (*phrases, *singles) if w.endswith("s"))))


def _names(concept: str, phrase: str) -> frozenset[str]:
    return frozenset((concept, phrase.lower(), *concept.split()[-1:]))


def _headroom(scene: Scene, site_height: int, request: ComposeRequest) -> float:
    if not scene.texts:
        return 0.0
    page = Site(request.width, request.height, site_height, site_height)
    band = headline_box(page, 2 if len(scene.texts[0]) > 22 else 1)
    return band.bottom + 0.03 * request.height + 0.62 * band.h * min(2, len(scene.texts) - 1)


def _laid(
    request: ComposeRequest, scene: Scene, direction: ArtDirection, stage: Stage, players: Cast
) -> tuple[list[Placed], Site, Score]:
    """Up to eight layouts, the first good one or else the best."""
    figures = players.figures
    todo = plan(scene, figures)
    site = site_of(
        stage, direction, request.width, request.height, todo, figures, scene.shot,
        _headroom(scene, request.height, request), scene.setting is not None,
    )  # fmt: skip
    best: tuple[list[Placed], Score] = ([], Score(0.0, ()))
    for attempt in range(TRIES if figures else 0):
        dice = rng.stream(request.seed, f"{request.prompt}/layout/{attempt}")
        placed = _attempt(todo, players, site, dice)
        judged = score(placed, todo, site)
        if attempt == 0 or judged.cost < best[1].cost:
            best = (placed, judged)
        if judged.cost <= GOOD:
            break
    return best[0], site, best[1]


def _attempt(todo: Plan, players: Cast, site: Site, dice: random.Random) -> list[Placed]:
    blocks = {root: build(root, todo, players.figures, site, dice) for root in todo.roots}
    return arrange(blocks, todo, site, dice)


def _picture(request: ComposeRequest, scene: Scene, direction: ArtDirection, stage: Stage) -> Picture:
    return Picture(
        request.width,
        request.height,
        defs=stage.defs + shadow_gradient(stage.shadow),
        palette=request.palette or direction.palette.colors,
        background=direction.background,
        light=direction.light,
        setting=direction.setting,
        time=direction.time,
        weather=direction.weather,
        horizon=direction.horizon,
        title=request.prompt,
    )


def _paint(
    picture: Picture, request: ComposeRequest, scene: Scene, direction: ArtDirection, stage: Stage,
    players: Cast, placed: list[Placed], site: Site,
) -> None:  # fmt: skip
    dice = rng.stream(request.seed, "effects")
    back, over = named_effects(scene, placed, request.width, request.height, dice)
    picture.elements.extend(one_sky(stage.behind(back), scene))
    font = rng.stream(request.seed, "sign font").choice(SIGN_FONTS)
    subjects = paint(placed, players.figures, site, direction.light, font)
    picture.elements.extend(subjects)
    picture.elements.extend((*stage.foreground, *stage.light, *over))
    if not request.no_text:
        picture.elements.extend(headline(scene.texts, direction, site, alone=not players.figures))
        light, font = direction.palette.light, direction.fonts.headline
        picture.elements.extend(laid_out(request.text_layout, light, font, request.width, request.height))


__all__ = ["Composition", "ComposeRequest", "Report", "compose", "staged"]
