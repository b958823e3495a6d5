"""Makes a fresh clone ready to run: ``python3 -m townlet.setup``.

This package runs before anything is installed, so it uses the standard library alone and imports
nothing of ours. Each step knows the fingerprint of what it was made from and is skipped while that
has not changed.
"""
