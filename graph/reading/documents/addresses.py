"""Web addresses that a page repeats: the targets of its links, printed once more on lines of their own."""

import re
from typing import Final

ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
PIECE = re.compile(r"[\w%/.,:;?=&#+~@!$'()*\[\]-]+")
BROKEN_OVER: Final = 4  # lines that one address may be broken over


def repeated_addresses(words: list[str]) -> set[int]:
    """The lines that hold one address and nothing else, which a line above holds already.

    An address that goes on on the next line, and the one after it, stands there whole.
    """
    seen: set[str] = set()
    found: set[int] = set()
    for index, line in enumerate(words):
        addresses: list[str] = ADDRESS.findall(line)
        if addresses == [line] and line in seen:
            found.add(index)
            continue
        seen.update(addresses)
        seen.update(address.rstrip(".,;:)") for address in addresses)
        if addresses and line.endswith(addresses[-1]):
            whole = addresses[-1]
            for following in words[index + 1 : index + BROKEN_OVER]:
                piece = PIECE.match(following)
                if piece is None:
                    break
                whole += piece.group()
                seen.add(whole)
                if piece.group() != following:
                    break
    return found
