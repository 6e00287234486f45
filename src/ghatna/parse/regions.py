"""Chunks → regions: where one finite stretch of a sentence ends and the next begins."""

from ghatna.lexicon.cases import DIRECT, ERGATIVE, GENITIVE, IN, OBJECT, ON
from ghatna.lexicon.rules import ClauseWords
from ghatna.model import Chunk, Tagged
from ghatna.parse.region import Region
from ghatna.parse.relative import correlates, headless, told_late
from ghatna.parse.speech import quoted, says

PREDICATED = frozenset(("NOUN", "PROPN", "NUM", "PRON", "DET"))
"""What an adjective that ends verbless words tells something about."""
PERSONAL = frozenset(("human", "group", "body", "place", "time"))
"""Nouns before a comma that may begin a list of those who act, or a scene."""
SHORT, LONGEST = 18, 40
"""Tokens of a headline that somebody has put a full stop after: रामगढ़ पर कब्जा, तीन गिरफ्तार ."""
STATED = frozenset(("abstract", "event", "speech"))
"""Nouns in which somebody is: मुश्किल में, दौरे पर."""


def regions_of(tagged: Tagged, chunks: tuple[Chunk, ...], shapes: ClauseWords) -> list[Region]:
    """The regions of a sentence in the order in which they end; a relative one that stands inside another before it."""
    tokens = tagged.tokens
    done: list[Region] = []
    stack: list[Region] = []
    region = Region("main")
    ended = False
    in_headline = bool(tokens) and headline(tagged, shapes)
    for i, chunk in enumerate(chunks):
        token = tokens[chunk.first]
        if chunk.kind == "sub" and token.lemma in shapes.speech:
            done.append(region)
            region, ended = Region("speech"), False
            continue
        if (
            chunk.kind == "mark"
            and token.norm in shapes.colons
            and _spaced(tagged, chunk.first)
            and region.chunks
            and (tagged.sentence.kind == "headline" or not ended or says(region, tagged, chunks, shapes))
        ):
            region.colon = True
            done.append(region)
            region, ended = Region("speech"), False
            continue
        if (
            in_headline
            and chunk.kind == "mark"
            and (token.norm in shapes.commas or (token.norm in shapes.colons and _spaced(tagged, chunk.first)))
            and (
                any(chunks[k].verb is not None for k in region.chunks)
                or _complete(region, tagged, chunks, shapes)
                or _begins_anew(region, i, tagged, chunks, shapes)
                or _quote_closed(region, chunk.first, tagged, chunks, shapes)
            )
            and not stack
        ):
            region.colon = token.norm in shapes.colons
            done.append(region)
            region, ended = Region("coordinate"), False
            continue
        pause = chunk.kind == "mark" and (token.norm in shapes.stops or token.norm[:1] in shapes.trailing)
        if in_headline and pause and region.chunks and not stack:
            done.append(region)  # सपा निकालेगी यात्रा! युवाओं को जोड़ेगी
            region, ended = Region("coordinate"), False
            continue
        joins = chunk.kind == "join" and _verb_ahead(chunks, i + 1, tagged, shapes)
        if in_headline and joins and not stack and fronted(region, chunks, shapes):
            done.append(region)  # जिसने किए 70 कत्ल और | 48 बार हुई उम्रकैद
            region, ended = Region("coordinate"), False
        if in_headline and token.norm in (*shapes.then, *shapes.afterwards) and fronted(region, chunks, shapes):
            done.append(region)  # पुलिस ने किया लाठीचार्ज तो …, विधायक पर दर्ज किया केस तो …
            region, ended = Region("coordinate"), False
        if chunk.kind == "relative" and (region.chunks or done):
            nouns = [k for k in region.chunks if chunks[k].kind == "noun"]
            late = ended or not nouns
            told = nouns[-1] if nouns else -1
            if correlates(i, tagged, chunks) if late else headless(told, chunk, tagged, chunks):
                told = -1
            elif not nouns and done and done[-1].kind == "relative":
                told = done[-1].antecedent  # … जो हमले में थे और | जिन्होंने …
            elif late and (nouns := nouns or [k for r in done[-1:] for k in r.chunks if chunks[k].kind == "noun"]):
                told = told_late(nouns, chunk, tagged, chunks, shapes)
            if region.chunks and not ended:
                stack.append(region)
            elif region.chunks:
                done.append(region)
            said = region.said and not region.chunks  # कहा कि | जिस …
            region, ended = Region("relative", told), False
            region.said = said
        elif ended and (chunk.kind in ("join", "mark", "sub", "verb") or _verb_ahead(chunks, i, tagged, shapes)):
            if chunk.kind != "mark" or token.norm in shapes.commas:
                done.append(region)
                if stack and region.kind == "relative":
                    region, ended = stack.pop(), False
                else:
                    region, ended = Region("coordinate"), False
        begun = any(chunks[k].kind != "mark" for k in region.chunks)  # …, तो
        if not begun and chunk.kind in ("sub", "join", "particle"):
            region.opening = token.norm
        region.chunks.append(i)
        if chunk.verb is not None and chunk.verb.form == "finite":
            ended = True
    done.append(region)
    done.extend(stack)
    return [r for r in done if any(chunks[i].kind in ("noun", "verb", "relative") for i in r.chunks)]


