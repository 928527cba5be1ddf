"""`python -m dinkit` is `dinkit`."""

from dinkit.cli import run

if __name__ == "__main__":
    run()
