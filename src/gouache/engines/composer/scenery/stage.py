"""Building a stage: a setting's layers painted for one art direction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gouache.engines.composer import rng
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.picture import Element
from gouache.engines.composer.scenery import frames, weather
from gouache.engines.composer.scenery.canvas import Canvas
from gouache.engines.composer.scenery.catalog import Setting, variant
from gouache.engines.composer.scenery.layers import LAYERS
from gouache.engines.composer.scenery.tones import Tones, tones

if TYPE_CHECKING:
    from gouache.engines.composer.direct import ArtDirection

CELESTIAL = frozenset(
    {"lightning", "rainbow", "northern lights", "aurora", "aurora borealis", "shooting star", "comet", "clouds",
     "firework", "fireworks"}
)  # fmt: skip
Layer = Callable[[Canvas, str], None]


@dataclass(slots=True)
class Stage:
    """Painted scenery and where things go in it. All positions in page px.

    `elements` lie behind the subjects, `foreground` and `light` over them. `ground_y` is where the feet of near
    things stand, `far_y` those of far things, `ceiling_y` the highest place for the top of flying things, `water_y`
    the waterline for what floats or swims, `table_top` the far edge of a table. Without `floor` things hover.
    `heaven` tells how many of the elements are sky, None without any.
    """

    elements: list[Element]
    foreground: list[Element]
    light: list[Element]
    defs: str
    ground_y: float
    far_y: float
    ceiling_y: float
    floor: bool
    keep_clear: Box
    shadow: str
    water_y: float | None = None
    table_top: float | None = None
    lit: str = "#ffffff"
    colors: tuple[str, ...] = field(default=())
    heaven: int | None = None

    def behind(self, happening: Sequence[Element]) -> list[Element]:
        """The scenery with what happens in the sky behind everything that stands on the ground."""
        split = len(self.elements) if self.heaven is None else self.heaven
        high = [e for e in happening if e.label in CELESTIAL]
        low = [e for e in happening if e.label not in CELESTIAL]
        return [*self.elements[:split], *high, *self.elements[split:], *low]


def build(direction: ArtDirection, width: int, height: int) -> Stage:
    """Paint the setting of a direction on a page of width x height px."""
    light = tones(direction)
    c = _canvas(direction, light, width, height)
    setting = variant(direction.setting, direction.variant)
    if direction.background:
        c.back("background", f'<rect x="0" y="0" width="{width}" height="{height}" fill="{direction.background}"/>')
        return _stage(c, setting, light)
    if setting.indoors:
        light.indoors()
    _paint(c, setting)
    weather.paint(c, setting)
    if light.night and setting.floor == "ground":
        weather.moonlight(c)
    frames.paint(c, direction.template.frame, setting)
    return _stage(c, setting, light)


def _canvas(direction: ArtDirection, light: Tones, width: int, height: int) -> Canvas:
    left, top, right, bottom = direction.template.area
    if direction.mirrored:
        left, right = 1 - right, 1 - left
    if direction.several:
        left, right = min(left, 1 - right), max(right, 1 - left)
    area = Box(left * width, top * height, (right - left) * width, (bottom - top) * height)
    hy = direction.horizon * height
    gy = min(hy + (height - hy) * direction.template.ground, 0.95 * height)
    side = 1 if direction.light.angle <= 90 else -1
    calm = (area.x + 0.16 * area.w, area.right - 0.16 * area.w)
    dice = rng.stream(direction.seed, f"{direction.prompt}/scenery/{direction.setting}")
    return Canvas(
        width,
        height,
        hy,
        gy,
        side,
        dice,
        light,
        calm,
        area,
        direction.template.density,
        ceiling_y=0.06 * height,
        spared=direction.spared,
    )


def _paint(c: Canvas, setting: Setting) -> None:
    for options in setting.layers:
        word = c.dice.choice([o for o in options if o] if c.w > 1.5 * c.h else options)
        if word:
            name, _, arg = word.partition(":")
            if name not in c.spared:
                LAYERS[name](c, arg)


def _stage(c: Canvas, setting: Setting, light: Tones) -> Stage:
    floor = setting.floor not in ("air",)
    far = c.hy + (c.gy - c.hy) * 0.35
    return Stage(
        elements=c.elements,
        foreground=c.foreground,
        light=c.light,
        defs="".join(c.defs),
        ground_y=round(c.gy, 1),
        far_y=round(far, 1),
        ceiling_y=round(c.ceiling_y, 1),
        floor=floor,
        keep_clear=c.area,
        shadow=light.shadow,
        water_y=c.water_y,
        table_top=c.table_top,
        lit=light.glow,
        colors=light.palette.colors,
        heaven=c.heaven,
    )
