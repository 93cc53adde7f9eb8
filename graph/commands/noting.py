"""What commands write outside the library is noted in its audit log."""

from pathlib import Path

from graph.commands.deciding import now, sayer
from graph.commands.settings import Settings
from graph.library import Library


def wrote(settings: Settings, out: Path, rows: int = 0) -> None:
    """Notes a file that was written, by whom and when."""
    Library(settings.folder).wrote(out, sayer(None), now(), rows)
