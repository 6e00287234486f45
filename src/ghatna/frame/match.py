"""Clauses → candidates: which frames' words stand where.

A candidate is a frame, the clause it was found in and the tokens of its trigger. Nothing is decided here about who
did what; `slots` finds the participants, `drafts` settles between frames.
"""

from collections.abc import Iterator

from msgspec import Struct

from ghatna.frame.vocabulary import Vocabulary, at, says
from ghatna.lexicon.cases import DIRECT, ERGATIVE, GENITIVE, IN, OBJECT, ON
from ghatna.lexicon.rules import ClauseWords, Frame, Pattern, Rules
from ghatna.model import Chunk, Clause, Roles, Token, VerbGroup
from ghatna.parse.front import ACTS

BARE = ("ADJ", "ADP")
"""Parts of speech of the last word of a predicate that a headline leaves without its verb: गिरफ्तार, हिरासत में."""
HEADLINE = 24
"""Tokens that a headline has at most; longer sentences are read as prose."""


class Candidate(Struct, frozen=True):
    """Frame words found: trigger tokens `first … last` (excluded), noun part `noun … noun_last` (-1 for none)."""

    frame: Frame
    clause: int
    first: int
    last: int
    noun: int
    noun_last: int
    event: bool = False
    """True for a bare event noun (of a verbless headline, a happening, a participle)."""
    bare: str = ""
    """In a headline without its verb (`पांच गिरफ्तार`, `सेना हाई अलर्ट पर`): the verb that is left out."""

    gap: int = 0
    """Tokens between the noun part and its verb."""

    @property
    def weight(self) -> int:
        return (self.noun_last - self.noun if self.noun >= 0 else 0) * 2 + (0 if self.event else 1)


def wanted(tokens: tuple[Token, ...], rules: Rules) -> bool:
    """Whether the words of the sentence can make a frame, a verb with one of its nouns or an event noun. Sentences
    whose words cannot are not parsed at all."""
    verbs, events = rules.verbs, rules.events
    words, found = {""}, set[str]()
    for token in tokens:
        words.add(token.norm)
        for reading in token.readings:
            words.add(reading.lemma)
            if reading.pos in ("VERB", "AUX"):
                found.add(reading.lemma)
    if any(_sayable(events[word], words) for word in events.keys() & words):
        return True
    for lemma in found:
        by_noun = verbs.get(lemma, {})
        if any(_sayable(by_noun[noun], words) for noun in by_noun.keys() & words):
            return True
    return any(
        token.pos in BARE and any(at(tokens, pattern.nouns, i + 1) >= 0 for pattern in rules.bare.get(token.norm, ()))
        for i, token in enumerate(tokens)
    )


def _sayable(patterns: tuple[Pattern, ...], words: set[str]) -> bool:
    """Whether a sentence has every noun of one of these patterns, which share their last."""
    return any(words.issuperset(pattern.nouns) for pattern in patterns)


def candidates(roles: Roles, rules: Rules, words: Vocabulary) -> Iterator[Candidate]:
    """Every frame whose words are found, clause by clause."""
    tokens = roles.tagged.tokens
    for index, clause in enumerate(roles.clauses):
        if clause.verb >= 0:
            yield from _verbal(index, clause, roles, rules, words)
        else:
            yield from _bare(index, clause, roles, rules)
        for i in clause.chunks:
            chunk = roles.chunks[i]
            if chunk.kind == "noun":
                for end in range(chunk.first + 1, chunk.body + 1):
                    token = tokens[end - 1]
                    for lemma in dict.fromkeys((token.norm, *(r.lemma for r in token.readings))):
                        for pattern in rules.events.get(lemma, ()):
                            first = at(tokens, pattern.nouns, end)
                            if first >= chunk.first:
                                found = _event(pattern, index, clause, i, first, end, roles, rules.clauses)
                                if found is not None:
                                    yield found


