"""Who may ask, who pays, how much and how fast: accounts, keys, double-entry bookkeeping, limits."""
