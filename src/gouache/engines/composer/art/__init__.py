"""The art pack: drawings, panoramas and words out of permissively licensed packages, in one SQLite file."""

from gouache.engines.composer.art.pack import Pack, Panorama, Patch, Sense, Sign, Vocabulary, Word, pack

__all__ = ["Pack", "Panorama", "Patch", "Sense", "Sign", "Vocabulary", "Word", "pack"]
