"""Data files → records, typed by the publication's schema; or all that each of them lacks."""
