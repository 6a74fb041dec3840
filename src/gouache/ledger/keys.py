"""API keys: shown once, kept as SHA-256 hashes in one file of the data directory."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import time
import uuid
from pathlib import Path

PREFIX = "gou_"


class KeyRing:
    """The keys of one server. A key is 32 random bytes, so a plain hash of it needs no salt."""

    def __init__(self, data_dir: Path) -> None:
        self._path = data_dir / "keys.json"

    def create(self, name: str) -> str:
        """A new key, in clear; it cannot be read again."""
        key = PREFIX + secrets.token_urlsafe(32)
        self._write({**self._read(), _hash(key): {"name": name, "created": int(time.time())}})
        return key

    def name_of(self, key: str) -> str | None:
        """Whose key it is, or None when nobody's."""
        entry = self._read().get(_hash(key))
        return str(entry["name"]) if entry else None

    def _read(self) -> dict[str, dict[str, object]]:
        if not self._path.exists():
            return {}
        keys: dict[str, dict[str, object]] = json.loads(self._path.read_text())
        return keys

    def _write(self, keys: dict[str, dict[str, object]]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_suffix(f".{uuid.uuid4().hex}.tmp")
        handle = os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "w") as file:
            json.dump(keys, file, indent=1)
        fresh.replace(self._path)


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
