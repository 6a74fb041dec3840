"""Words and what they stand for: tables in `data/`, read once per process."""

from gouache.engines.composer.lexicon.concepts import Concept, concept, concepts
from gouache.engines.composer.lexicon.vocabulary import TableVocabulary, Vocabulary

__all__ = ["Concept", "TableVocabulary", "Vocabulary", "concept", "concepts"]
