"""The words of the public contract: models, styles, sizes, prices. Tables and their validation, no I/O."""
