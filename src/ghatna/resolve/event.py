"""Drafts → events: who, when, where, how many and what about, put into one record."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from msgspec import Struct, structs

from ghatna.lexicon.calendar import Calendar
from ghatna.lexicon.gazetteer import Gazetteer
from ghatna.lexicon.labels import Labels
from ghatna.lexicon.names import STRANGER, Names
from ghatna.lexicon.rules import Rules
from ghatna.model import Document, Draft, Entity, Event, Party, Place, Roles
from ghatna.resolve.actor import Who, entity
from ghatna.resolve.cameo import Cameo, cameo
from ghatna.resolve.contexts import Contexts, mentions, weighed
from ghatna.resolve.numbers import numbers
from ghatna.resolve.place import place
from ghatna.resolve.setting import Context, Setting, Surroundings, both
from ghatna.resolve.time import historical, opening, when

INDIA = ZoneInfo("Asia/Kolkata")
"""Days are counted where the papers are printed."""


DEEDS = (2, 4)
"""The quads of deeds, as against those of words."""


class Knowledge(Struct, frozen=True):
    """What resolving needs of the lexicon."""

    labels: Labels
    names: Names
    rules: Rules
    calendar: Calendar
    gazetteer: Gazetteer
    contexts: Contexts
    cameo: Cameo
    version: str


def day(moment: datetime | None) -> date | None:
    """The day of a moment in India; of a moment without zone, its own."""
    if moment is None:
        return None
    return moment.astimezone(INDIA).date() if moment.tzinfo else moment.date()


def events(
    found: Sequence[Draft], roles: Roles, document: Document, known: Knowledge, context: Context
) -> Iterator[Event]:
    """The records of a sentence's drafts. Positions become characters of the document's text; `context` is what the
    article's earlier events told, to which these are added."""
    if not found:
        return
    around = Surroundings(roles, known.names, known.gazetteer, known.rules.clauses)
    mentioned = mentions(roles.tagged, known.contexts)
    for draft in found:
        yield _event(draft, document, known, context, around, mentioned)


def _event(
    draft: Draft,
    document: Document,
    known: Knowledge,
    context: Context,
    around: Surroundings,
    mentioned: Mapping[str, Sequence[int]],
) -> Event:
    roles = around.roles
    tagged = roles.tagged
    sentence, tokens = tagged.sentence, tagged.tokens
    published = document.published or document.updated
    on = day(published)
    first, last = _scope(draft, roles)
    clause = roles.clauses[draft.clause]
    verb = roles.chunks[clause.verb].verb if clause.verb >= 0 else None
    dated = when(tagged, first, last, published=on, tense=verb.tense if verb else "", calendar=known.calendar)
    status, cue = draft.status, draft.cue
    told = verb is None or verb.tense != "fut"
    since = _background(roles, draft.first, first, last, known)
    if verb is not None and verb.aspect == "perf" and verb.tense == "past" and opening(tokens[:first], known.calendar):
        since = 0
    if status == "actual" and told and historical(tagged, since, last, published=on, calendar=known.calendar):
        status, cue = "historical", "time.historical"
    shapes = known.rules.clauses
    attack = known.labels.unsaid(draft.type, draft.mode) == "victim"
    setting = Setting(draft, around, context, attack=attack)
    acting = [entity(tagged, p.first, p.last, known.names, on=on) for p in draft.actors]
    suffering = [entity(tagged, p.first, p.last, known.names, on=on) for p in draft.recipients]
    actors = both(_entities(draft.actors, acting, suffering, setting, acts=True), context, shapes.both)
    recipients = both(_entities(draft.recipients, suffering, acting, setting, acts=False), context, shapes.both)
    context.add(actors, recipients)
    hint = next((e.country for e in (*recipients, *actors) if e.country and ":" not in e.country), None)
    about = weighed(mentioned, first, last)
    start, end = sentence.start + tokens[draft.first].start, sentence.start + tokens[draft.last - 1].end
    trigger = document.text[start:end]
    source = None
    if draft.source is not None:
        source = sentence.text[tokens[draft.source.first].start : tokens[draft.source.last - 1].end]
    where = place(
        tagged,
        first,
        last,
        known.gazetteer,
        country_hint=hint,
        told=context.scenes,
        act=(draft.first, draft.last),
        material=known.labels.types[draft.type].quad in DEEDS,
    )
    if where is None and status != "historical":
        where = _written(context.dateline, actors, recipients, attack=attack)
    elif where is not None:
        context.scenes.append(where)
    parties = "|".join(f"{e.start}-{e.end}" for e in (*actors, *recipients))
    mark = f"{document.id}|{start}|{end}|{draft.type}|{draft.mode}|{parties}"
    return Event(
        id=hashlib.sha256(mark.encode()).hexdigest()[:16],
        article=document.id,
        url=document.url or None,
        outlet=document.outlet or None,
        published=published,
        type=draft.type,
        mode=draft.mode,
        status=status,
        quad=known.labels.types[draft.type].quad,
        score=known.labels.score(draft.type, draft.mode),
        cameo=draft.cameo
        if draft.cameo and status == "actual"
        else cameo(draft.type, draft.mode, status, about, known.cameo),
        actors=actors,
        recipients=recipients,
        trigger=trigger,
        start=start,
        end=end,
        sentence=sentence.text,
        sentence_start=sentence.start,
        source=source,
        date=dated.date if dated else None,
        date_text=dated.text if dated else None,
        date_precision=dated.precision if dated else None,
        place=where,
        numbers=numbers(tagged, first, last, known.calendar),
        contexts=about,
        frame=draft.frame,
        cue=cue or None,
        version=known.version,
    )


