"""What a read scene becomes once it is known what can be drawn: places, prints, lettering, and what is left out."""

from gouache.engines.composer.adapt.scene import Adapted, adapt

__all__ = ["Adapted", "adapt"]
