"""Imposition schemes, one file each: pages in reading order → sheets."""

from collections.abc import Callable
from dataclasses import dataclass

from brochure.sheet.job import Job
from brochure.sheet.schemes import n_up, perfect, repeat, saddle, tiles
from brochure.sheet.surface import Book, Sheet


@dataclass(frozen=True)
class Scheme:
    """How sheets are made of a book; of how many pages it must be a multiple."""

    arrange: Callable[[Book, Job], tuple[Sheet, ...]]
    multiple: Callable[[Job], int] = lambda job: 1
    is_two_sided: bool = False
    """Whether sheets are printed on both sides unless a person says otherwise."""
    mixed_sizes: bool = False
    """Whether pages may differ in size, as each is arranged alone."""


SCHEMES = {
    "saddle": Scheme(saddle.arrange, lambda job: 4, is_two_sided=True),
    "perfect": Scheme(perfect.arrange, lambda job: job.signature, is_two_sided=True),
    "n-up": Scheme(n_up.arrange),
    "repeat": Scheme(repeat.arrange),
    "tiles": Scheme(tiles.arrange, mixed_sizes=True),
}
