"""`python -m dinkit` is `dinkit`."""

from dinkit.cli import main

if __name__ == "__main__":
    main()
