"""Lines of scraped articles: bylines, times, datelines, agencies, links, and what must stay as it is."""

import re
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ghatna.errors import ReadError
from ghatna.model import Document
from ghatna.read.patterns import patterns
from ghatna.read.source import read_bytes
from ghatna.read.times import parse

HEAD = "सड़क निर्माण में घोटाले पर सात अफसर नपे"
BODY = "राज्य सरकार ने बुधवार को सात अधिकारियों को निलंबित कर दिया और जांच के आदेश दिए।"
EVENING = datetime.fromisoformat("2024-12-05T20:13+05:30")


def one(text: str) -> Document:
    (found,) = read_bytes(text.encode(), "x", patterns())
    assert isinstance(found, Document)
    return found


@pytest.mark.parametrize(
    ("line", "byline", "desk"),
    [
        ("Edited By Asha,Updated: 05 Dec, 2024 08:13 PM", "Asha", ""),
        ("Reported by: रवि कुमार, Edited by: सीमा राय | Last Updated: दिसंबर 05, 2024 20:13 pm IST", "रवि कुमार", ""),
        (
            "न्यूज डेस्क, अमर उजाला, लखनऊ Published by: राहुल मिश्रा Updated Thu, 05 Dec 2024 08:13 PM IST",
            "राहुल मिश्रा",
            "न्यूज डेस्क",
        ),
        ("लेखक: रवि कुमार|कोई अखबार•5 Dec 2024, 8:13 pm IST", "रवि कुमार", ""),
        ("Written By : रवि कुमार Published : Dec 05, 2024 20:13 IST, Updated : Dec 05, 2024 20:13 IST", "रवि कुमार", ""),
        ("Publish Date: Thu, 05 Dec 2024 08:13 PM (IST) Updated Date: Thu, 05 Dec 2024 08:13 PM (IST)", "", ""),
        ("प्रकाशित: 5 दिसंबर, 2024, रात 8:13 बजे", "", ""),
        ("नई दिल्ली, 05 दिसंबर 2024, अपडेटेड 8:13 PM IST", "", ""),
        ("अपडेट: गुरुवार, 5 दिसम्बर 2024 (20:13 IST)", "", ""),
    ],
)
def test_bylines_and_times(line: str, byline: str, desk: str) -> None:
    d = one(f"{HEAD}\n{line}\n{BODY}")
    assert d.text == f"{HEAD}\n{BODY}" and d.title == HEAD
    assert (d.byline, d.desk) == (byline, desk)
    assert EVENING in (d.published, d.updated)


@pytest.mark.parametrize(
    "line",
    [
        "By Ravi Kumar",
        "हमारे संवाददाता",
        "एजेंसियां, वाशिंगटन",
        "नई दिल्ली | रवि कुमार",
        "द्वारा: रवि कुमार",
        "(एजेंसी)",
        "लखनऊ2 घंटे पहले",
        "कॉपी लिंक",
        "विज्ञापन",
        "example.com",
        "Also Read: सोने के दाम गिरे",
        "ये भी पढ़ेंः-सोने के दाम गिरे",
        "इसे भी पढ़ें\nसोने के दाम गिरे",
    ],
)
def test_other_lines_are_no_news(line: str) -> None:
    assert one(f"{HEAD}\n{line}\n{BODY}").text == f"{HEAD}\n{BODY}"


