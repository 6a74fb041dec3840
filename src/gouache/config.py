"""Settings from the environment, `GOUACHE_*`."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Paths, URLs and limits of one server."""

    model_config = SettingsConfigDict(env_prefix="GOUACHE_")

    data_dir: Path = Field(default_factory=lambda: user_data_path("gouache"))
    public_url: str | None = None  # how clients reach us; None = the Host header of each request
    price_table: str = "gouache"
    workers: int = Field(default=2, ge=1)
    queue_limit: int = Field(default=256, ge=1)  # requests waiting for a worker before 429
    result_hours: float = Field(default=24, gt=0)  # life of result URLs
    default_style: str = "realistic_image"
    open: bool = False  # accept any bearer key
    cache_megabytes: int = Field(default=256, ge=0)  # of resized pictures, on disk
    c2pa_key: Path | None = None  # PEM private key that signs C2PA manifests
    c2pa_cert: Path | None = None  # PEM certificate chain of that key, leaf first
