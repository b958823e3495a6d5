"""People from outside: their links, their names, and what a town's director did about them."""
