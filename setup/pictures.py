"""Make the pictures of the README again from the built pages: `pictures.py`, after `make build`."""

from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "output/botschaften/de"
A5, LEAFLET, POSTER = (
    "a5-brochure.web.page-{:02}",
    "dl-leaflet.web.page-{}",
    "a2-poster-{}.web.page-1",
)
PICTURES = {
    "brochure-1": [A5, (1,), (2, 3), (6, 7)],
    "brochure-2": [A5, (4, 5), (8, 9), (10, 11)],
    "leaflet": [LEAFLET, (1,), (2,)],
    "posters": [POSTER, (1,), (2,), (3,), (4,), (5,)],
}
HEIGHT = 480
SPACE = 20
GROUND = "#E2E1DC"


def side_by_side(pages: list[Image.Image], space: int) -> Image.Image:
    """Pages in a row, with so much space between them and none around."""
    width = sum(page.width + space for page in pages) - space
    row = Image.new("RGB", (width, HEIGHT), GROUND)
    left = 0
    for page in pages:
        row.paste(page, (left, 0))
        left += page.width + space
    return row


def page(name: str) -> Image.Image:
    """A built page at the height of all."""
    with Image.open(PAGES / f"{name}.png") as picture:
        size = (round(picture.width * HEIGHT / picture.height), HEIGHT)
        return picture.convert("RGB").resize(size, Image.Resampling.LANCZOS)


def picture(name: str, *spreads: tuple[int, ...]) -> Image.Image:
    """Spreads on a ground, the pages of each without a gap."""
    shown = [side_by_side([page(name.format(n)) for n in spread], 0) for spread in spreads]
    row = side_by_side(shown, SPACE)
    framed = Image.new("RGB", (row.width + 2 * SPACE, row.height + 2 * SPACE), GROUND)
    framed.paste(row, (SPACE, SPACE))
    return framed


if __name__ == "__main__":
    for target, (name, *spreads) in PICTURES.items():
        small = picture(name, *spreads).quantize(192, dither=Image.Dither.NONE)
        small.save(ROOT / f"pictures/{target}.png", optimize=True)
