"""Lines that open what nobody says: fields on top, tasks, addresses, hosts of a programme."""

import re

TODO = re.compile(
    r"[\W\d]*(?:att göra|åtgärder|åtgärdslista|todo|to do|aktiviteter|löften|uppföljning av beslut)"
    r"\b.{0,20}$",
    re.IGNORECASE,
)
TODO_LABEL = re.compile(r"(?:att göra|åtgärder|kvar att göra|todo)\s*:", re.IGNORECASE)
TOP_FIELD = re.compile(
    r"(?:(?P<who>från|till|kopia|from|to|cc|sekreterare|(?:mötes)?ordförande|protokoll(?:förare)?|antecknat av"
    r"|justerare|sammankallande|mötesledare|antecknare|anteckningar|värd|referent|chair|secretary)|skickat|sent|ämne|subject|plats(?: och tid)?|tid och plats|mötesdatum|mötestid"
    r"|lokal|tid|datum|dag|diarienummer)\s*:\s*",
    re.IGNORECASE,
)
CONTACT = re.compile(
    r"(?:(?:för\s)?(?:mer|ytterligare|vidare)\sinformation|(?:press)?kontakt(?:a|personer|person|uppgifter)?)\b",
    re.IGNORECASE,
)
"""What opens the addresses that end a press release; nothing is said below it."""
LEADERS = re.compile(r"(?<=[^. ]) ?\.[. ]{4,}\d{1,4}$")
"""The dots before a page's number, in a list of contents."""
DASH = re.compile(r"\s[–—-]\s")
HOST = re.compile(
    r"/\s*|(?:(?:i\s+)?panel(?:en)?|panelister|moderator(?:er)?|samtalsledare|mötesledare|sammankallande"
    r"|(?:gäst)?talare|gäst(?:er)?|värdar?|medverkande|inledare|redaktör|ansvarig\s+utgivare|protokoll(?:förare)?"
    r"|sekreterare|antecknare|anteckningar|antecknat\s+av|(?:press)?kontakt(?:person(?:er)?)?|text|foto)\s*:\s*",
    re.IGNORECASE,
)
"""What stands before a name that says nothing: "Moderator: …", "I panelen: …", "Redaktör: …"."""
REMARK = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[\W_]*")
"""A paragraph that only stands in parentheses, or has no letter."""
