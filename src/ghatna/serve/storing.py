"""Verbs that keep a store: `ghatna store compact|vacuum|verify|info`."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from ghatna.serve.questions import HERE, Folder

if TYPE_CHECKING:
    from ghatna.store.health import Info

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Keep a store small, and tell how it stands.")
Told = Annotated[str, typer.Option("--format", help="table or json.")]


def compact(store: Folder = HERE) -> None:
    """Put the rows of many small files into few, by day; all versions stay as they are."""
    from ghatna.store.upkeep import compact

    for done in compact(_opened(store)):
        typer.echo(f"{done.table}: {done.before} files, now {done.after}")


def vacuum(
    store: Folder = HERE,
    days: Annotated[int, typer.Option(min=0, help="Keep versions that were the latest in so many days.")] = 30,
    versions: Annotated[int, typer.Option(min=1, help="Keep so many of the newest versions.")] = 10,
    keep: Annotated[
        list[int] | None, typer.Option(help="Keep this version, such as one that is cited; may be repeated.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would go.")] = False,
) -> None:
    """Remove the files that no version needs which is kept; older versions cannot be read any more."""
    from ghatna.store.health import readable
    from ghatna.store.upkeep import vacuum

    folder = _opened(store)
    for done in vacuum(folder, days=days, versions=versions, cited=keep or (), dry=dry_run):
        told = "would go" if dry_run else "removed"
        typer.echo(f"{done.table}: {len(done.files)} files, {_size(done.bytes)} {told}")
        for file in done.files if dry_run else ():
            typer.echo(f"  {file}")
    if not dry_run and (left := readable(folder)):
        typer.echo(f"oldest version that can be read: {min(left)}")


def verify(store: Folder = HERE) -> None:
    """Read all of a store and tell what is wrong, by file."""
    from ghatna.store.health import verify

    count = 0
    for fault in verify(_opened(store)):
        typer.echo(f"ghatna: {fault}", err=True)
        count += 1
    if count:
        raise typer.Exit(1)
    typer.echo(f"{store}: sound")


def info(store: Folder = HERE, format: Told = "table") -> None:
    """Tell what a store holds, its versions and its health."""
    if format not in ("table", "json"):
        raise typer.BadParameter(f"{format!r} is none of table, json", param_hint="--format")
    import msgspec

    from ghatna.store.health import info

    found = info(_opened(store))
    if format == "json":
        typer.echo(msgspec.json.encode(found))
        return
    for line in _lines(found):
        typer.echo(line)


VERBS: tuple[Callable[..., None], ...] = (compact, vacuum, verify, info)
for verb in VERBS:
    app.command()(verb)


def _opened(store: Folder) -> Folder:
    from ghatna.store.tables import open_folder

    open_folder(store, create=False)
    return store


def _lines(found: "Info") -> list[str]:
    """What is said of a store, for people."""
    lines = []
    for one in found.tables:
        older = f", {_size(one.kept)} more for older versions" if one.kept else ""
        lines.append(f"{one.table}: {one.rows} rows, {one.files} files, {_size(one.bytes)}{older}")
    if found.latest is not None:
        lines.append(
            f"versions: {found.versions}, {found.readable} of them can be read: {found.oldest} to {found.latest}"
        )
    return [*lines, f"health: {found.health}"]


def _size(bytes: int) -> str:
    return f"{bytes / 1e6:.1f} MB" if bytes >= 1e5 else f"{bytes / 1e3:.1f} kB"
