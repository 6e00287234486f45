"""`data/read.toml` as compiled patterns: what in a page is not news, as the rest of this room asks for it."""

import re
import unicodedata
from functools import cache
from pathlib import Path

from ghatna.lexicon.tables import SHIPPED, rules
from ghatna.read.rules import ReadRules

NUKTA = "\u093c"
# A letter of Devanagari has marks after it that `\w` leaves out, so words end where none of these follows.
INSIDE = r"[\w\u0900-\u0902\u0904-\u0963\u0971-\u097f\u200c\u200d]"
COLON = r"\s*[:：ः]\s*[-–—]*|\s*[-–—]+\s+|\s+[-–—]+\s*|\s*:-\s*"  # noqa: RUF001
PRECOMPOSED = {unicodedata.normalize("NFD", chr(c)): chr(c) for c in (*range(0x958, 0x960), 0x929, 0x931, 0x934)}


class Patterns:
    """What the room looks for. Made once by `patterns`; an expression is compiled when it is first asked for, since all
    of them take a quarter of a second and a plain text wants few."""

    label: re.Pattern[str]
    """A label of a byline or time, in the group `byline`, `published` or `updated`."""
    desk: re.Pattern[str]
    """`International Desk:` at the start of a text; group 1 is the name."""
    reporter: re.Pattern[str]
    """A reporter's or bureau's title before the city of a dateline; group 1."""
    dateline: re.Pattern[str]
    """City, day, agency at the start of a text; groups `place`, `agency`."""
    unsure: re.Pattern[str]
    """The same for places that are not listed, and for a reporter in brackets: right only before a whole sentence;
    groups also ending in `_byline`."""
    desk_end: re.Pattern[str]
    """The end of a desk's name."""
    office_end: re.Pattern[str]
    """The end of a desk's, bureau's or reporter's name."""
    paper_end: re.Pattern[str]
    """The end of a paper's name where it stands for an author."""
    city: re.Pattern[str]
    credited: re.Pattern[str]
    """An agency with or without its credit."""
    photo: re.Pattern[str]
    """A line that ends in the credit of a picture."""
    agency_end: re.Pattern[str]
    """An agency in brackets at the end of a text; group 1."""
    agency_name: re.Pattern[str]
    """An agency's name alone."""
    agency_line: re.Pattern[str]
    """A line that only credits an agency; group 1."""
    link: re.Pattern[str]
    """The label of a related link, with its colon."""
    cut: re.Pattern[str]
    """A line that is cut whole."""
    ago: re.Pattern[str]
    """A line that says how long ago it was written."""
    channel: re.Pattern[str]
    """Where an invitation leads."""
    come: re.Pattern[str]
    """What it asks for."""
    told: re.Pattern[str]
    """What shows that a line tells something."""
    drop: re.Pattern[str]
    """A class or id of what goes, like those that follow."""
    away: re.Pattern[str]
    """A class or id of what goes however long it is."""
    hidden: re.Pattern[str]
    """A class of what is not shown at first."""
    advert: re.Pattern[str]
    """The label of an advert, at its beginning."""
    related: re.Pattern[str]
    later: re.Pattern[str]
    tags: re.Pattern[str]
    label_tags: re.Pattern[str]
    """The label of a list of tags."""
    caption: re.Pattern[str]
    body: re.Pattern[str]
    subtitle: re.Pattern[str]
    byline: re.Pattern[str]
    clock: re.Pattern[str]

    def __init__(self, rules: ReadRules, expressions: dict[str, str], folders: tuple[Path, ...] = ()) -> None:
        self.rules = rules
        self.expressions = expressions
        """By the names above; none of them heeds case."""
        self.folders = folders
        """Folders of a user, whose `outlets/` count beside those of the package."""

    def __getattr__(self, name: str) -> re.Pattern[str]:
        """The expression of this name, asked for the first time."""
        expression = self.__dict__.get("expressions", {}).get(name)
        if expression is None:
            raise AttributeError(name)
        made = self.__dict__[name] = re.compile(expression, re.IGNORECASE)
        return made


def words(forms: tuple[str, ...]) -> str:
    """An expression for any of `forms`, longest first: any white space, nukta written in any way or left out."""
    return "(?:" + "|".join(spelled(f) for f in sorted(forms, key=lambda f: (-len(f), f))) + ")"


