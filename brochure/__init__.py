"""One YAML source, every edition of a publication: accessible PDF, print file, web page.

The way of one edition, room by room:

    project → content → language → html → layout → pdf → check → output

`pipeline.py` shows it on one screen; `ARCHITECTURE.md` explains it.
"""

__version__ = "0.1.0"
