"""House drawings: our own small, declarative vector pictures with named anchors.

Each is a function from a `Brush` (its colours) to a `Drawing`, registered under its names.
"""
