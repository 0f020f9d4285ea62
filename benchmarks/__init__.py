"""What a build costs, beside plain WeasyPrint on the same HTML: `make bench`."""
