"""Sentences by which a meeting runs: it is opened, decides, elects; nobody says anything by them."""

import re

from graph.lexicon.gazetteer import municipality_by_short_name
from graph.lexicon.listed import organisations_named
from graph.lexicon.screened import screened
from graph.lexicon.verbs import speech_forms, speech_verbs
from graph.model.text import ReadingForm

GATHERING = (
    r"(?:(?:års|styrelse|med|vinter|vår|höst|extra)?mötet|(?:års|förenings)?stämman|sammanträdet|träffen|samrådet"
    r"|rådet|dagen|konferensen|sessionen|överläggningen|dialogen|forumet|møtet|the meeting)"
)
FORMULA = screened(
    r"(?:prövar om|finner (?:\w+ )?(?:att|bifall)|noterar informationen|beslutar (?:att|enligt)|"
    rf"förslag till beslut|beslutsgång|ordföranden ställer|förklara(?:r|de) {GATHERING} (?:för )?(?:öppnat|avslutat"
    r"|öppnad|avslutad)|justering(?:en)? sker|ajourneras?|(?:lades|läggs|lägger \w+) till handlingarna|vid protokollet|the meeting (?:was|is) (?:opened|closed|adjourned))",
    re.IGNORECASE,
)
RUNS = screened(
    rf"(?:öppna|avsluta|inled|åpne|avslutte|opened?|closed?)(?:r|de|er|t|te|s)?\s{GATHERING}"
    r"|(?:hälsa|ønske)(?:r|de|t)?\s(?:\w+\s){0,3}välkom(?:men|na)(?:\still\s[^,.;]{3,60})?(?=\soch\s|\ssamt\s|\W*$)"
    r"|welcom(?:es|ed)\s(?:everyone|everybody|all|(?:the\s)?participants)\W*$"
    r"|(?:tacka|takke)(?:r|de|t)\s(?:\w+\s){0,4}(?:och|samt)\savsluta(?:r|de)\b"
    r"|tacka(?:r|de)\s(?:alla|deltagarna|mötesdeltagarna|samtliga|de närvarande)(?:\sför\s[^,.;]{2,60})?\W*$",
    re.IGNORECASE,
)
"""How whoever leads a meeting opens and ends it: a formula where nothing else is told."""
ALSO = re.compile(r"\s(?:och|samt)\s(?P<words>\w+(?:\s\w+)?)")
LONGEST_NAME = 60
"""Characters within which persons' names and their verb stand."""
JOINED = re.compile(r" och |, ")
SHORT_NAME = 5
"""Words that a name which stands as a sentence has fewer of."""
CEREMONIES = frozenset({"hälsa", "tacka", "avsluta", "inleda", "öppna", "förklara", "takke", "innlede"})
MEETING = r"(?:års|styrelse|förenings|medlems)?(?:mötet|stämman)|sammanträdet"
BODY = (
    rf"(?:{MEETING}|[a-zåäö]*(?:styrelsen|nämnden|rådet|fullmäktige|utskottet|gruppen|revisionen|kommittén|direktionen"
    r"|beredningen|presidiet))"
)
DECIDED = re.compile(
    rf"(?:det|{BODY})\s(?:\w+\s)?besluta(?:r|de|s|des)\s(?:\w+\s)?(?:att|enligt|om|i enlighet|därför)\b"
    rf"|(?:{MEETING})\s(?:\w+\s)?(?:godkän|anta|fastställ|utse|välj|valde|bevilja|bordlade|bordlägg|uppdr|gav\b|bif"
    r"|avslog|avslå|notera|konstatera|utsåg|antog|ställer|enas|enades)[a-zåäö]*\b"
    rf"|{BODY}\s(?:ställer|ställde)\ssig\b"
    r"|(?:beslut(?:ades)?|åtgärd(?:er)?|att göra|uppdrag|ansvarig(?:a)?|överenskommelse|slutsats|vedtak)\s*:"
    rf"|{BODY}\s(?:\w+\s)?(?:godkänner|antar|fastställer|utser|väljer|beviljar|bordlägger|uppdrar|bifaller|avslår|noterar)\b",
    re.IGNORECASE,
)
"""What a body decides, notes or finds at its meeting: the minutes tell it, no person."""
SAYS = "|".join(sorted(form for form in speech_verbs() if " " not in form))
CROWD = re.compile(
    rf"(?:(?:flera|några|någon|ingen|alla|samtliga|många|flere|noen|ingen|alle|en deltagare|en åhörare)(?:\s(?:av|bland|i)\s\w+"
    rf"|\s(?:deltagare|närvarande|röster|ledamöter|medlemmar))?|deltagarna|mötesdeltagarna|gruppen|publiken|{MEETING})\s"
    rf"(?:{SAYS}|diskutera(?:r|de)|resonera(?:r|de)|samtala(?:r|de)|nickade|nickar|applåderade|applåderar|skrattade|skrattar|muttrade|hade (?:något|inget|ingenting|några)|enades|var överens"
    r"|var eniga)\b"
    r"|(?:det\s)?(?:framkom|framgick|konstatera(?:s|des)|noterades|diskuterades|påpekades|nämndes|frågades|undrades"
    r"|muttra(?:s|des)|uttrycktes|efterlystes|lyftes|hävdades|betonades|poängterades|efterfrågades)\s(?!av\s)"
    r"|(?:diskussion(?:en)?|samtal(?:et)?)\s(?:om|kring|fördes|följde|uppstod|handlade)\b"
    r"|(?:en\s)?frågan?\s(?:\w+\s){1,3}(?:väcktes|ställdes|restes|lyftes|bordlades)\W*$"
    r"|(?:från|ur)\s(?:publiken|golvet|salen|åhörarna)\b|møtet (?:ble|vart)\b|inga\sövriga\sfrågor"
    r"|(?:inget|ingenting)\s(?:övrigt|att\s\w+)\W*$",
    re.IGNORECASE,
)
"""What no one named says: "Flera nickade", "Det framkom att", "En fråga om räntan väcktes"."""
NEXT = re.compile(
    r"(?:nästa|neste|next)\s[a-zåäöæø]+\s(?:i\s\w+\s)?(?:blir|hålls|är|sker|äger rum|planeras|blir av|blir det|is|er)\s(?:i\s[A-ZÅÄÖ]\w+\s)?"
    r"(?:den|\d|mån|tis|ons|tors|fre|lör|sön|i|kl|v|on|in)",
    re.IGNORECASE,
)
"""When those who met meet again."""
TASK = re.compile(
    r"\s(?:kontaktar|skickar|skriver|kollar|undersöker|bokar|fixar|ordnar|bjuder in|mejlar|ringer|ansvarar"
    r"|sammanställer|uppdaterar|bevakar|följer upp|ser över|ser till|tar (?:kontakt|fram|reda på|frågan|upp kontakten"
    r")|stämmer av|lägger upp|beställer|kallar|förbereder|startar|bidrar|väntar (?:på|in)|sprider|delar ut"
    r"|skickar ut|sätter upp|publicerar|fakturerar|håller i|tager|sender|kontakter|tar ansvar)\b"
)
"""What somebody is given or takes on to do, where it is told of them and not by them: "Roger kontaktar kommunen"."""
OF_ALL = re.compile(
    r"(?:alla|samtliga|övriga|alle|all|everyone|moderatorn|samtalsledaren|programledaren|mötesledaren)\s*:\s"
    r"|(?:fråga|question)\s\d+(?:\s\([^()]{2,40}\))?\s?[.:](?:\s|$)|(?:en\s)?frågan?\s(?:\w+\s){1,3}(?:väcktes|ställdes|restes|lyftes)\b"
    r"(?!\sav\s)",
    re.IGNORECASE,
)
"""What opens an item that is nobody's, whoever spoke before: "Alla: skicka in synpunkter"."""
ANONYMOUS = re.compile(
    r"(?:(?:fråga|inlägg|kommentar|synpunkt)(?:\s(?:från|ur|av)\s(?:publiken|golvet|salen|en\s\w+))?|svar|question|answer)\s?:\s",
    re.IGNORECASE,
)
"""A turn that no one named takes: "Fråga från publiken: Vad gör regionen?"."""
RULING = re.compile(
    r"(?P<who>[^,.:]{2,60}?)\s(?:(?:får|fick|ges|gavs)\s(?:\w+\s)?i\suppdrag|reservera(?:r|de)\ssig"
    r"|(?:väljs|valdes|utses|utsågs)\b|delt(?:ar|og)\sinte\si\sbeslutet|anmäl(?:er|de)\sjäv)"
)
"""What a meeting does with somebody, or they at a vote; they say nothing by it."""
SHOWN = screened(
    r"\s(?:går igenom|gick igenom|föredrar|föredrog|presenterar|presenterade|redovisar|redovisade|visar|visade"
    r"|läser upp|läste upp|gjennomgikk|presented)\s(?:kort\s)?(?:ärendet|protokollet|dagordningen|agendan|siffrorna"
    r"|handlingarna|underlaget|föregående\s\w+|förra\s\w+\s\w+|(?:senaste\s)?minnesanteckningarna|saken|bilderna|formalia"
    r"|närvaron|föredragningslistan)(?:\s(?:från|på)\s[^,.;]{3,40})?\.?$"
    r"|\s(?:lämnar|lämnade|ger|gav|informerar om|informerade om)\s(?:följande|bland annat följande)(?:\s\w+)?:$"
)
"""What is gone through at every meeting, and nothing told of it: "Kassören gick igenom siffrorna."""


