"""Where an undetermined participant belongs: the country that its sentence speaks of.

Police, officials, citizens and pronouns have no country by themselves; the sentence usually places them (`डबलिन में
कुछ किशोरों ने`). A place marked में or पर in the sentence decides; else the only country that the sentence names; for the
second side of an act, the only one left when the first side's is taken away.
"""

from msgspec import Struct, structs

from ghatna.model import Entity, Roles, Tagged

PLACED = frozenset(("region", "seat", "country", "place"))
MEDIA = "JRN"
KINDS = frozenset(("region", "place", "seat", "country", "adjective", "body", "group", "party", "person"))


class Context(Struct):
    """What an article has told so far: countries of its events, the latest last, and who acted last."""

    countries: list[str] = []
    doer: str | None = None

    def add(self, actors: tuple[Entity, ...], recipients: tuple[Entity, ...]) -> None:
        """Remembers an event's participants."""
        for entity in (*recipients, *actors):
            if entity.country:
                if entity.country in self.countries:
                    self.countries.remove(entity.country)
                self.countries.append(entity.country)
        named = [e.country for e in actors if e.country]
        if named:
            self.doer = named[-1]


def both(entities: tuple[Entity, ...], context: Context, words: tuple[str, ...]) -> tuple[Entity, ...]:
    """`दोनों देश`, `दोनों पक्ष` stand for the last two countries that the article spoke of: one entity each."""
    out: list[Entity] = []
    for entity in entities:
        if entity.country is None and entity.text.split()[0] in words and len(context.countries) >= 2:
            for country in sorted(context.countries[-2:]):
                out.append(
                    structs.replace(entity, country=country, sectors=("GOV",), why=f"{entity.why}; both of the article")
                )
        else:
            out.append(entity)
    return tuple(out)


def countries(tagged: Tagged, *, skip: tuple[Entity, ...] = (), before: int = -1) -> list[str]:
    """Countries that the names of a sentence stand for, in text order, each once; bodies of no country left out.

    With `before` only those named before that token; the countries of `skip` do not count."""
    out: list[str] = []
    for at in tagged.names:
        if before >= 0 and at.first >= before:
            break
        for name in at.names:
            if MEDIA in name.sectors:
                break  # the paper that reports is not the place that it reports of
            if name.country and ":" not in name.country and name.kind in KINDS and name.country not in out:
                out.append(name.country)
                break
    taken = {e.country for e in skip}
    return [c for c in out if c not in taken]


def scene(roles: Roles, cases: tuple[str, ...]) -> str | None:
    """The country of the first place of the sentence that is marked as a scene."""
    for chunk in roles.chunks:
        if chunk.kind == "noun" and chunk.case in cases:
            for at in roles.tagged.names:
                if chunk.first <= at.first < chunk.last:
                    for name in at.names:
                        if name.country and ":" not in name.country and name.kind in PLACED:
                            return name.country
    return None


def antecedent(roles: Roles, token: int) -> str | None:
    """The country of the last doer before a pronoun: रूस ने कहा कि वह … → RUS."""
    found: tuple[int, str] | None = None
    for some in roles.roles:
        for role in some:
            chunk = roles.chunks[role.chunk]
            if role.karaka != "karta" or token <= chunk.head:
                continue
            for at in roles.tagged.names:
                if chunk.first - 4 <= at.first < chunk.body and at.last <= chunk.body:
                    for name in at.names:
                        if name.country and name.kind in KINDS and (found is None or found[0] < at.first):
                            found = (at.first, name.country)
    return found[1] if found else None


def settle(
    entities: tuple[Entity, ...],
    others: tuple[Entity, ...],
    roles: Roles,
    cases: tuple[str, ...],
    *,
    acting: bool,
    context: Context,
) -> tuple[Entity, ...]:
    """Gives participants without a country that of the sentence, else of the article, where it has just one to give."""
    doer = context.doer if acting else None
    if all(e.country for e in entities):
        return entities
    tagged = roles.tagged
    every = countries(tagged)
    place = scene(roles, cases)
    out: list[Entity] = []
    pronouns = {t.start + tagged.sentence.start: i for i, t in enumerate(tagged.tokens) if t.pos == "PRON"}
    for entity in entities:
        country, why = entity.country, ""
        if country is None:
            alone = entity.start in pronouns
            left = countries(tagged, skip=others, before=pronouns[entity.start] if alone else -1)
            last = antecedent(roles, pronouns[entity.start]) if alone else None
            if last is not None and (":" in last or last in left):
                country, why = last, "the doer before the pronoun"
            elif last is None and alone and acting and doer is not None:
                country, why = doer, "the doer of the sentence before"
            elif place is not None and not alone and entity.sectors:
                country, why = place, "scene of the sentence"
            elif len(every) == 1 and not alone:
                country, why = every[0], "only country of the sentence"
            elif alone and not acting and len(left) == 1:
                country, why = left[0], "only other country of the sentence"
            elif not every and not alone and entity.sectors and len(context.countries) == 1:
                country, why = context.countries[0], "only country of the article so far"
        out.append(structs.replace(entity, country=country, why=f"{entity.why}; {why}") if why else entity)
    return tuple(out)
