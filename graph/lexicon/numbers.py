"""Swedish numbers: words and digits as written, multipliers, units and currencies."""

import re
from functools import cache

_ONES = ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
         "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton")  # fmt: skip
_TENS = ("tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio")

MULTIPLIERS = {
    "tusen": 1_000, "tusentals": 1_000, "'": 1_000, "k": 1_000,
    "miljon": 1_000_000, "miljoner": 1_000_000, "milj": 1_000_000, "mio": 1_000_000, "mn": 1_000_000,
    "million": 1_000_000, "millions": 1_000_000, "millioner": 1_000_000, "mill": 1_000_000, "billion": 1_000_000_000,
    "milliard": 1_000_000_000, "milliarder": 1_000_000_000, "miljard": 1_000_000_000, "miljarder": 1_000_000_000, "mdr": 1_000_000_000, "mrd": 1_000_000_000,
}  # fmt: skip
MONEY_UNITS = {  # what each multiplies its number by
    "kr": 1, "kronor": 1, "krona": 1, "sek": 1, "tkr": 1_000, "kkr": 1_000, "ksek": 1_000,
    "mkr": 1_000_000, "mnkr": 1_000_000, "msek": 1_000_000, "mdkr": 1_000_000_000,
    "mdrkr": 1_000_000_000, "euro": 1, "eur": 1, "€": 1, "$": 1, "dollar": 1, "usd": 1,
    "keur": 1_000, "nok": 1, "dkk": 1, "kroner": 1, "tnok": 1_000, "mnok": 1_000_000, "euros": 1,
    "norska kronor": 1, "norske kroner": 1, "danska kronor": 1, "danske kroner": 1, "svenska kronor": 1,
    "svenske kroner": 1, "k€": 1_000, "meur": 1_000_000, "m€": 1_000_000, "mn€": 1_000_000, "öre": 0.01,
}  # fmt: skip
PERCENT = ("procentenheter", "procentenhet", "procent", "promille", "%-enheter", "%-enhet", "%", "‰")
MEASURES = (
    "kvadratmeter", "kvadrat", "kvm", "m²", "m2", "hektar", "ha", "km²", "kilometer", "km", "mil", "meter",
    "m", "ton", "kg", "liter", "kubikmeter", "MW", "GW", "kW", "TWh", "GWh", "MWh", "kWh",
)  # fmt: skip


@cache
def number_words() -> dict[str, int]:
    """Every number word from "noll" to "nittionio", and "hundra": what it counts. Not "en" and "ett"."""
    known = {word: value for value, word in enumerate(_ONES) if word != "ett"}
    known |= {"aderton": 18, "nie": 9, "hundra": 100, "etthundra": 100, "tvåhundra": 200, "trehundra": 300}
    for tens, ten in enumerate(_TENS, 2):
        known[ten] = 10 * tens
        known |= {f"{ten}{_ONES[one]}": 10 * tens + one for one in range(1, 10)}
        known[f"{ten}en"] = 10 * tens + 1
    return known


_GROUPED = re.compile(r"\d{1,3}(?:[ .\u00a0\u2009\u202f]\d{3})+")


def value_of(written: str) -> int | float:
    """The number that digits or a word stand for: "43 000", "5,5", "5.5", "1.500", "fyra".

    A point or comma before exactly three digits after a group of up to three parts thousands only as a
    point or blank; a comma is always the decimal one. Raises `ValueError` where it is no number.
    """
    word = written.casefold().strip()
    if word in ("en", "ett"):
        return 1
    if word in ("halv", "halvt", "halva"):
        return 0.5
    if word in number_words():
        return number_words()[word]
    if _GROUPED.fullmatch(word):
        return int(re.sub(r"\D", "", word))
    number = float(word.replace(",", "."))
    return int(number) if number.is_integer() else number


def scaled(number: int | float, multiplier: int | float) -> int | float:
    """A number times its multiplier without the noise of binary fractions: 5.5 × 10⁶ = 5500000."""
    product = round(number * multiplier, 6)
    return int(product) if float(product).is_integer() else product
