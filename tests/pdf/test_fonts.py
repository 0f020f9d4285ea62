"""Fonts of an edition, made once for what is drawn with them."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from brochure.document.fragment import UsedFont
from brochure.pdf import fonts
from brochure.pdf.fonts import font_items

ROOT = Path(__file__).resolve().parents[2]
FILE = (ROOT / "fonts/source-sans-3/SourceSans3-Regular.ttf").read_bytes()
SPACE, LETTER = (1, " ", 200), (3, "A", 544)
FONT = UsedFont("X", "X+S", "S", sha256(FILE).hexdigest(), 0, 4, (SPACE, LETTER))


@pytest.mark.parametrize(
    "other",
    [
        replace(FONT, glyphs=((1, "\u00a0", 200), LETTER)),  # the same glyph, read otherwise
        replace(FONT, glyphs=((1, " ", 201), LETTER)),
        replace(FONT, glyphs=(SPACE,)),
        replace(FONT, hyphen=1),
        replace(FONT, base_font="Y+S"),
    ],
)
def test_what_is_kept_is_never_taken_for_another(
    other: UsedFont, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROCHURE_CACHE", str(tmp_path))
    first = dict(font_items([FONT], lambda _: FILE))
    fonts._recent.clear()  # another process, the same cache
    assert dict(font_items([other], lambda _: FILE)) != first
    fonts._recent.clear()
    assert dict(font_items([FONT], lambda _: FILE)) == first
