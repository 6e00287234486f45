"""Whose words are they? Regions that somebody is reported as saying: after कि, round a colon, before a signature."""

from ghatna.lexicon.cases import DIRECT, ERGATIVE, GENITIVE, IN, ON
from ghatna.lexicon.rules import ClauseWords
from ghatna.model import Chunk, Tagged
from ghatna.parse.region import Region

SPEAKERS = frozenset(("person", "role", "body", "party", "group"))
STATES = frozenset(("country", "seat"))
"""Names of those who claim and answer, but whose name before a colon is only a place."""


def mark_speakers(regions: list[Region], tagged: Tagged, chunks: tuple[Chunk, ...], shapes: ClauseWords) -> None:
    """Gives each region that is somebody's words the region that tells whose. A name before the first colon of a
    headline is its topic (वीरप्पन: …), one after its last colon signs it."""
    telling = [says(r, tagged, chunks, shapes) for r in regions]
    speaker = aside = -1
    for n, region in enumerate(regions):
        if speaker >= 0 and regions[speaker].colon and _breaks(region, tagged, chunks, shapes):
            speaker = -1  # मंत्री बोले- …; विपक्ष का पलटवार
        region.speaker = aside if speaker < 0 else speaker
        aside = -1
        follows = n + 1 < len(regions)
        if telling[n] and follows and (regions[n + 1].said or quoted(regions[n + 1], tagged, chunks, shapes)):
            speaker = n
        elif (
            n == 0
            and telling[n]
            and follows
            and _only_says(region, tagged, chunks, shapes)
            and _paused(region, tagged, chunks, shapes)
        ):
            aside = n  # मंत्री ने बताया, …
        elif region.colon and follows and claims(region, tagged, chunks, shapes):
            speaker = n  # सरकार का दावा- …
        elif n == 0 and follows and _alleges(region, tagged, chunks, shapes):
            speaker = n  # मंत्री का आरोप, …
    start, end = _quotation(regions, tagged, chunks, shapes)
    for region in regions[start:end]:
        if not start <= region.speaker < end:  # ‘लोगों ने बताया कि …’, मंत्री का दावा: those within keep theirs
            region.speaker = end
    broken = next((n for n, r in enumerate(regions) if n and _breaks(r, tagged, chunks, shapes)), 0)
    for last in (len(regions) - 1, broken - 1):  # …- बोले मंत्री; बताया आगे का प्लान
        if last <= 0 or regions[last].speaker >= 0:
            continue
        if _signs(regions[: last + 1], telling[last], tagged, chunks, shapes):
            for region in regions[:last]:
                if region.speaker < 0:
                    region.speaker = last
            break


def _opens(region: Region, after: Region, tagged: Tagged, chunks: tuple[Chunk, ...], shapes: ClauseWords) -> bool:
    """Whether what somebody says begins after a region: with कि, a colon, a quotation mark, or nothing at all (मंत्री ने
    कहा वे आएंगे)."""
    if after.said or quoted(after, tagged, chunks, shapes):
        return True
    end = max(chunks[i].last for i in region.chunks if chunks[i].kind != "mark")
    marks = [t.norm for t in tagged.tokens[end : end + 2] if t.pos in ("PUNCT", "SYM")]
    if len(marks) == 2 and marks[-1] in shapes.quotes:
        return True  # कहा, “जिन लोगों …
    verb = chunks[region.chunks[-1]]
    begins = chunks[after.chunks[0]]
    plain = verb.verb is not None and verb.verb.lemmas[0] in shapes.say and verb.verb.lemmas[0] in shapes.signing
    return plain and begins.kind == "noun" and begins.first == verb.last


