"""Click's usage errors → findings in the person's language, with near names."""

from collections.abc import Sequence
from difflib import get_close_matches

import click

from brochure.diagnostics import Diagnostic


def usage_finding(error: click.UsageError) -> tuple[Diagnostic, ...]:
    """What is wrong with the words after `brochure`."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.ctx.get_help(), err=True)
        return ()
    return (_finding(error),)


def near(name: str, known: Sequence[str]) -> str:
    """The names that may have been meant, or all when none is near."""
    containing = [candidate for candidate in known if name and name in candidate]
    return ", ".join(get_close_matches(name, known) or containing or known)


def _finding(error: click.UsageError) -> Diagnostic:
    command = error.ctx.command_path if error.ctx else "brochure"
    match error:
        case click.NoSuchOption():
            return _of("no-such-option", error.option_name, _options(error))
        case click.exceptions.NoSuchCommand():
            return _of("no-such-verb", error.command_name, _verbs(error))
        case click.BadOptionUsage():
            code = "option-takes-no-value" if _is_flag(error) else "option-needs-value"
            return Diagnostic.of(f"cli/{code}", None, name=error.option_name, command=command)
        case click.MissingParameter() if error.param and error.ctx:
            name = error.param.make_metavar(error.ctx)
            return Diagnostic.of("cli/missing-argument", None, name=name, command=command)
        case click.BadParameter() if error.param and isinstance(error.param.type, click.Choice):
            choices = ", ".join(map(str, error.param.type.choices))
            return Diagnostic.of("cli/not-a-choice", None, name=_name(error), near=choices)
        case _ if verbs := _verbs(error):
            return _of("no-verb", "", verbs)
    return Diagnostic.of("cli/unexpected", None, message=error.format_message(), command=command)


def _of(code: str, name: str, known: Sequence[str]) -> Diagnostic:
    return Diagnostic.of(f"cli/{code}", None, name=name, near=near(name, known))


def _name(error: click.BadParameter) -> str:
    if isinstance(error.param, click.Argument) and error.ctx:
        return error.param.make_metavar(error.ctx)
    return error.param.opts[0] if error.param else ""


def _options(error: click.UsageError) -> list[str]:
    params = error.ctx.command.params if error.ctx else []
    return [name for param in params if isinstance(param, click.Option) for name in param.opts]


def _verbs(error: click.UsageError) -> list[str]:
    group = error.ctx.command if error.ctx else None
    return group.list_commands(error.ctx) if isinstance(group, click.Group) and error.ctx else []


def _is_flag(error: click.BadOptionUsage) -> bool:
    params = error.ctx.command.params if error.ctx else []
    return any(
        error.option_name in param.opts and param.is_flag
        for param in params
        if isinstance(param, click.Option)
    )
