"""A finished site put in its place: the build and its swap, the live server, editions, the offline copy."""
