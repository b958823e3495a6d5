"""How the built-in game master reads a request: what is out of the question, and what each clause would change."""
