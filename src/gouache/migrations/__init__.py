"""Numbered migrations, applied in order by yoyo: SQL files, and one that takes Procrastinate's own schema."""
