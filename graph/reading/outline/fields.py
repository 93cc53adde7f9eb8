"""Lines that open what nobody says: fields on top, tasks, addresses, hosts of a programme."""

import re

TODO = re.compile(
    r"[#*\s\d.)]*(?:att göra|åtgärder|åtgärdslista|todo|to do|aktiviteter|löften|uppföljning av beslut)"
    r"\b.{0,20}$",
    re.IGNORECASE,
)
TODO_LABEL = re.compile(r"(?:att göra|åtgärder|kvar att göra|todo)\s*:", re.IGNORECASE)
TOP_FIELD = re.compile(
    r"(?:(?P<who>från|till|kopia|from|to|cc|sekreterare|(?:mötes)?ordförande|protokollförare|antecknat av"
    r"|justerare)|skickat|sent|ämne|subject|plats(?: och tid)?|tid och plats|mötesdatum|mötestid"
    r"|lokal|tid|datum|dag|diarienummer)\s*:\s*",
    re.IGNORECASE,
)
CONTACT = re.compile(
    r"(?:(?:för\s)?(?:mer|ytterligare|vidare)\sinformation|(?:press)?kontakt(?:a|personer|person|uppgifter)?)\b",
    re.IGNORECASE,
)
"""What opens the addresses that end a press release; nothing is said below it."""
DASH = re.compile(r"\s[–—-]\s")
HOST = re.compile(
    r"/\s*|(?:moderator(?:er)?|samtalsledare|värd|talare|panel|medverkande|inledare)\s*:\s*", re.I
)
REMARK = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[\W_]*")
"""A paragraph that only stands in parentheses, or has no letter."""
