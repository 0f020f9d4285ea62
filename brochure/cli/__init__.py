"""The command line: one small file a verb; the only room that prints."""
