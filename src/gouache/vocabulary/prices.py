"""API units per operation (1000 units = 1 USD), from a named price table."""

from __future__ import annotations

from functools import lru_cache

from gouache.tables import rows
from gouache.vocabulary.models import Output

DEFAULT_TABLE = "gouache"


@lru_cache(1)
def _units() -> dict[tuple[str, str, str], tuple[str, int, int]]:
    return {
        (table, operation, model): (basis, int(raster), int(vector))
        for table, operation, model, basis, raster, vector in rows(__package__, "prices.tsv")
    }


def price(operation: str, family: str, output: Output, n: int = 1, table: str = DEFAULT_TABLE) -> int:
    """Units for a request of `n` pictures; what the table does not name is free."""
    units = _units()
    entry = units.get((table, operation, family)) or units.get((table, operation, "*"))
    if entry is None:
        return 0
    basis, raster, vector = entry
    return (vector if output == "svg" else raster) * (n if basis == "image" else 1)


def price_list(table: str = DEFAULT_TABLE) -> dict[str, dict[str, int]]:
    """What one of each operation costs in units, by kind of output; the newest model's prices where models differ."""
    listed: dict[str, dict[str, int]] = {}
    for (name, operation, _model), (_basis, raster, vector) in _units().items():
        if name == table:
            listed.setdefault(operation, {"raster": raster, "svg": vector})
    return listed
