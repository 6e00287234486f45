"""The shell: one app, the verbs from their rooms, errors as one line and an exit code.

0 done, 1 some inputs failed, 2 wrong usage. Rooms are imported inside the commands, so that `--help` starts at once.
"""

import sys
from collections.abc import Callable

import typer

from ghatna.errors import GhatnaError
from ghatna.serve import coding, following, quality, questions, reviewing, storing

app = typer.Typer(
    name="ghatna",
    help="Read Hindi news and code who does what to whom.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
VERBS: tuple[Callable[..., None], ...] = (
    *(coding.code, coding.read, coding.explain),
    following.follow,
    *(questions.events, questions.stories, questions.show, questions.sql, questions.versions, questions.codebook),
    *(reviewing.review, reviewing.export_gold),
    *(quality.check, quality.score, quality.diff, quality.bench),
)
for verb in VERBS:
    app.command()(verb)
app.add_typer(storing.app, name="store")
STOPPED = 130


def main() -> None:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if (stream.encoding or "").lower() not in ("utf-8", "utf8"):
            stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        app()
    except GhatnaError as wrong:
        typer.echo(f"ghatna: {wrong}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except OSError as wrong:
        typer.echo(f"ghatna: {wrong.filename or 'system'}: {wrong.strerror or wrong}", err=True)
        sys.exit(1)
    except (KeyboardInterrupt, SystemExit) as end:
        # The shell library turns Ctrl-C into a silent exit.
        if isinstance(end, SystemExit) and end.code != STOPPED:
            raise
        typer.echo("ghatna: stopped; what was stored stays", err=True)
        sys.exit(STOPPED)
