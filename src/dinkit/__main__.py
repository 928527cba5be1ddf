"""`python -m dinkit` is `dinkit`."""

import gc

# A command lives for a second or two, and nothing that it imports is garbage: the collector only costs time.
gc.disable()

from dinkit.cli import run  # noqa: E402

if __name__ == "__main__":
    run()