def _verbal(index: int, clause: Clause, roles: Roles, rules: Rules, words: Vocabulary) -> Iterator[Candidate]:
    tokens, chunks = roles.tagged.tokens, roles.chunks
    chunk = chunks[clause.verb]
    group = chunk.verb
    assert group is not None
    main = next((t for t in range(chunk.first, chunk.body) if tokens[t].pos in ("VERB", "AUX")), chunk.first)
    for t in range(chunk.first, chunk.body):
        token = tokens[t]
        if token.pos not in ("VERB", "AUX"):
            continue
        reverse = t == main + 1 and group.lemmas[0] in rules.clauses.reversing
        helping = token.pos == "AUX" and t != main and not reverse
        readings = [r for r in token.readings if r.pos in ("VERB", "AUX")]
        if t == chunk.body - 1 and any(r.form == "perf" for r in readings):
            readings = [r for r in readings if r.form != "stem"]  # विमान गिरा is not गिराया
        for lemma in dict.fromkeys(r.lemma for r in readings):
            by_noun = rules.verbs.get(lemma, {})
            for pattern in (p for noun in sorted(by_noun.keys() & words.words) for p in by_noun[noun]):
                if pattern.passive and group.voice != "passive":
                    continue
                if helping and not (pattern.nouns and says(tokens[t - 1], pattern.nouns[-1])):
                    continue  # the है of नकारा है, the vector of ठुकरा दी
                if not pattern.nouns:
                    if t == chunk.first or tokens[t - 1].pos not in ("VERB", "AUX"):
                        yield Candidate(pattern.frame, index, chunk.first, chunk.body, -1, -1)
                    continue
                if any(noun not in words.words for noun in pattern.nouns):
                    continue  # most often
                found = _noun_part(pattern, clause, t, roles, rules.clauses)
                if found is not None:
                    first, last = found
                    start, end = min(first, chunk.first), max(last, chunk.body)
                    gap = max(0, chunk.first - last)
                    yield Candidate(pattern.frame, index, start, end, first, last, gap=gap)


def _bare(index: int, clause: Clause, roles: Roles, rules: Rules) -> Iterator[Candidate]:
    """Predicates whose verb a headline leaves out: those whose noun part is no noun (`गिरफ्तार`, `हिरासत में`)."""
    tokens = roles.tagged.tokens
    shapes = rules.clauses
    names = {t for name in roles.tagged.names for t in range(name.first, name.last)}
    nouns = [i for i in clause.chunks if roles.chunks[i].kind == "noun"]
    for i in nouns:
        chunk = roles.chunks[i]
        word = tokens[chunk.last - 1]
        # नेपाल दौरे पर विदेश मंत्री: who is in that state may stand after it
        ahead = i != nouns[-1] and not _comma_after(i, roles.chunks, tokens, shapes)
        subject = roles.chunks[nouns[-1]]
        owned = all(roles.chunks[k].case == GENITIVE for k in nouns if i < k < nouns[-1])
        after = word.pos == "ADP" and owned and subject.case == DIRECT and subject.head in names
        if ahead and not after:
            continue
        if word.pos not in BARE:
            continue
        for lemma in dict.fromkeys((word.norm, word.lemma)):
            for pattern in rules.bare.get(lemma, ()):
                if pattern.verb not in (shapes.be, *shapes.transitive_light):
                    continue
                if ahead and (len(pattern.nouns) < 2 or pattern.verb != shapes.be):
                    continue  # A के साथ B: no state, but company
                first = at(tokens, pattern.nouns, chunk.last)
                if first >= 0:
                    yield Candidate(pattern.frame, index, first, chunk.last, first, chunk.last, bare=pattern.verb)


