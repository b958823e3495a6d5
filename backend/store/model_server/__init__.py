"""The server of a model: how it is set up, how much it is asked, each call and what it cost."""
