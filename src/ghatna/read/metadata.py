"""What a page says of itself: its JSON-LD, meta tags and the elements marked as author, time or tag."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urljoin, urlsplit

import lxml.html

ARTICLES = (
    *("Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "Report"),
    *("BackgroundNewsArticle", "LiveBlogPosting", "BlogPosting", "ImageGallery", "MediaGallery"),
)
PAGES = ("WebPage", "ItemPage")
VIDEOS = ("VideoObject",)
PERSON = "Person"
# Comments and CDATA marks that templates leave around the JSON, and commas before a closing bracket.
CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
COMMA = re.compile(r",\s*(?=[}\]])")
TAG = re.compile(r"<(?:br|/?p|/?div|/?li|/?h\d)\b[^<>]*>", re.IGNORECASE)
ANY_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
TIMES = (
    (
        "published",
        (
            *("article:published_time", "datepublished", "publish-date", "publishdate", "pubdate", "dcterms.date"),
            *("article:published", "og:published_time", "og:article:published_time", "publish_date", "published_date"),
            *("parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.created"),
            *("publish_time", "published_time", "publishtime", "date"),
        ),
    ),
    (
        "updated",
        (
            *("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified"),
            *("article:modified", "og:article:modified_time", "dcterms.modified", "modified_date", "updated_time"),
        ),
    ),
)
METAS = (
    ("title", ("og:title", "twitter:title", "headline")),
    ("author", ("author", "article:author", "twitter:creator")),
    ("outlet", ("og:site_name", "application-name")),
    ("section", ("article:section",)),
    ("url", ("og:url",)),
    ("description", ("og:description", "description")),
    *TIMES,
)
TAGS = ("article:tag", "news_keywords", "keywords")
MOST_TAGS = 30


@dataclass(slots=True)
class Said:
    """What a page says of itself; empty where it does not. `authors` keep the kind of each (`Person` or empty)."""

    title: str = ""
    loose: bool = False
    """Whether only the `<title>` says the title."""
    alternative: str = ""
    description: str = ""
    authors: list[tuple[str, str]] = field(default_factory=list)
    published: str = ""
    updated: str = ""
    outlet: str = ""
    section: str = ""
    tags: tuple[str, ...] = ()
    url: str = ""
    body: str = ""
    whole: bool = True
    """Whether `body` may be taken for all of the text; of a live blog it is only the entries."""
    gallery: bool = False
    video: str = ""
    """The description of a video that the page is about."""


def said(tree: lxml.html.HtmlElement, address: str) -> Said:
    """What the page says; of its JSON-LD, the article that it is about comes first, then meta tags fill the gaps.

    `address` is where the page was found, empty where that is unknown.
    """
    found = Said()
    meta = metas(tree)
    canonical = next(
        (link.get("href", "") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"), ""
    )
    described = [node for script in tree.iter("script") for node in ld(script)]
    by_id = {node["@id"]: node for node in described if isinstance(node.get("@id"), str) and node.get("name")}
    for node in described:
        for key in ("author", "publisher"):
            node[key] = resolved(node.get(key), by_id)
    articles = [node for node in described if of(node, ARTICLES)]
    known = {bare(u, address) for u in (canonical, *meta.get("og:url", ()), address) if u}
    # Pages that load the next article below tell of that one too.
    own = next((n for n in articles if {bare(u, address) for u in addresses(n)} & known), None)
    articles.sort(key=lambda node: node is not own)
    if articles:
        article(found, articles[0])
    for node in (*articles[:1], *(n for n in described if of(n, PAGES))):
        fill(found, node)
    if not articles and (video := next((n for n in described if of(n, VIDEOS)), None)):
        found.video = plain(video.get("description"))
        found.title = found.title or named(video.get("name"))
        found.published = found.published or named(video.get("uploadDate"))
    if not found.section:
        found.section = breadcrumb(described)
    for key, names in METAS:
        value = next((v for name in names for v in meta.get(name, ()) if v), "")
        if key == "author":
            if not found.authors and value and not value.startswith(("http", "@")):
                found.authors = [(value, "")]
        elif value and not getattr(found, key):
            setattr(found, key, value)
    if not found.tags:
        found.tags = next((t for name in TAGS if (t := split(meta.get(name, ())))), ())
    if not found.title:
        found.title = next((" ".join(head.text_content().split()) for head in tree.iter("title")), "")
        found.loose = True
    found.url = whole((canonical, found.url), address)
    return found


def resolved(value: object, by_id: dict[object, dict[str, object]]) -> object:
    """A JSON-LD value that only names another object of the page, as that object."""
    if isinstance(value, list):
        return [resolved(one, by_id) for one in value]
    if isinstance(value, dict) and not value.get("name"):
        return by_id.get(value.get("@id"), value)
    return value


def metas(tree: lxml.html.HtmlElement) -> dict[str, list[str]]:
    """Values of meta tags by name in small letters."""
    found: dict[str, list[str]] = {}
    for tag in tree.iter("meta"):
        for key in ("property", "name", "itemprop"):
            if (name := tag.get(key)) and (value := " ".join(unescape(tag.get("content") or "").split())):
                found.setdefault(name.lower(), []).append(value)
    return found


def article(found: Said, node: dict[str, object]) -> None:
    """What only an article says: its text, or those of the entries of a live blog, and whether it is a gallery."""
    found.gallery = of(node, ("ImageGallery", "MediaGallery"))
    found.body = plain(node.get("articleBody"))
    entries = node.get("liveBlogUpdate")
    if isinstance(entries, list | dict):
        found.whole = False
        texts = [
            line
            for entry in nodes(entries)
            for line in (named(entry.get("headline")), plain(entry.get("articleBody")))
            if line
        ]
        found.body = "\n".join(dict.fromkeys([*found.body.split("\n"), *texts])).strip()


def fill(found: Said, node: dict[str, object]) -> None:
    """The fields of a JSON-LD object that are not yet known."""
    for key, value in (
        ("title", named(node.get("headline"))),
        ("alternative", named(node.get("alternativeHeadline") or node.get("alternateName"))),
        ("description", plain(node.get("description"))),
        ("published", named(node.get("datePublished"))),
        ("updated", named(node.get("dateModified"))),
        ("outlet", named(node.get("publisher"))),
        ("section", named(first(node.get("articleSection")))),
        ("url", named(node.get("mainEntityOfPage") or node.get("url"))),
    ):
        if value and not getattr(found, key) and (key == "url" or not value.startswith("http")):
            setattr(found, key, value)
    if not found.authors:
        people = node.get("author") or node.get("creator")
        for one in people if isinstance(people, list) else [people]:
            kind = one.get("@type") if isinstance(one, dict) else ""
            if (name := named(one)) and not name.startswith("http"):
                found.authors.append((name, PERSON if kind == PERSON else str(kind or "")))
    if not found.tags:
        words = node.get("keywords")
        found.tags = split([named(w) for w in words] if isinstance(words, list) else [named(words)])


def ld(script: lxml.html.HtmlElement) -> Iterator[dict[str, object]]:
    """The objects of a JSON-LD script, mended where templates broke it; none of one that is no JSON."""
    if (script.get("type") or "").lower().split(";")[0].strip() != "application/ld+json":
        return
    text = CDATA.sub("", script.text or "")
    text = text[min((at for mark in "[{" if (at := text.find(mark)) >= 0), default=0) :]
    text = text[: max(text.rfind("}"), text.rfind("]")) + 1]
    for form in (text, COMMA.sub("", text), unescape(text)):
        try:
            yield from nodes(json.loads(form, strict=False))
            return
        except (ValueError, RecursionError):
            continue


def nodes(value: object) -> Iterator[dict[str, object]]:
    """Every object of a JSON-LD block, through lists and `@graph`, what a page is about after the page."""
    if isinstance(value, list):
        for item in value:
            yield from nodes(item)
    elif isinstance(value, dict):
        yield value
        yield from nodes(value.get("@graph"))
        if isinstance(value.get("mainEntity"), dict):
            yield from nodes(value["mainEntity"])


def of(node: dict[str, object], kinds: tuple[str, ...]) -> bool:
    """Whether a JSON-LD object is of one of these types."""
    kind = node.get("@type")
    return any(k in kinds for k in (kind if isinstance(kind, list) else [kind]))


def addresses(node: dict[str, object]) -> Iterator[str]:
    """The addresses by which a JSON-LD object says what it is."""
    for value in (node.get("mainEntityOfPage"), node.get("url"), node.get("@id")):
        if name := named(value.get("@id") if isinstance(value, dict) else value):
            yield name


def breadcrumb(described: list[dict[str, object]]) -> str:
    """The section that the page's breadcrumbs name: the step after the first."""
    for node in described:
        steps = node.get("itemListElement")
        if of(node, ("BreadcrumbList",)) and isinstance(steps, list):
            names = [named(s.get("name") or s.get("item")) for s in steps if isinstance(s, dict)]
            if len(names) > 2 and not names[1].startswith("http"):
                return names[1]
    return ""


