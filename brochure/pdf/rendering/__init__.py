"""Any PDF → what its pages look like, as plain values: its text against what is behind it.

PDFium paints each page as it is, and without its text (objects of it can be switched off). Nothing
is smoothed, so every pixel that differs is ink and nothing else, in the colour it has there, and
the other picture has what is behind it at the same place. This holds for pictures, gradients,
transparency and blending alike.
"""

from brochure.pdf.rendering.reading import rendered_file

__all__ = ["rendered_file"]
