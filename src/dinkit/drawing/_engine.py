"""The child program: DOT on stdin, `layout` and `format` as arguments, bytes on stdout. The only file that knows the engine.

It runs by itself, so that it can be killed: the engine holds the interpreter's lock while it lays out.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Lay out and render what comes in."""
    from pygraphviz import AGraph  # noqa: PLC0415 - the fonts must be known before it is loaded

    layout, format_name = sys.argv[1:3]
    graph = AGraph(string=sys.stdin.buffer.read().decode())
    sys.stdout.buffer.write(graph.draw(format=format_name, prog=layout))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
