"""Residents and visitors: parametric figures, walking, sitting, sleeping, and their portraits."""
