"""`docs/quality.md` and the table of figures that tests hold: `python -m graph.evaluation.quality [FOLDER...]`.

Run from a checkout. FOLDER are further gold, of which figures are shown and never words.
"""

import csv
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.evaluation.counts import Count
from graph.evaluation.intervals import draws, interval
from graph.evaluation.rows import parts, place
from graph.evaluation.scores import DocumentScores, Scores, evaluate, pooled
from graph.evaluation.statuses import FOLDER, section

OWN = Path("tests/gold")
TABLE = OWN / "figures.json"
PAGE = Path("docs/quality.md")
RECOVERED = OWN / "recovered.tsv"
TEXTS = (Path("data"),)
SETS = {
    "seed": "The sample minutes. Open to those who wrote the rules.",
    "constructed": "Made-up dialogues in five layouts. Open to those who wrote the rules.",
    "dialogues": "Made-up dialogues in other layouts, by writers who did not know the rules; their misses were then read.",
    "unseen": "Made-up dialogues by the same writers, first scored when the rules stood; their misses have been read since.",
    "held": "Made-up meetings by writers who did not know the rules, scored when the rules stood. No miss of theirs was read.",
}
"""What each of the repository's own sets is, in the order of the page."""
QUOTED = frozenset({"constructed", "dialogues"})
"""Sets of our own writing (CC0) whose words may be shown; those of the held one would be seen by it."""
UNTOLD = "A set of the repository; who saw its misses is not written down (`SETS` in `graph/evaluation/quality.py`)."
OTHER = "A set that is no part of the repository: figures only."
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

Of each set is said whether those who wrote the rules saw its misses. Where they did, the figures show that the rules hold what
they were made for; on documents that nobody has seen expect those of the held set. Score your own: mark some
documents and run `samverkan evaluate FOLDER --misses`, or add them to this page with `make quality GOLD="FOLDER ..."`, of which
figures are shown and never words; [own-gold.md](own-gold.md) says how to mark.
"""


MADE = """## What comes back of made-up meetings

A generator draws who said what and writes it in every layout, as text, DOCX, HTML and PDF, with and without page breaks, hyphens,
slips of the pen and remarks. Shares of statements with the right speaker, words and organisation, and of persons with the right
organisation; `invented` counts statements that nobody made. Made by `python benchmarks/recovered.py`.
"""


def own_gold(root: Path) -> dict[str, Scores]:
    """Every folder of the repository's own gold, scored: those of `SETS` in its order, then others by name."""
    folders = {file.parent for file in (root / OWN).glob("*/*.jsonl")}
    texts = [root / folder for folder in TEXTS]
    known = list(SETS)
    ordered = sorted(
        folders,
        key=lambda folder: (known.index(folder.name) if folder.name in SETS else len(known), folder.name),
    )
    return {folder.name: evaluate(folder, texts=texts) for folder in ordered}


def figures(sets: dict[str, Scores]) -> dict[str, dict[str, float]]:
    """F1 of each set by kind and type, where there is anything to count."""
    return {
        name: {f"{kind} / {type_}": round(count.f1, 4) for (kind, type_), count in sorted(scores.counts.items()) if count.f1 is not None}
        for name, scores in sets.items()
    }  # fmt: skip


def page(own: dict[str, Scores], others: dict[str, Scores], recovered: str = "", status: str = "") -> str:
    """The page: a section a set, with figures by type and layout, what is not found, and examples.

    `recovered` is the table of made-up meetings, tab separated; `status` the section on labelled sentences.
    """
    parts_ = [HEAD]
    for name, scores in (own | others).items():
        told = SETS.get(name, UNTOLD) if name in own else OTHER
        parts_ += ["", *_section(name, told, scores.documents), *_missed(scores)]
        if name in QUOTED and name in own:
            parts_ += _examples(scores)
    parts_ += ["", status] if status else []
    parts_ += ["", *_recovered(recovered)] if recovered else []
    return "\n".join(parts_).rstrip() + "\n"


def _recovered(table: str) -> Iterator[str]:
    """The generator's table, text without noise and with it."""
    yield MADE
    yield "| layout | file | noise | statements | speaker | words | organisation | represents | invented |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for row in csv.DictReader(table.splitlines(), delimiter="\t"):
        shown = (
            "layout",
            "file",
            "noise",
            "statements",
            "speaker",
            "words",
            "organisation",
            "represents",
            "invented",
        )
        yield f"| {' | '.join(row[name] for name in shown)} |"


def _section(name: str, told: str, documents: Sequence[DocumentScores]) -> Iterator[str]:
    drawn = draws(len(documents))
    counts = pooled(documents)
    yield f"## {name}: {len(documents)} document{'s' if len(documents) > 1 else ''}\n\n{told}\n"
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
    recovered = RECOVERED.read_text(encoding="utf-8")
    PAGE.write_text(page(own, others, recovered, "\n".join(section(FOLDER))), encoding="utf-8")
    TABLE.write_text(json.dumps(figures(own), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
