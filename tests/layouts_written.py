"""The layouts by label: bullets, agendas, tables, transcripts, mail, markdown, as sheets."""

from collections.abc import Callable
from dataclasses import replace

from models_made import Person, Said
from sentences_made import foreign
from sheets_made import Expected, Sheet

HEADS = (
    "{org}, {name}",
    "{org}, {name}",
    "{org}: {name}",
    "{name}, {org}",
    "{name} ({org})",
    "{org} ({name})",
    "{org} – {name}",
    "{name}, {role}, {org}",
)
FIRST = ("–", "-", "•", "*", "▪", "●")


def _head(person: Person, shape: str) -> str:
    return shape.format(org=person.organisation, name=person.name, role=person.role)


def _bullets(
    sheet: Sheet, outer: tuple[str, str], inner: tuple[str, str], *, bare: bool = False, above: int = 1
) -> None:
    """Sections headed by whom they belong to, items below; marks and what stands before further lines."""
    sheet.open()
    if sheet.random.random() < 0.5:
        sheet.put(f"Plats: {sheet.model.place}")
    shape = sheet.random.choice(HEADS)
    for part in sheet.model.parts:
        who = part.said[0].speaker
        sheet.put(_head(who, shape), "plain" if bare else "item", first=outer[0], rest=outer[1], above=above)
        sheet.employs(who)
        for said in part.said:
            sheet.say(said, said.words, style="item", level=1, first=inner[0], rest=inner[1], above=0)
    sheet.close()


def two_glyphs(sheet: Sheet) -> None:
    outer, inner = sheet.random.choice((("▪", "o"), ("•", "o"), ("•", "–"), ("*", "-"), ("➢", "•")))
    pad = sheet.random.choice(("", "  ", "    "))
    _bullets(sheet, (f"{outer} ", "  "), (f"{pad}{inner} ", f"{pad}  "), above=sheet.random.randint(0, 1))


def one_glyph(sheet: Sheet) -> None:
    glyph = sheet.random.choice(FIRST)
    pad = sheet.random.choice(("  ", "    ", "\t"))
    _bullets(sheet, (f"{glyph} ", "  "), (f"{pad}{glyph} ", f"{pad}  "), above=sheet.random.randint(0, 1))


def one_glyph_flat(sheet: Sheet) -> None:
    glyph = sheet.random.choice(FIRST)
    _bullets(sheet, (f"{glyph} ", "  "), (f"{glyph} ", "  "), above=0)


def heads_unmarked(sheet: Sheet) -> None:
    glyph = sheet.random.choice(FIRST)
    _bullets(sheet, ("", ""), (f"{glyph} ", "  "), bare=True)


def indent_only(sheet: Sheet) -> None:
    pad = sheet.random.choice(("  ", "    ", "\t"))
    _bullets(sheet, ("", ""), (pad, pad), bare=True)


def lost_glyphs(sheet: Sheet) -> None:
    _bullets(sheet, ("", ""), ("", ""), bare=True)


def agenda(sheet: Sheet) -> None:
    """Numbered points, in each a turn or two behind a label."""
    sheet.open()
    sheet.attendance()
    shape = (
        sheet.random.choice(("{n}. ", "{n} ", "{n}) ", "{n}. ")) if sheet.random.random() < 0.7 else "{n}. "
    )
    sheet.put("Mötet öppnas", "heading", first=shape.format(n=1))
    sheet.put(f"{sheet.model.chair.name} hälsar alla välkomna.")
    labels = sheet.random.choice(("{name}", "{name} ({org})", "{given}"))
    for number, part in enumerate(sheet.model.parts, 2):
        sheet.put(part.topic, "heading", first=shape.format(n=number))
        for said in part.said:
            who = said.speaker
            label = labels.format(name=who.name, org=who.organisation, given=who.given)
            sheet.say(said, said.words, label=f"{label}: ", above=sheet.random.randint(0, 1))
    sheet.put("Nästa möte", "heading", first=shape.format(n=len(sheet.model.parts) + 2))
    sheet.close()


def transcript(sheet: Sheet, languages: tuple[str, ...] = ()) -> None:
    """Participants, then turns behind a name and a colon, everyone's mixed."""
    sheet.open()
    sheet.attendance(label=sheet.random.random() < 0.3)
    given = sheet.random.random() < 0.6
    turns = [said for part in sheet.model.parts for said in part.said]
    sheet.random.shuffle(turns)
    gap = sheet.random.choice((0, 1, 1))
    tongue = dict(zip((part.said[0].speaker for part in sheet.model.parts[1:]), languages, strict=False))
    for place, said in enumerate(turns):
        if said.speaker in tongue:
            said = _translated(sheet, said, tongue[said.speaker])
        label = said.speaker.given if given else said.speaker.name
        sheet.say(said, said.words, label=f"{label}: ", above=gap if place else 1)
    sheet.close()


def _translated(sheet: Sheet, said: Said, language: str) -> Said:
    return replace(said, sentences=tuple(foreign(sheet.random, language) for _ in said.sentences))


def mixed_turns(sheet: Sheet) -> None:
    transcript(sheet, ("no", "en"))


def mixed_bullets(sheet: Sheet) -> None:
    model = sheet.model
    parts = list(model.parts)
    for place, language in ((1, "no"), (2, "en")):
        parts[place] = replace(
            parts[place], said=tuple(_translated(sheet, said, language) for said in parts[place].said)
        )
    sheet.model = replace(model, parts=tuple(parts))
    two_glyphs(sheet)


