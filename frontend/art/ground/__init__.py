"""The baked ground of a town: everything flat, from grass to floors, with the shadows that lie on it."""
