"""How fast a key may ask: requests a second and images a minute.

A leaky bucket in one timestamp per limit (GCRA: https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm): each
request moves `..._until` ahead by its share of the window, and is refused when that would lead out of the window. The
timestamps are columns of the key's row, so every API process sees the same, and a submit moves them in its own
statement.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime

from gouache.config import Settings


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one key; 0 = no limit."""

    images_per_minute: int = 0
    requests_per_second: int = 0

    @property
    def any(self) -> bool:
        return bool(self.images_per_minute or self.requests_per_second)

    @property
    def image_seconds(self) -> float:
        return 60 / self.images_per_minute if self.images_per_minute else 0.0

    @property
    def request_seconds(self) -> float:
        return 1 / self.requests_per_second if self.requests_per_second else 0.0


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a key has left, and for how long it must wait when that is not enough. Times in seconds."""

    images: int | None
    requests: int | None
    reset: float
    wait: float = 0.0

    def headers(self, limits: Limits) -> dict[str, str]:
        """`X-RateLimit-*`: images when they are limited, else requests."""
        limit, left = limits.images_per_minute, self.images
        if not limit:
            limit, left = limits.requests_per_second, self.requests
        if not limit or left is None:
            return {}
        headers = {"X-RateLimit-Limit": str(limit), "X-RateLimit-Remaining": str(left)}
        headers["X-RateLimit-Reset"] = str(math.ceil(self.reset))
        if self.requests is not None:
            headers["X-RateLimit-Remaining-Requests"] = str(self.requests)
        return headers


def limits_of(settings: Settings) -> Limits:
    """The limits of every key; an open server has none."""
    return Limits() if settings.open else Limits(settings.images_per_minute, settings.requests_per_second)


def allowance(
    limits: Limits, now: datetime, images_until: datetime, requests_until: datetime, images: int = 0
) -> Allowance:
    """What is left at `now`; `wait` is how long a request of so many images must wait, 0 when it need not."""
    ahead = max(0.0, (images_until - now).total_seconds())
    ahead_requests = max(0.0, (requests_until - now).total_seconds())
    cost = images * limits.image_seconds
    wait = max(
        ahead + cost - max(60, cost)
        if limits.images_per_minute
        else 0.0,  # more than a minute's worth: when all is free
        ahead_requests + limits.request_seconds - 1 if limits.requests_per_second else 0.0,
    )
    return Allowance(
        images=math.floor((60 - ahead) / limits.image_seconds + 1e-6) if limits.images_per_minute else None,
        requests=math.floor((1 - ahead_requests) / limits.request_seconds + 1e-6)
        if limits.requests_per_second
        else None,
        reset=max(ahead, ahead_requests),
        wait=max(0.0, wait) if images else 0.0,
    )
