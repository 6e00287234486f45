"""The lexicon's own ids of those who act: `person:vladimir-putin`, `country:XKX`, `region:IND-bihar`.

An id is made of the kind and the English name, so it stays the same as long as these do and needs no register. A row
that carries an id (Wikidata's, say) keeps it, and gives it to all rows of the same kind and name. Two of one kind and
name that are not the same need an id in their rows.
"""

import re
import unicodedata

STATE = ("country", "adjective", "seat")
"""Kinds of names that stand for a state, whose id is its code."""
KINDS = {"place": "region"}
"""Kinds that are called otherwise outside the coder."""
APART = re.compile(r"[^a-z0-9]+")


def identity(kind: str, name: str, country: str = "") -> str:
    """The id of an actor of a kind (as in `model.Name`) by its English name; empty for one without a name.

    >>> identity("person", "Vladimir Putin"), identity("body", "Médecins Sans Frontières")
    ('person:vladimir-putin', 'body:medecins-sans-frontieres')
    >>> identity("seat", "Russia", "RUS"), identity("place", "Bihar", "IND")
    ('country:RUS', 'region:IND-bihar')
    """
    if kind in STATE:
        return f"country:{country}" if country else ""
    slug = slugged(name)
    if not slug:
        return ""
    within = f"{country}-" if kind == "place" and country else ""
    return f"{KINDS.get(kind, kind)}:{within}{slug}"


def slugged(name: str) -> str:
    """A name in small Latin letters and digits, a hyphen for all that stands between."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("'", "").replace("\u2019", ""))
    return APART.sub("-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")
