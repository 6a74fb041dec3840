"""Editing pictures: erase, fill, extend, swap and vary, on pixels or, for our own pictures, in the scene."""
