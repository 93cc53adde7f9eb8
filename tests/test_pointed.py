"""Words that a decision points at are found again by themselves and by what is around them, or not at all."""

from hypothesis import given
from hypothesis import strategies as st

from graph.knowledge.store.pointed import found, pointing
from graph.model.decisions import Words
from graph.model.text import Document, Span

WORD = st.sampled_from(["Almi", "IUC", "möte", "12", "stöd", "och", "Nordalen"])
SENTENCE = st.lists(WORD, min_size=1, max_size=6).map(lambda words: " ".join(words) + ".")
TEXT = st.lists(SENTENCE, min_size=1, max_size=8)


def laid_out(sentences: list[str], gap: str = "\n") -> tuple[Document, list[Span]]:
    """A document of these sentences, and where each stands."""
    spans, text = [], ""
    for sentence in sentences:
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += sentence + gap
    return Document("t", text), spans


@given(TEXT, st.data())
def test_words_are_found_where_they_were_or_not_at_all(sentences: list[str], data: st.DataObject) -> None:
    document, spans = laid_out(sentences)
    quote = data.draw(st.sampled_from(spans))
    here = quote.of(document.text)
    word = data.draw(st.sampled_from(here.rstrip(".").split()))
    start = quote.start + here.index(word)
    told = pointing(document, quote, Span(start, start + len(word)))
    there = found(document, spans, told)
    assert there in (None, Span(start, start + len(word)))
    if sentences.count(here) == 1 and document.text.count(here) == 1:
        assert there is not None


@given(TEXT, TEXT, st.sampled_from(["\n", "\n\n", " ", "\r\n"]))
def test_what_is_found_elsewhere_is_the_same_words(one: list[str], other: list[str], gap: str) -> None:
    document, spans = laid_out(one)
    later, places = laid_out([*other, *one], gap)
    told = pointing(document, spans[0], None)
    there = found(later, places, told)
    assert there is None or later.reading_form(there).text == one[0]


def words(quote: str, meant: str = "", before: str = "", after: str = "") -> Words:
    return Words("0" * 64, None, quote, meant, before, after)


def test_a_sentence_broken_over_lines_is_the_same_sentence() -> None:
    document = Document("t", "Först.\nAlmi ger stöd\ntill Nordalens\nbageri.\n")
    there = found(document, [], words("Almi ger stöd till Nordalens bageri.", "Nordalens bageri"))
    assert there is not None
    assert there.of(document.text) == "Nordalens\nbageri"


def test_of_equal_sentences_the_one_with_its_neighbours_is_meant() -> None:
    document, spans = laid_out(["Anna:", "Vi avvaktar.", "Per:", "Vi avvaktar.", "Slut."])
    told = pointing(document, spans[3], None)
    assert found(document, spans, told) == spans[3]
    later, places = laid_out(["Ny rad.", "Vi avvaktar.", "Per:", "Vi avvaktar.", "Slut.", "Mer."])
    assert found(later, places, told) == places[3]
    lost, all_ = laid_out(["Ny.", "Vi avvaktar.", "Ny.", "Vi avvaktar.", "Ny."])
    assert found(lost, all_, told) is None


def test_a_sentence_that_was_mended_a_little_is_found_if_it_alone_is_near() -> None:
    told = words("Almi erbjuder brygglån till små företag i länet under våren.", "Almi")
    near = "Almi erbjuder brygglån till små företag i länet under hela våren."
    document, spans = laid_out([near, "Annat."])
    assert found(document, spans, told) == Span(0, 4)
    document, spans = laid_out([near, near.replace("hela", "denna")])
    assert found(document, spans, told) is None


def test_another_number_or_a_denial_is_another_sentence() -> None:
    for was, now in (
        (
            "Almi ger 40 000 kronor till bageriet i Nordalen.",
            "Almi ger 50 000 kronor till bageriet i Nordalen.",
        ),
        ("Almi kan ge stöd till bageriet i Nordalen.", "Almi kan inte ge stöd till bageriet i Nordalen."),
    ):
        document, spans = laid_out([now])
        assert found(document, spans, words(was, "Almi")) is None


def test_words_in_longer_words_are_not_meant() -> None:
    document, spans = laid_out(["IUCs IUC-nätverk och IUC."])
    told = pointing(document, spans[0], Span(21, 24))
    assert found(document, spans, told) == Span(21, 24)
