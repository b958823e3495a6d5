"""The architecture of the paper as pure functions: what to notice, remember, retrieve and ask."""
