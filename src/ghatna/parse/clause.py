"""Chunks → clauses: regions that end in a finite verb, and in them the clauses that depend on it.

A region ends after its finite verb, at `कि`, at a colon or dash of a headline. A relative clause that stands inside
another is taken out, and the outer region goes on after it.
"""

from ghatna.lexicon.cases import DIRECT, ERGATIVE, GENITIVE, OBJECT, ON
from ghatna.lexicon.rules import ClauseWords
from ghatna.model import Chunk, Clause, Tagged
from ghatna.parse.region import Region
from ghatna.parse.regions import fronted, regions_of
from ghatna.parse.speech import mark_speakers

THINGS = frozenset(("event", "speech", "abstract", "thing"))
"""Nouns that are done, not doing: प्रदर्शन कर रहे."""
DEPENDENT = {
    "cp": "conjunctive",
    "impf": "participle",
    "perf": "participle",
    "inf": "infinitive",
    "agentive": "agentive",
}


def clauses(tagged: Tagged, chunks: tuple[Chunk, ...], shapes: ClauseWords) -> tuple[Clause, ...]:
    """The clauses of a sentence in the order of their regions; a region's last clause is its main one."""
    regions = regions_of(tagged, chunks, shapes)
    mark_speakers(regions, tagged, chunks, shapes)
    _conditions(regions, chunks, shapes)
    out: list[Clause] = []
    mains: dict[int, int] = {}
    for n, region in enumerate(regions):
        verbs = [i for i in region.chunks if chunks[i].kind == "verb"]
        main = -1 if _stative(region, tagged, chunks, shapes) else _main(region, verbs, chunks, shapes)
        base = len(out)
        index = base + len(verbs) - (0 if main >= 0 else -1) - 1
        before = 0
        dependents: list[Clause] = []
        for v in verbs:
            at = region.chunks.index(v)
            own = [i for i in region.chunks[before:at] if chunks[i].kind != "verb"]
            outer = tuple(i for i in region.chunks[:before] if chunks[i].kind != "verb")
            before = at + 1
            if v == main:
                at = region.chunks.index(verbs[-1])  # दी है | नौकरी छीनने की | धमकी: what follows is its own again
                own += [i for i in region.chunks[at + 1 :] if chunks[i].kind != "verb"]
                apart = _apart(dependents, own, chunks, shapes)
                outer = tuple(i for i in outer if i not in apart)
                dependents.append(Clause(region.kind, v, tuple(own), outer, mains.get(n - 1, -1), region.antecedent))
                continue
            group = chunks[v].verb
            assert group is not None
            kind = DEPENDENT.get(group.form, "participle")
            told = _next_noun(region.chunks, at, chunks) if group.form in ("perf", "agentive") else -1
            dependents.append(Clause(kind, v, tuple(own), outer, index, told))
        if main < 0:
            rest = tuple(i for i in region.chunks[before:] if chunks[i].kind != "verb")
            outer = tuple(i for i in region.chunks[:before] if chunks[i].kind != "verb")
            kind = "headline" if not verbs or region.kind == "main" else region.kind
            dependents.append(Clause(kind, -1, rest, outer, mains.get(n - 1, -1), region.antecedent))
        for k, clause in enumerate(dependents):
            if clause.verb == main and main >= 0:
                index = base + k
        for clause in dependents:
            said = mains.get(region.speaker, -1) if region.speaker < n else -2 - region.speaker
            parent = index if clause.verb != main else clause.parent
            out.append(Clause(clause.kind, clause.verb, clause.chunks, clause.outer, parent, clause.antecedent, said))
        mains[n] = index
    late = {-2 - n: index for n, index in mains.items()}
    return tuple(
        Clause(c.kind, c.verb, c.chunks, c.outer, c.parent, c.antecedent, late[c.speaker]) if c.speaker < -1 else c
        for c in out
    )


def _main(region: Region, verbs: list[int], chunks: tuple[Chunk, ...], shapes: ClauseWords) -> int:
    """The verb that ends a region: its last finite one; in a headline a last perfective will do (`बढ़ाया हाथ`)."""
    for v in reversed(verbs):
        group = chunks[v].verb
        if group is not None and group.form == "finite":
            return v
    if verbs and (group := chunks[verbs[-1]].verb) is not None:
        after = region.chunks[region.chunks.index(verbs[-1]) + 1 :]
        alone = not any(chunks[i].kind == "noun" and chunks[i].case == DIRECT for i in after)
        if group.form == "perf" or (group.form == "cp" and alone):  # not गोली मारकर | हत्या
            return verbs[-1]
    for v in reversed(verbs):  # दिया मंत्री को रिहा करने का आदेश: the infinitives are what it is about
        group = chunks[v].verb
        assert group is not None
        if _leads(v, chunks) or (group.form == "perf" and v != verbs[-1] and group.lemmas[0] in shapes.fronted):
            return v
        if group.form != "inf" or group.case != GENITIVE:
            break
    return -1


def _apart(dependents: list[Clause], own: list[int], chunks: tuple[Chunk, ...], shapes: ClauseWords) -> set[int]:
    """The groups before a main clause that only belong to what was done before or because of which it is: all, where
    its doer stands behind that (पुलिस द्वारा | दो लोगों को | पकड़े जाने के बाद | विपक्ष ने …), else by whom and to whom it was
    done."""
    begun = any(chunks[i].case == ERGATIVE for i in own)
    out: set[int] = set()
    mine: set[int] = set()
    for clause in dependents:
        mine.update(clause.chunks)
        group = chunks[clause.verb].verb
        if group is None or group.form != "inf" or group.case not in shapes.adverbial:
            continue
        if group.case == ON and group.voice != "passive":
            continue  # चीन में निवेश करने पर | … ने रोक लगाई: what is banned
        if any(chunks[i].case == ERGATIVE for i in mine):
            return out  # सरकार ने | मांग माने जाने के बाद | …: its doer stands first
        if begun:
            out |= mine
        elif group.voice == "passive":
            out |= {i for i in clause.chunks if chunks[i].case in (*shapes.agent_cases, OBJECT)}
    return out


