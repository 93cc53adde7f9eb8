"""What stands at the end of a label and is no part of the name: signs, and words that lead on to what follows."""

SIGNS = ",.:;–—|/&*_-"
LEADING_ON = ("och", "samt", "genom", "från", "via", "på", "vid")


def without_tail(words: str) -> str:
    """The words up to the last that is a name's: "Mora kommun, och" gives "Mora kommun"."""
    while True:
        bare = words.rstrip().rstrip(SIGNS)
        cut = next((one for one in LEADING_ON if bare.endswith(one) and bare[: -len(one)][-1:].isspace()), "")
        bare = bare.removesuffix(cut)
        if bare == words:
            return words
        words = bare
