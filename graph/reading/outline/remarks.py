"""Remarks beside a participant's name: how, how long and for what they were there."""

import re

REMOTE = re.compile(
    r"(?:på länk|länk|via [\w-]+|digitalt|på distans|distans|antecknar|håller i"
    r"|t\.?o\.?m\.?.*|fr\.?o\.?m\.?.*"
    r"|till \d.*|från \d.*|gäst|adjungerad|[A-ZÅÄÖ]{1,2}|KD|MP|SD)$",
    re.IGNORECASE,
)
"""Remarks in parentheses after a participant: how they took part, how long, the letters of a party."""
REMARK = re.compile(
    r",?\s(?:(?:deltar|deltog|ansluter|anslöt|lämnar|lämnade|närvarande|adjungerad|föredragande)\b"
    r"|(?:fr\.?\s?o\.?\s?m|t\.?\s?o\.?\s?m)\b|(?:ärenden?|punkt(?:en|erna)?|kl)\.?\s(?=\d)"
    r"|§§?\s?\d|(?:digitalt|på distans|på länk|via (?:länk|teams|zoom))\b)",
    re.IGNORECASE,
)
"""What follows a participant of how and for what they were there: ", § 14–16", ", deltar digitalt"."""
