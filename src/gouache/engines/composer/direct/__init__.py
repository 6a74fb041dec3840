"""Art direction: one scene and one seed become composition, place, light, palette and fonts."""

from gouache.engines.composer.direct.direction import ArtDirection, direct
from gouache.engines.composer.direct.tables import Fonts, Palette, Sky, Template, palettes, templates
from gouache.engines.composer.direct.tabletop import set_table
from gouache.engines.composer.direct.wishes import PORTRAIT

__all__ = [
    "PORTRAIT", "ArtDirection", "Fonts", "Palette", "Sky", "Template", "direct", "palettes", "set_table", "templates",
]  # fmt: skip
