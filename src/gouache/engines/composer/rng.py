"""Randomness that is the same on every machine: one seed, one stream per purpose."""

from __future__ import annotations

import random


def stream(seed: int, purpose: str) -> random.Random:
    """An independent generator for one purpose; string seeding of `random.Random` is stable (SHA-512)."""
    return random.Random(f"gouache/{seed}/{purpose}")
