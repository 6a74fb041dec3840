"""The Replicate dialect: places in the list of predictions."""

from __future__ import annotations

import base64
import binascii
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote

from fastapi import Request

from gouache.api.links import origin
from gouache.api.replicate_fields import BadInput, Wrong


@dataclass(frozen=True, slots=True)
class Place:
    """Between two predictions: below the one of this creation time and id, or above it (`upwards`)."""

    at: datetime
    job: uuid.UUID
    upwards: bool = False

    @classmethod
    def read(cls, cursor: str) -> Place:
        """The place of a cursor; raises BadInput."""
        try:
            way, moment, job = base64.urlsafe_b64decode(cursor.encode()).decode().split(" ")
            if way not in ("up", "down"):
                raise ValueError(way)
            return cls(datetime.fromisoformat(moment), uuid.UUID(job), way == "up")
        except (ValueError, binascii.Error) as error:
            raise BadInput(Wrong("format", "cursor", "Invalid cursor")) from error

    def url(self, request: Request) -> str:
        """The URL of the page that begins here; what narrows the list goes with it."""
        text = f"{'up' if self.upwards else 'down'} {self.at.isoformat()} {self.job}"
        cursor = base64.urlsafe_b64encode(text.encode()).decode()
        kept = [(name, request.query_params.get(name)) for name in ("created_after", "created_before")]
        filters = "".join(f"&{name}={quote(value)}" for name, value in kept if value)
        return f"{origin(request)}{request.url.path}?cursor={quote(cursor)}{filters}"


def aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
