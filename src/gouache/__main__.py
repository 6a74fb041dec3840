"""`python -m gouache` is the shell."""

from gouache.cli import main

main()
