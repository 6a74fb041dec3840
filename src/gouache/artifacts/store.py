"""Where finished files are kept: an object store, by default a local directory.

Objects are named by the SHA-256 of their bytes, `objects/<first two digits>/<digest>`; rows of `artifact` point to
them. A file is written before its row is committed and removed after its last row is gone, both under an advisory lock
on its digest, so that a row never points nowhere. What a killed process leaves without a row, `sweep` removes.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from obstore.exceptions import BaseError, NotFoundError
from obstore.store import LocalStore, ObjectStore, from_url

from gouache.artifacts.parts import Parts
from gouache.config import Settings
from gouache.db import Connection, Database, fetch, first
from gouache.errors import GouacheError, NotFound, Unavailable
from gouache.operations import Source
from gouache.rendering import Rendered

_LOCK = 0x6F626A  # "obj", the first half of our advisory locks
_BATCH = 500
_CHUNK = 1 << 20
_MISSING = (FileNotFoundError, NotFoundError)  # obstore raises one or the other


class StoreMisconfigured(GouacheError):
    """The settings name no store that can be opened."""

    code = "store_misconfigured"


@dataclass(frozen=True, slots=True)
class Artifact:
    """A stored file and how it came about. `position` counts the pictures of a job from 0; sizes are px.

    `created` is when it was stored, in Unix seconds.
    """

    id: str
    position: int
    sha256: str
    media_type: str
    width: int
    height: int
    bytes: int
    report: dict[str, Any]
    created: float = 0.0

    def row(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}


_COLUMNS = (
    "artifact.id::text, position, sha256, media_type, width, height, bytes, report, "
    "extract(epoch from created_at)::float8 as created"
)


_KEEP_ON = """
insert into artifact (id, sha256, media_type, width, height, bytes, expires_at)
select %(name)s, sha256, media_type, width, height, bytes, 'infinity' from artifact where sha256 = %(sha256)s limit 1
"""


class ArtifactStore:
    """Files by artifact id."""

    def __init__(self, objects: ObjectStore, database: Database) -> None:
        self._objects = objects
        self._database = database
        self.parts = Parts(objects)

    async def put(self, connection: Connection, position: int, rendered: Rendered) -> Artifact:
        """Keep a file. The caller's transaction must write the artifact's row too; until then the file is locked."""
        file = rendered.file
        digest = hashlib.sha256(file.data).hexdigest()
        await fetch(connection, "select pg_advisory_xact_lock_shared(%(a)s, %(b)s)", a=_LOCK, b=_half(digest))
        await self._objects.put_async(_key(digest), file.data)
        return Artifact(
            str(uuid.uuid4()), position, digest, file.media_type, file.width, file.height, len(file.data),
            rendered.report,
        )  # fmt: skip

    async def keep_on(self, connection: Connection, sha256: str, name: uuid.UUID) -> None:
        """Keep a file that is here without end, under one more id, in the caller's transaction; a gone one stays so."""
        await fetch(connection, "select pg_advisory_xact_lock_shared(%(a)s, %(b)s)", a=_LOCK, b=_half(sha256))
        await fetch(connection, _KEEP_ON, sha256=sha256, name=name)

    async def put_file(self, connection: Connection, path: Path, digest: str, media_type: str) -> Artifact:
        """As `put`, a large file of the disk, which is no picture; `digest` is its SHA-256."""
        await fetch(connection, "select pg_advisory_xact_lock_shared(%(a)s, %(b)s)", a=_LOCK, b=_half(digest))
        await self._objects.put_async(_key(digest), path, max_concurrency=2)
        return Artifact(str(uuid.uuid4()), 0, digest, media_type, 1, 1, path.stat().st_size, {})

    async def get(self, artifact_id: str, account: uuid.UUID | None = None) -> Artifact:
        """The artifact of an id, of an account when one is given; raises NotFound, also when its life is over."""
        if not _is_uuid(artifact_id):
            raise NotFound(f"no image {artifact_id}")
        row = await self._database.row(
            f"""select {_COLUMNS} from artifact where id = %(id)s and expires_at > now()
                and (%(account)s::uuid is null
                     or exists (select from job where job.id = artifact.job and account = %(account)s))""",
            id=artifact_id,
            account=account,
        )
        if row is None:
            raise NotFound(f"no image {artifact_id}")
        return Artifact(**row)

    async def of_job(self, job: uuid.UUID) -> list[Artifact]:
        """The pictures of a job, in order."""
        rows = await self._database.rows(
            f"select {_COLUMNS} from artifact where job = %(job)s and expires_at > now() order by position", job=job
        )
        return [Artifact(**row) for row in rows]

    async def read(self, artifact: Artifact) -> bytes:
        """The bytes of a file; raises NotFound."""
        try:
            body = await self._objects.get_async(_key(artifact.sha256))
        except _MISSING as gone:
            raise NotFound(f"no image {artifact.id}") from gone
        return bytes(await body.bytes_async())

    async def chunks(self, artifact: Artifact) -> AsyncIterator[bytes]:
        """The bytes of a large file, some at a time; raises NotFound before the first."""
        try:
            body = await self._objects.get_async(_key(artifact.sha256))
        except _MISSING as gone:
            raise NotFound(f"no image {artifact.id}") from gone
        async for chunk in body.stream(min_chunk_size=_CHUNK):
            yield bytes(chunk)

    def load(self, source: Source) -> bytes:
        """The bytes of a picture that came in, for workers' threads; raises NotFound when its life is over."""
        try:
            return bytes(self._objects.get(_key(source.sha256)).bytes())
        except _MISSING as gone:
            raise NotFound("the picture that was sent is no longer kept; send it again", field="image") from gone

    async def check(self) -> None:
        """Ask the store for something; raises Unavailable when it does not answer as it should."""
        try:
            await self._objects.head_async("objects/ready")
        except _MISSING:
            return  # nothing has that name, and the store knew
        except (BaseError, OSError) as error:
            raise Unavailable(f"the picture store does not answer: {error}", code="store_unavailable") from error

    async def drop_expired(self) -> int:
        """Remove the rows whose life is over and the files that only they pointed to; how many rows."""
        gone = await self._database.rows(
            """delete from artifact where id in (
                   select id from artifact where expires_at <= now() limit %(batch)s for update skip locked)
               returning sha256""",
            batch=_BATCH,
        )
        for digest in {row["sha256"] for row in gone}:
            await self._drop_orphan(digest)
        return len(gone)

    async def sweep(self) -> int:
        """Remove the files that no row points to, and parts of files that never came whole; how many."""
        dropped = await self.parts.drop_stale()
        for listed in self._objects.list("objects/", chunk_size=_BATCH):
            digests = [str(item["path"]).rsplit("/", 1)[-1] for item in listed]
            known = await self._database.rows(
                "select distinct sha256 from artifact where sha256 = any(%(digests)s)", digests=digests
            )
            for digest in set(digests) - {row["sha256"] for row in known}:
                dropped += await self._drop_orphan(digest)
        return dropped

    async def _drop_orphan(self, digest: str) -> bool:
        async def work(connection: Connection) -> bool:
            async with connection.transaction():
                await fetch(connection, "select pg_advisory_xact_lock(%(a)s, %(b)s)", a=_LOCK, b=_half(digest))
                if await first(connection, "select from artifact where sha256 = %(d)s limit 1", d=digest) is not None:
                    return False
                try:
                    await self._objects.delete_async(_key(digest))
                except _MISSING:
                    return False
                return True

        return await self._database.run(work)


def object_store(settings: Settings) -> ObjectStore:
    """The store that the settings name; by default a folder of the data directory, made when missing.

    `s3://bucket/prefix` takes its credentials and endpoint from the usual variables, `AWS_ACCESS_KEY_ID` and so on.
    Raises StoreMisconfigured.
    """
    url = settings.store_url or f"file://{(settings.data_dir / 'artifacts').absolute()}"
    if url.startswith("file://"):
        return LocalStore(url.removeprefix("file://"), mkdir=True)
    try:
        return from_url(url)
    except (BaseError, ValueError) as error:
        raise StoreMisconfigured(f"GOUACHE_STORE_URL {url!r}: {error}") from error


def _is_uuid(text: str) -> bool:
    try:
        uuid.UUID(text)
    except ValueError:
        return False
    return True


def _key(digest: str) -> str:
    return f"objects/{digest[:2]}/{digest}"


def _half(digest: str) -> int:
    """A digest as the 32 signed bits that an advisory lock takes; two digests may share a lock."""
    return int.from_bytes(bytes.fromhex(digest[:8]), signed=True)
