"""`brochure completion`: the script for a shell's tab key."""

import click
from click.shell_completion import get_completion_class

from brochure.cli.console import result
from brochure.cli.options import global_options
from brochure.cli.session import Outcome, Session
from brochure.cli.speech import Argument, Verb
from brochure.diagnostics import ExitCode


@click.command("completion", cls=Verb, help="completion", epilog="completion-epilog")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]), cls=Argument)
@global_options
@click.pass_context
def command(context: click.Context, shell: str) -> Outcome:
    """Print the script of a shell."""
    kind = get_completion_class(shell)
    assert kind is not None  # Click knows the three
    root = context.find_root()
    complete = kind(root.command, {}, "brochure", "_BROCHURE_COMPLETE")
    # Not `complete.source()`: it starts bash to ask for its version.
    script = complete.source_template % complete.source_vars()
    if not root.ensure_object(Session).json:
        result(script)
    return Outcome(ExitCode.MADE, facts={"script": script})
