"""All that lasts or is passed on: Postgres with the log and what is made of it, Redis with hints, files that leave."""