def is_procedure(form: ReadingForm) -> bool:
    """Whether a sentence only tells how the meeting ran or what it decided."""
    text = form.text
    if FORMULA.search(text) or _ruled(text) or decides(form):
        return True
    runs = RUNS.search(text)
    return runs is not None and not _tells_more(text[runs.start() :])


def decides(form: ReadingForm) -> bool:
    """Whether a sentence tells what a body decided."""
    return DECIDED.match(form.text) is not None


def nobody_says(form: ReadingForm) -> bool:
    """Whether a sentence is told of the meeting as a whole or of somebody unnamed."""
    if CROWD.match(form.text) or NEXT.match(form.text):
        return True
    name = form.text.rstrip(".")  # "Hörby." opens what is told of it
    return len(name.split()) < SHORT_NAME and (
        name.casefold() in municipality_by_short_name() or bool(organisations_named(name))
    )


def assigned(form: ReadingForm, known: frozenset[str]) -> bool:
    """Whether a sentence gives a person something to do: "Roger Flink kontaktar kommunen"."""
    task = TASK.search(form.text[:LONGEST_NAME])
    return task is not None and all(name in known for name in JOINED.split(form.text[: task.start()]))


def of_all(form: ReadingForm) -> bool:
    """Whether a paragraph that opens so belongs to nobody, though somebody's words stand above it."""
    return OF_ALL.match(form.text) is not None or NEXT.match(form.text) is not None


def only_shown(form: ReadingForm) -> bool:
    """Whether a sentence tells that something was gone through, and nothing of what it says."""
    return SHOWN.search(form.text) is not None


def _tells_more(words: str) -> bool:
    """Whether another verb of speech follows: "öppnar mötet och informerar om"."""
    said = speech_verbs()
    verbs = [verb for match in ALSO.finditer(words) for verb in match["words"].split()]
    more = any(verb in speech_forms() and said.get(verb) not in CEREMONIES for verb in verbs)
    return more and not SHOWN.search(words)


def _ruled(text: str) -> bool:
    """Whether a sentence tells what was decided about its subject, and not what somebody says was."""
    ruling = RULING.match(text)
    return ruling is not None and not any(word in speech_verbs() for word in ruling["who"].split())
