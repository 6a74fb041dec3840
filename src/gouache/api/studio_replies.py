"""What the studio's own endpoints answer."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field

from gouache.artifacts.store import Artifact
from gouache.artifacts.urls import UrlSigner
from gouache.errors import GouacheError
from gouache.jobs.model import Job, State
from gouache.operations import Operation, dump
from gouache.styles.store import OwnStyle

_THUMBNAIL = 320  # px


class Session(BaseModel):
    """Who the page works for; `account` is None when it needs a key, `credits` when they never run out."""

    open: bool
    account: str | None = None
    has_key: bool = False
    credits: int | None = None
    prices: dict[str, dict[str, int]] = Field(description="Operation → kind of output → units for one.")
    kept_hours: float


class Picture(BaseModel):
    """A finished picture; `url` and `thumbnail` are signed paths of this server."""

    image_id: str
    url: str
    thumbnail: str
    media_type: str
    width: int
    height: int
    bytes: int
    report: dict[str, Any]


class Failure(BaseModel):
    code: str
    message: str
    field: str | None

    @classmethod
    def of(cls, error: GouacheError) -> Failure:
        return cls(code=error.code, message=error.message, field=error.field)


class JobView(BaseModel):
    """A job with its pictures; `request` is the stored operation, without the sources' own history."""

    id: UUID
    state: State
    progress: float
    stage: str | None = None
    dialect: str
    type: str
    request: dict[str, Any]
    n: int
    units: int
    charged: int
    error: Failure | None
    created_at: datetime
    finished_at: datetime | None
    expires_at: datetime | None
    pictures: list[Picture]


class Jobs(BaseModel):
    """A page of jobs, newest first; `next` is the cursor of the page after it."""

    jobs: list[JobView]
    next: str | None


class Day(BaseModel):
    day: date
    units: int
    jobs: int


class UsageView(BaseModel):
    """What became of the account's units; `days` names only those on which something was spent."""

    unlimited: bool
    granted: int
    balance: int
    held: int
    spent: int
    jobs: int
    days: list[Day]


class StyleView(BaseModel):
    """An own style; `cover` is the signed path of a small picture."""

    id: UUID
    style: str
    name: str | None
    cover: str | None
    created_at: datetime

    @classmethod
    def of(cls, style: OwnStyle, cover: Artifact | None, signer: UrlSigner) -> StyleView:
        face = signer.path(cover, *_box(cover)) if cover else None
        return cls(
            id=style.id, style=style.profile.base, name=style.name, cover=face, created_at=style.created_at
        )  # fmt: skip


class KeyView(BaseModel):
    id: UUID
    name: str
    hint: str
    created_at: datetime
    revoked_at: datetime | None
    current: bool = Field(description="The key of this very request.")


class NewKey(BaseModel):
    key: str = Field(description="In clear, for the only time.")


def job_view(job: Job, pictures: list[Artifact], signer: UrlSigner, stage: str | None = None) -> JobView:
    """A job as the page shows it."""
    stored = described(job.operation)
    return JobView(
        id=job.id, state=job.state, progress=job.progress, stage=stage, dialect=job.dialect, type=stored.pop("type"),
        request=stored, n=job.pictures, units=job.units, charged=job.charged,
        error=Failure.of(job.error) if job.error else None, created_at=job.created_at, finished_at=job.finished_at,
        expires_at=job.expires_at, pictures=[_picture(one, signer) for one in pictures],
    )  # fmt: skip


def described(operation: Operation) -> dict[str, Any]:
    """The stored operation without `made_by`: how a source was made may be long, and nobody asked."""
    stored = dump(operation)
    sources = [stored.get(name) for name in ("image", "mask")] + list(stored.get("images", ()))
    for source in sources:
        if isinstance(source, dict):
            source.pop("made_by", None)
    return stored


def _box(artifact: Artifact) -> tuple[int, int]:
    """The size of its thumbnail, px."""
    factor = min(1.0, _THUMBNAIL / max(1, artifact.width, artifact.height))
    return max(1, round(artifact.width * factor)), max(1, round(artifact.height * factor))


def _picture(artifact: Artifact, signer: UrlSigner) -> Picture:
    return Picture(
        image_id=artifact.id, url=signer.path(artifact), thumbnail=signer.path(artifact, *_box(artifact)),
        media_type=artifact.media_type, width=artifact.width, height=artifact.height, bytes=artifact.bytes,
        report=artifact.report,
    )  # fmt: skip
