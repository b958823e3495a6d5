"""Readers of a town's past: its events, and what is found in them for who looks back."""
