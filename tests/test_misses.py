"""Every miss stands in its context, and gold whose words stand elsewhere is told with what to do."""

from pathlib import Path
from typing import Any

from click.testing import CliRunner
from gold_made import FOUND, GOLD, Line, mention, said, tie, written

from graph.commands.table import samverkan
from graph.evaluation.scores import evaluate, score

TEXT = (
    "Anteckningar 3 mars 2024\n"
    "Gruvbolaget samarbetar med Almi.\n"
    "Åsa Öberg vid Gruvbolaget for till Kiruna.\n"
    "Nästa möte är den 2 maj.\n"
)


def place(words: str, nth: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def named(words: str, type_: str, nth: int = 0, **more: Any) -> Line:
    return mention(*place(words, nth), type_, words, **more)


def misses(tmp_path: Path, gold: list[Line], found: list[Line]) -> list[Line]:
    written(tmp_path, "a.jsonl", gold)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    written(tmp_path / "pred", "a.jsonl", found)
    return list(evaluate(tmp_path, tmp_path / "pred").misses)


def test_every_miss_is_told_with_its_words() -> None:
    told: list[Line] = []
    score(GOLD, FOUND, told)
    assert sorted(f"{miss['miss']}: {miss.get('text', miss.get('speaker'))}" for miss in told) == [
        "missed entity: Kiruna",
        "missed mention: Kiruna",
        "missed mention: universitetet",
        "missed relation: None",
        "missed statement: Nils Lax",
        "spurious entity: Ingen",
        "spurious entity: Kiruna",
        "spurious entity: Vätgas",
        "spurious mention: Ingen",
        "spurious mention: Kiruna",
        "spurious mention: LTU",
        "spurious relation: None",
        "spurious statement: Åsa Öberg",
        "wrong next: None",
    ]


def test_a_miss_stands_in_its_context(tmp_path: Path) -> None:
    told = misses(tmp_path, [named("Kiruna", "place")], [named("Kiruna", "organisation", rule="tagger")])
    missed, spurious = (miss for miss in told if miss["miss"].endswith("mention"))
    assert [(miss["gold"], miss["found"]) for miss in (missed, spurious)] == [("place", "organisation")] * 2
    assert (missed["file"], missed["line"], missed["words"]) == ("a.txt", 3, "Kiruna")
    assert (missed["before"], missed["after"]) == (
        "lmi. Åsa Öberg vid Gruvbolaget for till",
        ". Nästa möte är den 2 maj.",
    )
    assert (missed.get("rule"), spurious["rule"]) == (None, "tagger")


def test_a_wrong_day_is_shown_where_the_right_one_is_written(tmp_path: Path) -> None:
    day = named("2 maj", "date", iso="2024-05-02")
    told = misses(
        tmp_path,
        [{"kind": "meeting", "title": "Råd", "date": "2024-03-03", "next": "2024-05-02"}, day],
        [{"kind": "meeting", "title": "Råd", "date": None, "next": "2024-06-02"}, day],
    )
    assert [(miss["miss"], miss["gold"], miss["found"]) for miss in told] == [
        ("missed meeting", "2024-03-03", None),
        ("wrong next", "2024-05-02", "2024-06-02"),
    ]
    assert (told[1]["line"], told[1]["words"]) == (4, "2 maj")
    assert told[1]["before"].endswith("Nästa möte är den")
    assert "line" not in told[0], "no date of that day was found in the text"


def test_a_day_of_no_meeting_is_told_too(tmp_path: Path) -> None:
    told = misses(tmp_path, [], [{"kind": "meeting", "title": "Råd", "date": "2024-03-03", "next": None}])
    assert [(miss["miss"], miss["found"]) for miss in told] == [("spurious meeting", "2024-03-03")]


def test_an_actor_is_shown_where_it_is_first_named(tmp_path: Path) -> None:
    told = misses(
        tmp_path, [named("Gruvbolaget", "organisation", 1), named("Gruvbolaget", "organisation")], []
    )
    (actor,) = (miss for miss in told if miss["miss"] == "missed entity")
    assert (actor["line"], actor["type"], actor["gold"], actor["found"]) == (
        2,
        "organisation",
        "Gruvbolaget",
        None,
    )


def test_a_tie_is_shown_by_its_evidence_or_where_its_names_stand_closest(tmp_path: Path) -> None:
    names = [
        named("Gruvbolaget", "organisation"),
        named("Gruvbolaget", "organisation", 1),
        named("Almi", "organisation"),
        named("Åsa Öberg", "person"),
    ]
    sentence = place("Gruvbolaget samarbetar med Almi.")
    told = misses(
        tmp_path,
        [
            *names,
            {"kind": "represents", "person": "Åsa Öberg", "organisation": "Gruvbolaget"},
            tie("Gruvbolaget", "works_with", "Almi", evidence=list(sentence)),
        ],
        [*names, tie("Gruvbolaget", "funds", "Almi", rule="made")],
    )
    shown = {miss["miss"]: miss for miss in told}
    assert shown["missed represents"]["words"] == "Åsa Öberg vid Gruvbolaget"
    assert shown["missed relation"]["words"] == "Gruvbolaget samarbetar med Almi."
    assert shown["spurious relation"]["words"] == "Gruvbolaget samarbetar med Almi"
    assert shown["spurious relation"]["rule"] == "made"
    assert (shown["missed relation"]["gold"], shown["missed relation"]["found"]) == ("works_with", "funds")


def test_the_command_lists_every_kind_of_miss_in_both_languages(tmp_path: Path) -> None:
    misses(
        tmp_path,
        [
            {"kind": "meeting", "title": "Råd", "date": "2024-03-04", "next": None},
            named("Kiruna", "place"),
            {"kind": "represents", "person": "Åsa Öberg", "organisation": "Almi"},
            said(*place("Åsa Öberg vid Gruvbolaget for till Kiruna."), "Åsa Öberg"),
        ],
        [],
    )
    for lang, words in (
        (
            "sv",
            ("mötets datum missat", "missad aktör", "missad roll", "missat uttalande", "missat omnämnande"),
        ),
        ("en", ("date of the meeting missed", "missed actor", "missed role", "missed statement", "place")),
    ):
        command = ["--lang", lang, "evaluate", str(tmp_path), str(tmp_path / "pred"), "--misses"]
        result = CliRunner().invoke(samverkan, command)
        assert result.exit_code == 0, result.output
        assert all(word in result.stdout for word in words), result.stdout


def test_gold_whose_words_stand_elsewhere_is_told_and_scored(tmp_path: Path) -> None:
    start, end = place("Kiruna")
    moved = mention(start - 2, end - 2, "place", "Kiruna")
    strange = mention(start, end, "place", "Luleå")
    written(tmp_path, "a.jsonl", [named("Almi", "organisation"), moved, strange])
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    scores = evaluate(tmp_path)
    assert [(fault.key, fault.facts) for fault in scores.faults] == [
        ("gold-moved", {"file": "a.jsonl", "line": 2, "text": "Kiruna", "start": start, "end": end}),
        ("gold-words", {"file": "a.jsonl", "line": 3, "text": "Luleå", "there": "Kiruna"}),
    ]
    counts = scores.counts["mention exact", "place"]
    assert counts.hits + counts.missed == 2
    result = CliRunner().invoke(samverkan, ["--lang", "en", "evaluate", str(tmp_path)])
    assert result.exit_code == 3
    assert f'a.jsonl, line 2: "Kiruna" stands at {start}–{end} and not where' in result.stderr
    assert "a.jsonl, line 3:" in result.stderr


def test_gold_without_its_text_says_what_to_do(tmp_path: Path) -> None:
    written(tmp_path, "a.jsonl", [named("Almi", "organisation")])
    result = CliRunner().invoke(samverkan, ["--lang", "en", "evaluate", str(tmp_path)])
    assert "lay its .txt beside" in result.stderr
