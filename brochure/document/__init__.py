"""The typed model of a publication, and the values that pass between the rooms."""