def first(value: object) -> object:
    """The first of a list; anything else as it is."""
    return value[0] if isinstance(value, list) and value else value


def named(value: object) -> str:
    """The name of a JSON-LD value: a text, an object with a name or address, or a list of them."""
    if isinstance(value, list):
        return ", ".join(n for n in map(named, value) if n)
    if isinstance(value, dict):
        return named(value.get("name") or value.get("@id"))
    if not isinstance(value, str):
        return ""
    return " ".join(ANY_TAG.sub(" ", unescape(unescape(value))).split())


def plain(value: object) -> str:
    """A text of JSON-LD, paragraphs one a line, without the tags and references that some pages leave in it."""
    if not isinstance(value, str):
        return ""
    text = ANY_TAG.sub(" ", TAG.sub("\n", unescape(unescape(value))))
    return "\n".join(line for raw in re.split(r"[\r\n]+", text) if (line := " ".join(raw.split())))


def split(values: Iterable[str]) -> tuple[str, ...]:
    """Keywords, each once; several in one text are separated by commas."""
    words = (word.strip() for value in values for word in re.split(r"[,|]", value))
    return tuple(dict.fromkeys(w for w in words if w))[:MOST_TAGS]


def bare(url: str, base: str) -> str:
    """What tells two addresses apart: host and path."""
    try:
        parts = urlsplit(urljoin(base, url))
    except ValueError:
        return url
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}"


def joined(address: str, href: str) -> str:
    """`href` as a whole address, or as it is where that cannot be told."""
    try:
        return urljoin(address, href)
    except ValueError:
        return href


def whole(urls: Iterable[str], address: str) -> str:
    """The canonical address: the first of some that is not the front page, which some templates name for every
    article; the page's own where there is none."""
    for url in (*(joined(address, url.strip()) for url in urls if url), address):
        try:
            parts = urlsplit(url)
        except ValueError:
            continue
        if parts.path not in ("", "/") and (parts.scheme or not address):
            return url
    return address
