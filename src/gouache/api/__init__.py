"""The HTTP doors: one module a dialect. Dialects translate; they never import each other or an engine."""