def _written(
    dateline: Place | None, actors: Sequence[Entity], recipients: Sequence[Entity], *, attack: bool
) -> Place | None:
    """The dateline as the place of an act that says none: where somebody of that country acts, or nobody is of any.

    An attack is where those are whom it befalls.
    """
    if dateline is None:
        return None
    befallen = {e.country for e in recipients if e.country}
    there = befallen if attack and befallen else {e.country for e in (*actors, *recipients) if e.country}
    return dateline if not there or dateline.country in there else None


def _scope(draft: Draft, roles: Roles) -> tuple[int, int]:
    """Tokens of the clause of an act, its shared groups and trigger included."""
    clause = roles.clauses[draft.clause]
    some = [roles.chunks[i] for i in (*clause.outer, *clause.chunks)]
    first = min((c.first for c in some), default=draft.first)
    last = max((c.last for c in some), default=draft.last)
    return min(first, draft.first), max(last, draft.last)


def _background(roles: Roles, act: int, first: int, last: int, known: Knowledge) -> int:
    """Where the words begin that tell of which time the clause at tokens `first … last` is: the year that the sentence
    is headed by (वर्ष 1996 - …) holds for all of it, one named before for an act told with था, too; one of a participle
    before the `act` only for that."""
    tokens = roles.tagged.tokens
    pluperfect = known.calendar.words["pluperfect"]
    if any(pluperfect.at(tokens, k, last) for k in range(first, last)):
        return 0
    colon = next((c.first for c in roles.chunks[:3] if c.kind == "mark"), 0)
    headed = colon and tokens[colon].norm in known.rules.clauses.colons
    time = all(t.pos == "NUM" or t.readings[0].sem == "time" for t in tokens[:colon])
    if headed and time:
        return 0
    for clause in roles.clauses:  # 2003 में हुई हत्या की | निंदा की: the year is of the killing
        k = clause.verb - 1
        if clause.kind == "participle" and clause.antecedent >= 0 and k in clause.chunks:
            year = tokens[roles.chunks[k].head]
            if (
                first <= roles.chunks[k].first
                and roles.chunks[clause.verb].last <= act
                and (year.pos == "NUM" or year.readings[0].sem == "time")
            ):
                first = roles.chunks[clause.verb].last
    return first


def _entities(
    parties: tuple[Party, ...], known: Sequence[Who], others: Sequence[Who], setting: Setting, *, acts: bool
) -> tuple[Entity, ...]:
    """The participants of one side as records; `known` is what their own words tell, `setting` adds the rest."""
    sentence, tokens = setting.roles.tagged.sentence, setting.roles.tagged.tokens
    out: list[Entity] = []
    for party, who in zip(parties, known, strict=True):
        country, around = (who.country, "") if who.country else setting.place(party, who, others, acting=acts)
        start, end = tokens[party.first].start, tokens[party.last - 1].end
        said = f"{party.why}: {who.why}" if who.why else party.why
        out.append(
            Entity(
                text=sentence.text[start:end],
                start=sentence.start + start,
                end=sentence.start + end,
                country=country,
                sectors=who.sectors or setting.sectors(party),
                name=who.name,
                id=who.id,
                why=f"{said}; {around}" if around else said,
            )
        )
    return _listed(parties, known, out)


def _listed(parties: tuple[Party, ...], known: Sequence[Who], out: list[Entity]) -> tuple[Entity, ...]:
    """Whoever has no country is where those are in a list with whom he stands: सत्तापक्ष और विपक्ष."""
    for i, one in enumerate(out):
        mates = {e.country for e, p in zip(out, parties, strict=True) if p.why == parties[i].why and e.country}
        if one.country is None and one.sectors and len(mates) == 1 and known[i].homes != (STRANGER,):
            out[i] = structs.replace(one, country=mates.pop(), why=f"{one.why}; of those in its list")
    return tuple(out)
