"""What goes through Redis: hints and what is not worth keeping. Losing any of it costs a second, never more."""
