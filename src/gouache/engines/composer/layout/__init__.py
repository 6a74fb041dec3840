"""Where everything goes: blocks built bottom up from the scene graph, then set on the page."""

from gouache.engines.composer.layout.arrange import Placed, arrange
from gouache.engines.composer.layout.block import Block, Piece, Stance
from gouache.engines.composer.layout.build import build
from gouache.engines.composer.layout.figure import Figure
from gouache.engines.composer.layout.plan import Plan, plan
from gouache.engines.composer.layout.site import Site

__all__ = ["Block", "Figure", "Piece", "Placed", "Plan", "Site", "Stance", "arrange", "build", "plan"]
