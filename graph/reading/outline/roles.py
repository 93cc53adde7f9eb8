"""Titles and roles of persons, listed or told by their last part."""

import re
from functools import cache, lru_cache

from graph.lexicon.heads import role_titles

SHORT = frozenset(
    {"ordf", "v ordf", "vice ordf", "v. ordf", "sekr", "proj.led", "kd", "ks-ordf", "kso", "pl"}
)
"""Titles as lists of participants shorten them."""
ROLE = re.compile(
    r"(?:chef|ledare|direktör|konsult|strateg|utvecklare|handläggare|ansvarig|rådgivare|samordnare|sekreterare"
    r"|ordförande|ledamot|expert|forskare|ägare|jurist|analytiker|koordinator|kommunikatör|coach|ingenjör"
    r"|specialist|controller|ombud|politiker|lärare|lots|talesperson|kassör|revisor|suppleant|platschef|rektor)$"
)


@lru_cache(maxsize=4096)
def is_role(words: str) -> bool:
    """Whether words are a title or role of a person ("vd", "näringslivschef", "kommunalrådet")."""
    bare = words.strip(" ,.:;–—-|/&*_()").casefold()
    if " " not in bare and ROLE.search(bare):
        return True
    if bare in SHORT:
        return True
    return bare in _roles() or any(
        bare.removesuffix(ending) in _roles() for ending in ("en", "et", "n") if bare.endswith(ending)
    )


@cache
def _roles() -> frozenset[str]:
    return frozenset(title.casefold() for title in role_titles())
