"""Remembered drawings and pictures: the same bytes, and only where memory can be trusted."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from brochure.layout.fonts import use_only

ROOT = Path(__file__).resolve().parents[2]
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"'
SHAPES = (
    '<g opacity="0.5" transform="rotate(9)"><rect width="9" height="9" fill="red"/>'
    '<circle r="4" fill-opacity="0.25" opacity="0.75"/></g><path d="M0 0L9 9"/>'
)
CLIPPED = (
    '<clipPath id="c"><circle r="5"/></clipPath><rect width="9" height="9" clip-path="url(#c)"/>'
)
PLAIN = {
    "shapes": f"{HEAD}>{SHAPES}</svg>",
    "size": f'{HEAD} width="3em" height="2em">{SHAPES}</svg>',
    "clipped": f"{HEAD}>{CLIPPED}</svg>",
    "empty": f"{HEAD}/>",
}
NOT_KEPT = {
    "text": f"{HEAD}><text>words</text></svg>",
    "gradient": f'{HEAD}><linearGradient id="g"><stop stop-color="red"/><stop offset="1"/>'
    '</linearGradient><rect width="9" height="9" fill="url(#g)"/></svg>',
    "mask": f'{HEAD}><mask id="m"><rect width="5" height="5" fill="white"/></mask>'
    '<rect width="9" height="9" mask="url(#m)"/></svg>',
    "elsewhere": f'{HEAD}><use href="other.svg#a"/></svg>',
}
Paint = Callable[[str], bytes]


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "brochure" / "drawings"


@pytest.fixture
def paint() -> Iterator[Paint]:
    """Paints a file twice on a page; the engine's own ways are put back afterwards."""
    use_only(ROOT / "fonts")
    from weasyprint import HTML, images

    from brochure.layout.engine import ProjectFetcher

    originals = images.SVG, images.RasterImage

    def run(name: str, data: bytes) -> bytes:
        image = f"<img src='project:///{name}' alt='a'>"
        html = f"<p style='opacity: 0.5; color: #123'>a{image}</p>{image}"
        return HTML(string=html, url_fetcher=ProjectFetcher(lambda file: data)).write_pdf()

    yield run
    images.SVG, images.RasterImage = originals


def remember() -> None:
    from brochure.layout.drawings import remember_drawings
    from brochure.layout.x_objects import remember_x_objects

    remember_drawings()
    remember_x_objects()


@pytest.mark.parametrize("name", PLAIN)
def test_a_remembered_drawing_has_the_same_bytes(name: str, paint: Paint, kept: Path) -> None:
    data = PLAIN[name].encode()
    plain = paint("a.svg", data)
    remember()
    assert paint("a.svg", data) == plain
    assert len(list(kept.iterdir())) > 2, "viewbox, size, and what was painted"
    assert paint("a.svg", data) == plain


def test_a_remembered_drawing_is_not_walked_again(paint: Paint, monkeypatch: object) -> None:
    from brochure.layout import drawings

    remember()
    first = paint("a.svg", PLAIN["shapes"].encode())
    monkeypatch.setattr(drawings, "SVG", None)
    assert paint("a.svg", PLAIN["shapes"].encode()) == first


@pytest.mark.weasyprint_log
@pytest.mark.parametrize("name", NOT_KEPT)
def test_what_takes_more_than_shapes_is_painted_afresh(name: str, paint: Paint, kept: Path) -> None:
    data = NOT_KEPT[name].encode()
    plain = paint("a.svg", data)
    remember()
    assert paint("a.svg", data) == plain == paint("a.svg", data)
    assert len(list(kept.glob("*"))) <= 2, "viewbox and size at most"


def test_another_drawing_is_another_entry(paint: Paint, kept: Path) -> None:
    remember()
    red = paint("a.svg", PLAIN["shapes"].encode())
    assert paint("a.svg", PLAIN["shapes"].replace("red", "blue").encode()) != red


@pytest.mark.weasyprint_log
def test_a_drawing_that_the_engine_refuses_is_told_each_time(
    paint: Paint, caplog: pytest.LogCaptureFixture
) -> None:
    remember()
    for _ in range(2):
        caplog.clear()
        paint("a.svg", f'{HEAD}><style>rect {{ fill }} @import "x"</style><rect x="9q"'.encode())
        assert "Failed to load image" in caplog.text


@pytest.mark.parametrize("mode", ["RGBA", "RGB", "LA", "L", "P"])
def test_a_remembered_picture_has_the_same_bytes(mode: str, paint: Paint, kept: Path) -> None:
    file = BytesIO()
    Image.radial_gradient("L").resize((30, 20)).convert(mode).save(file, "PNG")
    plain = paint("a.png", file.getvalue())
    remember()
    assert paint("a.png", file.getvalue()) == plain
    assert len(list((kept.parent / "pictures").iterdir())) == 1
    assert paint("a.png", file.getvalue()) == plain


def test_private_names_are_those_of_weasyprint_70() -> None:
    """What `drawings.py` and `x_objects.py` replace and read; an upgrade must look again."""
    use_only(ROOT / "fonts")
    from inspect import signature

    from weasyprint import images, svg
    from weasyprint.pdf import stream

    assert list(signature(svg.SVG).parameters) == ["tree", "url", "font_config", "url_fetcher"]
    assert list(signature(svg.SVG.draw).parameters)[1:] == [
        "stream", "concrete_width", "concrete_height", "base_url", "context",
    ]  # fmt: skip
    assert list(signature(images.RasterImage.get_x_object).parameters)[1:] == [
        "interpolate", "dpi_ratio",
    ]  # fmt: skip
    made = stream.Stream([], (0, 0, 1, 1), {}, {}, None, {}, None)
    assert {
        "_resources", "_color_profiles", "_output_intent", "_current_color",
        "_current_color_stroke", "_current_alpha", "_current_alpha_stroke",
    } <= set(vars(made))  # fmt: skip
