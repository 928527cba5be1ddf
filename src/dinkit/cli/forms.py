"""In which form a command answers: the one behind --format, else the one that the name behind -o ends on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import click

from dinkit.cli.language import say
from dinkit.cli.output import FailedError
from dinkit.finding import Text

ENDS = (
    (".txt", "text"),
    (".md", "md"),
    (".md", "markdown"),
    (".html", "html"),
    (".htm", "html"),
    (".csv", "csv"),
    (".sarif", "sarif"),
    (".sarif.json", "sarif"),
    (".json", "json"),
    (".xml", "junit"),
)
"""How the name of a file ends -> the form in it; of two ends that fit, the first. A form that is not here (such as gitlab) is only made when asked for."""

_Command = TypeVar("_Command", bound=Callable[..., Any])


def format_option(forms: Sequence[str]) -> Callable[[_Command], _Command]:
    """Return the option --format of a command that has `models.output_option` too; what the command gets as `form` is always one of its forms.

    Args:
        forms: the forms of the command; the first is used where neither option says one.
    """
    return click.option(
        "--format",
        "form",
        type=click.Choice(forms),
        multiple=True,
        callback=partial(_asked, forms),
        help=say(Text(f"Vorm; anders volgens -o, anders {forms[0]}.", f"Form; else by -o, else {forms[0]}.")),
    )


def _asked(forms: Sequence[str], context: click.Context, option: click.Parameter, given: tuple[str, ...]) -> str:
    """Return the form that was asked for; of two the first would get lost without a word."""
    del option
    if len(given) > 1:
        named = ", ".join(given)
        raise FailedError(Text(f"--format: noem er een, niet meer ({named})", f"--format: name one, not more ({named})"))
    output: Path | None = context.params["output"]
    return given[0] if given else form_of(output, forms) if output else forms[0]


def form_of(output: Path, forms: Sequence[str]) -> str:
    """Return the form in which a file is written, by how its name ends.

    Raises:
        FailedError: it ends as no form of the command does.
    """
    ends = [(end, form) for end, form in ENDS if form in forms]
    found = next((form for end, form in ends if output.name.lower().endswith(end)), None)
    if found is None and output.suffix:
        *most, last = [end for end, _ in ends]
        raise FailedError(
            Text(
                f"'{output}' moet eindigen op {', '.join(most)} of {last}; met --format mag elke naam",
                f"'{output}' must end in {', '.join(most)} or {last}; with --format any name will do",
            )
        )
    return found or forms[0]
