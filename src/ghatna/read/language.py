"""Is this Hindi? By script first, then by the small words and endings that languages of this script do not share."""

import re
import unicodedata
from collections import Counter
from functools import cache

from ghatna.errors import ReadError
from ghatna.read.patterns import Patterns

WORD = re.compile(r"[\u0900-\u0963\u0970-\u097f\u200d]+")
# Hindi pages keep many names in Latin letters; below this share of letters the page itself is of another language.
SHARE = 0.3
# Another language must show itself by more words than Hindi, and by two different ones; where nothing is Hindi, one of
# so many letters and signs is enough.
ALONE = 4
SAMPLE = 20_000


def language(text: str, patterns: Patterns) -> str:
    """`hi`, another code of `[language]` in `read.toml`, a script's name in small letters (`latin`, `bengali`), or
    `""` for a text without letters. Short texts without any evidence are taken for Hindi."""
    text = unicodedata.normalize("NFC", text[:SAMPLE])
    scripts = Counter(unicodedata.name(c, "unknown").split()[0].lower() for c in text if c.isalpha())
    if not scripts:
        return ""
    if scripts["devanagari"] < SHARE * scripts.total():
        scripts["devanagari"] = 0
        return scripts.most_common(1)[0][0]
    found = Counter(WORD.findall(text))
    shows = {code: [w for w in found if expression.fullmatch(w)] for code, expression in signs(patterns).items()}
    hindi = shows.pop("hi")
    lead = {"hi": 0}
    for code, some in shows.items():
        shared = patterns.rules.language[code].shared
        if len(some) > 1 or (some and not hindi and len(some[0]) >= ALONE):
            lead[code] = sum(found[w] for w in some) - sum(found[w] for w in hindi if w not in shared)
    return max(lead, key=lambda code: lead[code])


@cache
def signs(patterns: Patterns) -> dict[str, re.Pattern[str]]:
    """What a word looks like that shows a language, by its code."""

    def either(forms: tuple[str, ...]) -> str:
        return "|".join(re.escape(unicodedata.normalize("NFC", form)) for form in forms) or r"\b\B"

    return {
        code: re.compile(rf"(?:{either(rules.words)})|..+(?:{either(rules.endings)})")
        for code, rules in patterns.rules.language.items()
    }


def require_hindi(text: str, where: str, patterns: Patterns) -> None:
    """Raises `ReadError` with the language or script that was found instead."""
    found = language(text, patterns)
    if found == "hi":
        return
    if not found:
        raise ReadError(where, "no text in it", "article")
    known = patterns.rules.language.get(found)
    seen = known.name if known else f"text in {found.title()} script"
    raise ReadError(where, f"{seen}, not Hindi", "hindi")
