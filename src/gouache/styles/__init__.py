"""Styles of people's own: what a style profile is, how it is measured, where it is kept."""
