"""The Jinja environment: where templates come from, what they may call, what their faults say."""

import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from difflib import get_close_matches
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.runtime import Context
from markupsafe import Markup

from brochure.diagnostics import Diagnostic, Problems, Span
from brochure.document.blocks import Block, kind_of
from brochure.document.look import Look
from brochure.html.bytecode import Compiled
from brochure.html.diagram import strategy_svg
from brochure.html.lines import ending
from brochure.html.markdown import inline, paragraphs
from brochure.html.positions import ELEMENTS, Positions

COMMON = "brochure/html/templates"

OPTIONS: dict[str, Any] = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}

Found = tuple[str, str, Callable[[], bool]] | None


def environment(look: Look, places: Mapping[str, Span], *, positions: bool = True) -> Environment:
    """Autoescaping, strict about undefined names; the look's templates come first.

    With `positions` elements say which line of a template wrote them.
    """
    extensions = [Positions] if positions else []
    made = Environment(
        loader=FunctionLoader(lambda name: _find(look, name)),
        undefined=StrictUndefined,
        auto_reload=False,
        bytecode_cache=Compiled((OPTIONS, ELEMENTS if positions else "")),
        extensions=extensions,
        **OPTIONS,
    )
    made.filters.update(inline=inline, paragraphs=paragraphs, ending=ending)
    made.filters.update(kind=kind_of, strategy=strategy_svg)
    made.globals["place"] = lambda item, anchor=True: _place(item, places, anchor)
    made.globals["show"] = _show
    return made


def _find(look: Look, name: str) -> Found:
    """Source, file name and freshness of a template, as Jinja's loader wants them."""
    if name in look.templates:
        file, text = look.templates[name]
        return text, file, lambda: True
    common = common_template(name)
    if common.is_file():
        return common.read_text("utf-8"), f"{COMMON}/{name}", lambda: True
    return None


def common_template(name: str) -> Traversable:
    """Where a common template of that name lies, if there is one."""
    return files("brochure.html").joinpath("templates", name)


def template_names(look: Look, kind: str) -> tuple[str, ...]:
    """The templates of a folder such as `brochure/`: the look's own and the common ones."""
    names = {*look.templates, *_common_names()}
    return tuple(sorted(name for name in names if name.startswith(f"{kind}/")))


def _place(item: Block, places: Mapping[str, Span], anchor: bool) -> Markup:
    """Attributes that name an item: its anchor, and where it stands in the YAML file."""
    attributes = Markup(' id="{}"').format(item.id) if anchor else Markup()
    if item.id in places:
        attributes += Markup(' data-source="{}"').format(places[item.id])
    return attributes


@pass_context
def _show(context: Context, block: Block, **values: object) -> Markup:
    """A block by the template of its kind."""
    template = context.environment.get_template(f"blocks/{kind_of(block)}.html.j2")
    return Markup(template.render({**context.get_all(), "block": block, **values}))


@contextmanager
def template_problems(look: Look) -> Iterator[None]:
    """Turn a template's fault into a finding at its file and line."""
    try:
        yield
    except Problems:
        raise
    except TemplateNotFound as error:
        known = [*look.templates, *_common_names()]
        near = ", ".join(get_close_matches(str(error.name), known)) or "–"
        span = _span_in_templates(error) or Span(f"styles/{look.name}")
        code = "html/template-missing"
        raise Problems([Diagnostic.of(code, span, name=error.name, near=near)]) from error
    except TemplateSyntaxError as error:
        span = Span(error.filename or str(error.name), error.lineno, 1)
        finding = Diagnostic.of("html/template-syntax", span, message=error.message)
        raise Problems([finding]) from error
    except MemoryError:
        raise
    except Exception as error:  # a template can divide by zero or call itself for ever
        span_or_none = _span_in_templates(error)
        if span_or_none is None:
            raise  # not a template's fault
        finding = Diagnostic.of("html/template-fault", span_or_none, message=error)
        raise Problems([finding]) from error


def _common_names() -> list[str]:
    folder = files("brochure.html").joinpath("templates")
    return [
        f"{kind.name}/{file.name}"
        for kind in folder.iterdir()
        if kind.is_dir()
        for file in kind.iterdir()
    ]


def _span_in_templates(error: BaseException) -> Span | None:
    """The innermost template line that the error passed through."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame for frame in frames if frame.filename.endswith(".j2")]
    return Span(lines[-1].filename, lines[-1].lineno or 0, 1) if lines else None
