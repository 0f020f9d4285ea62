"""A finished file → the words that stand in its pictures, by the person's own Tesseract.

Reading takes a second a picture, so what was read is kept by the picture.
"""

import json
from collections.abc import Sequence

from brochure import cache
from brochure.document.pictured_text import PicturedWord, PictureView, ReadPicture, ReadPictures
from brochure.tools import tesseract
from brochure.tools.failed import ToolFailed

KIND, FORMAT = "picture-words", 1


def read_pictures(pdf: bytes, name: str) -> ReadPictures:
    """All words in the pictures of a file, or why nobody has read them."""
    from brochure.pdf.rendering.pictures import picture_views

    if (program := tesseract.find()) is None:
        return ReadPictures(name, not_read="check/skipped/no-tesseract")
    try:
        languages = tesseract.languages(program)
        read = tuple(_read(program, languages, view) for view in picture_views(pdf))
    except ToolFailed:
        return ReadPictures(name, not_read="check/skipped/not-read")
    return ReadPictures(name, read)


def _read(program: str, languages: Sequence[str], view: PictureView) -> ReadPicture:
    key = cache.key_of(view.png, tuple(languages), FORMAT)
    if (known := cache.recall(KIND, key)) is None:
        found = tesseract.read_words(program, view.png, languages)
        known = json.dumps([(word.text, word.confidence) for word in found]).encode()
        cache.keep(KIND, key, known)
    words = tuple(PicturedWord(*word) for word in json.loads(known))
    return ReadPicture(view.page, view.area, words, view.told)
