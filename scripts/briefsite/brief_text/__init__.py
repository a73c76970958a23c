"""What needs a brief's full text, which stays out of the repository: fingerprints, and the search
for copied runs."""
