"""A whole project of invented briefs that share topics and questions, written to a folder.

Everything in it is made up and plainly so: towns, rivers, councils, authors, works and dates. The
same seed gives the same bytes. `write` is for tests and the benchmark, `python -m` for people.
"""

from tools.example_project.project_files import write

__all__ = ["write"]
