"""``python -m newsgauge``."""

from newsgauge.cli import main

if __name__ == "__main__":
    main()
