"""An import of 100,000 rows from XLSX, beside the time that calamine alone needs to read it."""

from __future__ import annotations

import sys

_MEGABYTES = 1024 if sys.platform == "linux" else 1024 * 1024


def main() -> None:
    """Print both times, each step of ours, their ratio, the pauses and the memory."""
    # The guarded child begins as its parent did, and the program itself begins with little.
    import resource  # noqa: PLC0415 - Windows has no such module

    import click  # noqa: PLC0415 - beside it

    from tests.benchmarks.importing import measured  # noqa: PLC0415 - see above

    bare, ours, pauses = measured()
    click.echo(f"calamine alone  {bare:6.2f} s")
    for name, seconds in ours.items():
        click.echo(f"{name:14}  {seconds:6.2f} s")
    click.echo(f"ratio           {sum(ours.values()) / bare:6.1f}")
    click.echo(f"longest pause   {1000 * max(pauses[:-1]):6.0f} ms, at the end {pauses[-1]:.2f} s")
    for whose, title in (("SELF", "memory"), ("CHILDREN", "of the child")):
        used = resource.getrusage(getattr(resource, f"RUSAGE_{whose}")).ru_maxrss
        click.echo(f"{title:14}  {used // _MEGABYTES:6} MB")


if __name__ == "__main__":
    main()
