"""The command line: one command per file in commands/, found when it is asked for."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from typing import Any

import click

from dinkit import catalogue
from dinkit.cli.language import say
from dinkit.finding import Text

COMMANDS = "dinkit.cli.commands"


class _Commands(click.Group):
    """A group whose commands are the files of a folder, imported on first use: start-up counts."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return [name.replace("_", "-") for name in catalogue.names(COMMANDS)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in self.list_commands(click.Context(self)):
            return None
        command: click.Command = catalogue.member(COMMANDS, cmd_name).COMMAND
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the nearest command when there is none of this name."""
        try:
            catalogue.member(COMMANDS, args[0])
        except catalogue.UnknownMemberError as error:
            if not args[0].startswith("-"):
                near = say(Text(f" Bedoelt u '{error.nearest}'?", f" Did you mean '{error.nearest}'?")) if error.nearest else ""
                raise click.UsageError(say(Text(f"Er is geen commando '{args[0]}'.", f"There is no command '{args[0]}'.")) + near, ctx) from error
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Commands,
    help=say(
        Text(
            "Een Doelen-Inspanningen-Netwerk als tekst: controleren, analyseren en tekenen.",
            "A goal-effort network (DIN) as text: validate, analyse and draw it.",
        )
    ),
)
@click.version_option(package_name="dinkit", message="%(version)s")
def commands() -> None:
    """Every command stands in a file of its own."""


def main(arguments: list[str] | None = None) -> Any:
    """Run the command line; the exit code is 0 without errors, 1 with errors, 2 for a wrong call or a missing file."""
    # A command lives for a second or two: looking for garbage among a large network costs far more than it would free.
    gc.disable()
    return commands(arguments, prog_name="dinkit")


def run() -> None:
    """Run the command line as a program: like `main`, but without tidying up at the end.

    Taking a large network apart object by object costs a tenth of the time of checking it, and the system frees it at once.
    """
    try:
        main()
    except SystemExit as stop:
        with contextlib.suppress(OSError, ValueError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(stop.code if isinstance(stop.code, int) else 0)
