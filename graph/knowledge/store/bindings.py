"""Values for numbered placeholders (`?1`, `?2`), which a statement may use more than once."""


def numbered(*values: str | int | float | None) -> dict[str, str | int | float | None]:
    """The values by their numbers: from Python 3.14 on, SQLite's numbered placeholders take no sequence."""
    return {str(place): value for place, value in enumerate(values, 1)}
