"""Words and what they stand for: tables in `data/`, read once per process."""

from gouache.engines.composer.lexicon.concepts import Concept, concept, concepts

__all__ = ["Concept", "concept", "concepts"]
