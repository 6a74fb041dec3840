"""Scenery: the place a picture plays in, painted in layers from a table of recipes."""

from gouache.engines.composer.scenery.catalog import Setting, settings
from gouache.engines.composer.scenery.effects import effect, effects
from gouache.engines.composer.scenery.stage import Stage, build

__all__ = ["Setting", "Stage", "build", "effect", "effects", "settings"]