def _signs(
    regions: list[Region], telling: bool, tagged: Tagged, chunks: tuple[Chunk, ...], shapes: ClauseWords
) -> bool:
    """Whether the last region only tells who said what stands before it: …, पुलिस ने बताया; …, सीबीआई का दावा; …: मंत्री"""
    *before, last = regions
    if before[-1].colon and (_speaks(last, tagged, chunks) or _state_signs(before[-1], last, tagged, chunks)):
        return True
    first = next((chunks[i].first for i in last.chunks if chunks[i].kind != "mark"), 0)
    if first == 0 or tagged.tokens[first - 1].norm not in (*shapes.commas, *shapes.colons, *shapes.quotes):
        return False
    marks = (tagged.tokens[chunks[i].first].norm for r in before for i in r.chunks if chunks[i].kind == "mark")
    if telling and any(mark in shapes.quotes for mark in marks):
        return True
    if telling and _only_says(last, tagged, chunks, shapes):
        return True
    against = any(chunks[i].case == ON for i in last.chunks)  # का Y पर आरोप: an act of its own
    return not against and claims(last, tagged, chunks, shapes)


def _state_signs(told: Region, last: Region, tagged: Tagged, chunks: tuple[Chunk, ...]) -> bool:
    """Whether a state's name alone signs what a verb tells before the colon: हमला बर्दाश्त नहीं करेंगे: केन्या."""
    if len(last.chunks) != 1 or all(chunks[i].verb is None for i in told.chunks):
        return False
    chunk = chunks[last.chunks[0]]
    kinds = [{n.kind for n in at.names} for at in tagged.names if at.first == chunk.first and at.last == chunk.body]
    return chunk.case == DIRECT and any(k <= STATES for k in kinds)


def _only_says(region: Region, tagged: Tagged, chunks: tuple[Chunk, ...], shapes: ClauseWords) -> bool:
    """Whether a region with a verb of saying has nothing to say itself: a doer, the verb, at most `यह बात`."""
    done = max((k for k, i in enumerate(region.chunks) if _leading(chunks[i])), default=-1) + 1
    doer = any(chunks[i].case == ERGATIVE for i in region.chunks[:done])  # वीडियो शेयर कर मंत्री ने कही यह बात
    owned = False
    for i in region.chunks[done:]:
        chunk = chunks[i]
        head = tagged.tokens[chunk.head]
        if owned and chunk.case == DIRECT and chunk.kind == "noun":
            return False  # दो लाख की मदद का ऐलान किया
        owned = chunk.case == GENITIVE
        if chunk.kind in ("join", "sub", "relative"):
            return False
        if chunk.verb is not None and (
            chunk.verb.form not in ("finite", "perf") or chunk.verb.lemmas[0] not in shapes.signing
        ):
            return False
        if chunk.kind != "noun":
            continue
        if chunk.case == ERGATIVE or (chunk.case == IN and head.lemma in shapes.documents):
            doer = True
        elif chunk.case == DIRECT and head.lemma not in (*shapes.say_nouns, *shapes.words):
            if doer or not _somebody(chunk, tagged):
                return False
            doer = True
    return doer


def _leading(chunk: Chunk) -> bool:
    return chunk.verb is not None and chunk.verb.form == "cp"


def _paused(region: Region, tagged: Tagged, chunks: tuple[Chunk, ...], shapes: ClauseWords) -> bool:
    """Whether a region with a doer marked ने stands before a comma."""
    if all(chunks[i].case != ERGATIVE for i in region.chunks):
        return False
    end = max(chunks[i].last for i in region.chunks if chunks[i].kind != "mark")
    return end < len(tagged.tokens) and tagged.tokens[end].norm in shapes.commas


def _somebody(chunk: Chunk, tagged: Tagged, more: frozenset[str] = frozenset()) -> bool:
    """Whether a group is headed by somebody who can speak."""
    for at in tagged.names:
        if at.first <= chunk.head < at.last:
            return bool({n.kind for n in at.names} & (SPEAKERS | more))
    reading = tagged.tokens[chunk.head].readings[0]
    return reading.sem == "human" or (reading.guess and reading.pos == "PROPN")


def claims(region: Region, tagged: Tagged, chunks: tuple[Chunk, ...], shapes: ClauseWords) -> bool:
    """Whether a verbless region tells who claims something: कीव का दावा, रिपोर्ट में खुलासा."""
    nouns = [chunks[i] for i in region.chunks if chunks[i].kind == "noun"]
    verbs = [g for i in region.chunks if (g := chunks[i].verb) is not None]
    if len(nouns) < 2 or any(g.lemmas[0] not in shapes.happened for g in verbs):
        return False
    if nouns[-1].case != DIRECT or tagged.tokens[nouns[-1].head].lemma not in shapes.claims:
        return False
    return any(
        (c.case == GENITIVE and _somebody(c, tagged, STATES))
        or (c.case == IN and tagged.tokens[c.head].lemma in shapes.documents)
        for c in nouns[:-1]
    )


