"""Pictures: what they become by what their files say, seen in the finished files."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from PIL import Image, ImageCms

from brochure.catalog.standards import srgb_profile
from brochure.pdf.colour import PrintColour
from brochure.pdf.soft_proof import soft_proof
from brochure.vision.difference import delta_e
from tests.pdf.colour.colour_page import pictures, ramp, saved
from tests.pdf.colour.conftest import BOOK, FOGRA39, Separate
from tests.pdf.colour.test_colour_page import labs

LATE = PrintColour(FOGRA39, BOOK, late_images=True)
COLOURS = Image.merge("RGB", [ramp(0), ramp(1), ramp(2)])


def wide_rgb() -> bytes:
    """A profile of RGB much wider than sRGB: its primaries swapped by hand in a copy of sRGB.

    Red is shown as what sRGB calls blue, so that nobody can mistake one for the other.
    """
    data = bytearray(srgb_profile())
    entries = {bytes(data[at : at + 4]): at for at in range(132, 132 + 12 * data[131], 12)}
    red, blue = entries[b"rXYZ"], entries[b"bXYZ"]
    places = data[red + 4 : red + 12], data[blue + 4 : blue + 12]
    data[red + 4 : red + 12], data[blue + 4 : blue + 12] = places[1], places[0]
    return bytes(data).replace(b"sRGB", b"bGRs")


def image(separate: Separate, name: str, data: bytes, colour: PrintColour | None = None) -> object:
    html = f'<img style="width: 50mm" src="project:///{name}" alt="Bild">'
    (found,) = separate(html, given={name: data}, colour=colour).pictures()
    return found


@pytest.mark.parametrize(
    ("name", "space", "form", "masked"),
    [
        ("rgb.png", "/DeviceCMYK", "/FlateDecode", False),
        ("alpha.png", "/DeviceCMYK", "/FlateDecode", True),
        ("palette.png", "/DeviceCMYK", "/FlateDecode", False),
        ("palette-alpha.png", "/DeviceCMYK", "/FlateDecode", True),
        ("bits.png", "/DeviceGray", "/FlateDecode", False),
        ("grey.png", "/DeviceGray", "/FlateDecode", False),
        ("grey-alpha.png", "/DeviceGray", "/FlateDecode", True),
        ("rgb.jpg", "/DeviceCMYK", "/DCTDecode", False),
        ("grey.jpg", "/DeviceGray", "/DCTDecode", False),
        ("inks.jpg", "/DeviceCMYK", "/DCTDecode", False),
    ],
)
def test_kinds(separate: Separate, name: str, space: str, form: str, masked: bool) -> None:
    found = image(separate, name, pictures()[name])
    assert (found.ColorSpace, found.Filter, "/SMask" in found) == (space, form, masked)
    assert found.Interpolate is False
    assert found.BitsPerComponent == (1 if name == "bits.png" else 8)


def test_every_kind_of_page_is_named() -> None:
    assert len(pictures()) == 10, "a new kind needs a row above"


@pytest.mark.parametrize("name", ["rgb.png", "rgb.jpg", "palette.png"])
def test_it_looks_the_same_on_paper(separate: Separate, name: str) -> None:
    shown = inks_of(image(separate, name, pictures()[name]))
    with Image.open(BytesIO(pictures()[name])) as picture:
        press, screen = (
            ImageCms.getOpenProfile(BytesIO(FOGRA39.icc)),
            ImageCms.createProfile("sRGB"),
        )
        flags, relative = (
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
        )
        wanted = ImageCms.profileToProfile(
            picture.convert("RGB"), screen, press, relative, "CMYK", flags=flags
        )
    assert far_apart(soft_proof(shown, FOGRA39.icc), soft_proof(wanted, FOGRA39.icc)) < 1.5


def test_inks_are_passed_through_byte_for_byte(separate: Separate) -> None:
    found = image(separate, "inks.jpg", pictures()["inks.jpg"])
    assert found.read_raw_bytes() == pictures()["inks.jpg"]
    assert [int(value) for value in found.Decode] == [1, 0] * 4


def test_a_mask_stays_as_it_is(separate: Separate) -> None:
    found = image(separate, "alpha.png", pictures()["alpha.png"])
    assert found.SMask.ColorSpace == "/DeviceGray"
    assert pikepdf.PdfImage(found.SMask).as_pil_image().tobytes() == ramp(1).tobytes()


def test_black_and_white_stays_so_pixel_by_pixel(separate: Separate) -> None:
    found = image(separate, "bits.png", pictures()["bits.png"])
    with Image.open(BytesIO(pictures()["bits.png"])) as picture:
        assert found.read_bytes() == picture.tobytes()


def test_inks_have_a_profile_on_the_web(separate: Separate) -> None:
    """PDF/A takes no inks that nobody explains (ISO 19005-2, 6.2.4.3)."""
    page = separate('<img src="project:///a.jpg" alt="a">', given={"a.jpg": pictures()["inks.jpg"]})
    with pikepdf.open(BytesIO(page.web)) as pdf:
        (found,) = pdf.pages[0].Resources.XObject.values()
        assert (found.ColorSpace[0], found.ColorSpace[1].N) == ("/ICCBased", 4)
        assert found.read_raw_bytes() == pictures()["inks.jpg"]


def test_grey_is_as_light_as_on_the_screen(separate: Separate) -> None:
    found = pikepdf.PdfImage(image(separate, "a.png", saved(Image.new("L", (9, 9), 128))))
    assert found.as_pil_image().getextrema() == (97, 97)  # 62 % black, as test_separation has it


def test_sixteen_bits_of_grey_are_taken_by_their_upper_half(separate: Separate) -> None:
    deep = Image.new("I;16", (9, 9), 128 * 256 + 255)
    found = pikepdf.PdfImage(image(separate, "a.png", saved(deep)))
    assert found.as_pil_image().getextrema() == (97, 97)


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_the_profile_in_the_file_counts(separate: Separate, form: str) -> None:
    red = Image.new("RGB", (40, 40), (255, 0, 0))
    plain = inks_of(image(separate, "a.img", saved(red, form)))
    named = inks_of(image(separate, "a.img", saved(red, form, icc_profile=wide_rgb())))
    blue = inks_of(image(separate, "a.img", saved(Image.new("RGB", (40, 40), "blue"), form)))
    assert far_apart(soft_proof(named, FOGRA39.icc), soft_proof(blue, FOGRA39.icc)) < 3
    assert far_apart(soft_proof(named, FOGRA39.icc), soft_proof(plain, FOGRA39.icc)) > 30


def test_on_the_web_the_profile_is_there_unless_it_is_srgb(separate: Separate) -> None:
    html = '<img src="project:///a.png" alt="Bild">'
    for icc, expected in ((wide_rgb(), wide_rgb()), (srgb_profile(), None)):
        page = separate(html, given={"a.png": saved(COLOURS, icc_profile=icc)})
        with pikepdf.open(BytesIO(page.web)) as pdf:
            (found,) = pdf.pages[0].Resources.XObject.values()
            if expected is None:
                assert found.ColorSpace == "/DeviceRGB"
            else:
                assert found.ColorSpace[1].read_bytes() == expected
                assert found.ColorSpace[1].N == 3


@pytest.mark.parametrize("icc", [b"", b"nonsense" * 40, FOGRA39.icc])
def test_a_profile_that_fits_no_rgb_is_left_out(separate: Separate, icc: bytes) -> None:
    found = image(separate, "a.png", saved(COLOURS, icc_profile=icc))
    plain = image(separate, "a.png", saved(COLOURS))
    assert found.read_bytes() == plain.read_bytes()


def test_late_pictures_keep_their_pixels_and_say_what_they_mean(separate: Separate) -> None:
    found = image(separate, "rgb.jpg", pictures()["rgb.jpg"], LATE)
    assert found.read_raw_bytes() == pictures()["rgb.jpg"]
    assert (found.ColorSpace[0], found.ColorSpace[1].N) == ("/ICCBased", 3)
    assert found.ColorSpace[1].read_bytes() == srgb_profile()
    named = image(separate, "a.jpg", saved(COLOURS, "JPEG", icc_profile=wide_rgb()), LATE)
    assert named.ColorSpace[1].read_bytes() == wide_rgb()


@pytest.mark.parametrize("name", ["grey.png", "inks.jpg", "bits.png"])
def test_late_pictures_are_those_in_colour_alone(separate: Separate, name: str) -> None:
    assert isinstance(image(separate, name, pictures()[name], LATE).ColorSpace, pikepdf.Name)


def test_a_lower_ink_limit_is_kept(separate: Separate) -> None:
    dark = saved(Image.new("RGB", (40, 40), (8, 6, 4)))
    thin = PrintColour(replace(FOGRA39, ink_limit=220), BOOK)
    ((_, pixel),) = inks_of(image(separate, "a.png", dark, thin)).getcolors()
    ((_, usual),) = inks_of(image(separate, "a.png", dark)).getcolors()
    assert sum(pixel) / 2.55 <= 221 < sum(usual) / 2.55
    assert pixel[3] == usual[3], "black stays"


def inks_of(found: object) -> Image.Image:
    """The inks of an image object, by its own bytes."""
    if found.Filter == "/DCTDecode":
        return Image.open(BytesIO(found.read_raw_bytes()))
    return Image.frombytes("CMYK", (int(found.Width), int(found.Height)), found.read_bytes())


def far_apart(one: Image.Image, other: Image.Image) -> float:
    """ΔE00 on the average."""
    lab = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB"
    )
    pairs = list(zip(labs(one, lab), labs(other, lab), strict=True))
    return sum(delta_e(*pair) for pair in pairs) / len(pairs)
