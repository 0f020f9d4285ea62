"""The brochure of Bochum as each peer wants it, and publications that grow."""
