"""What `GET /metrics` counts, in a registry of the application's own."""

from __future__ import annotations

from functools import lru_cache

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from starlette.types import Scope

from gouache.jobs.figures import Ended, Load, Told

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300)


class Metrics:
    """Requests are this process's own; what is said of jobs, units and workers is of the whole installation."""

    def __init__(self) -> None:
        self.registry = registry = CollectorRegistry()
        names = ("method", "route", "dialect", "status")
        self._requests = Counter("gouache_requests", "HTTP requests.", names, registry=registry)
        self._seconds = Histogram(
            "gouache_request_seconds", "Time to answer.", ("route", "dialect"), buckets=_SECONDS, registry=registry
        )
        self._counter = lru_cache(1000)(self._requests.labels)  # finding a label's own costs more than counting
        self._timer = lru_cache(1000)(self._seconds.labels)
        self._jobs = Counter("gouache_jobs", "Jobs that ended.", ("dialect", "state"), registry=registry)
        self._job_seconds = Histogram(
            "gouache_job_seconds", "From submission to the end.", ("dialect",), buckets=_SECONDS, registry=registry
        )
        self._pictures = Counter("gouache_pictures", "Pictures delivered.", ("dialect",), registry=registry)
        self._units = Gauge("gouache_units_settled", "API units settled since the first day.", registry=registry)
        self._queued = Gauge("gouache_queue_depth", "Jobs waiting.", registry=registry)
        self._running = Gauge("gouache_jobs_running", "Jobs in work.", registry=registry)
        self._oldest = Gauge("gouache_queue_oldest_seconds", "Age of the oldest waiting job.", registry=registry)
        self._workers = Gauge("gouache_workers", "Worker processes alive.", registry=registry)
        self._webhooks = Gauge(
            "gouache_webhooks", "Webhook deliveries of the last day.", ("dialect", "outcome"), registry=registry
        )

    def request(self, scope: Scope, status: int, seconds: float) -> None:
        """Count one answered request; unknown paths share one label, so that nobody can flood the registry."""
        route = _template(scope)
        dialect = str(scope.get("state", {}).get("dialect", "recraft"))
        method = scope["method"] if route != "none" else "any"
        self._counter(method, route, dialect, str(status)).inc()
        self._timer(route, dialect).observe(seconds)

    def installation(self, load: Load, ended: list[Ended], told: list[Told], units: int) -> None:
        """Take over what the database says."""
        for job in ended:
            self._jobs.labels(job.dialect, job.state).inc()
            self._job_seconds.labels(job.dialect).observe(job.seconds)
            self._pictures.labels(job.dialect).inc(job.pictures)
        self._units.set(units)
        self._queued.set(load.queued)
        self._running.set(load.running)
        self._oldest.set(load.oldest_seconds)
        self._workers.set(load.workers)
        self._webhooks.clear()
        for one in told:
            self._webhooks.labels(one.dialect, one.outcome).set(one.deliveries)

    def text(self) -> bytes:
        """The exposition format of Prometheus."""
        return generate_latest(self.registry)


def _template(scope: Scope) -> str:
    """The path of a request with the names of its parameters in place of their values."""
    if "endpoint" not in scope:
        return "none"
    mounted = str(scope.get("root_path", "")).removeprefix(str(scope.get("app_root_path", "")))
    if mounted:
        return f"{mounted}/{{file}}"
    path = str(scope["path"])
    for name, value in reversed(scope["path_params"].items()):
        head, found, tail = path.rpartition(str(value))
        path = f"{head}{{{name}}}{tail}" if found else path
    return path
