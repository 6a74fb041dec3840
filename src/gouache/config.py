"""Settings from the environment, `GOUACHE_*`."""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


def _networks(value: object) -> object:
    """Networks of a text such as `10.0.0.1, 192.168.0.0/16`."""
    if not isinstance(value, str):
        return value
    return tuple(ip_network(part.strip()) for part in value.split(",") if part.strip())


Networks = Annotated[
    tuple[IPv4Network | IPv6Network, ...],
    NoDecode,
    BeforeValidator(_networks),
    PlainSerializer(lambda value: ",".join(map(str, value))),
]


def _base_url(value: str | None) -> str | None:
    parts = urlsplit(value or "http://host")
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ValueError("must be an absolute http or https URL, without a query")
    return value


_RETENTION_HOURS = {"segmind": 1.0, "replicate": 1.0}  # as the vendors promise
_RECORD_HOURS = {"replicate": 168.0}  # it still answers for a prediction whose data are removed


class Settings(BaseSettings):
    """Paths, URLs and limits of one server."""

    model_config = SettingsConfigDict(env_prefix="GOUACHE_")

    data_dir: Path = Field(default_factory=lambda: user_data_path("gouache"))  # database, secret, pictures
    public_url: Annotated[str | None, AfterValidator(_base_url)] = None  # how clients reach us; None = as they did
    trusted_proxies: Networks = ()  # whose forwarding headers are believed: addresses and networks
    cors_origins: tuple[str, ...] | None = None  # of web pages that may call the API; None = see api/cors.py
    tls_cert: Path | None = None  # PEM certificate chain to serve https with, leaf first
    tls_key: Path | None = None  # PEM private key of that certificate
    price_table: str = "gouache"  # what an operation costs: the table in vocabulary/data
    default_style: str = "realistic_image"  # when a request names none
    aimlapi_status: Literal[200, 201] = 201  # of a picture in the AI/ML API dialect; the vendor changed it
    open: bool = False  # accept any bearer key

    moderation: Literal["off", "on", "strict"] = "on"  # which prompts are refused, see vocabulary/moderation.py
    moderation_list: Path | None = None  # a word list instead of our own, in its form
    prompt_bytes: bool = False  # the Recraft dialect's prompt limit counts bytes of UTF-8, not characters
    model_aliases: dict[str, str] = Field(default_factory=dict)  # further model ids and what serves them

    cache_megabytes: int = Field(default=256, ge=0)  # of resized pictures, on disk
    c2pa_key: Path | None = None  # PEM private key that signs C2PA manifests
    c2pa_cert: Path | None = None  # PEM certificate chain of that key, leaf first

    database_url: str | None = None  # any PostgreSQL from 14 on; None = the embedded one in the data directory
    store_url: str | None = None  # where pictures are kept, such as s3://bucket/prefix; None = the data directory

    replicate_output: Literal["url", "data"] = "url"  # what a prediction's output is; data: URIs work without https

    fetch_allow: Networks = ()  # networks besides the public ones that clients' URLs and webhooks may lead to

    workers: int = Field(default=2, ge=0)  # worker processes beside the server; 0 = they run elsewhere
    lease_seconds: float = Field(default=20, gt=0)  # a worker silent for so long is dead
    attempts: int = Field(default=3, ge=1)  # how often a job is taken up before it fails
    job_seconds: float = Field(default=900, ge=0)  # a worker's time for one job before it fails; 0 = no limit
    worker_megabytes: int = Field(default=0, ge=0)  # resident memory of a worker before its job fails; 0 = no limit
    sync_seconds: float = Field(default=300, gt=0)  # how long a request waits for its pictures

    queue_limit: int = Field(default=256, ge=1)  # waiting jobs of all accounts before 429
    account_jobs: int = Field(default=64, ge=0)  # open jobs of an account before 429; 0 = no limit
    account_in_flight: int = Field(default=4, ge=1)  # jobs of an account that workers may hold; the others wait in line
    images_per_minute: int = Field(default=100, ge=0)  # a key; 0 = no limit
    requests_per_second: int = Field(default=5, ge=0)  # a key; 0 = no limit
    start_units: int = Field(default=1_000_000, ge=0)  # what a new account has

    result_hours: float = Field(default=24, gt=0)  # how long jobs and pictures are kept once finished
    retention_hours: dict[str, float] = Field(default_factory=dict)  # the same for single dialects
    lasting_days: float | None = Field(default=None, gt=0)  # of pictures ordered with expire=false; None = no end
    record_hours: dict[str, float] = Field(default_factory=dict)  # of jobs whose data are gone, for single dialects
    sweep_seconds: float = Field(default=3600, gt=0)  # how often files without rows are looked for

    @property
    def record_seconds(self) -> dict[str, float]:
        """How long the row of a job stays without what was asked for, after its data are gone, by dialect."""
        return {dialect: hours * 3600 for dialect, hours in {**_RECORD_HOURS, **self.record_hours}.items()}

    def keep_seconds(self, dialect: str) -> float:
        """How long the jobs of a dialect and their pictures are kept once finished."""
        return {**_RETENTION_HOURS, **self.retention_hours}.get(dialect, self.result_hours) * 3600
