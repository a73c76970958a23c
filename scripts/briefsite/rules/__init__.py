"""The rules of the data, one named function each, and the suggestions of what was meant. `check`
applies them all."""
