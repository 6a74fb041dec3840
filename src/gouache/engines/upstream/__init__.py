"""A hosted provider with the operator's own key, as an engine."""
