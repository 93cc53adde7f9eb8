"""Prints how much of made-up meetings the reader recovers, per layout, and writes it to tests/gold/recovered.tsv.

`python benchmarks/recovered.py [DOCUMENTS]`: so many meetings per layout, kind of file and noise; 12 unless
told. The same every time. Columns: share of statements with the right speaker, with exactly the right words,
with the right organisation; of persons with theirs; of attendance; statements that nobody made.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from recovery import tsv  # noqa: E402  # found by the line above

DOCUMENTS = 12

if __name__ == "__main__":
    told = tsv(int(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS)
    (ROOT / "tests" / "gold" / "recovered.tsv").write_text(told, encoding="utf-8")
    rows = [line.split("\t") for line in told.splitlines()]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = [
            cell.ljust(width) if place < 3 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        print("  ".join(cells).rstrip())
