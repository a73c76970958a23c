"""The commands of scripts/build.py."""
