"""Settings of the upstream engine from the environment, `GOUACHE_UPSTREAM_*`."""

from __future__ import annotations

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class UpstreamSettings(BaseSettings):
    """Where to forward to, and as whom. Every picture costs the key's owner what the provider asks."""

    model_config = SettingsConfigDict(env_prefix="GOUACHE_UPSTREAM_")

    key: SecretStr | None = None  # the provider's API key
    url: str = "https://external.api.recraft.ai/v1"  # any server that speaks the Recraft API
    model: str = "recraftv3"  # asked of the provider
    seconds: float = Field(default=180, gt=0)  # to wait for one picture
    max_megabytes: int = Field(default=64, ge=1)  # of one answer
