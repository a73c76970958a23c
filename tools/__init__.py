"""Tools of development, which no build needs: benchmark, mutation, fuzz, drawing."""
