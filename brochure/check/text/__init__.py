"""Whether the words of a text serve its readers: what it says, how it is typed, how hard it is."""
