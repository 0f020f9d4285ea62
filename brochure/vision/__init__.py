"""How colours are seen: contrast, difference, and what people see who are colour-blind.

Pure functions of sRGB, below all stages: the checks and the room that renders pages both ask them.
"""