def spelled(form: str) -> str:
    """One form as an expression that also finds its other spellings of nukta."""
    parts: list[str] = []
    for char in unicodedata.normalize("NFD", form):
        if char == NUKTA:
            base = parts.pop()
            whole = PRECOMPOSED.get(base + NUKTA)
            parts.append(f"(?:{base}{NUKTA}?" + (f"|{whole})" if whole else ")"))
        else:
            parts.append(r"\s+" if char == " " else re.escape(char))
    return "".join(parts)


def marks(forms: tuple[str, ...]) -> str:
    """An expression for any of `forms` as a whole word of a class or id; its parts may stand together or apart."""
    parts = (r"[-_\s]*".join(map(re.escape, form.split("-"))) for form in sorted(forms, key=len, reverse=True))
    return rf"(?<![a-z])(?:{'|'.join(parts)})(?![a-z])"


@cache
def patterns(path: Path = SHIPPED / "read.toml", folders: tuple[Path, ...] = ()) -> Patterns:
    """The compiled patterns of a `read.toml`, and where a user's outlets stand.

    Raises `DataError` when the file does not hold.
    """
    r = rules(path, ReadRules)
    end = f"(?!{INSIDE})"
    months = words(tuple(form for forms in r.months.values() for form in forms))
    agency = words(r.agency.names)
    credit = words(r.agency.credit)
    # One agency or several, credited or bare: भाषा; इनपुट-भाषा; एपी/रॉयटर्स.
    credited = rf"(?:{credit}{end}\s*[:–—-]?\s*)?{agency}{end}(?:\s*[/,–—-]\s*{agency}{end})*(?:\s*{credit}{end})?"
    day = rf"\d{{1,2}}\s*{months}{end}\.?(?:\s*,?\s*\d{{4}})?|{months}{end}\.?\s*\d{{1,2}}(?:\s*,\s*\d{{4}})?"
    name = r"[^\s,।:：()\[\]\"“”‘’]+(?:[ \u00a0][^\s,।:：()\[\]\"“”‘’]+){0,3}"  # noqa: RUF001
    cities = words(r.dateline.cities) + end
    marked = words(r.dateline.marked)
    sep = r"\s*[:：।|–—-]+\s*"  # noqa: RUF001
    dateline = "|".join(
        (
            # नई दिल्ली, 12 मार्च (भाषा) …; with an agency in brackets the mark after it may be missing.
            rf"(?P<a>{name}(?:/{name})?(?:\s*\[{name}\])?(?:,\s*{name})?(?:\s*,?\s*(?:{day}))?)\s*,?\s*[(\[]\s*(?P<a_agency>{credited})\s*[)\]](?!\s*{marked}\s)\s*[:।.,|–—-]*\s*",
            # नई दिल्ली, 12 मार्च: …
            rf"(?P<b>{name}(?:,\s*{name})?\s*,\s*(?:{day}))(?:{sep}|\s*\.\s+)",
            # एजेंसी, नई दिल्ली। …
            rf"(?P<c_agency>{credited})\s*,\s*(?P<c>{name}){sep}",
            # नई दिल्ली, एजेंसी। …
            rf"(?P<d>{cities})\s*,\s*(?P<d_agency>{credited}){sep}",
            # लखनऊ। … or लखनऊ/कानपुर: …
            rf"(?P<e>{cities}(?:\s*[/,]\s*{cities})?)(?:\s*[:：।|]+[–—-]*\s*|\.\s+|\s*[–—]+\s*|\s+-+\s*|-\s+)",  # noqa: RUF001
            # अमर उजाला, लखनऊ। … after a desk
            rf"(?:{name})\s*,\s*(?P<g>{cities}){sep}",
            # (एएनआई) …
            rf"[(\[]\s*(?P<f_agency>{credited})\s*[)\]]\s*[:।.,|–—-]*\s*",
        )
    )
    offices = words((*r.desk.reporters, *r.desk.words))
    short = r"[^\s,।|:()\[\]]+(?:\s[^\s,।|:()\[\]]+){0,2}"
    # Any word of Devanagari may be a place; only cities of several words are listed.
    long = words(tuple(c for c in r.dateline.cities if " " in c))
    one = rf"(?!{words(r.dateline.never)}{end})(?:{long}{end}|[\u0900-\u0902\u0904-\u0963]{{2,}})"
    unsure = "|".join(
        (
            # जौनपुर (संवाद सूत्र)। … or जालंधर (धवन): …
            rf"(?P<h>{one})\s*[(\[]\s*(?P<h_byline>{short})\s*[)\]]\s*[:।|]+\s*",
            # जौनपुर, संवाददाता। …
            rf"(?P<i>{one})\s*,\s*(?P<i_byline>(?:[^\s,।:()]+\s+){{0,3}}{offices}){sep}",
            # जौनपुर/लखनऊ। … or जौनपुर: … or जौनपुर - …
            rf"(?P<j>{one}(?:\s*/\s*{one})?)(?:\s*[:।|]+[–—-]*\s*|\s+[–—-]+\s+)(?![\"“‘'])",
        )
    )
    colon = words(r.labels.byline_colon) + f"(?=(?:{COLON}))"
    label = (
        rf"(?<!{INSIDE})(?:(?P<byline>{words(r.labels.byline)}|{colon})|(?P<updated>{words(r.labels.updated)})"
        rf"|(?P<published>{words(r.labels.published)})){end}(?:{COLON}|\s+)?"
    )
    reporters = words(r.desk.reporters)
    expressions = dict(
        label=label,
        desk=(
            rf"((?:[^\s,।:()]+\s+){{0,4}}{words(r.desk.words)}){end}\s*(?:[:：ः।|]+\s*-*|[–—-]+|,(?=\s*(?:(?:{name}\s*,\s*)?{cities}|{one}){sep}))\s*"  # noqa: RUF001
        ),
        reporter=rf"((?:[^\s,।:()]+\s+){{0,3}}{reporters}){end}\s*,\s*(?=({name})\s*[:：।–—-])",  # noqa: RUF001
        dateline=dateline,
        unsure=unsure,
        desk_end=rf"(?<!{INSIDE}){words(r.desk.words)}$",
        office_end=rf"(?<!{INSIDE}){offices}$",
        paper_end=rf"(?<!{INSIDE}){words(r.desk.papers)}$",
        city=cities,
        credited=rf"[(\[]?\s*{credited}\s*[)\]]?[।.]?",
        photo=(
            rf"[^।]{{0,120}}(?:[(\[]\s*{words(r.cut.photo)}{end}[^()\[\]।]{{0,60}}[)\]]|(?<!{INSIDE}){words(r.cut.photo)}\s*[:：-]\s*[^।:]{{1,40}})"  # noqa: RUF001
        ),
        agency_end=rf"\s{{0,4}}[(\[]\s*({credited}|{credit}\s*[:–—-]?\s*[^()\[\]।]{{2,30}})\s*[)\]]\s*[।.]?$",
        agency_name=rf"(?<!{INSIDE}){agency}{end}(?:\s*[/,]\s*{agency}{end})*",
        agency_line=(
            rf"[(\[]?\s*((?:{credit}{end}\s*[:–—-]*\s*)?{agency}{end}(?:\s*[/,–—-]\s*{agency}{end})*"
            rf"(?:\s+[^\s।.,?!]+){{0,4}})\s*[)\]]?[।.]?"
        ),
        link=rf"[(\[*>»•\s]{{0,8}}(?<!{INSIDE}){words(r.links.labels)}{end}[\s:：ः–—>»|*.…-]*",  # noqa: RUF001
        cut=rf"(?:{words(r.cut.whole)}[\s:.…-]*$|{words(r.cut.begins)})",
        ago=rf"\S{{0,20}}?\s*\d{{1,2}}\s*{words(r.cut.ago)}",
        channel=rf"(?<!{INSIDE}){words(r.invite.channels)}{end}",
        come=rf"(?<!{INSIDE}){words(r.invite.verbs)}{end}",
        told=rf"(?<!{INSIDE}){words(r.invite.told)}{end}",
        drop=marks(r.html.drop),
        away=marks(r.html.away),
        hidden=marks(r.html.hidden),
        advert=rf"{words(r.cut.advert)}{end}",
        related=marks(r.html.related),
        later=marks(r.html.later),
        tags=marks(r.html.tags),
        label_tags=rf"^{words(r.html.tags_label)}(?:\s*[:：-]|$)",  # noqa: RUF001
        caption=marks(r.html.caption),
        body=marks(r.html.body),
        subtitle=marks(r.html.subtitle),
        byline=marks(r.html.byline),
        clock=marks(r.html.clock),
    )
    return Patterns(r, expressions, folders)
