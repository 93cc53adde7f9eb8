"""What a layout took for a party, judged by its words."""

import pytest

from graph.model.terms import Kind
from graph.reading.recognition.judged import judged

ORGANISATION, PERSON = Kind.ORGANISATION, Kind.PERSON


@pytest.mark.parametrize(
    ("name", "kind", "left"),
    [
        ("Vetlanda Montage AB", ORGANISATION, "Vetlanda Montage AB"),
        ("Nämnden för kultur, idrott och fritid", ORGANISATION, "Nämnden för kultur, idrott och fritid"),
        ("Region Kronoberg, punkt 4", ORGANISATION, "Region Kronoberg"),
        ("Glasrikets Hantverk, som gäst", ORGANISATION, "Glasrikets Hantverk"),
        ("Region Kronoberg/Ingrid Svensson", ORGANISATION, "Region Kronoberg"),
        ("deltar på länk", ORGANISATION, None),
        ("man får se över rutinerna", ORGANISATION, None),
        ("Protokollet skrivet av", ORGANISATION, None),
        ("Information till styrelsen", ORGANISATION, None),
        ("Mötets tid och plats", ORGANISATION, None),
        ("Gå igenom hela listan med priser", ORGANISATION, None),
        ("Region Kronoberg\nIngrid Svensson", ORGANISATION, None),
        ("Ingrid Svensson.", PERSON, "Ingrid Svensson"),
        ("Ingrid S.", PERSON, "Ingrid S."),
        ("Alla", PERSON, None),
        ("Någon", PERSON, None),
        ("Justerare", PERSON, None),
        ("Per", PERSON, "Per"),
    ],
)
def test_a_label_or_a_clause_names_no_party(name: str, kind: Kind, left: str | None) -> None:
    span = judged(name, kind)
    assert (name[slice(*span)] if span else None) == left
