"""A town and its branches: making them, who belongs together, how two of them differ, what was marked."""
