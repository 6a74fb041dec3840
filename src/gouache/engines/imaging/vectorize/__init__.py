"""Pixels to SVG: few, clean, editable shapes."""

from gouache.engines.imaging.vectorize.core import Options, vectorize

__all__ = ["Options", "vectorize"]
