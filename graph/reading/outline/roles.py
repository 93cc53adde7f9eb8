"""Titles and roles of persons, listed or told by their last part."""

import re
from functools import cache, lru_cache

from graph.lexicon.heads import role_titles

SHORT = frozenset(
    {
        "ordf",
        "v ordf",
        "v. ordf",
        "vice ordf",
        "vordf",
        "sekr",
        "kass",
        "led",
        "suppl",
        "supp",
        "adj",
        "rev",
        "ers",
        "proj.led",
        "kd",
        "ks-ordf",
        "kso",
        "pl",
        "protokoll",
        "antecknare",
        "referat",
        "referent",
    }
)
"""Titles and tasks as lists of participants shorten them."""
ROLE = re.compile(
    r"(?:chef|ledare|direktör|konsult|strateg|utvecklare|handläggare|ansvarig|rådgivare|samordnare|sekreterare"
    r"|ordförande|ledamot|expert|konsulent|forskare|ägare|jurist|analytiker|koordinator|kommunikatör|coach|ingenjör"
    r"|specialist|controller|ombud|politiker|lärare|lots|talesperson|kassör|revisor|suppleant|platschef|rektor"
    r"|planerare|planläggare|redaktör|moderator|utredare|arkitekt|ekonom|tekniker|föreståndare|förvaltare"
    r"|intendent|producent|inspektör|mäklare|ordfører|leder|sjef|direktør|rådgiver|sekretær|styremedlem"
    r"|styreleder|johtaja|päällikkö|asiantuntija|sihteeri|puheenjohtaja"
    r"|director|manager|officer|adviser|advisor|president|chair(?:man|woman|person)?|secretary|treasurer"
    r"|coordinator|head|ceo|cfo|cto|coo)$"
)
"""What titles end in, in Swedish, Norwegian, Finnish and English."""
RANKS = frozenset(
    (
        *(
            "vice",
            "tf",
            "t.f",
            "tf.",
            "t.f.",
            "vik",
            "vik.",
            "tillförordnad",
            "biträdande",
            "bitr",
            "bitr.",
            "förste",
        ),
        *(
            "andre",
            "1:e",
            "2:e",
            "1:a",
            "2:a",
            "adjungerad",
            "avgående",
            "tidigare",
            "ny",
            "senior",
            "teknisk",
        ),
        *("strategisk", "regional", "ekonomisk", "politisk", "administrativ", "operativ", "verkställande"),
        *(
            "kommunal",
            "vetenskaplig",
            "konstnärlig",
            "internationell",
            "daglig",
            "fungerande",
            "fagleg",
            "faglig",
        ),
        *(
            "toimitus",
            "deputy",
            "managing",
            "executive",
            "general",
            "acting",
            "chief",
            "project",
            "technical",
            "vd",
            "och",
        ),
    )
)
"""Words before a title that are part of it: "teknisk chef", "daglig leder", "managing director"."""


@lru_cache(maxsize=4096)
def is_role(words: str) -> bool:
    """Whether words are a title or role of a person ("vd", "näringslivschef", "kommunalrådet")."""
    bare = words.strip(" ,.:;–—-|/&*_()").casefold()
    if bare in SHORT or bare in _roles():
        return True
    tokens = bare.split()
    if not tokens or any(token not in RANKS for token in tokens[:-1]):
        return False
    last = tokens[-1]
    definite = last.removesuffix("n")  # "kassören", "ledaren", "chefen"
    if any(ROLE.search(form) for form in (last, definite, definite.removesuffix("e"))):
        return True
    return last in _roles() or any(
        last.removesuffix(ending) in _roles() for ending in ("en", "et", "n") if last.endswith(ending)
    )


@cache
def _roles() -> frozenset[str]:
    return frozenset(title.casefold() for title in role_titles())
