"""How much one file may hold: beyond what minutes need, short of what hurts the machine."""

from typing import Final

MEGABYTE: Final = 1024 * 1024
BYTES: Final = 50 * MEGABYTE
CHARACTERS: Final = 5_000_000
PAGES: Final = 2_000
UNPACKED: Final = 200 * MEGABYTE
"""All parts of one DOCX together."""
RATIO: Final = 200
"""How many times larger a part of a DOCX may be than its packed form, from `RATIO_FROM` bytes on."""
RATIO_FROM: Final = 4 * MEGABYTE
PARTS: Final = 5_000
RECOGNISED_PAGES: Final = 100
"""Pages of pictures whose text is recognised, in one document."""
RECOGNITION_SECONDS: Final = 600.0
"""For all of them together."""
PIXELS: Final = 20_000_000
"""Of one page as it is drawn for recognition; A4 at 300 dots an inch has 8.7 million."""
DEPTH: Final = 200
"""Elements inside elements."""
