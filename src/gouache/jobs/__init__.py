"""Durable jobs: every request is one row, one state machine, paid for once, and ends."""
