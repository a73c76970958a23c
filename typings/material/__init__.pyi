# The theme; only the place of its templates is of interest.
