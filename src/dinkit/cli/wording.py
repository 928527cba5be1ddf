"""What click says of a wrong call and in a help text, in the language of the interface: click itself knows English only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import nullcontext
from typing import Any

import click

from dinkit.cli.language import say
from dinkit.finding import Text
from dinkit.nearby import nearest_word

_HEADINGS = {
    "Usage": Text("Gebruik", "Usage"),
    "Options": Text("Opties", "Options"),
    "Commands": Text("Commando's", "Commands"),
}
_HELP = Text("Toon deze uitleg.", "Show this message and exit.")


class _Formatter(click.HelpFormatter):
    """Writes the headings of a help text in our language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or f"{say(_HEADINGS['Usage'])}: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(say(_HEADINGS.get(heading, Text(heading, heading))))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        words = {"[required]": Text("[verplicht]", "[required]"), "[default: ": Text("[standaard: ", "[default: ")}
        told = []
        for name, text in rows:
            for english, word in words.items():
                text = text.replace(english, say(word))  # noqa: PLW2901 - one replacement after the other
            told.append((name, text))
        super().write_dl(told, col_max, col_spacing)


class _Context(click.Context):
    formatter_class = _Formatter


class Argument(click.Argument):
    """An argument that a call may leave out: the help of its command says what counts then."""

    def __init__(self, *names: Any, without: Text, **attributes: Any) -> None:
        super().__init__(*names, **attributes)
        self.without = without


class Command(click.Command):
    """A command whose help text is in one language."""

    context_class = _Context

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_help_text(ctx, formatter)
        for argument in self.params:
            if isinstance(argument, Argument):
                formatter.write_paragraph()
                with formatter.indentation():
                    formatter.write_text(say(argument.without))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say(_HELP)
        return option

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words of a call; of an option that is none the whole word is told, also where one dash was typed for two."""
        given = list(args)
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            raise _whole(error, given, [name for param in self.params for name in param.opts]) from error


class Group(click.Group):
    """A group whose help text is in one language."""

    context_class = _Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say(_HELP)
        return option


def _whole(error: click.NoSuchOption, given: list[str], options: list[str]) -> click.NoSuchOption:
    """Return the mistake with the option as it was typed: behind one dash click takes each letter for an option."""
    word = next((word for word in given if re.match(r"-[^-]{2,}", word) and word.startswith(error.option_name)), None)
    if word is None:
        return error
    name = word.partition("=")[0]
    near = nearest_word(f"-{name}", [one for one in options if one.startswith("--")])
    return click.NoSuchOption(name, possibilities=[near] if near else None, ctx=error.ctx)


def wrong_call(error: click.UsageError) -> str:
    """Return what is wrong with a call, and where to read how it should be."""
    path = error.ctx.command_path if error.ctx else "dinkit"
    said = _said(error)
    with error.ctx.scope(cleanup=False) if error.ctx else nullcontext():  # in the language of the call, as far as that was read
        return say(Text(f"{said.nl} Zie '{path} --help'.", f"{said.en} See '{path} --help'."))


def _said(error: click.UsageError) -> Text:
    if isinstance(error, click.NoSuchOption) and isinstance(error.ctx and error.ctx.command, click.Group) and not error.possibilities:
        return Text(
            f"zet '{error.option_name}' achter het commando, als in 'dinkit validate {error.option_name}'.",
            f"put '{error.option_name}' behind the command, as in 'dinkit validate {error.option_name}'.",
        )
    if isinstance(error, click.NoSuchOption):
        near = next(iter(error.possibilities or ()), None)
        guess = Text(f" Bedoelt u '{near}'?", f" Did you mean '{near}'?") if near else Text("", "")
        return Text(f"de optie '{error.option_name}' bestaat niet.{guess.nl}", f"there is no option '{error.option_name}'.{guess.en}")
    if isinstance(error, click.BadOptionUsage):
        return Text(f"bij de optie '{error.option_name}' past deze waarde niet, of er ontbreekt een.", _sentence(error))
    if isinstance(error, click.MissingParameter):
        if choices := _choices(error):
            return Text(f"noem wat er moet gebeuren: {choices}.", f"say what is to be done: {choices}.")
        return Text(f"{_name(error)} ontbreekt.", f"{_name(error)} is missing.")
    if isinstance(error, click.BadParameter):
        return _bad_value(error)
    extra = error.message.partition("(")[2].rstrip(").") if "extra argument" in error.message else ""
    return Text(f"te veel woorden: {extra}.", f"too many words: {extra}.") if extra else Text(_sentence(error), _sentence(error))


def _bad_value(error: click.BadParameter) -> Text:
    kind, name = (error.param.type if error.param else None), _name(error)
    if choices := _choices(error):
        about = f"{name}: " if isinstance(error.param, click.Option) else ""
        return Text(f"{about}kies uit {choices}.", f"{about}choose from {choices}.")
    if isinstance(kind, (click.IntRange, click.FloatRange)):
        most = Text(f" en hoogstens {kind.max:g}", f" and at most {kind.max:g}") if kind.max is not None else Text("", "")
        return Text(f"{name}: een getal van minstens {kind.min:g}{most.nl}.", f"{name}: a number of at least {kind.min:g}{most.en}.")
    return Text(f"{name}: deze waarde kan niet.", _sentence(error))


def _choices(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    return ", ".join(str(one) for one in kind.choices) if isinstance(kind, click.Choice) else ""


def _name(error: click.BadParameter) -> str:
    param = error.param
    if param is None:
        return str(error.param_hint or "")
    return max(param.opts, key=len) if isinstance(param, click.Option) else (param.human_readable_name)


def _sentence(error: click.UsageError) -> str:
    said = error.format_message()
    return said if said.endswith((".", "?")) else f"{said}."
