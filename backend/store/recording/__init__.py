"""Headless runs: the journal that is a folder, the record beside it, and living it again."""
