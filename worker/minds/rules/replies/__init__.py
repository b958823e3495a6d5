"""What a resident can say to a person from outside, by what the person's words are about."""
