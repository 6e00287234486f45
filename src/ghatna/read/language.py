"""Is this Hindi? By script first, then by the small words and endings that languages of this script do not share."""

import re
import unicodedata
from collections import Counter
from functools import cache

from ghatna.errors import ReadError
from ghatna.read.fonts import font
from ghatna.read.patterns import Patterns

ROMAN = "hi-Latn"
WORD = re.compile(r"[\u0900-\u0963\u0970-\u097f\u200d]+")
# Hindi pages keep many names in Latin letters; below this share of letters the page itself is of another language.
SHARE = 0.3
# Another language must show itself by more words than Hindi, and by two different ones; where nothing is Hindi, one of
# so many letters and signs is enough.
ALONE = 4
SAMPLE = 20_000
# A headline of few words may name things in Latin letters throughout: Hindi shows in its small words.
HEADLINE, SMALL, WORDS = 400, 2, 4
ROMANISED = 0.12
"""The share of small words of Hindi from which on text in Latin letters is Hindi."""
LATIN = re.compile(r"[a-z]+")
LATIN_LETTERS = re.compile(r"[A-Za-z]")
TAGS = re.compile(r"|(?:hi|hin|hindi)(?:[-_].*)?", re.IGNORECASE)
"""What is written for Hindi, or for no language, where one is named."""


def language(text: str, patterns: Patterns) -> str:
    """The language of a text: `hi`, another code of `[language]` in `read.toml`, `hi-Latn` for Hindi in Latin letters,
    another script's name in small letters (`latin`, `bengali`), or `""` for a text without letters.

    Short texts without any evidence are taken for Hindi.
    """
    text = unicodedata.normalize("NFC", text[:SAMPLE])
    scripts = Counter(unicodedata.name(c, "unknown").split()[0].lower() for c in text if c.isalpha())
    if not scripts:
        return ""
    found = Counter(WORD.findall(text))
    if scripts["devanagari"] < SHARE * scripts.total():
        small = sum(1 for word in found if word in patterns.rules.language["hi"].words)
        if len(text) > HEADLINE or (small < SMALL and not (small and len(found) >= WORDS)):
            scripts["devanagari"] = 0
            script = scripts.most_common(1)[0][0]
            return ROMAN if script == "latin" and romanised(text, patterns) else script
    rules = patterns.rules.language
    shows = {
        code: [w for w in found if expression.fullmatch(w) and w not in rules[code].never]
        for code, expression in signs(patterns).items()
    }
    hindi = shows.pop("hi")
    lead = {"hi": 0}
    for code, some in shows.items():
        shared = rules[code].shared
        against = [w for w in hindi if w not in shared]
        if len(some) > 1 or (some and not against and len(some[0]) >= ALONE):
            lead[code] = sum(found[w] for w in some) - sum(found[w] for w in against)
    return max(lead, key=lambda code: lead[code])


def named_hindi(name: str) -> bool:
    """Whether the name or code of a language that comes with a text lets it be Hindi: `hi-IN`, or none at all."""
    return TAGS.fullmatch(name.strip()) is not None


def romanised(text: str, patterns: Patterns) -> bool:
    """Whether text in Latin letters is Hindi (`Sarkar ne kaha hai ki …`)."""
    found = Counter(LATIN.findall(text.lower()))
    known = [word for word in patterns.rules.romanised.words if word in found]
    return len(known) >= SMALL and sum(found[word] for word in known) >= ROMANISED * found.total()


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
    mixed = found == "hi" and len(LATIN_LETTERS.findall(text[:SAMPLE])) > SHARE * len(text[:SAMPLE])
    if found == "hi" and not (mixed and font(text, patterns)):
        return
    if not found:
        raise ReadError(where, "no text in it", "article")
    if found != ROMAN and (name := font(text, patterns)):
        hint = "convert it to Unicode first"
        raise ReadError(where, f"Hindi in the font {name}, which is no Unicode text (hint: {hint})", "broken")
    if found == ROMAN:
        raise ReadError(where, "Hindi in Latin letters, not in Devanagari", "hindi")
    known = patterns.rules.language.get(found)
    seen = known.name if known else f"text in {found.title()} script"
    raise ReadError(where, f"{seen}, not Hindi", "hindi")
