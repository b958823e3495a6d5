"""Buildings cut open: tall walls at the back of rooms, low ones in front, narrow ones at the sides."""