def _noun_part(
    pattern: Pattern, clause: Clause, verb: int, roles: Roles, shapes: ClauseWords
) -> tuple[int, int] | None:
    """Where the noun part of a light-verb predicate stands: nearest before the verb, else right after it."""
    tokens, chunks = roles.tagged.tokens, roles.chunks
    end = verb
    while end > 1 and tokens[end - 1].pos == "PART":
        end -= 1  # आलोचना भी की
    plain = end
    while end > 1 and (tokens[end - 1].pos == "PART" or tokens[end - 1].norm in shapes.aspects):
        end -= 1  # फायरिंग शुरू कर दी
    for last in dict.fromkeys((verb, end)):
        first = at(tokens, pattern.nouns, last)
        if first >= 0:
            return first, last
    for i in reversed([k for k in clause.chunks if k < clause.verb]):
        chunk = chunks[i]
        if chunk.kind == "mark" and tokens[chunk.first].norm not in shapes.quotes:
            break
        if clause.kind == "participle" and clause.antecedent >= 0 and chunk.case in shapes.agent_cases:
            break  # यह बातचीत | रूस द्वारा | किए जा रहे | हमलों के बाद हुई: what stands before is not the participle's
        if chunk.kind not in ("noun", "adverb", "particle"):
            continue
        for end in (chunk.last, chunk.body):
            first = at(tokens, pattern.nouns, end)
            if first >= 0 and end == chunk.last and chunk.case != DIRECT and _own_noun(i, clause, roles):
                continue
            if first >= 0 and (end == chunk.last or chunk.case in (DIRECT, OBJECT)):
                if end == chunk.last and chunk.last != chunk.body and len(pattern.nouns) == 1:
                    continue
                if _otherwise(i, clause, roles, shapes):
                    continue
                return first, end
    found = _after_verb(pattern, clause, roles, shapes) if clause.chunks and clause.chunks[-1] > clause.verb else None
    return found or (_split(pattern, clause, plain, roles) if len(pattern.nouns) > 1 else None)


def _otherwise(i: int, clause: Clause, roles: Roles, shapes: ClauseWords) -> bool:
    """Whether the verb has another word for its predicate, so that the noun before is only what it is done to: मुकदमे
    को | प्रभावित करना, वादे | पूरे करना, हिंसा को | स्वीकार करना."""
    tokens, chunks = roles.tagged.tokens, roles.chunks
    k = clause.verb - 1
    while k > i and chunks[k].kind in ("adverb", "particle"):
        k -= 1
    chunk = chunks[k]
    if k <= i or chunk.kind != "noun" or chunk.case != DIRECT or tokens[chunk.head].norm in shapes.aspects:
        return False
    return tokens[chunk.body - 1].pos == "ADJ" or (chunks[i].case == OBJECT and tokens[chunk.head].pos == "NOUN")


def _own_noun(i: int, clause: Clause, roles: Roles) -> bool:
    """Whether a verb has a noun of its own right before it, so that the marked group `i` is no part of what it says:
    सरकार से | नाराज वकीलों ने | रैली | निकाली."""
    before = roles.chunks[clause.verb - 1]
    if clause.verb - 1 <= i or before.kind != "noun" or before.case != DIRECT:
        return False
    return roles.tagged.tokens[before.head].readings[0].sem in ACTS


def _after_verb(pattern: Pattern, clause: Clause, roles: Roles, shapes: ClauseWords) -> tuple[int, int] | None:
    """The noun part that a headline puts after its verb: किया दो लोगों को गिरफ्तार, लिया हिरासत में, लिया समर्थन वापस."""
    tokens, chunks = roles.tagged.tokens, roles.chunks
    if len(pattern.nouns) == 1 and _has_word(clause, roles, shapes):
        return None
    for i in (k for k in clause.chunks if k > clause.verb):
        chunk = chunks[i]
        if chunk.kind == "mark" and tokens[chunk.first].norm in shapes.quotes:
            continue  # निकाला | ‘ | जुलूस
        if chunk.kind not in ("noun", "adverb", "particle"):
            break
        if len(pattern.nouns) > 1 and (first := at(tokens, pattern.nouns, chunk.last)) >= chunks[clause.verb].last:
            return first, chunk.last
        if chunk.kind == "noun" and chunk.case == DIRECT:
            time = tokens[chunk.head].readings[0]
            if time.sem == "time" and time.number == "pl" and time.case == "obl":
                continue  # किया | घंटों | सड़क जाम
            follows = i + 1 < len(chunks) and chunks[i + 1].kind == "adverb" and len(pattern.nouns) > 1
            first = at(tokens, pattern.nouns, chunk.body)
            if first >= 0 or not follows:
                return (first, chunk.body) if first >= 0 else None
    return None


