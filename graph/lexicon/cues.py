"""Words that a name follows, and verbs that a name ends before."""

from dataclasses import dataclass
from functools import cache, lru_cache

from graph.lexicon.tables import table
from graph.lexicon.verbs import action_verbs, speech_verbs
from graph.model.terms import Kind


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that a name of `kind` follows; `part` says that the name begins with it."""

    word: str
    kind: Kind
    part: bool

    @property
    def several(self) -> bool:
        """Whether it stands in the plural, so that a list may follow: "företagen X, Y och Z"."""
        return self.word.endswith(
            ("arna", "erna", "orna", "ena", "lagen", "tagen", "verken", "ekten", "teren")
        )


@cache
def _cues() -> tuple[dict[str, Cue], dict[str, Cue]]:
    """The cues by the whole word, and those that end compounds too."""
    whole, ends = {}, {}
    for row in table("cues"):
        cue = Cue(row["word"], Kind(row["kind"]), row["part"] == "1")
        whole[cue.word] = cue
        if row["compound"] == "1":
            ends[cue.word] = cue
    return whole, ends


@lru_cache(maxsize=20_000)
def cue_of(low: str) -> Cue | None:
    """The cue that a word is or ends in, case folded: "projektet", "musikfestivalen"."""
    whole, ends = _cues()
    if low in whole:
        return whole[low]
    return next((ends[low[index:]] for index in range(2, len(low) - 4) if low[index:] in ends), None)


@cache
def clause_verbs() -> frozenset[str]:
    """Finite forms that a clause goes on with after its subject, whoever acts."""
    general = {form for row in table("clause_verbs") for form in row["forms"].split(",")}
    return frozenset(general | action_verbs() | set(speech_verbs()))
