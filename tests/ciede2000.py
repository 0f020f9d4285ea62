"""How different two colours look: CIEDE2000 (CIE 142-2001), after Sharma, Wu and Dalal (2005)."""

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

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
