"""The offline copy: the site as a zip that opens from a file, without a server or a network."""
