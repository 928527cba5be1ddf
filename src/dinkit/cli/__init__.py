"""The command line: one command per file in commands/, found when it is asked for."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from typing import NoReturn

import click

from dinkit import catalogue
from dinkit.cli.language import asked_language, say, speak
from dinkit.cli.output import INTERRUPTED, OK, WRONG_CALL, FailedError, complain, leave
from dinkit.cli.wording import Group, wrong_call
from dinkit.finding import Text

COMMANDS = "dinkit.cli.commands"


class _Commands(Group):
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
        speak(asked_language(args))  # before the command is imported, with its texts
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
@click.version_option(package_name="dinkit", message="%(version)s", help=say(Text("Toon de versie.", "Show the version and exit.")))
def program() -> None:
    """Every command stands in a file of its own."""


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line and leave.

    The exit code is 0 without errors, 1 with errors, 2 for a wrong call or a file that cannot be had, 130 when somebody stopped it.
    """
    # A command lives for a second or two: looking for garbage among a large network costs far more than it would free.
    gc.disable()
    sys.exit(_code(arguments))


def run() -> NoReturn:
    """Run the command line as a program: like `main`, but without tidying up at the end (see `output.leave`)."""
    gc.disable()
    leave(_code(None, at_end=leave))


def _code(arguments: list[str] | None, at_end: Callable[[int], NoReturn] | None = None) -> int:
    try:
        code = program.main(arguments, prog_name="dinkit", standalone_mode=False, obj=at_end)
    except getattr(click.exceptions, "NoArgsIsHelpError", ()) as error:
        error.show()
        return WRONG_CALL
    except click.UsageError as error:
        complain(wrong_call(error))
        return WRONG_CALL
    except FailedError as error:
        error.show()
        return WRONG_CALL
    except (click.Abort, KeyboardInterrupt):
        complain(say(Text("afgebroken", "stopped")))
        return INTERRUPTED
    except OSError as error:  # a full disc, a folder that is gone: what only the system knows
        complain(say(Text(f"dit lukt niet op dit systeem: {error}", f"this system does not let it happen: {error}")))
        return WRONG_CALL
    return code if isinstance(code, int) else OK
