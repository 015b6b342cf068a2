"""``python -m newsgauge`` and the entry point of the package."""

import sys


def main() -> None:
    """Run the command line; Ctrl-C while it is still being loaded ends as quietly as later on."""
    try:
        from newsgauge.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
