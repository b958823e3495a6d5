"""What answers hold, where telling it is more than a route's own file has room for."""
