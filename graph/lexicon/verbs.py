"""Verbs of speech and of action in the forms in which minutes use them."""

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
def action_verbs() -> frozenset[str]:
    """Present and past of the verbs that only somebody who acts can have as subject."""
    return frozenset(
        form
        for row in table("action_verbs")
        for column in ("present", "past")
        for form in row[column].split(",")
        if form
    )


@cache
def action_supines() -> frozenset[str]:
    """The supines of the same verbs, as after "har": "har protesterat"."""
    return frozenset(form for row in table("action_verbs") for form in row["supine"].split(",") if form)