@pytest.mark.parametrize(
    ("front", "dateline", "agency"),
    [
        ("नई दिल्ली, 12 मार्च (भाषा): ", "नई दिल्ली, 12 मार्च", "भाषा"),
        ("नई दिल्ली, 12 मार्च (भाषा) ", "नई दिल्ली, 12 मार्च", "भाषा"),
        ("काठमांडू, मार्च 12 (रायटर) - ", "काठमांडू, मार्च 12", "रायटर"),
        ("लखनऊ। ", "लखनऊ", ""),
        ("जौनपुर। ", "जौनपुर", ""),
        ("गोंडा: ", "गोंडा", ""),
        ("जौनपुर: ", "जौनपुर", ""),
        ("जौनपुर, संवाददाता। ", "जौनपुर", ""),
        ("जालंधर (धवन): ", "जालंधर", ""),
        ("संवाद सूत्र, जौनपुर : ", "जौनपुर", ""),
        ("डिजिटल डेस्क, नई दिल्ली। ", "नई दिल्ली", ""),
        ("वर्ल्ड डेस्क, अमर उजाला, वाशिंगटन: ", "वाशिंगटन", ""),
        ("एएनआई, नई दिल्ली। ", "नई दिल्ली", "एएनआई"),
        ("बीजिंग: (एजेंसी) ", "बीजिंग", "एजेंसी"),
        ("(एएनआई) ", "", "एएनआई"),
        ("International Desk: ", "", ""),
        ("नेशनल डेस्क : ", "", ""),
        ("इंटरनेशनल डेस्कः ", "", ""),
    ],
)
def test_fronts(front: str, dateline: str, agency: str) -> None:
    d = one(f"{HEAD}\n{front}{BODY}")
    assert d.text == f"{HEAD}\n{BODY}"
    assert (d.dateline, d.agency) == (dateline, agency)


@pytest.mark.parametrize(
    "text",
    [
        f"मुंबई: बंदरगाह पर नाव से मिले हथियार\n{BODY}",
        f"वार्ता विफल, किसान फिर सड़क पर\n{BODY}",
        f"मौके पर पहुंची टीम\n{BODY}",
        f"{HEAD}\nथाने में बनी हेल्प डेस्क, जिसे महिलाएं चलाती हैं, बंद कर दी गई।\n{BODY}",
        f"{HEAD}\nसवाल: सरकार ने क्या कहा और जांच कौन करेगा, यह अब तक साफ नहीं है।\n{BODY}",
        f"{HEAD}\n{BODY}\nपुलिस ने कहा कि अपडेट मिलने पर जानकारी दी जाएगी।",
    ],
)
def test_news_stays(text: str) -> None:
    assert one(text).text == text


def test_teaser_and_signature() -> None:
    d = one(f"{BODY[:50]} ...\nनई दिल्ली: {BODY}\nभाषा सीमा रंजन")
    assert d.text == BODY and d.cut == (f"{BODY[:50]} ...",) and d.agency == "भाषा सीमा रंजन"


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        ("रात 12:10", "00:10"),
        ("रात 2:00", "02:00"),
        ("रात 9:05 बजे", "21:05"),
        ("देर रात 1:15", "01:15"),
        ("दोपहर 12:10", "12:10"),
        ("दोपहर 1:30", "13:30"),
        ("दोपहर 11:50", "11:50"),
        ("सुबह 6:00", "06:00"),
        ("तड़के 12:30", "00:30"),
        ("शाम 5:45", "17:45"),
        ("12:10 AM", "00:10"),
        ("12:10 PM", "12:10"),
        ("18:30 PM", "18:30"),
        ("रात 12:10 AM", "00:10"),
    ],
)
def test_hours(said: str, hour: str) -> None:
    assert parse(f"30 नवंबर 2024, {said}", patterns()) == datetime.fromisoformat(f"2024-11-30T{hour}+05:30")


@pytest.mark.parametrize(
    "text", ["", "कल", "30 नवंबर", "31 फरवरी 2024", "2024-13-40", "30 नवंबर 2024 को बैठक हुई", "25:99 5 मई 2024"]
)
def test_no_time(text: str) -> None:
    assert parse(text, patterns()) is None


@given(st.text(alphabet="नई दिल्ल, 12मार्च(भाषा):।.…-|Updted:\n ", max_size=120))
def test_text_is_made_of_the_files_own_lines(noise: str) -> None:
    source = f"{noise}\n{BODY}"
    for d in read_bytes(source.encode(), "x", patterns()):
        if isinstance(d, ReadError):
            continue
        assert all(line in source for line in d.text.split("\n"))
        assert not re.search(r"\n\n", d.text) and d.text[: d.headline_end] == d.title