def _has_word(clause: Clause, roles: Roles, shapes: ClauseWords) -> bool:
    """Whether a light verb has its predicate right before it, so that what follows is its object: पेश | किया | मुकदमा."""
    chunk, group = roles.chunks[clause.verb - 1], roles.chunks[clause.verb].verb
    if group is None or clause.verb < 1 or chunk.kind != "noun" or chunk.case != DIRECT:
        return False
    word = roles.tagged.tokens[chunk.body - 1]
    adverbial = any(r.pos == "ADV" for r in word.readings)  # लगातार | कर रहा | गोलीबारी
    return (
        word.pos == "ADJ"
        and not adverbial
        and word.norm not in shapes.aspects
        and group.lemmas[0] in shapes.transitive_light
    )


def _split(pattern: Pattern, clause: Clause, end: int, roles: Roles) -> tuple[int, int] | None:
    """A noun part in two: समर्थन राज्य में वापस लिया, वापस लिया समर्थन, आरोप लिए वापस, सजा पर लगाई रोक."""
    tokens, chunks = roles.tagged.tokens, roles.chunks
    nouns, verb = pattern.nouns, chunks[clause.verb]
    after = next((chunks[k] for k in clause.chunks if k > clause.verb), None)
    if after is not None and after.kind in ("noun", "adverb", "particle"):
        for n in range(1, len(nouns)):
            first = at(tokens, nouns[:n], end)
            if first >= 0 and at(tokens, nouns[n:], after.body) >= verb.last:
                return first, after.body
    if len(nouns) == 3 and nouns[1] == OBJECT and says(tokens[end - 1], nouns[2]):
        for i in (k for k in clause.chunks if chunks[k].case == OBJECT and chunks[k].last < end):
            if (first := at(tokens, nouns[:2], chunks[i].last)) >= chunks[i].first:
                return first, chunks[i].last  # हमले को | दो नकाबपोशों ने | अंजाम दिया
    if len(nouns) > 2 or tokens[end - 1].pos not in ("ADV", "ADJ", "NOUN") or not says(tokens[end - 1], nouns[1]):
        return None
    for i in clause.chunks:
        chunk = chunks[i]
        if chunk.kind == "noun" and chunk.case == DIRECT and says(tokens[chunk.body - 1], nouns[0]):
            return chunk.body - 1, chunk.body
    return None


def _carried_out(verb: VerbGroup, shapes: ClauseWords) -> bool:
    """Whether a participle says that what its noun tells was done: सेना द्वारा | की गई | गोलीबारी के बाद."""
    return verb.voice == "passive" and verb.lemmas[0] in shapes.transitive_light[:1]


