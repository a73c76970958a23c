"""One CSL-JSON item per citable thing, and every style, file format and metadata tag from it."""
