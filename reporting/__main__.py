"""`python -m reporting` does what `reporting` does."""

from reporting.cli.main import main

if __name__ == "__main__":
    main()
