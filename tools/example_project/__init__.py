"""A whole project of invented briefs that share topics and questions, written to a folder.

Everything in it is made up and plainly so: towns, rivers, councils, authors, works and dates. The
same seed gives the same bytes. `project_files.write` is for tests and the benchmark, `python -m`
for people.
"""
