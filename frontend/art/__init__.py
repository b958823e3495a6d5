"""Draws the town: ground, props, residents and portraits, as pixel art made from maps and looks.

Run as `python -m frontend.art`. Knows no scenario by name: everything follows from the terrains, kinds and
looks that a scenario's files name.
"""
