"""The shape of `data/read.toml`, a struct a table."""

from msgspec import Struct


class Labels(Struct, frozen=True, forbid_unknown_fields=True):
    """`[labels]`: words before a name or a time."""

    byline: tuple[str, ...]
    byline_colon: tuple[str, ...]
    published: tuple[str, ...]
    updated: tuple[str, ...]


class Desk(Struct, frozen=True, forbid_unknown_fields=True):
    """`[desk]`: last words of desks, of reporters' titles, and of what papers call themselves as authors."""

    words: tuple[str, ...]
    papers: tuple[str, ...]
    nobody: tuple[str, ...]
    reporters: tuple[str, ...]


class Agency(Struct, frozen=True, forbid_unknown_fields=True):
    """`[agency]`: names of agencies and the words that credit them."""

    names: tuple[str, ...]
    credit: tuple[str, ...]


class Dateline(Struct, frozen=True, forbid_unknown_fields=True):
    """`[dateline]`: places that open a report, and words that look like one and are none."""

    cities: tuple[str, ...]
    never: tuple[str, ...]
    marked: tuple[str, ...]


class Links(Struct, frozen=True, forbid_unknown_fields=True):
    """`[links]`: labels before the headline of another article."""

    labels: tuple[str, ...]


class Cut(Struct, frozen=True, forbid_unknown_fields=True):
    """`[cut]`: lines that are neither news nor a field."""

    whole: tuple[str, ...]
    begins: tuple[str, ...]
    ago: tuple[str, ...]
    advert: tuple[str, ...]
    photo: tuple[str, ...]


class Invite(Struct, frozen=True, forbid_unknown_fields=True):
    """`[invite]`: words of an invitation: where to, what to do, and those that show that something is told instead."""

    channels: tuple[str, ...]
    verbs: tuple[str, ...]
    told: tuple[str, ...]


class Html(Struct, frozen=True, forbid_unknown_fields=True):
    """`[html]`: words in `class` and `id` of elements that are no part of the article, or that tell of it."""

    drop: tuple[str, ...]
    away: tuple[str, ...]
    hidden: tuple[str, ...]
    related: tuple[str, ...]
    later: tuple[str, ...]
    tags: tuple[str, ...]
    tags_label: tuple[str, ...]
    caption: tuple[str, ...]
    body: tuple[str, ...]
    subtitle: tuple[str, ...]
    byline: tuple[str, ...]
    clock: tuple[str, ...]


class Clock(Struct, frozen=True, forbid_unknown_fields=True):
    """`[clock]`: words in a publication time."""

    weekdays: tuple[str, ...]
    morning: tuple[str, ...]
    evening: tuple[str, ...]
    noon: tuple[str, ...]
    night: tuple[str, ...]
    hour: tuple[str, ...]
    minute: tuple[str, ...]
    filler: tuple[str, ...]


class Language(Struct, frozen=True, forbid_unknown_fields=True):
    """`[language.…]`: what shows a language; `shared` are words of Hindi that it has too, `never` words of Hindi that
    only look like its own."""

    name: str
    words: tuple[str, ...]
    endings: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


class Romanised(Struct, frozen=True, forbid_unknown_fields=True):
    """`[romanised]`: small words of Hindi in Latin letters."""

    words: tuple[str, ...]


class Font(Struct, frozen=True, forbid_unknown_fields=True):
    """`[fonts.…]`: a font of eight bits and frequent words as they are spelled in it."""

    name: str
    words: tuple[str, ...]


class ReadRules(Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `read.toml`."""

    labels: Labels
    desk: Desk
    agency: Agency
    dateline: Dateline
    links: Links
    cut: Cut
    invite: Invite
    html: Html
    months: dict[str, tuple[str, ...]]
    clock: Clock
    zones: dict[str, tuple[str, ...]]
    romanised: Romanised
    fonts: dict[str, Font]
    language: dict[str, Language]
