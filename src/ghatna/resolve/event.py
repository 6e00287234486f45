"""Drafts → events: who, when, where, how many and what about, put into one record."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from msgspec import Struct, structs

from ghatna.lexicon.calendar import Calendar
from ghatna.lexicon.gazetteer import Gazetteer
from ghatna.lexicon.ids import identity
from ghatna.lexicon.labels import Labels
from ghatna.lexicon.names import STRANGER, Names
from ghatna.lexicon.rules import Rules
from ghatna.model import Document, Draft, Entity, Event, Numbers, Party, Roles, When
from ghatna.resolve.actor import Who, entity
from ghatna.resolve.anchor import Period
from ghatna.resolve.article import Context
from ghatna.resolve.cameo import Cameo, cameo
from ghatna.resolve.company import among
from ghatna.resolve.contexts import Contexts, mentions, weighed
from ghatna.resolve.heard import Record
from ghatna.resolve.known import Known
from ghatna.resolve.numbers import shared, stops, tolls
from ghatna.resolve.place import place, written
from ghatna.resolve.recall import both
from ghatna.resolve.scope import background, before, clause_of, headed, meant, others, own, teller, tokens_of
from ghatna.resolve.setting import Setting
from ghatna.resolve.surroundings import Surroundings
from ghatna.resolve.time import Times

AHEAD = ("prog", "prosp")
"""Aspects that in the present tense may tell of what is to come: सोमवार को जा रहे हैं, जाने वाले हैं."""
DEEDS = (2, 4)
"""The quads of deeds, as against those of words."""
CONFLICT = 4
"""The quad of deeds against somebody."""
INDIA = ZoneInfo("Asia/Kolkata")
"""Days are counted where the papers are printed."""


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
    """The day of a moment where it was written: in its own zone, in India where it has none or is in world time, as
    machines write it."""
    if moment is None:
        return None
    return moment.date() if moment.utcoffset() else moment.astimezone(INDIA).date() if moment.tzinfo else moment.date()


def events(
    found: Sequence[Draft], roles: Roles, document: Document, known: Knowledge, context: Context
) -> Iterator[Event]:
    """The records of a sentence's drafts. Positions become characters of the document's text; `context` is what the
    article's earlier events told, to which these are added."""
    if not found:
        return
    around = Surroundings(roles, known.names, known.gazetteer, known.rules.clauses)
    context.memory.begin(roles.tagged, around.references)
    mentioned = mentions(roles.tagged, known.contexts)
    times = Times.read(roles.tagged, known.calendar, front=context.front)
    counted = tolls(roles.tagged, stops(roles), known.calendar)
    many = shared(counted, found, [clause_of(draft, roles) for draft in found], known.labels)
    for draft, number in zip(found, many, strict=True):
        yield _event(draft, document, known, context, around, mentioned, times, number)


def _event(
    draft: Draft,
    document: Document,
    known: Knowledge,
    context: Context,
    around: Surroundings,
    mentioned: Mapping[str, Sequence[int]],
    times: Times,
    counted: Numbers | None,
) -> Event:
    roles = around.roles
    tagged = roles.tagged
    sentence, tokens = tagged.sentence, tagged.tokens
    published = document.published or document.updated
    on = day(published)
    first, last = clause_of(draft, roles)
    dated, past = _dated(draft, roles, times, known, context, context.written or on)
    if dated is not None and dated.precision == "published":
        dated = structs.replace(dated, date=on) if on else None
    status, cue = ("historical", "time.historical") if draft.status == "actual" and past else (draft.status, draft.cue)
    attack = known.labels.unsaid(draft.type, draft.mode) == "victim"
    setting = Setting(draft, around, context, attack=attack)
    acting = [entity(tagged, p.first, p.last, known.names, on=on) for p in draft.actors]
    suffering = [entity(tagged, p.first, p.last, known.names, on=on) for p in draft.recipients]
    armed = attack and known.labels.armed(draft.type, draft.mode)
    strikes = attack and bool(known.labels.types[draft.type].armed)
    acting = among(draft.actors, acting, tagged, known.names, strikes=strikes, armed=armed)
    suffering = among(draft.recipients, suffering, tagged, known.names, strikes=False, armed=False)
    quad = known.labels.types[draft.type].quad
    doers = [
        setting.refer(party, who, [*suffering, *acting[:i], *acting[i + 1 :]], acting=True)
        for i, (party, who) in enumerate(zip(draft.actors, acting, strict=True))
    ]
    faced = [who for who, _ in doers]
    met = [setting.refer(p, w, faced, acting=False) for p, w in zip(draft.recipients, suffering, strict=True)]
    told = [who for who, _ in met]
    actors = _entities(draft.actors, doers, suffering, told, setting, acts=True)
    recipients = _entities(draft.recipients, met, acting, faced, setting, acts=False, done=draft.type)
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
        material=quad in DEEDS,
    )
    if where is not None:
        context.scenes.append(where)
        context.here = (sentence.start, where) if quad == CONFLICT else None
    elif status != "historical":
        # दिल्ली में लगे नारे, पुलिस ने 15 को किया गिरफ्तार: deeds of one sentence are in one place.
        here = context.here if quad == CONFLICT else None
        same = here[1] if here and here[0] == sentence.start else None
        where = written(same, actors, recipients, attack=attack)
        where = where or written(context.dateline, actors, recipients, attack=attack)
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
        quad=quad,
        score=known.labels.score(draft.type, draft.mode),
        cameo=cameo(draft.type, draft.mode, status, about, known.cameo, draft.cameo),
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
        numbers=counted,
        contexts=about,
        frame=draft.frame,
        cue=cue or None,
        version=known.version,
    )


