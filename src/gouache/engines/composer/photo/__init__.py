"""The realistic look: subjects with volume in a photographic place. No photograph, and the report says so."""

from gouache.engines.composer.photo.develop import NOTE, photograph
from gouache.engines.composer.photo.prints import printed

__all__ = ["NOTE", "photograph", "printed"]
