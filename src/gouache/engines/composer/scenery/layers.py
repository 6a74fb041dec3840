"""The names that recipes use for layers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from gouache.engines.composer.scenery import flats, furnish, heavens, land, plants, room, structures, town, water, weather
from gouache.engines.composer.scenery.canvas import Canvas

Layer = Callable[[Canvas, str], None]

_ALL: tuple[Layer, ...] = (
    heavens.sky, heavens.aurora, heavens.rainbow, heavens.space, heavens.planets,
    land.hills, land.peaks, land.smooth_peaks, land.mesas, land.dunes, land.volcano, land.ground, land.path, land.rocks,
    land.furrows, land.fence, land.craters, land.snow_cover, land.cliffs, land.cave, land.tracks,
    plants.trees, plants.tall_trees, plants.canopy, plants.stand, plants.treeline, plants.bushes, plants.hedge,
    plants.tufts, plants.flowers, plants.crops, plants.reeds, plants.ferns, plants.leaves_frame, plants.branch_frame,
    plants.grass_frame, plants.lily_pads,
    water.sea, water.wave_front, water.swells, water.shore, water.beach_things, water.parasol, water.lake, water.pond,
    water.river, water.fall, water.islet, water.sandbank, water.ice, water.deep, water.cloud_floor, water.pier, water.boats,
    flats.studio, flats.gradient, flats.sunburst, flats.paper, flats.abstract, flats.bricks, flats.chalkboard,
    flats.confetti_wall,
    town.skyline, town.houses, town.facades, town.street, town.lamps, town.street_trees, town.highway, town.crossroad,
    town.neon_street, town.alley, town.roof, town.cottages, town.quay, town.string_lights,
    structures.barn, structures.silo, structures.castle, structures.chapel, structures.tombs, structures.columns,
    structures.crystals, structures.grandstand, structures.track, structures.bowl, structures.play, structures.marquee,
    structures.cranes, structures.station, structures.terminal, structures.runway, structures.bridge,
    room.wall, room.tiles, room.floor, room.window, room.rug, room.ceiling_lamp, room.attic, room.glasshouse,
    room.corridor, room.stage_curtains, room.tabletop,
    furnish.sofa, furnish.armchair, furnish.floor_lamp, furnish.plant, furnish.bookcase, furnish.pictures,
    furnish.shelf, furnish.counter, furnish.cupboards, furnish.fridge, furnish.bed, furnish.cabinet, furnish.desk,
    furnish.bathtub, furnish.basin, furnish.board, furnish.tables, furnish.racks, furnish.tools, furnish.garage_door,
    furnish.stained_glass, furnish.pews, furnish.bar_shelves, furnish.pedestals, furnish.bed_curtain,
    furnish.mirror_wall, furnish.beds_of_plants,
    weather.god_rays, weather.fireflies, weather.dust, weather.bokeh, weather.sparkle,
)  # fmt: skip

LAYERS: Mapping[str, Layer] = MappingProxyType({draw.__name__: draw for draw in _ALL})
