"""What runs where the project is worked on together: notes at lines of a pull request, a check of addresses."""
