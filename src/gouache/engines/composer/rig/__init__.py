"""The character rig: people, animals and fantasy creatures with poses, faces, clothes and things in their hands."""

from gouache.engines.composer.rig.character import Character, draw_character, species
from gouache.engines.composer.rig.dress import dress
from gouache.engines.composer.rig.hold import Held
from gouache.engines.composer.rig.pair import draw_pair, paired
from gouache.engines.composer.rig.poses import known_pose
from gouache.engines.composer.rig.species import SpeciesInfo
from gouache.engines.composer.rig.wear import Worn

__all__ = [
    "Character",
    "Held",
    "SpeciesInfo",
    "Worn",
    "draw_character",
    "draw_pair",
    "dress",
    "known_pose",
    "paired",
    "species",
]
