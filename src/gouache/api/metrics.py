"""What `GET /metrics` counts, in a registry of the application's own."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from starlette.types import Scope

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)


class Metrics:
    """Requests by route, dialect and status, and how long they took. The jobs' own figures come from the database."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "gouache_requests", "HTTP requests.", ("method", "route", "dialect", "status"), registry=self.registry
        )
        self._seconds = Histogram(
            "gouache_request_seconds", "Time to answer.", ("route", "dialect"), buckets=_SECONDS, registry=self.registry
        )

    def request(self, scope: Scope, status: int, seconds: float) -> None:
        """Count one answered request; unknown paths share one label, so that nobody can flood the registry."""
        route = getattr(scope.get("route"), "path", "none")
        dialect = str(scope.get("state", {}).get("dialect", "recraft"))
        method = scope["method"] if route != "none" else "any"
        self._requests.labels(method, route, dialect, str(status)).inc()
        self._seconds.labels(route, dialect).observe(seconds)

    def text(self) -> bytes:
        """The exposition format of Prometheus."""
        return generate_latest(self.registry)