def _event(
    pattern: Pattern,
    index: int,
    clause: Clause,
    i: int,
    first: int,
    end: int,
    roles: Roles,
    shapes: ClauseWords,
) -> Candidate | None:
    """An event noun counts when a verb makes it happen, when a participle does, or as head of a verbless headline."""
    tokens, chunks = roles.tagged.tokens, roles.chunks
    chunk = chunks[i]
    if end != chunk.body and (not _only_time(tokens, end, chunk.body, shapes) or _judged(clause, end, roles, shapes)):
        return None
    before = chunks[i - 1] if i else None
    if before is not None and before.verb is not None and before.verb.form == "perf":
        by = chunks[i - 2].case in shapes.agent_cases if i > 1 else False
        told = i + 1 < len(chunks) and tokens[chunks[i + 1].head].lemma in shapes.dossiers
        if (chunk.case == GENITIVE and told) or chunk.case in shapes.dossier_cases:
            return None
        if before.verb.lemmas[0] in shapes.happened or (by and _carried_out(before.verb, shapes)):
            return Candidate(pattern.frame, index, before.first, end, first, end, event=True)
    if pattern.frame.row.within and chunk.case == IN and end == chunk.body:
        return Candidate(pattern.frame, index, first, end, first, end, event=True)
    after = chunks[i + 1] if i + 1 < len(chunks) else None
    if chunk.case == GENITIVE and end == chunk.body and _reported(after, clause, roles, shapes):
        return Candidate(pattern.frame, index, first, chunks[clause.verb].body, first, end, event=True)
    if chunk.case != DIRECT:
        return None
    if i == 0 and after is not None and after.kind == "mark" and tokens[after.first].norm in shapes.colons:
        return None  # the topic of a headline: मणिपुर हिंसा: …
    if clause.verb >= 0:
        verb = chunks[clause.verb]
        group = verb.verb
        assert group is not None
        between = range(i + 1, clause.verb)
        aspect = group.lemmas[0] in shapes.progressive and end < chunk.body
        tells = clause.kind == "participle" and clause.antecedent >= 0  # सहमति दिल्ली में | हुई | बातचीत में बनी
        if (
            i < clause.verb
            and not tells
            and (aspect or group.lemmas[0] in shapes.happen)
            and all(
                chunks[k].kind in ("adverb", "particle")
                or (chunks[k].kind == "join" and k > i + 1 and chunks[k - 1].kind == "noun" == chunks[k + 1].kind)
                or (chunks[k].kind == "mark" and tokens[chunks[k].first].norm not in shapes.commas)
                or _makes_happen(chunks[k], tokens, shapes)
                or (chunks[k].kind == "noun" and tokens[chunks[k].head].readings[0].sem == "time")
                or (group.lemmas[0] in shapes.happened and _scene(chunks[k], tokens, happened=bool(group.aspect)))
                for k in between
            )
        ):
            return Candidate(pattern.frame, index, first, verb.body, first, end, event=True)
        if group.lemmas[0] in shapes.happened and _postposed(i, clause, roles):
            return Candidate(pattern.frame, index, verb.first, end, first, end, event=True)
        if _apart(i, clause, roles, shapes):
            return Candidate(pattern.frame, index, first, end, first, end, event=True)
        return None
    if roles.tagged.sentence.kind == "headline" or clause.kind in ("headline", "main", "speech", "coordinate"):
        nouns = [k for k in clause.chunks if chunks[k].kind == "noun" and chunks[k].case == DIRECT]
        if _listed(i, chunks, tokens):
            return None
        if nouns and (i == nouns[-1] or _comma_after(i, chunks, tokens, shapes)):
            return Candidate(pattern.frame, index, first, end, first, end, event=True)
    return None


def _reported(news: Chunk | None, clause: Clause, roles: Roles, shapes: ClauseWords) -> bool:
    """Whether an event noun is what a report says has happened: झड़पों की | खबरें | मिली हैं."""
    if news is None or clause.verb < 0 or roles.tagged.tokens[news.head].lemma not in shapes.tidings:
        return False
    group = roles.chunks[clause.verb].verb
    return group is not None and group.lemmas[0] in shapes.arriving and not group.negated


def _listed(i: int, chunks: tuple[Chunk, ...], tokens: tuple[Token, ...]) -> bool:
    """Whether a noun is the last of a list that only names topics: शहर, सत्ता और हिंसा."""
    if i < 2 or chunks[i - 1].kind != "join" or chunks[i - 2].kind != "noun" or chunks[i - 2].case != DIRECT:
        return False
    plain = all(c.kind in ("join", "mark") or (c.kind == "noun" and c.case == DIRECT) for c in chunks[: i + 1])
    return plain and tokens[chunks[i - 2].head].readings[0].sem != "event"


def _postposed(i: int, clause: Clause, roles: Roles) -> bool:
    """Whether an event noun ends a clause after the verb that makes it happen: हुई है | दुकानदार के साथ | मारपीट."""
    behind = [k for k in clause.chunks if k > clause.verb]
    return bool(behind) and i == behind[-1] and all(roles.chunks[k].case != DIRECT for k in behind[:-1])


