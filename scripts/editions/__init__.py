"""Editions: the site as it stood at a tag, built again at any time under /e/<name>/, and proven alike."""

from editions.build import Broken, build, checksum, publish

__all__ = ["Broken", "build", "checksum", "publish"]
