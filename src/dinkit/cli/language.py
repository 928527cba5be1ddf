"""In which language dinkit speaks before it has read a model: Dutch, unless the system says another one."""

from __future__ import annotations

import os
from collections.abc import Sequence

import click

from dinkit.finding import Text
from dinkit.pattern import pattern

_NEUTRAL = ("", "C", "POSIX")
_LANGUAGE = pattern(r"(?m)^--lang[=\n](nl|en)$")

_SPOKEN = f"{__name__}.spoken"


def speak(language: str | None) -> None:
    """Speak this language in the rest of the call."""
    click.get_current_context().meta[_SPOKEN] = language


def spoken(context: click.Context, option: click.Parameter, given: str | None) -> str | None:
    """Take the --lang of a call: in that language its mistakes are told too."""
    del option
    context.meta[_SPOKEN] = given
    return given


def asked_language(words: Sequence[str]) -> str | None:
    """Return the language behind --lang among the words of a call, before anything of it is read; None without one.

    >>> asked_language(["validate", "--lang", "en", "--help"]), asked_language(["--lang=nl"]), asked_language(["validate"])
    ('en', 'nl', None)
    """
    found = _LANGUAGE.search("\n".join(words))
    return found[1] if found else None


def interface_language() -> str:
    """Return "nl" or "en": the --lang of the call, else DINKIT_LANG, else the locale of the system, else Dutch.

    A system without a locale (Windows, a bare container) speaks Dutch: that is where its users work.
    """
    call = click.get_current_context(silent=True)
    chosen = (call.meta.get(_SPOKEN) if call else None) or os.environ.get("DINKIT_LANG")
    if chosen in ("nl", "en"):
        return chosen
    locale = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    name = locale.partition(".")[0]
    return "nl" if name in _NEUTRAL or name.startswith("nl") else "en"


def say(text: Text) -> str:
    """Return a text in the language of the interface."""
    return text.nl if interface_language() == "nl" else text.en
