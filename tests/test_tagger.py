"""The learnt tagger: what it sees, how it decides, what it may add to the rules, how its model is made."""

import gzip
import json
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import BadGold
from graph.evaluation.corpus import common_words, corpus, without_teams
from graph.evaluation.training_lines import MadeUp
from graph.lexicon.tagger_model import TaggerModel, model_from_bytes, tagger_model
from graph.model.terms import Kind
from graph.model.text import Document, Span
from graph.reading.recognition.hits import Hit
from graph.reading.recognition.tagger import tokens, weighed, words_in_use
from graph.reading.recognition.tagger_decoding import Stretch, best, chances, scores, stretches
from graph.reading.recognition.tagger_features import attributes, shape
from graph.reading.recognition.words import Passage, passage

ROOT = Path(__file__).parent.parent
LABELS = ("O", "B-ORG", "I-ORG")
NUMBERS = st.floats(-8, 8, allow_nan=False).map(lambda number: round(number, 2))
ROWS = st.lists(st.lists(NUMBERS, min_size=3, max_size=3), min_size=1, max_size=5)
STEPS = st.lists(st.lists(NUMBERS, min_size=3, max_size=3), min_size=3, max_size=3)


def words_of(text: str) -> Passage:
    return passage(Document("t.txt", text), Span(0, len(text)))


def alone(text: str) -> set[tuple[str, str]]:
    """Kind and words of what the tagger finds where no rule has found anything."""
    read = words_of(text)
    return {(str(hit.kind), text[hit.start : hit.end]) for hit in weighed(read, [], words_in_use([read]))}


def small(steps: list[list[float]]) -> TaggerModel:
    return TaggerModel({}, LABELS, tuple(map(tuple, zip(*steps, strict=True))), {}, frozenset())


def worth(path: tuple[int, ...], rows: list[list[float]], steps: list[list[float]]) -> float:
    own = sum(row[label] for row, label in zip(rows, path, strict=True))
    return own + sum(steps[one][other] for one, other in pairwise(path))


@given(ROWS, STEPS)
def test_no_path_is_worth_more_than_the_best(rows: list[list[float]], steps: list[list[float]]) -> None:
    path = tuple(LABELS.index(label) for label in best(small(steps), rows))
    every = product(range(3), repeat=len(rows))
    assert worth(path, rows, steps) == pytest.approx(max(worth(one, rows, steps) for one in every))


@given(ROWS, STEPS)
def test_the_chances_of_a_word_are_those_of_the_paths_through_it(
    rows: list[list[float]], steps: list[list[float]]
) -> None:
    from_paths = [dict.fromkeys(LABELS, 0.0) for _ in rows]
    paths = list(product(range(3), repeat=len(rows)))
    highest = max(worth(path, rows, steps) for path in paths)
    weights = [2.718281828459045 ** (worth(path, rows, steps) - highest) for path in paths]
    for path, weight in zip(paths, weights, strict=True):
        for position, label in enumerate(path):
            from_paths[position][LABELS[label]] += weight / sum(weights)
    for told, counted in zip(chances(small(steps), rows), from_paths, strict=True):
        assert told == pytest.approx(counted, abs=1e-9)


def test_nothing_is_read_from_nothing() -> None:
    model = tagger_model()
    assert best(model, []) == []
    assert chances(model, []) == []
    assert attributes([], frozenset()) == []


def test_labels_mark_names_also_where_the_beginning_is_not_marked() -> None:
    labels = ["B-PER", "I-PER", "O", "I-LOC", "B-ORG", "B-ORG"]
    assert list(stretches(labels)) == [
        Stretch(0, 2, "PER"),
        Stretch(3, 4, "LOC"),
        Stretch(4, 5, "ORG"),
        Stretch(5, 6, "ORG"),
    ]


def test_a_shape_tells_capitals_letters_and_digits() -> None:
    assert [shape(word) for word in ("SKR", "Växjö", "E22", "IT-stöd")] == ["XX", "Xxx", "X00", "XX-xx"]


