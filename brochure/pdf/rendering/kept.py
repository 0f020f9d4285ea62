"""Rendered pages in the cache, by what is painted on them."""

import json
from dataclasses import asdict
from typing import Any

from brochure import cache
from brochure.document.boxes import Box
from brochure.document.rendered import Patch, RenderedPage, RenderedRun
from brochure.versions import all_versions

KIND, FORMAT = "rendered-pages", 1


def known_page(key: str, number: int) -> RenderedPage | None:
    """A page that was rendered before."""
    found = cache.recall(KIND, _name(key))
    return None if found is None else _page(json.loads(found), number)


def keep_page(key: str, page: RenderedPage) -> None:
    """Keep a page for the next time; its number may be another one then."""
    cache.keep(KIND, _name(key), json.dumps(asdict(page), ensure_ascii=False).encode())


def _name(key: str) -> str:
    return cache.key_of(key, all_versions(), FORMAT)


def _page(values: dict[str, Any], number: int) -> RenderedPage:
    runs = tuple(_run(run) for run in values["runs"])
    paper, finished = Box(*values["paper"]), Box(*values["finished"])
    return RenderedPage(number, paper, finished, runs, values["complete"])


def _run(values: dict[str, Any]) -> RenderedRun:
    lists = {key: tuple(values[key]) for key in ("colour", "ground", "marks")}
    patches = tuple(Patch(Box(*item["box"]), item["ratio"]) for item in values["patches"])
    return RenderedRun(**{**values, **lists, "box": Box(*values["box"]), "patches": patches})
