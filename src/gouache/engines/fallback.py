"""One engine in another's place, said in the report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gouache.engines.base import Context, Engine, Image
from gouache.errors import Unavailable
from gouache.operations import Operation


@dataclass(slots=True)
class Fallback:
    """`first`, and `second` when the first is not available before it has drawn anything."""

    first: Engine
    second: Engine
    name: str
    version: str

    def can(self, operation: Operation) -> bool:
        return self.first.can(operation) or self.second.can(operation)

    def run(self, operation: Operation, context: Context) -> Iterator[Image]:
        """Raises what the first engine raises once a picture is out, and what the second one raises."""
        delivered = 0
        try:
            for image in self.first.run(operation, context):
                delivered += 1
                yield image
            return
        except Unavailable as error:
            if delivered or not self.second.can(operation):
                raise
            reason = f"{self.first.name} -> {self.second.name}: {error.message}"
        for image in self.second.run(operation, context):
            image.report.approximated.insert(0, reason)
            yield image
