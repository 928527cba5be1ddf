"""The templates of pages: everything that is filled in is escaped, and what is not there is an error."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template


@cache
def template(name: str, finalize: Callable[[Any], Any] | None = None) -> Template:
    """Return a template of this folder.

    Args:
        name: its file.
        finalize: what is done with every value before it is escaped and filled in.
    """
    environment = Environment(
        loader=PackageLoader("dinkit.exporters", "."),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(name)
