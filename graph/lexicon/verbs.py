"""Verbs of speech in the forms in which minutes use them."""

from functools import cache

from graph.lexicon.tables import table


@cache
def speech_verbs() -> dict[str, str]:
    """Present and past of every verb of speech, with its infinitive; procedure is left out."""
    return {
        form.strip(): row["infinitive"]
        for row in table("speech_verbs")
        if row["procedure"] == "0"
        for form in (row["present"], *row["past"].split(","))
        if form.strip()
    }


@cache
def procedure_verbs() -> frozenset[str]:
    """Forms of the verbs of procedure ("beslutar", "prövar", "finner"), which are no speech."""
    return frozenset(
        form.strip()
        for row in table("speech_verbs")
        if row["procedure"] == "1"
        for form in (row["present"], *row["past"].split(","))
        if form.strip()
    )
