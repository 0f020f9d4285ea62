"""Data merge: texts with expressions × records → texts; typed, safe, without a template engine."""
