"""Swedish personal identity numbers and coordination numbers in a text.

Ten or twelve digits: a day of birth, which a coordination number adds 60 to, three more and a check digit by
Luhn's rule. A number of an organisation has 20 or more where the month stands, and so is none.
Source: Skatteverket, SKV 704 and SKV 707.
"""

import re
from collections.abc import Iterator
from datetime import date

from graph.model.text import Span

BREAK = r"(?:[ \t]*\r?\n[ \t]*)?"
NUMBER = re.compile(
    r"(?<![^\W_])(?:SE[ -]?)?"
    r"(?P<century>18|19|20)?(?P<day>[0-9]{6}|(?<=18|19|20)[0-9]{2}-[0-9]{2}-[0-9]{2})"
    rf"(?:[ \u00a0]?[-+\u2010\u2011\u2013\u2212]{BREAK}[ \u00a0]?)?(?P<end>[0-9]{{4}})(?=(?:01)?(?![0-9]))"
)
"""With a hyphen, a plus from the hundredth year on, or nothing between; in a VAT number of a trader who is a person
"SE" stands before and "01" behind."""
MONTHS, COORDINATION, WEIGHTS = 12, 60, (2, 1) * 5


def identity_numbers(text: str) -> Iterator[Span]:
    """Where they stand, in reading order; what is no day, or has another check digit, is none."""
    for found in NUMBER.finditer(text):
        day = found["day"].replace("-", "")
        if is_day(day, found["century"]) and checks(day + found["end"]):
            yield Span(*found.span())


def is_day(digits: str, century: str | None) -> bool:
    """Whether YYMMDD can be a day of birth, or one with 60 added."""
    year, month, day = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    day -= COORDINATION if day > COORDINATION else 0
    years = [100 * int(century) + year] if century else [1900 + year, 2000 + year]
    for one in years:
        try:
            date(one, month, day)
        except ValueError:
            continue
        return True
    return False


def checks(digits: str) -> bool:
    """Whether the last of ten digits is the check digit of the others (ISO/IEC 7812-1, Luhn)."""
    products = (int(digit) * weight for digit, weight in zip(digits, WEIGHTS, strict=True))
    return sum(product - 9 if product > 9 else product for product in products) % 10 == 0
