"""Which pictures a text shows, and what is wrong with their files.

Rationale: that exactly these bytes are sound is found out only once; a picture of 40 megapixels
takes a second to unpack.
"""

from collections.abc import Callable, Iterator

from brochure import cache
from brochure.check.in_builds import told
from brochure.check.picture import complex as too_complex
from brochure.check.picture import damaged, font, kind, outside, profile, too_large, unsafe
from brochure.diagnostics import Diagnostic, Span
from brochure.document.blocks import FigureBlock
from brochure.document.document import Source
from brochure.document.files import PictureFile
from brochure.document.look import Look
from brochure.versions import all_versions

SOUND = "sound-pictures"
CHECKS = (outside, kind, unsafe, damaged, too_large, too_complex, font, profile)


def picture_places(source: Source) -> dict[str, Span | None]:
    """The picture files that a document shows, each with the place of its first figure."""
    folder = source.file.rpartition("/")[0] + "/pictures"
    named = [(block.figure.picture, span) for block, span in _figures(source)]
    return {f"{folder}/{name}": span for name, span in reversed(named) if name}


def bad_pictures(source: Source, read: Callable[[str], bytes], look: Look) -> Iterator[Diagnostic]:
    """What keeps the pictures of a text from being printed safely, each at its line."""
    for file, span in reversed(picture_places(source).items()):
        name = file.rpartition("/")[2]
        try:
            yield from bad_picture(PictureFile(name, read(file), span, look.families))
        except PermissionError:
            yield from told(PictureFile(name, None, span), outside)


def bad_picture(file: PictureFile) -> Iterator[Diagnostic]:
    """What keeps one picture from being printed safely, told where it is named."""
    key = cache.key_of(file.data or b"", file.suffix, file.families, all_versions())
    if cache.recall(SOUND, key) is not None:
        return
    if not (findings := list(told(file, *CHECKS))):
        cache.keep(SOUND, key, b"")
    yield from findings


def _figures(source: Source) -> Iterator[tuple[FigureBlock, Span | None]]:
    document = source.document
    for section in (document.introduction, *document.messages, document.imprint):
        for block in section.blocks:
            if isinstance(block, FigureBlock):
                yield block, source.ids.get(block.id)
