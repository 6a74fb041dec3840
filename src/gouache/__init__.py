"""gouache: a self-hosted, open Recraft V3."""
