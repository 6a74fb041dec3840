"""Open weights on GPUs through diffusers (the `diffusion` extra). torch is imported when a picture is drawn."""
