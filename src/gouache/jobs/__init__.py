"""Running operations beside the server, never in its event loop."""
