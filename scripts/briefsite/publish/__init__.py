"""A finished site put in its place: build and swap, live server, editions, offline copy."""