def _alleges(region: Region, tagged: Tagged, chunks: tuple[Chunk, ...], shapes: ClauseWords) -> bool:
    """Whether a headline begins with who claims something, of nobody yet, before a comma: मंत्री का आरोप, …"""
    said = [chunks[i] for i in region.chunks if chunks[i].kind != "mark"]
    if len(said) < 2 or said[-2].case != GENITIVE or not claims(region, tagged, chunks, shapes):
        return False
    owner, claim = said[-2:]
    against = any(chunks[i].case == ON for i in region.chunks)
    paused = claim.last < len(tagged.tokens) and tagged.tokens[claim.last].norm in shapes.commas
    return paused and not against and claim.case == DIRECT and _somebody(owner, tagged, STATES)


def _breaks(region: Region, tagged: Tagged, chunks: tuple[Chunk, ...], shapes: ClauseWords) -> bool:
    """Whether a semicolon stands before a region."""
    first = chunks[region.chunks[0]].first
    return any(t.norm in shapes.breaks for t in tagged.tokens[max(0, first - 1) : first + 1])


def _quotation(
    regions: list[Region], tagged: Tagged, chunks: tuple[Chunk, ...], shapes: ClauseWords
) -> tuple[int, int]:
    """The regions `start … end` (excluded) of the quotation that a sentence begins with, topic label or not, where
    somebody is named in region `end`; (0, 0) without one."""
    if len(regions) < 2:
        return 0, 0
    start = int(regions[0].colon)
    if not quoted(regions[start], tagged, chunks, shapes):
        return 0, 0
    for n in range(start, len(regions) - 1):
        first = next((chunks[i].first for i in regions[n + 1].chunks if chunks[i].kind != "mark"), 0)
        between = [t.norm for t in tagged.tokens[chunks[regions[n].chunks[-1]].first : first]]
        if any(t in shapes.quotes for t in between) and any(t in shapes.commas or t in shapes.colons for t in between):
            doers = (chunks[i] for i in regions[n + 1].chunks if chunks[i].kind == "noun")
            named = any(c.case == ERGATIVE or _somebody(c, tagged) for c in doers)
            return (start, n + 1) if named else (0, 0)
    return 0, 0


def _speaks(region: Region, tagged: Tagged, chunks: tuple[Chunk, ...]) -> bool:
    """Whether the words after a headline's last colon name somebody who speaks; a place or topic does not."""
    nouns = [chunks[i] for i in region.chunks if chunks[i].kind == "noun"]
    if not nouns or len(region.chunks) > 3 or any(chunks[i].verb is not None for i in region.chunks):
        return False
    head = nouns[-1].head
    for at in tagged.names:
        if at.first <= head < at.last:
            return bool({n.kind for n in at.names} & SPEAKERS)
    reading = tagged.tokens[head].readings[0]
    return reading.sem == "human" or (
        reading.guess and reading.pos == "PROPN" and not tagged.tokens[head].text.isascii()
    )


def says(region: Region, tagged: Tagged, chunks: tuple[Chunk, ...], shapes: ClauseWords) -> bool:
    """Whether a region has a verb of saying, or a verb beside a noun of saying."""
    for i in region.chunks:
        group = chunks[i].verb
        if group is None or group.mood == "imp":
            continue  # जानिए …
        if any(lemma in shapes.say for lemma in group.lemmas):
            return True
        near = tagged.tokens[max(0, chunks[i].first - 3) : chunks[i].first]
        if not group.negated and any(t.lemma in shapes.say_nouns for t in near):
            return True
    return False


def quoted(region: Region, tagged: Tagged, chunks: tuple[Chunk, ...], shapes: ClauseWords) -> bool:
    """Whether a region begins with a quotation mark."""
    for i in region.chunks[:3]:
        if chunks[i].kind != "mark":
            return False
        if tagged.tokens[chunks[i].first].norm in shapes.quotes:
            return True
    return False
