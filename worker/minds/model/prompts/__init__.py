"""What a model is told, in files that need no Python to be read: one a kind of question, and the parts they share."""