def _verb_ahead(chunks: tuple[Chunk, ...], i: int, tagged: Tagged, shapes: ClauseWords) -> bool:
    """Whether a verb follows before the next boundary: else the words after a finite verb still belong to it."""
    for k in range(i, len(chunks)):
        chunk, norm = chunks[k], tagged.tokens[chunks[k].first].norm
        if (
            chunk.kind in ("join", "sub")
            or (norm in shapes.then and k > i)
            or (chunk.kind == "mark" and norm in shapes.commas)
        ):
            return False
        if chunk.kind == "verb":
            return True
    return False


def _spaced(tagged: Tagged, i: int) -> bool:
    """Whether a mark stands apart from a word: a hyphen inside a compound ends nothing."""
    tokens = tagged.tokens
    before = i > 0 and tokens[i - 1].end < tokens[i].start
    after = i + 1 == len(tokens) or tokens[i].end < tokens[i + 1].start
    return before or after


def _quote_closed(region: Region, comma: int, tagged: Tagged, chunks: tuple[Chunk, ...], shapes: ClauseWords) -> bool:
    """Whether a headline begins with a quotation that ends before this comma: ‘यह सरकार भ्रष्ट’, नेता बोले"""
    return quoted(region, tagged, chunks, shapes) and tagged.tokens[comma - 1].norm in shapes.quotes


def _complete(region: Region, tagged: Tagged, chunks: tuple[Chunk, ...], shapes: ClauseWords) -> bool:
    """Whether verbless words before a comma tell something by themselves: आतंकी दिल्ली में गिरफ्तार, …"""
    nouns = [chunks[i] for i in region.chunks if chunks[i].kind == "noun"]
    if not nouns or nouns[-1].case == GENITIVE:
        return False
    head = nouns[-1].head
    last = tagged.tokens[head].readings[0]
    if tagged.tokens[head].lemma in shapes.fortunes and any(c.case == OBJECT for c in nouns[:-1]):
        return True  # मंत्री को अदालत से झटका, …
    if tagged.tokens[head].lemma in shapes.states and len(nouns) > 1:
        return True  # सेवाएं शुरू, …
    if last.pos == "ADJ" and head + 1 == nouns[-1].last and head > nouns[0].first:
        apart = len(nouns) > 1 and nouns[-1].first == head and nouns[-2].last == head
        if apart or tagged.tokens[head - 1].pos in PREDICATED:
            return True  # दो लोग गिरफ्तार, but not पीड़ित, गरीब
    if all(c.case == DIRECT for c in nouns):
        return False
    if len(nouns) > 1 and nouns[-1].case == DIRECT and nouns[-2].case == GENITIVE and last.sem == "abstract":
        return True  # विद्रोहियों की क्रूरता, …
    placed = nouns[-1].case in (IN, ON) and nouns[-1].body < nouns[-1].last  # not दिल्ली, मुंबई और पटना में
    return last.pos == "ADJ" or placed or last.sem in ("event", "speech")  # …को नोटिस, कोर्ट ने कहा


def _begins_anew(region: Region, comma: int, tagged: Tagged, chunks: tuple[Chunk, ...], shapes: ClauseWords) -> bool:
    """Whether verbless words that end in a thing are told by themselves, since another doer or a verb of saying begins
    right after the comma: नेता को समन, कोर्ट ने कहा …; विपक्ष को खुली चेतावनी, कहा- …"""
    nouns = [chunks[i] for i in region.chunks if chunks[i].kind == "noun"]
    if len(nouns) < 2 or nouns[-1].case != DIRECT or all(c.case == DIRECT for c in nouns):
        return False
    last, state = (tagged.tokens[c.head].readings[0] for c in (nouns[-1], nouns[-2]))
    stated = nouns[-2].case in (IN, ON) and state.sem in STATED  # मुश्किल में प्रधानमंत्री, पार्टी ने …
    somebody = last.sem in PERSONAL or any(at.first <= nouns[-1].head < at.last for at in tagged.names)
    if not stated and (last.pos != "NOUN" or somebody):
        return False
    k = comma + 1
    while k + 1 < len(chunks) and chunks[k].kind == "noun" and chunks[k].case == GENITIVE:
        k += 1
    if k >= len(chunks):
        return False
    group = chunks[k].verb
    return chunks[k].case == ERGATIVE or (group is not None and k == comma + 1 and group.lemmas[0] in shapes.say)


def fronted(region: Region, chunks: tuple[Chunk, ...], shapes: ClauseWords) -> bool:
    """Whether the last verb of a region is perfective and stands before its noun, as headlines put what was done."""
    verbs = [i for i in region.chunks if chunks[i].kind == "verb"]
    while len(verbs) > 1 and (inf := chunks[verbs[-1]].verb) is not None and inf.form == "inf" and inf.case == GENITIVE:
        verbs.pop()  # दी | चुप रहने की | सलाह
    if not verbs or region.opening in shapes.condition:
        return False
    last = verbs[-1]
    group = chunks[last].verb
    if group is None or group.form != "perf" or group.negated or last == region.chunks[-1]:
        return False
    doer = any(chunks[i].case == ERGATIVE for i in region.chunks if i < last)
    return doer or last == region.chunks[-2]  # else it tells about the noun after it: मारे गए सैनिक


def headline(tagged: Tagged, shapes: ClauseWords) -> bool:
    """Whether a sentence is written as headlines are: without a full stop or with a question at its end, or with one
    behind words that end in no verb; a short one may end in a verb without an auxiliary."""
    tokens = tagged.tokens
    if tagged.sentence.kind == "headline" or tokens[-1].norm not in shapes.full_stops:
        return True
    last = tokens[-2:][0]
    if len(tokens) > LONGEST or last.pos == "AUX":
        return False
    return last.pos != "VERB" or len(tokens) <= SHORT
