"""For whom somebody speaks: said once, where who was there is told, it holds for all that they say."""

from graph.model.terms import Presence
from graph.reading.pipeline import read_bytes

PROSE = """Turismforum Ådalen
Kramfors den 14 oktober 2025

Närvarande var Sara Edin från Kramfors kommun samt Lisbeth Åkerö från Länsstyrelsen. Förhinder hade anmälts av Jon Hamrin, Region Västernorrland.

Sara Edin berättade att hamnen byggs ut. Lisbeth Åkerö svarade att bidraget räcker.
"""
BULLETS = """Näringslivsforum Siljan
12 februari 2025, Rättvik

Närvarande:
Maria Lindkvist, Region Dalarna
Per Olsbo, Rättviks kommun
Frånvarande: Erik Bergdal, Mora kommun

Region Dalarna, Maria Lindkvist
- Varslen ligger på 120 personer.
- Regionen växer.

Rättviks kommun, Per Olsbo
- Arbetslösheten är 5,4 procent.
"""


def test_who_speaks_in_prose_speaks_for_whom_the_attendance_names() -> None:
    reading = read_bytes("prosa.txt", PROSE.encode())
    names = {actor.key: actor.name for actor in reading.actors}
    spoken = {
        names[statement.speakers[0]]: names[statement.organisation]
        for statement in reading.statements
        if statement.speakers and statement.organisation
    }
    assert spoken == {
        "Sara Edin": "Kramfors kommun",
        "Lisbeth Åkerö": "Länsstyrelsen i Västernorrlands län",
    }
    away = [names[one.actor] for one in reading.attendance if one.presence is Presence.ABSENT]
    assert away == ["Jon Hamrin"]


def test_a_list_of_who_is_there_is_read_in_whatever_layout_follows() -> None:
    reading = read_bytes("punkter.txt", BULLETS.encode())
    names = {actor.key: actor.name for actor in reading.actors}
    assert [(names[one.actor], one.presence.value) for one in reading.attendance] == [
        ("Maria Lindkvist", "present"),
        ("Per Olsbo", "present"),
        ("Erik Bergdal", "absent"),
    ]