def test_the_lists_know_a_word_without_its_genitive() -> None:
    (row, *_) = attributes(["Borås", "bibliotek"], frozenset())
    assert {"g0=town", "ph=Bplace"} <= set(row)
    (row, *_) = attributes(["Vetlandas", "bibliotek"], frozenset())
    assert "g0=town" in row


def test_a_capital_on_a_word_in_use_is_told_from_a_new_one() -> None:
    (opening, _, known, new) = attributes(
        ["Oron", "för", "Orderna", "Zelmira"], frozenset({"oron", "orderna"})
    )
    assert "word0" in opening
    assert "word" in known
    assert "new" in new


def test_the_model_says_what_it_is_of_what_it_is_made_and_whom_to_name() -> None:
    header = tagger_model().header
    assert set(header) == {"what", "trained on", "licence", "attribution", "changes", "command", "figures"}
    assert "CC BY 4.0" in header["licence"]
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    assert "tagger.json.gz" in notice
    assert header["attribution"] in " ".join(notice.split())


def test_the_model_bears_no_date() -> None:
    packed = (ROOT / "graph/lexicon/data/tagger.json.gz").read_bytes()
    assert packed[4:8] == bytes(4)  # where gzip keeps the time
    assert len(packed) < 50_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Samtal pågår med Velorix om lokaler i Nässjö.", ("organisation", "Velorix")),
        ("Ny på posten är Torgny Malmkvist sedan i våras.", ("person", "Torgny Malmkvist")),
        ("Rapporten från Zenotrix Energi AB kom i går.", ("organisation", "Zenotrix Energi AB")),
    ],
)
def test_a_name_that_nobody_listed_is_found(text: str, expected: tuple[str, str]) -> None:
    assert expected in alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "Efterfrågan på lokaler ökar.",
        "Underlaget lämnas som XML eller JSON.",
        "ALLMÄNT OM LÄGET I LÄNET",
        "Vi ses på måndag.",
        'Förslaget kom från Ulla "Lillan" Bergqvist.',
    ],
)
def test_what_is_no_name_is_not_found(text: str) -> None:
    assert alone(text) == set()


def test_what_the_rules_explain_is_left_alone() -> None:
    text = "Almi i Nässjö har öppnat."
    hits = [
        Hit(0, 4, Kind.ORGANISATION, "listed", listed=True),
        Hit(7, 13, Kind.PLACE, "listed town", listed=True),
    ]
    assert weighed(words_of(text), hits, words_in_use([])) == hits


def test_a_guess_that_the_model_takes_for_no_name_falls_and_a_rule_stays() -> None:
    text = "Beslut/Åtgärder följer i protokollet."
    guess = Hit(0, 15, Kind.ORGANISATION, "run of capitals")
    listed = Hit(0, 15, Kind.ORGANISATION, "listed company", listed=True)
    assert guess not in weighed(words_of(text), [guess], words_in_use([]))
    assert listed in weighed(words_of(text), [listed], words_in_use([]))


def test_the_same_quote_gives_the_same_names() -> None:
    text = "Samtal pågår med Velorix och Torgny Malmkvist om Nässjö."
    assert alone(text) == alone(text)


@given(st.text("Aaåäö SK.:,\"'/-()1\n", min_size=1, max_size=60))
def test_what_is_found_lies_in_the_quote_and_begins_with_a_capital(text: str) -> None:
    read = words_of(text)
    for hit in weighed(read, [], words_in_use([read])):
        assert 0 <= hit.start < hit.end <= len(read.text)
        assert read.text[hit.start].isupper()


def test_marks_are_tokens_and_a_list_marker_is_none() -> None:
    assert [token.text for token in tokens(words_of("- Nässjö, Eksjö."))] == ["Nässjö", ",", "Eksjö", "."]


