"""Prose as it is written: its sentences, words and syllables, and how hard it is to read."""
