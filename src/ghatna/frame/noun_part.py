"""Where the noun part of a light-verb predicate stands: before its verb, after it, or in two."""

from ghatna.frame.vocabulary import at, glossed_to, says
from ghatna.lexicon.cases import DIRECT, IN, OBJECT
from ghatna.lexicon.rules import ClauseWords, Pattern
from ghatna.model import Clause, Roles
from ghatna.parse.front import ACTS


def noun_part(pattern: Pattern, clause: Clause, verb: int, roles: Roles, shapes: ClauseWords) -> tuple[int, int] | None:
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
        if chunk.case in shapes.agent_cases and i > 0 and chunks[i - 1].kind == "join":
            break  # जवानों की हत्या | और | पाकिस्तान द्वारा घुसपैठ करने पर
        if chunk.kind not in ("noun", "adverb", "particle"):
            continue
        glossed = chunk.head + 1 if glossed_to(tokens, chunk.head + 1, chunk.body, shapes) else chunk.body
        for end in dict.fromkeys((chunk.last, glossed)):
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
    if found is None and len(pattern.nouns) > 1:
        return _split(pattern, clause, plain, roles)
    return found or _across(pattern, clause, roles, shapes)


def _across(pattern: Pattern, clause: Clause, roles: Roles, shapes: ClauseWords) -> tuple[int, int] | None:
    """The noun of what happened, where a clause stands before the verb: दो लोगों की | मौत | गोली लगने से | हुई."""
    chunks, group = roles.chunks, roles.chunks[clause.verb].verb
    if group is None or group.lemmas[0] != shapes.be or group.aspect != "perf":
        return None
    if any(chunks[i].kind in ("noun", "adverb") and i < clause.verb for i in clause.chunks):
        return None
    for i in reversed(clause.outer):
        chunk = chunks[i]
        if chunk.kind == "mark":
            return None
        if chunk.kind == "noun" and chunk.case == DIRECT and chunks[i + 1].kind != "verb":
            first = at(roles.tagged.tokens, pattern.nouns, chunk.body)
            return (first, chunk.body) if first >= chunk.first else None
    return None


def _otherwise(i: int, clause: Clause, roles: Roles, shapes: ClauseWords) -> bool:
    """Whether the verb has another word for its predicate, so that the noun before is only what it is done to: मुकदमे
    को | प्रभावित करना, वादे | पूरे करना, हिंसा को | स्वीकार करना."""
    tokens, chunks = roles.tagged.tokens, roles.chunks
    k = clause.verb - 1
    while k > i and chunks[k].kind in ("adverb", "particle"):
        k -= 1
    chunk, group = chunks[k], chunks[clause.verb].verb
    if k > i and chunk.kind == "noun" and chunk.case == DIRECT and group is not None:
        if group.lemmas[0] == shapes.be and not group.aspect and group.tense in ("pres", "past"):
            return True  # घोषणा | एक मजाक | है
    if k <= i or chunk.kind != "noun" or chunk.case != DIRECT or tokens[chunk.head].norm in shapes.aspects:
        return False
    return tokens[chunk.body - 1].pos == "ADJ" or chunks[i].case == OBJECT


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
        if chunk.kind == "adverb" and (first := at(tokens, pattern.nouns, chunk.last)) >= 0:
            return first, chunk.last  # लौटाया | बैरंग
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
    if len(nouns) == 3 and nouns[1] in (OBJECT, IN) and says(tokens[end - 1], nouns[2]):
        for i in (k for k in clause.chunks if chunks[k].case == nouns[1] and chunks[k].last < end):
            if (first := at(tokens, nouns[:2], chunks[i].last)) >= chunks[i].first:
                return first, chunks[i].last  # हमले को | दो नकाबपोशों ने | अंजाम दिया, हड़ताल में | सौ शिक्षक | शामिल हुए
    if len(nouns) > 2 or tokens[end - 1].pos not in ("ADV", "ADJ", "NOUN") or not says(tokens[end - 1], nouns[1]):
        return None
    cases = (DIRECT, OBJECT) if tokens[end - 1].pos == "ADJ" else (DIRECT,)  # सड़कों को | पूरी तरह | अवरुद्ध कर दिया
    for i in clause.chunks:
        chunk = chunks[i]
        if chunk.kind == "noun" and chunk.case in cases and says(tokens[chunk.body - 1], nouns[0]):
            return chunk.body - 1, chunk.body
    return None
