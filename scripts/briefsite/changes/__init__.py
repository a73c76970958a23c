"""The difference between two states of the project, in words, and the pages it touches."""
