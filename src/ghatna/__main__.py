"""`python -m ghatna` and the `ghatna` command."""

from ghatna.serve.cli import main

if __name__ == "__main__":
    main()
