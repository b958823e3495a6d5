"""Tests: unit (no I/O), integration (real services), browser (Playwright)."""