def _stative(region: Region, tagged: Tagged, chunks: tuple[Chunk, ...], shapes: ClauseWords) -> bool:
    """Whether a headline's words end in a state without its verb, so that their perfective or progressive only tells
    about a noun: नौकरी कर रहा | युवक | दिल्ली में | गिरफ्तार."""
    last = chunks[region.chunks[-1]] if region.chunks else None
    if last is None or last.kind != "noun" or last.case != DIRECT:
        return False
    verbs = [i for i in region.chunks if chunks[i].kind == "verb"]
    group = chunks[verbs[-1]].verb if verbs else None
    if group is None or group.form != "perf":
        return False
    behind = [i for i in region.chunks if i > verbs[-1] and chunks[i].kind == "noun"]
    if _stays(verbs[-1], behind, tagged, chunks, shapes):
        return True
    lasting = group.aspect in ("prog", "impf")  # घूस लेते | क्लर्क | गिरफ्तार
    if not lasting and group.lemmas[0] in (*shapes.fronted, *shapes.happened):
        return False
    if not lasting and any(chunks[i].case == ERGATIVE for i in region.chunks if i < verbs[-1]):
        return False  # मुख्यमंत्री ने बुलाई | सचिवों की | बैठक
    if tagged.tokens[last.head].lemma in shapes.states:
        return True
    event = tagged.tokens[last.head].readings[0].sem == "event"
    if not event or len(behind) < 2 or chunks[behind[-2]].case == DIRECT:
        return False
    done = group.aspect != "prog" and group.voice != "passive"  # बुलाई | नेताओं की | बैठक: somebody left unsaid did it
    if chunks[behind[-2]].case == GENITIVE and not done:
        return True  # जांच कर रहे | अफसर की | हत्या
    return _busy(verbs[-1], chunks[behind[0]], tagged, chunks)


def _busy(v: int, told: Chunk, tagged: Tagged, chunks: tuple[Chunk, ...]) -> bool:
    """Whether a progressive with its object tells what those do to whom a headline's event was done: धरना दे रहे |
    छात्रों पर | लाठीचार्ज; but कर रहा | किसानों पर | हमला, which agrees with who does it, left unsaid."""
    group, last, before = chunks[v].verb, tagged.tokens[chunks[v].last - 1], chunks[v - 1]
    if group is None or group.aspect != "prog" or told.case == DIRECT or v == 0:
        return False
    if not any(r.gender == "f" or r.number == "pl" for r in last.readings):
        return False
    sem = tagged.tokens[before.head].readings[0].sem
    return before.kind == "noun" and before.case == DIRECT and sem in THINGS


def _stays(v: int, behind: list[int], tagged: Tagged, chunks: tuple[Chunk, ...], shapes: ClauseWords) -> bool:
    """Whether a verb of going or staying tells who the next group is, and a noun at the end what was done: छिपे |
    उग्रवादियों पर | हमला, जेल से छूटे | गिरोह सरगना की | हत्या; but निकली | यूनियन की | रैली."""
    group = chunks[v].verb
    if group is None or group.voice == "passive" or not {group.lemmas[0], group.lemmas[-1]} & set(shapes.staying):
        return False
    if len(behind) < 2 or behind[0] != v + 1:
        return False
    told, last = tagged.tokens[chunks[v].body - 1].readings[0], tagged.tokens[chunks[behind[-1]].head].readings[0]
    if last.sem not in ("event", "speech") or chunks[behind[0]].case == DIRECT:
        return False
    return chunks[behind[0]].case != GENITIVE or told.gender != last.gender


def _leads(v: int, chunks: tuple[Chunk, ...]) -> bool:
    """Whether a perfective verb stands right after its doer, as headlines put it: भारत ने किया …"""
    group = chunks[v].verb
    return v > 0 and group is not None and group.form == "perf" and chunks[v - 1].case == ERGATIVE


def _next_noun(order: list[int], at: int, chunks: tuple[Chunk, ...]) -> int:
    return next((i for i in order[at + 1 :] if chunks[i].kind == "noun"), -1)


def _conditions(regions: list[Region], chunks: tuple[Chunk, ...], shapes: ClauseWords) -> None:
    """Marks the regions that hold only if something else does: with अगर, and on both sides of तो (मांग न मानी तो हड़ताल
    करेंगे). A तो before what was done only tells the order of things (भीड़ बढ़ी तो पुलिस ने लाठीचार्ज किया)."""
    for n, region in enumerate(regions):
        if region.opening in shapes.condition:
            region.kind = "conditional"
        elif n and region.opening in shapes.then and fronted(regions[n - 1], chunks, shapes):
            continue  # पुलिस ने किया इनकार तो …: told as done
        elif region.opening in shapes.then and not _done(region, chunks):
            region.kind = "conditional"
            if n:
                regions[n - 1].kind = "conditional"


def _done(region: Region, chunks: tuple[Chunk, ...]) -> bool:
    """Whether a region tells what was done: its last verb is perfective and plain."""
    groups = [g for i in region.chunks if (g := chunks[i].verb) is not None]
    return bool(groups) and groups[-1].aspect in ("perf", "prog") and groups[-1].mood == "ind"
