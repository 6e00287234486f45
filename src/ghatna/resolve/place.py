"""Where it happened: names of places that the words around them mark as the scene of the act."""

from collections.abc import Sequence

from msgspec import Struct

from ghatna.lexicon.actors import HOME, HOME_WEIGHT
from ghatna.lexicon.gazetteer import COUNTRY, Gazetteer, Spot
from ghatna.model import Place, Tagged, Token

NEVER = ("VERB", "AUX", "ADP", "PRON", "DET", "CCONJ", "SCONJ", "ADV", "NUM")
"""Parts of speech of words that only look like a name (गया, पर, बार)."""
IN, ON, NEAR, COME, FROM = range(5)
"""How sure a marking is of the scene; the lower the surer."""


class Named(Struct, frozen=True):
    """A name at tokens `first` … `last` and the places it may be."""

    first: int
    last: int
    spots: tuple[Spot, ...]

    @property
    def level(self) -> int:
        return max(s.level for s in self.spots)


def place(tagged: Tagged, first: int, last: int, gazetteer: Gazetteer, *, country_hint: str | None) -> Place | None:
    """The place of the act that tokens `first` … `last` tell; None where no name is marked as its scene.

    में marks a scene; पर where the act strikes (कीव पर हमला) or a site is named (गाजा के अस्पताल पर); से where it takes
    from (दिल्ली से गिरफ्तार). Of a chain (छत्तीसगढ़ के दांतेवाड़ा जिले में) the narrower name counts and the wider one tells
    which it is. `country_hint` decides between towns of one name.
    """
    tokens = tagged.tokens
    named = names(tokens, first, last, gazetteer)
    found = []
    for n, one in enumerate(named):
        marking = marked(tokens, n, named, last, gazetteer)
        if marking is not None:
            found.append((marking, -one.level, n))
    if not found:
        return None
    _, _, chosen = min(found)
    one = named[chosen]
    wider = [s for k, other in enumerate(named) if k != chosen for s in other.spots if near(named, k, chosen)]
    hints = [country_hint] if country_hint else [n.names[0].country for n in tagged.names if n.names]
    best = choose(one.spots, wider, hints)
    admin1 = best.admin1 or None
    text = tagged.sentence.text[tokens[one.first].start : tokens[one.last - 1].end]
    return Place(
        text=text,
        name=best.name,
        country=best.country,
        admin1=admin1,
        lat=best.lat,
        lon=best.lon,
        geonames=best.geonames,
    )


def names(tokens: Sequence[Token], first: int, last: int, gazetteer: Gazetteer) -> list[Named]:
    """Every name of the gazetteer in the span, longest first, never crossing."""
    found: list[Named] = []
    at = first
    while at < last:
        if sea := gazetteer.words["waters"].at(tokens, at, last):
            at += sea
            continue
        size, spots = gazetteer.at(tokens, at, last)
        if size and not (size == 1 and tokens[at].pos in NEVER and not before_in(tokens, at, last, gazetteer)):
            found.append(Named(at, at + size, spots))
            at += size
        else:
            at += 1
    return found


def before_in(tokens: Sequence[Token], i: int, last: int, gazetteer: Gazetteer) -> bool:
    """Whether a word stands as a name does: right before में or a kind of place (गया जिले में)."""
    words = gazetteer.words
    return bool(words["in"].at(tokens, i + 1, last) or words["kind"].at(tokens, i + 1, last))


def near(named: list[Named], k: int, chosen: int) -> bool:
    """Whether two names stand close enough for one to tell which place the other is."""
    return abs(named[k].first - named[chosen].first) <= 6


def marked(tokens: Sequence[Token], n: int, named: list[Named], last: int, gazetteer: Gazetteer) -> int | None:
    """How surely the words after a name make it the scene; None where they do not."""
    words = gazetteer.words
    one = named[n]
    at = one.last
    site = bool(words["kind"].at(tokens, one.last - 1, one.last))
    while size := words["kind"].at(tokens, at, last):
        at += size
        site = True
    if at >= last:
        return None
    following = named[n + 1] if n + 1 < len(named) else None
    joined = words["and"].at(tokens, at, last)
    if joined and following and following.first == at + joined:
        # `दिल्ली और मुंबई में`: the first is marked as the second is.
        return marked(tokens, n + 1, named, last, gazetteer)
    if words["in"].at(tokens, at, last):
        return IN
    if words["near"].at(tokens, at, last):
        return NEAR
    if words["on"].at(tokens, at, last):
        strikes = site or any(words["strike"].at(tokens, k, last) for k in range(at, last))
        return ON if strikes else None
    if words["of"].at(tokens, at, last):
        return owner(tokens, at + 1, following, last, gazetteer)
    if words["arrive"].at(tokens, at, last):
        return COME
    # `पटना: …`, `पटना - …`; a hyphen without a space joins names (भारत-नेपाल).
    spaced = tokens[at].start > tokens[at - 1].end or tokens[at].norm == ":"
    if one.first == 0 and spaced and words["colon"].at(tokens, at, last):
        return COME
    if words["from"].at(tokens, at, last):
        takes = any(words["origin"].at(tokens, k, last) for k in range(at, min(at + 8, last)))
        return FROM if takes else None
    return None


def owner(tokens: Sequence[Token], i: int, following: Named | None, last: int, gazetteer: Gazetteer) -> int | None:
    """The marking of the site that a name owns: गाजा के एक अस्पताल पर, रूस की यात्रा पर."""
    words = gazetteer.words
    for at in range(i, min(i + 6, last)):
        if following and following.first == at:
            return None
        if words["visit"].at(tokens, at, last):
            return COME
        if size := words["scene"].at(tokens, at, last) or (tokens[at].readings[0].sem == "place"):
            after = at + int(size)
            if words["in"].at(tokens, after, last):
                return IN
            if words["on"].at(tokens, after, last):
                return ON
            if words["near"].at(tokens, after, last):
                return NEAR
            if words["from"].at(tokens, after, last):
                takes = any(words["origin"].at(tokens, k, last) for k in range(after, min(after + 8, last)))
                return FROM if takes else None
        if any(words[w].at(tokens, at, last) for w in ("in", "on", "from")):
            return None
    return None


def choose(spots: tuple[Spot, ...], wider: list[Spot], hints: Sequence[str]) -> Spot:
    """The place among those of one name that the names around it, then the hints, then size speak for."""

    def weight(one: Spot) -> tuple[bool, bool, bool, bool, int]:
        inside = any(w.level < one.level and w.admin1 and w.admin1 == one.admin1 for w in wider)
        country = any(w.level == COUNTRY and w.country == one.country for w in wider)
        size = one.population * (HOME_WEIGHT if one.country == HOME else 1)
        return inside, country, one.level == COUNTRY, one.country in hints, size

    return max(spots, key=weight)
