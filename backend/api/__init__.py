"""The server's answers: routes, what every request meets on its way, and what the routes work with."""
