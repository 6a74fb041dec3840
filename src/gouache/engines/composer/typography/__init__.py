"""Typography: text as outlines, shaped, broken into lines and fitted; nothing depends on installed fonts."""

from gouache.engines.composer.typography.case import can_capitalise, cased
from gouache.engines.composer.typography.curves import arc_lettering, quad_lettering
from gouache.engines.composer.typography.effects import Effect
from gouache.engines.composer.typography.fonts import faces
from gouache.engines.composer.typography.lettering import Lettering, lettering, measure
from gouache.engines.composer.typography.pixels import pixel_lettering
from gouache.engines.composer.typography.ribbon import ribbon

__all__ = [
    "Effect",
    "Lettering",
    "arc_lettering",
    "can_capitalise",
    "cased",
    "faces",
    "lettering",
    "measure",
    "pixel_lettering",
    "quad_lettering",
    "ribbon",
]
