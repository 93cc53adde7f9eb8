"""The layouts of prose: protocols with §, attendance tables, press releases, reports by verbs of speech."""

from collections.abc import Callable

from models_made import Person, Said
from sentences_made import DONE, SECTORS, STATES, THINGS, VERBS, WHO
from sheets_made import Sheet

PARTIES = ("S", "M", "C", "V", "MP", "KD", "L")


def _clause(sheet: Sheet) -> str:
    choose = sheet.random.choice
    return choose(
        (
            f"{choose(THINGS)} har {choose(DONE)}",
            f"läget i {choose(SECTORS)} är {choose(STATES)}",
            f"{choose(WHO)} {choose(VERBS)} {choose(THINGS)}",
            f"det finns {sheet.random.randint(3, 90)} anmälda till {choose(THINGS)}",
        )
    )


def opener(sheet: Sheet, who: str) -> str:
    """A sentence that says who speaks, straight or inverted."""
    choose, thing = sheet.random.choice, sheet.random.choice(THINGS)
    return choose(
        (
            f"{who} informerar om {thing}.",
            f"{who} berättar att {_clause(sheet)}.",
            f"{who} säger att {_clause(sheet)}.",
            f"{who} lyfter {thing}.",
            f"{who} rapporterar att {_clause(sheet)}.",
            f"{who} redogör för {thing}.",
            f"{who} meddelar att {_clause(sheet)}.",
            f"Därefter berättar {who} om {thing}.",
            f"Vidare informerar {who} om {thing}.",
            f"{who} har informerat om {thing}.",
            f"{who} ville lyfta {thing}.",
            f"{who} är orolig för {thing}.",
            f"{who} håller inte med om att {_clause(sheet)}.",
            f"{who} flaggar för att {_clause(sheet)}.",
            f"{who} ger en lägesbild av {thing}.",
            f"{who} undrade om {_clause(sheet)}.",
            f"Samtidigt påpekade {who} att {_clause(sheet)}.",
            f"På en fråga om {thing} svarade {who} att {_clause(sheet)}.",
            f"Därefter gick {who} igenom {thing}.",
            f"Av {who} framfördes att {_clause(sheet)}.",
            f"{thing[0].upper()}{thing[1:]} dröjer, enligt {who}.",
        )
    )


def _named(sheet: Sheet, who: Person, first: bool) -> str:
    """How prose names a speaker: in full at first, then shorter."""
    if first:
        return sheet.random.choice((who.name, who.name, f"{who.name} ({who.organisation})"))
    return sheet.random.choice((who.name, who.given, who.given))


def _told(sheet: Sheet, topics: bool) -> None:
    """Paragraphs by verbs of speech, under headings by subject or none."""
    for part in sheet.model.parts:
        if topics:
            sheet.put(part.topic, "heading")
        for place, said in enumerate(part.said):
            words = f"{opener(sheet, _named(sheet, said.speaker, not place))} {said.words}"
            sheet.say(said, words)


def prose(sheet: Sheet) -> None:
    """Prose with verbs of speech; participants on one line."""
    sheet.open()
    sheet.attendance(label=True)
    _told(sheet, sheet.random.random() < 0.5)
    sheet.close()


def attendance_table(sheet: Sheet) -> None:
    """A table of participants, then prose."""
    sheet.open()
    sheet.put("Deltagare", "heading")
    sheet.row("Namn", "Organisation", sheet.random.choice(("Roll", "Anm.")), above=1)
    remarked = sheet.paras[-1].cells[2] == "Anm."
    for person in sheet.model.present:
        sheet.row(person.name, person.organisation, "" if remarked else person.role)
        sheet.present.add(person.name)
    for person in sheet.model.absent:
        sheet.row(person.name, person.organisation, "frånvarande")
        sheet.absent.add(person.name)
    sheet.employs(*sheet.model.present)
    _told(sheet, True)
    sheet.close()


def protocol(sheet: Sheet) -> None:
    """A committee's protocol: § points, demands, decisions."""
    model, random = sheet.model, sheet.random
    sheet.put(f"Kommunstyrelsens protokoll {model.date.isoformat()}", "title", above=0)
    party = {person: random.choice(PARTIES) for person in model.present}
    sheet.put("Beslutande ledamöter", "heading")
    for place, person in enumerate(model.present):
        sheet.put(f"{person.name} ({party[person]})" + (", ordförande" if not place else ""), above=0)
        sheet.present.add(person.name)
    number = random.randint(1, 140)
    for step, part in enumerate(model.parts):
        sheet.put(f"§ {number + step} {part.topic}", "heading")
        sheet.put("Sammanfattning av ärendet", "heading")
        sheet.put(f"Ärendet gäller {random.choice(THINGS)}.")
        sheet.put("Yrkanden", "heading")
        for said in part.said:
            who = f"{said.speaker.name} ({party[said.speaker]})"
            words = random.choice(
                (
                    f"{who} yrkar bifall till {random.choice(THINGS)}.",
                    f"{who} yrkar att {_clause(sheet)}.",
                    f"{who} yrkar avslag på {random.choice(THINGS)}.",
                )
            )
            sheet.say(said, words, organisation=None)
        sheet.put("Beslutsgång", "heading")
        sheet.put("Ordföranden prövar om förslaget bifalls eller avslås och finner att det bifalls.")
        sheet.put("Beslut", "heading")
        sheet.put(f"Kommunstyrelsen beslutar att {_clause(sheet)}.")


def press(sheet: Sheet) -> None:
    """A press release with quotations."""
    model, random = sheet.model, sheet.random
    sheet.put(f"Ny satsning på {random.choice(SECTORS)} i {model.place}", "title", above=0)
    sheet.put(f"I dag presenteras en satsning i {model.place}. Den pågår till {model.next.year + 2}.")
    manner = random.choice(("–", "–", "”", '"'))
    for part in model.parts:
        sheet.put(f"Satsningen omfattar {random.choice(THINGS)} och {random.choice(THINGS)}.")
        for place, said in enumerate(part.said[:2]):
            who = said.speaker
            shape = "{name}, {role} på {org}" if not place else "{name}"
            shape = random.choice((shape, shape.replace("på", "vid")))
            named = shape.format(name=who.name, role=who.role, org=who.organisation)
            _quotation(sheet, said, manner, named)
        sheet.employs(part.said[0].speaker)


def _quotation(sheet: Sheet, said: Said, manner: str, named: str) -> None:
    last = said.sentences[-1]
    verb = sheet.random.choice(("säger", "säger", "menar", "förklarar"))
    end = last if last.endswith("?") else last[:-1]
    before = " ".join((*said.sentences[:-1], end))
    comma = "" if last.endswith("?") else ","
    if manner == "–":
        sheet.say(said, f"– {before}{comma} {verb} {named}.", without=2)
    else:
        close = "”" if manner == "”" else '"'
        sheet.say(said, f"{manner}{before}{close}, {verb} {named}.", without=1)


BY_PROSE: dict[str, Callable[[Sheet], None]] = {
    "§ protocol": protocol,
    "attendance table, prose": attendance_table,
    "press release": press,
    "prose by verbs": prose,
}
