"""The page in a real browser; a package, so that its Townlet and its Chromium end with its last test."""