def capitals(sheet: Sheet) -> None:
    """E-mail: fields, a greeting, then the speaker in capitals over paragraphs."""
    sender = sheet.model.chair
    sheet.put(f"Från: {sender.name}", above=0)
    sheet.put("Till: nätverket", above=0)
    sheet.put(f"Ämne: Anteckningar {sheet.model.title}", above=0)
    sheet.put("Hej alla!")
    sheet.put("Här kommer mina anteckningar, säg till om något blev fel.")
    shape = sheet.random.choice(
        ("{name}, {org}", "{org}, {name}", "{org} ({name})", "{name} ({org})", "{org}: {name}")
    )
    for part in sheet.model.parts:
        who = part.said[0].speaker
        sheet.put(_head(who, shape).upper(), "heading")
        sheet.employs(who)
        for place, said in enumerate(part.said):
            sheet.say(said, said.words, above=sheet.random.randint(0, 1) if not place else 1)
    sheet.close()
    sheet.put("Hälsningar")
    sheet.put(sender.given, above=0)


def headed(sheet: Sheet) -> None:
    """A heading in ordinary letters that names who speaks in the paragraphs below."""
    sheet.open()
    shape = sheet.random.choice(HEADS)
    for part in sheet.model.parts:
        who = part.said[0].speaker
        sheet.put(_head(who, shape), "heading")
        sheet.employs(who)
        for said in part.said:
            sheet.say(said, said.words)
    sheet.close()


def markdown(sheet: Sheet) -> None:
    """Headings by hash marks; speakers in bold before their turns, or as headings over items."""
    sheet.open(mark="# ")
    sheet.attendance(mark="- ", heading="## ")
    bold = sheet.random.random() < 0.5
    shape = sheet.random.choice(("**{name} ({org}):** ", "**{name}:** ", "**{name}**: "))
    items = sheet.random.random() < 0.5
    if bold:
        for part in sheet.model.parts:
            sheet.put(part.topic, "heading", first="## ")
            for place, said in enumerate(part.said):
                label = _head(said.speaker, shape)
                if items:
                    sheet.say(
                        said,
                        said.words,
                        label=label,
                        style="item",
                        first="- ",
                        rest="  ",
                        above=int(not place),
                    )
                else:
                    sheet.say(said, said.words, label=label)
    else:
        heads = sheet.random.choice(HEADS)
        for part in sheet.model.parts:
            sheet.put(_head(part.said[0].speaker, heads), "heading", first="### ")
            for place, said in enumerate(part.said):
                sheet.say(said, said.words, style="item", first="- ", rest="  ", above=int(not place))
    sheet.put("Nästa möte", "heading", first="## ")
    sheet.close()


def columns(sheet: Sheet) -> None:
    """A table: who, what they report, what is to be done, by whom, until when."""
    sheet.open()
    heads = sheet.random.choice(
        (
            ("Aktör", "Rapport", "Åtgärd", "Ansvarig", "Klart"),
            ("Organisation", "Läget", "Aktivitet", "Vem", "När"),
            ("Vem", "Rapporterar", "Åtgärd", "Ansvarig", "Senast"),
        )
    )
    sheet.put("Rapporter", "heading")
    sheet.row(*heads, above=1)
    shape = sheet.random.choice(("{org}, {name}", "{name}, {org}", "{name} ({org})", "{org} ({name})"))
    apart = sheet.random.random() < 0.3
    tasks = ("Skickar underlag till gruppen.", "Bjuder in till uppföljning", "Kontaktar Trafikverket.", "")
    if apart:
        sheet.paras.pop()
        sheet.row("Namn", "Organisation", *heads[1:], above=1)
    for part in sheet.model.parts:
        who = part.said[0].speaker
        words = " ".join(said.words for said in part.said)
        task = sheet.random.choice(tasks)
        owner, due = (sheet.random.choice((who.given, who.name)), "15 maj") if task else ("", "")
        names = (who.name, who.organisation) if apart else (_head(who, shape),)
        sheet.row(*names, words, task, owner, due)
        sheet.said.append(Expected(who.name, who.organisation, words))
        sheet.employs(who)
    sheet.close()


def bold_speakers(sheet: Sheet) -> None:
    """The speaker in bold and nothing else: before the words, or on a line above them."""
    sheet.open()
    shape = sheet.random.choice(("{name}, {org}", "{name} ({org})", "{org}, {name}", "{org}: {name}"))
    over = sheet.random.random() < 0.5
    for part in sheet.model.parts:
        who = part.said[0].speaker
        label = _head(who, shape)
        sheet.employs(who)
        if over:
            sheet.put(label, bold=len(label))
            for said in part.said:
                sheet.say(said, said.words)
        else:
            for said in part.said:
                sheet.say(said, said.words, label=f"{label} ", bold=len(label))
    sheet.close()


BY_LABEL: dict[str, Callable[[Sheet], None]] = {
    "two glyphs": two_glyphs,
    "one glyph, set in": one_glyph,
    "one glyph, flat": one_glyph_flat,
    "headings over items": heads_unmarked,
    "indent only": indent_only,
    "lost glyphs": lost_glyphs,
    "numbered agenda": agenda,
    "transcript": transcript,
    "mixed languages, turns": mixed_turns,
    "mixed languages, bullets": mixed_bullets,
    "mail in capitals": capitals,
    "headings over prose": headed,
    "markdown": markdown,
    "table with columns": columns,
    "speaker in bold": bold_speakers,
}