def test_made_up_lines_are_the_same_each_time() -> None:
    assert MadeUp(3).sentences(20) == MadeUp(3).sentences(20)
    assert MadeUp(3).sentences(20) != MadeUp(4).sentences(20)


def test_a_corpus_is_read_sentence_by_sentence(tmp_path: Path) -> None:
    file = tmp_path / "small.conll"
    file.write_text("Nils\tB-PER\nsov\tO\n\n\nMora\tB-ORG\nvann\tO\n", encoding="utf-8")
    sentences = corpus(file)
    assert sentences == [(("Nils", "B-PER"), ("sov", "O")), (("Mora", "B-ORG"), ("vann", "O"))]
    assert without_teams(sentences) == sentences[:1]
    assert common_words(sentences * 2) == {"sov", "vann"}


def test_a_line_that_is_no_token_and_label_is_named(tmp_path: Path) -> None:
    file = tmp_path / "bad.conll"
    file.write_text("Nils\tB-PER\nsov\n", encoding="utf-8")
    with pytest.raises(BadGold) as told:
        corpus(file)
    assert told.value.facts == {"file": "bad.conll", "line": 2}


def small_corpus(folder: Path) -> Path:
    """A corpus of two kinds of sentence, made here."""
    given = ("Nils", "Britta", "Olle", "Karin")
    places = ("Nässjö", "Eksjö", "Tranås", "Vetlanda")
    lines = []
    for name, place in product(given, places):
        lines += [f"{name}\tB-PER", "bor\tO", "i\tO", f"{place}\tB-LOC", ".\tO", ""]
        lines += ["Vi\tO", "ses\tO", "i\tO", f"{place}\tB-LOC", ".\tO", ""]
    file = folder / "small.conll"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def test_training_gives_the_same_bytes_and_the_model_tags(tmp_path: Path) -> None:
    pytest.importorskip("pycrfsuite", reason="python-crfsuite, of the group `train`, is not here")
    from graph.evaluation.training import main  # noqa: PLC0415  # needs what is asked for above

    file = small_corpus(tmp_path)
    outs = [tmp_path / name for name in ("one.gz", "two.gz")]
    for out in outs:
        main([str(file), "--out", str(out), "--made-up", "30", "--licence", "CC0", "--test", str(file)])
    assert outs[0].read_bytes() == outs[1].read_bytes()
    model = model_from_bytes(outs[0].read_bytes())
    assert model.header["licence"] == "CC0"
    assert "LOC P 1.000 R 1.000" in model.header["figures"]
    told = best(model, scores(model, attributes(["Olle", "bor", "i", "Eksjö", "."], model.words)))
    assert told == ["B-PER", "O", "O", "B-LOC", "O"]


def test_labels_are_those_of_the_trainers_own_decoder(tmp_path: Path) -> None:
    pycrfsuite = pytest.importorskip("pycrfsuite", reason="python-crfsuite is not here")
    from graph.evaluation.training import crfsuite_model, packed_model  # noqa: PLC0415

    sentences = [*corpus(small_corpus(tmp_path)), *MadeUp(2).sentences(120)]
    file = tmp_path / "model.crfsuite"
    words = common_words(sentences)
    crfsuite_model(sentences, words, file)
    model = model_from_bytes(packed_model(file, words))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(file))
    same = total = 0
    for sentence in MadeUp(9).sentences(80):
        rows = attributes([token for token, _ in sentence], words)
        same += sum(a == b for a, b in zip(best(model, scores(model, rows)), tagger.tag(rows), strict=True))
        total += len(rows)
    tagger.close()
    assert same >= 0.995 * total  # weights are rounded to two decimals


def test_the_model_is_json_that_a_person_can_open() -> None:
    content = json.loads(gzip.decompress((ROOT / "graph/lexicon/data/tagger.json.gz").read_bytes()))
    assert next(iter(content)) == "header"
    assert set(content) == {"header", "after", "labels", "state", "words"}
