"""Art direction: one scene and one seed become composition, place, light, palette and fonts."""

from gouache.engines.composer.direct.direction import ArtDirection, direct
from gouache.engines.composer.direct.tables import Fonts, Palette, Sky, Template, palettes, templates

__all__ = ["ArtDirection", "Fonts", "Palette", "Sky", "Template", "direct", "palettes", "templates"]