def _apart(i: int, clause: Clause, roles: Roles, shapes: ClauseWords) -> bool:
    """Whether an event noun is a headline of its own before a comma: चौकी पर उग्रवादियों का हमला, सड़क बंद."""
    chunks, tokens = roles.chunks, roles.tagged.tokens
    if len(tokens) > HEADLINE or not _comma_after(i, chunks, tokens, shapes):
        return False
    before = [chunks[k] for k in (*clause.outer, *clause.chunks) if k < i and chunks[k].kind == "noun"]
    return (
        bool(before) and all(c.case != ERGATIVE for c in before) and any(c.case in (GENITIVE, ON, IN) for c in before)
    )


def _only_time(tokens: tuple[Token, ...], first: int, last: int, shapes: ClauseWords) -> bool:
    return all(
        t.readings[0].sem == "time" or t.pos == "NUM" or t.pos in ("ADJ", "DET", "PART") or t.lemma in shapes.happen
        for t in tokens[first:last]
    )


def _judged(clause: Clause, first: int, roles: Roles, shapes: ClauseWords) -> bool:
    """Whether a copula only says what an event is like, by the adjective at token `first`: हमला निंदनीय है, समझौता
    जरूरी है."""
    group = roles.chunks[clause.verb].verb if clause.verb >= 0 else None
    if group is None or group.lemmas[0] != shapes.be or group.aspect:
        return False
    token = roles.tagged.tokens[first]
    return token.pos == "ADJ" and token.lemma not in (*shapes.happen, *shapes.aspects)


def _makes_happen(chunk: Chunk, tokens: tuple[Token, ...], shapes: ClauseWords) -> bool:
    return chunk.kind == "noun" and tokens[chunk.head].lemma in shapes.happen


def _scene(chunk: Chunk, tokens: tuple[Token, ...], *, happened: bool) -> bool:
    """Whether a group only tells when, where or to whom something is: धमाका बाजार में हुआ, हमला उस समय हुआ. Of what has
    `happened` it may tell more than of what is the case (निर्देश रुख के विपरीत है)."""
    marked = chunk.case not in (DIRECT, ERGATIVE) if happened else chunk.case in (IN, ON)
    return chunk.kind == "noun" and (marked or tokens[chunk.head].readings[0].sem == "time")


def _comma_after(i: int, chunks: tuple[Chunk, ...], tokens: tuple[Token, ...], shapes: ClauseWords) -> bool:
    after = chunks[i + 1] if i + 1 < len(chunks) else None
    return after is not None and after.kind == "mark" and tokens[after.first].norm in shapes.commas


def scope(candidate: Candidate, roles: Roles) -> tuple[int, int]:
    """The tokens of a candidate's clause: from its first shared chunk to its verb."""
    clause = roles.clauses[candidate.clause]
    some = [roles.chunks[i] for i in (*clause.outer, *clause.chunks)]
    if clause.verb >= 0:
        some.append(roles.chunks[clause.verb])
    first = min((c.first for c in some), default=candidate.first)
    last = max((c.last for c in some), default=candidate.last)
    return min(first, candidate.first), max(last, candidate.last)


def mode(candidate: Candidate, roles: Roles, words: Vocabulary) -> str | None:
    """The frame's mode, else the first listed one whose words stand in the act's clause (trigger included)."""
    if candidate.frame.row.mode:
        return candidate.frame.row.mode
    spans = [scope(candidate, roles)]
    topic = roles.clauses[0]
    if candidate.clause > 0 and topic.verb < 0 and roles.clauses[candidate.clause].parent == 0 and topic.chunks:
        spans.append((0, roles.chunks[topic.chunks[-1]].last))  # काबुल ब्लास्ट: 73 मरे
    modes = candidate.frame.modes
    return next((name for span in spans for name, wanted in modes if words.within(wanted, *span)), None)
