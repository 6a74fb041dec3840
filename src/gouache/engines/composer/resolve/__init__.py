"""From names to drawings: what is drawn for a node, and the drawing in its colours."""

from gouache.engines.composer.resolve.paint import draw
from gouache.engines.composer.resolve.resolution import Means, Resolution
from gouache.engines.composer.resolve.resolver import resolve

__all__ = ["Means", "Resolution", "draw", "resolve"]
