"""Verbs of speech and of action in the forms in which minutes use them."""

from functools import cache
from typing import Literal

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


Voice = Literal["said", "felt", "perfect", "passive"]


@cache
def speech_forms() -> dict[str, tuple[tuple[str, Voice], ...]]:
    """What may follow the first word of a form of speech, longest first: "lägger" → (" till", "said").

    "felt" are verbs that are none of speech, by which a person says something all the same ("hoppas");
    "perfect" is a supine or infinitive, which wants an auxiliary before it ("har berättat", "ville lyfta").
    """
    voiced: dict[str, Voice] = dict.fromkeys(speech_verbs(), "said")
    for row in table("stance_verbs"):
        for form in (row["present"], *row["past"].split(",")):
            voiced.setdefault(form.strip(), "felt")
    for row in table("speech_verbs"):
        if row["procedure"] == "0":
            for form in (row["infinitive"], row["supine"]):
                voiced.setdefault(form, "perfect")
    for form in speech_verbs():
        if " " not in form:
            voiced.setdefault(f"{form.removesuffix('er')}s", "passive")
            voiced.setdefault(f"{form[:-1]}s" if form.endswith("ar") else f"{form}s", "passive")
    found: dict[str, list[tuple[str, Voice]]] = {}
    for form, voice in voiced.items():
        first, space, rest = form.partition(" ")
        if first:
            found.setdefault(first, []).append((space + rest, voice))
    return {first: tuple(sorted(rests, key=lambda rest: -len(rest[0]))) for first, rests in found.items()}


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
