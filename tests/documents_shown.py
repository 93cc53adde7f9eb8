"""Documents as tests compare them: each line with its role, and the reading form."""

from graph.model.text import Document


def hinted(document: Document) -> list[tuple[str, str | None, int | None]]:
    """Each printed line with its role and level."""
    return [
        (
            line.span.of(document.text),
            line.hint.role if line.hint else None,
            line.hint.level if line.hint else None,
        )
        for line in document.lines
    ]