def _dated(
    draft: Draft, roles: Roles, times: Times, known: Knowledge, context: Context, on: date | None
) -> tuple[When | None, bool]:
    """When an act happened, and whether that is a time past of which the news of the day only reminds."""
    first, last = clause_of(draft, roles)
    clause = roles.clauses[draft.clause]
    verb = roles.chunks[clause.verb].verb if clause.verb >= 0 else None
    tense = verb.tense if verb else ""

    content = bool(times.found) and tense != "fut" and meant(draft, roles, known.labels, known.calendar)

    def told() -> Period | None:
        heard = (Times.read(tagged, known.calendar, front=context.front).last(on) for tagged in reversed(context.heard))
        return next((day for day in heard if day), context.day)

    def of(index: int) -> When | None:
        mine = index == draft.clause
        begin, end = (first, last) if mine else tokens_of(roles.clauses[index], roles)
        return times.when(
            begin,
            end,
            published=on,
            tense=tense,
            ahead=verb is not None and verb.aspect in AHEAD,
            done=tense == "past" or (tense == "pres" and verb is not None and verb.aspect == "perf"),
            meant=content,
            own=own(draft, roles) if mine else 0,
            others=others(index, draft, roles, known.calendar) if times.found else (),
            told=told,
        )

    index = teller(draft, roles)
    found = of(index)
    while found and not found.text and times.found and (index := before(index, roles, known.calendar)) >= 0:
        found = of(index)
    if found and not found.text and times.found and (heading := headed(roles, known.rules.clauses)):
        found = times.when(0, heading, published=on, tense=tense)
    if found and found.text and found.precision != "published":
        context.dated(Period(found.date, found.precision))
    if tense == "fut":
        return found, False
    since = background(roles, draft.first, first, last, known.rules.clauses, known.calendar)
    if verb is not None and verb.aspect == "perf" and tense == "past" and times.opening(first):
        since = 0
    past = times.historical(since, last, published=on, meant=content, told=told)
    if not past and index >= 0 and index != draft.clause:
        begin, end = tokens_of(roles.clauses[index], roles)
        past = times.historical(begin, end, published=on, meant=content, told=told)
    return found, past


def _entities(
    parties: tuple[Party, ...],
    meant: Sequence[tuple[Who, Known | None]],
    others: Sequence[Who],
    faced: Sequence[Who],
    setting: Setting,
    *,
    acts: bool,
    done: str = "",
) -> tuple[Entity, ...]:
    """The participants of one side as records; `meant` is who they are by their words, and whom these stand for,
    `faced` the other side likewise, `others` by its words alone; `setting` adds the rest. `done` is
    the type of the act that befalls them.
    """
    tagged, memory = setting.roles.tagged, setting.context.memory
    sentence, tokens = tagged.sentence, tagged.tokens
    told = tuple(setting.context.countries)
    out: list[Entity] = []
    kept: list[tuple[Party, Who]] = []
    for party, (who, named) in zip(parties, meant, strict=True):
        country, around = (
            (who.country, "")
            if who.country
            else setting.place(party, who, others, acting=acts, again=named is not None)
        )
        start, end = tokens[party.first].start, tokens[party.last - 1].end
        organ = setting.names.organ(who.organ, country or "") if who.name is None else ""
        said = f"{party.why}: {who.why}" if who.why else party.why
        one = Entity(
            text=sentence.text[start:end],
            start=sentence.start + start,
            end=sentence.start + end,
            country=country,
            sectors=who.sectors,
            name=who.name or organ or None,
            id=who.id or identity("body", organ) or None,
            why=f"{said}; {around}" if around else said,
        )
        twice = country is None and tokens[party.first].lemma in setting.shapes.both
        two = both(one, tagged, party, who, [*faced, *(w for _, w in kept)], memory, told) if twice else ()
        for each, meant_by in two or ((one, named),):
            out.append(each)
            kept.append((party, who))
            memory.record(Record(each, meant_by, acts, done, half=bool(two)))
    return _listed([party for party, _ in kept], [who for _, who in kept], out)


def _listed(parties: Sequence[Party], known: Sequence[Who], out: list[Entity]) -> tuple[Entity, ...]:
    """Whoever has no country is where those are in a list with whom he stands: सत्तापक्ष और विपक्ष."""
    for i, one in enumerate(out):
        mates = {e.country for e, p in zip(out, parties, strict=True) if p.why == parties[i].why and e.country}
        if one.country is None and one.sectors and len(mates) == 1 and known[i].homes != (STRANGER,):
            out[i] = structs.replace(one, country=mates.pop(), why=f"{one.why}; of those in its list")
    return tuple(out)
