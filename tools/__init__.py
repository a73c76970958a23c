"""What is used to develop the project and not to build the site: benchmark, mutation, fuzz, drawing."""
