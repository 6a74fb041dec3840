"""Where finished files are kept: an object store, by default a local directory.

An artifact is two objects: `images/<id>` (the bytes) and `images/<id>.json` (media type, size, life, report).
"""

from __future__ import annotations

import json
import time
import uuid
from dataclasses import asdict, dataclass
from typing import Any

from obstore.exceptions import NotFoundError
from obstore.store import LocalStore, ObjectStore

from gouache.errors import NotFound
from gouache.rendering import Rendered


@dataclass(frozen=True, slots=True)
class Artifact:
    """A stored picture. Times are Unix seconds, sizes px."""

    id: str
    media_type: str
    width: int
    height: int
    bytes: int
    created: int
    expires: int
    report: dict[str, Any]


class ArtifactStore:
    """Pictures by id. `life` in seconds is how long they may be fetched."""

    def __init__(self, store: ObjectStore, life: float) -> None:
        self._store = store
        self._life = life

    async def put(self, rendered: Rendered) -> Artifact:
        now = int(time.time())
        file = rendered.file
        artifact = Artifact(
            str(uuid.uuid4()), file.media_type, file.width, file.height, len(file.data), now, now + int(self._life),
            rendered.report,
        )  # fmt: skip
        await self._store.put_async(f"images/{artifact.id}", file.data)
        await self._store.put_async(f"images/{artifact.id}.json", json.dumps(asdict(artifact)).encode())
        return artifact

    async def get(self, artifact_id: str) -> tuple[Artifact, bytes]:
        """The artifact and its bytes; raises NotFound when it is unknown or its life is over."""
        try:
            note = await self._store.get_async(f"images/{artifact_id}.json")
            artifact = Artifact(**json.loads(bytes(await note.bytes_async())))
            if artifact.expires < time.time():
                raise NotFound(f"image {artifact_id} has expired")
            body = await self._store.get_async(f"images/{artifact_id}")
            return artifact, bytes(await body.bytes_async())
        except NotFoundError as gone:
            raise NotFound(f"no image {artifact_id}") from gone


def local_store(directory: str) -> ObjectStore:
    """A store in a local directory, made when missing."""
    return LocalStore(directory, mkdir=True)
