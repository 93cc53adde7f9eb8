"""`docs/quality.md` and the table of figures that tests hold: `python -m graph.evaluation.quality [FOLDER...]`.

Run from a checkout. FOLDER are further gold, of which figures are shown and never words.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.evaluation.counts import Count
from graph.evaluation.intervals import draws, interval
from graph.evaluation.rows import parts, place
from graph.evaluation.scores import DocumentScores, Scores, evaluate, pooled

OWN = Path("tests/gold")
TABLE = OWN / "figures.json"
PAGE = Path("docs/quality.md")
TEXTS = (Path("data"),)
QUOTED = frozenset({"constructed"})
"""Sets of our own writing (CC0), whose words may be shown."""
SHOWN = (
    "mention exact",
    "mention overlap",
    "mention entity",
    "represents",
    "relation",
    "statement",
    "meeting",
)
EXAMPLES = 12
HEAD = """# How good the reading is

Written by `make quality` from the marked texts in `tests/gold` and the sets named below; do not edit.

F1 weighs what was missed and what was invented alike; 1 is faultless. The interval is a 95 per cent bootstrap over documents,
with few documents wide, and absent for one. "Exact" wants the very characters and the type, "overlap" the type and a shared
character, "entity" each name once. "span+speaker" is who said what. A type with few in gold moves much by one miss.

**Every set on this page was open to those who wrote the rules.** The figures show that the rules hold what they were made for;
on documents that nobody has seen they are lower. Score your own: mark some documents and run `samverkan evaluate FOLDER --misses`.
"""


def own_gold(root: Path) -> dict[str, Scores]:
    """Every folder of the repository's own gold, scored, by name."""
    folders = sorted(file.parent for file in (root / OWN).glob("*/*.jsonl"))
    texts = [root / folder for folder in TEXTS]
    return {folder.name: evaluate(folder, texts=texts) for folder in dict.fromkeys(folders)}


def figures(sets: dict[str, Scores]) -> dict[str, dict[str, float]]:
    """F1 of each set by kind and type, where there is anything to count."""
    return {
        name: {f"{kind} / {type_}": round(count.f1, 4) for (kind, type_), count in sorted(scores.counts.items()) if count.f1 is not None}
        for name, scores in sets.items()
    }  # fmt: skip


def page(own: dict[str, Scores], others: dict[str, Scores]) -> str:
    """The page: a section a set, with figures by type and layout, what is not found, and examples."""
    parts_ = [HEAD]
    for name, scores in (own | others).items():
        parts_ += ["", *_section(name, scores.documents), *_missed(scores)]
        if name in QUOTED and name in own:
            parts_ += _examples(scores)
    return "\n".join(parts_).rstrip() + "\n"


def _section(name: str, documents: Sequence[DocumentScores]) -> Iterator[str]:
    drawn = draws(len(documents))
    counts = pooled(documents)
    yield f"## {name}: {len(documents)} document{'s' if len(documents) > 1 else ''}\n"
    yield "| kind | type | precision | recall | F1 | 95 % | gold | found | right |\n|---|---|---|---|---|---|---|---|---|"
    for kind, type_ in sorted(counts, key=place):
        count = counts[kind, type_]
        if kind in SHOWN and count != Count():
            bounds = interval([one.counts.get((kind, type_), Count()) for one in documents], drawn)
            shown = f"{bounds[0]:.3f}–{bounds[1]:.3f}" if bounds else ""
            shares = " | ".join(_share(value) for value in (count.precision, count.recall, count.f1))
            gold, found = count.hits + count.missed, count.hits + count.spurious
            yield f"| {kind} | {type_} | {shares} | {shown} | {gold} | {found} | {count.hits} |"
    yield "\n| layout | documents | mention exact | represents | statement + speaker |\n|---|---|---|---|---|"
    for layout, some in parts(documents, "layout"):
        sums = pooled(some)
        keys = (("mention exact", "all"), ("represents", "all"), ("statement", "span+speaker"))
        yield (
            f"| {layout} | {len(some)} | "
            + " | ".join(_share(sums.get(key, Count()).f1) for key in keys)
            + " |"
        )


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _missed(scores: Scores) -> list[str]:
    sums: dict[str, int] = {}
    for miss in scores.misses:
        key = f"{miss['miss']}: {miss.get('type') or miss.get('predicate') or ''}".rstrip(": ")
        sums[key] = sums.get(key, 0) + 1
    told = "; ".join(
        f"{key} {number}" for key, number in sorted(sums.items(), key=lambda one: (-one[1], one[0]))
    )
    return [f"\nNot found, or found wrongly: {told or 'nothing'}."]


def _examples(scores: Scores) -> Iterator[str]:
    yield "\nExamples:\n"
    told = [miss for miss in scores.misses if miss["miss"].endswith("mention") and "line" in miss]
    for miss in told[:EXAMPLES]:
        words = f"{miss['before']} **{miss['words']}** {miss['after']}".strip()
        sides = f"gold {miss['gold'] or '–'}, found {miss['found'] or '–'}"
        yield f"- {miss['file']}, line {miss['line']}: {miss['miss']} ({sides}): … {words} …"


def main(folders: Sequence[str]) -> None:
    """Writes the page and the table."""
    own = own_gold(Path())
    others = {Path(folder).name: evaluate(Path(folder)) for folder in folders}
    PAGE.write_text(page(own, others), encoding="utf-8")
    TABLE.write_text(json.dumps(figures(own), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
