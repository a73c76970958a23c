"""The figures of data/codings.yml: how far its coders agree."""
