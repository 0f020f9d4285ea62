"""How different two colours look: CIEDE2000 (CIE 142-2001), after Sharma, Wu and Dalal (2005)."""

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

from brochure.document.colour import Rgb
from brochure.vision.light import light_of

Lab = tuple[float, float, float]


def delta_e(one: Lab, other: Lab) -> float:
    """The difference of two colours in CIELAB; 1 is about what an eye can just see."""
    (l1, _, b1), (l2, _, b2) = one, other
    mean_chroma = (hypot(*one[1:]) + hypot(*other[1:])) / 2
    grey = 1.5 - sqrt(mean_chroma**7 / (mean_chroma**7 + 25**7)) / 2
    a1, a2 = one[1] * grey, other[1] * grey
    c1, c2 = hypot(a1, b1), hypot(a2, b2)
    h1, h2 = (degrees(atan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = ((h2 - h1 + 180) % 360 - 180) if c1 * c2 else 0.0
    hue = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    t = (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )
    s_light = 1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2)
    s_chroma, s_hue = 1 + 0.045 * chroma, 1 + 0.015 * chroma * t
    bend = 60 * exp(-(((hue - 275) / 25) ** 2))
    rotation = -2 * sqrt(chroma**7 / (chroma**7 + 25**7)) * sin(radians(bend))
    dl, dc = (l2 - l1) / s_light, (c2 - c1) / s_chroma
    dh = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / s_hue
    return sqrt(dl**2 + dc**2 + dh**2 + rotation * dc * dh)


def difference(one: Rgb, other: Rgb) -> float:
    """How different two colours of a screen look."""
    return delta_e(lab_of(one), lab_of(other))


def lab_of(rgb: Rgb) -> Lab:
    """CIELAB under D50 of sRGB (IEC 61966-2-1, adapted by Bradford)."""
    light = light_of(rgb)
    rows = (
        (0.4360747, 0.3850649, 0.1430804),
        (0.2225045, 0.7168786, 0.0606169),
        (0.0139322, 0.0971045, 0.7141733),
    )
    xyz = [sum(a * b for a, b in zip(row, light, strict=True)) for row in rows]
    x, y, z = (
        part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116
        for part in (xyz[0] / 0.9642, xyz[1], xyz[2] / 0.8249)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
