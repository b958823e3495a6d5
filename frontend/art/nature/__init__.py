"""Trees, bushes, hedges, fences and what else stands outside because the terrain says so."""
