"""The word lists: whole, without contradictions, and right where names do not follow the rule."""

from graph.lexicon import gazetteer, heads, names, verbs


def test_every_county_has_its_authorities_and_every_municipality_its_county() -> None:
    counties = gazetteer.counties()
    assert len(counties) == 21
    assert len(gazetteer.municipalities()) == 290
    known = {county.name for county in counties}
    assert all(municipality.county in known for municipality in gazetteer.municipalities())


def test_names_of_municipalities_are_written_as_they_write_themselves() -> None:
    by_short = gazetteer.municipality_by_short_name()
    for short, name in {
        "falun": "Falu kommun",
        "kalmar": "Kalmar kommun",
        "kalix": "Kalix kommun",
        "överkalix": "Överkalix kommun",
        "orust": "Orust kommun",
        "östersund": "Östersunds kommun",
        "borås": "Borås kommun",
        "tjörn": "Tjörns kommun",
    }.items():
        assert by_short[short].entry.name == name


def test_an_abbreviation_has_one_bearer() -> None:
    for form, name in {
        "miun": "Mittuniversitetet",
        "jht": "Jämtland Härjedalen Turism",
        "skr": "Sveriges Kommuner och Regioner",
    }.items():
        assert [entry.name for entry in gazetteer.organisations()[form]] == [name]


def test_a_listed_form_names_its_bearer_once() -> None:
    for listed in (gazetteer.organisations(), gazetteer.schemes(), gazetteer.events()):
        for entries in listed.values():
            assert len(set(entries)) == len(entries)


def test_words_of_the_closed_classes_are_small_letters_and_no_place() -> None:
    assert all(word == word.casefold() for word in heads.function_words())
    assert "på" in heads.function_words()


def test_verbs_of_action_and_of_speech_know_present_and_past() -> None:
    assert {"beslutar", "beslutade", "bygger", "byggde"} <= verbs.action_verbs()
    assert "protesterat" in verbs.action_supines()
    assert verbs.speech_verbs()["sade"] == "säga"


def test_a_hyphenated_given_name_is_known_by_its_parts() -> None:
    assert names.is_given_name("Per-Erik")
    assert not names.is_given_name("Per-Xqz")
