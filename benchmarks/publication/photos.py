"""The publication with four photographs of 2 MB in the place of its drawings."""

import random
import re
from io import BytesIO
from pathlib import Path

from PIL import Image

PICTURE = re.compile(r"(picture: \w+)\.(?:svg|png)")
NAMES = ("neon", "model", "headframe", "skyline")
PIXELS = (3000, 2000)
QUALITY = 95


def write(project: Path) -> None:
    """Put photographs of noise in several sizes into a project, and name them in its text."""
    folder = project / "content/botschaften"
    for seed, name in enumerate(NAMES):
        (folder / f"pictures/{name}.jpg").write_bytes(photograph(seed))
    text = folder / "de.yaml"
    text.write_text(PICTURE.sub(r"\1.jpg", text.read_text("utf-8")), "utf-8")


def photograph(seed: int) -> bytes:
    """A JPEG of about 2 MB: broad colours with grain, as hard to pack as a picture of a crowd."""
    chance, data = random.Random(seed), BytesIO()
    broad, grain = (_noise(chance, size) for size in ((60, 40), (750, 500)))
    Image.blend(broad, grain, 0.3).save(data, "JPEG", quality=QUALITY)
    return data.getvalue()


def _noise(chance: random.Random, size: tuple[int, int]) -> Image.Image:
    data = chance.randbytes(size[0] * size[1] * 3)
    return Image.frombytes("RGB", size, data).resize(PIXELS, Image.Resampling.BICUBIC)
