"""The tools for pictures that came in: vectorize, remove background, upscale, on a CPU."""
