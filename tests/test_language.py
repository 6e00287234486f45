"""Hindi is told from the languages that share its script, in texts of one line as well."""

import csv
from pathlib import Path

import pytest

from ghatna.check import examples, rules
from ghatna.errors import ReadError
from ghatna.model import Document
from ghatna.pipeline import Coder
from ghatna.read.fonts import font
from ghatna.read.language import language, named_hindi
from ghatna.read.patterns import patterns
from ghatna.read.source import read_bytes

OTHERS = {
    "ne": """प्रधानमन्त्री ओलीले राजीनामा दिए
        भारत र नेपालबीच व्यापार सम्झौतामा हस्ताक्षर
        सर्वोच्च अदालतले सरकारको निर्णय बदर गर्‍यो
        चीनले नेपाललाई सहयोग गर्ने घोषणा गरेको छ।
        कर्मचारीको आन्दोलन जारी, अस्पतालमा सेवा ठप्प
        बालेन साह भन्छन् : सरकार असफल भयो
        राष्ट्रपति पौडेलद्वारा अध्यादेश जारी""",
    "mr": """मुख्यमंत्र्यांनी राजीनामा दिला
        शेतकऱ्यांचे आंदोलन मागे
        पोलिसांनी आरोपीला अटक केली आहे.
        रशियाने युक्रेनवर हल्ला केला.
        कोल्हापूरला पुराचा वेढा, शाळांना सुटी
        ही कारवाई बेकायदेशीर असल्याचे त्यांनी सांगितले की सरकार जबाबदार आहे""",
    "bho": """मुख्यमंत्री कहलन कि सरकार किसान लोगन के साथे बा।
        पटना में छात्र लोग सड़क जाम कइले बा आउर नारा लगवले बा।
        भारत आ नेपाल के बीच समझौता भइल बा।""",
    "mai": """मुख्यमंत्री कहलनि जे सरकार किसानक संग अछि।
        भारत आ नेपालक बीच समझौता भेल अछि।""",
    "sa": """सः उक्तवान् यत् शान्तिः आवश्यकी अस्ति।
        रूसदेशः युक्रेनदेशे आक्रमणं कृतवान्।
        विपक्षदलानां सदस्याः संसदि विरोधं कृतवन्तः इति वार्ता अस्ति।""",
}
HINDI = """सोना महंगा, चांदी फिसली
    काठमांडू बाढ़: तीन लापता
    मराठी अभिनेता अशोक सराफ सम्मानित
    नेपाली प्रहरी ने भारतीय जवान को पीटा
    बिहार दिवस: 'का हाल बा' बोले पीएम मोदी
    पवन सिंह का 'लॉलीपॉप लागेलू' फिर वायरल
    शिवम् सुंदरम् फिल्म रिलीज
    कोरोनाः दिल्ली में पाबंदियां
    जय श्रीराम के नारे, वंदे मातरम् पर विवाद"""


@pytest.mark.parametrize(
    ("code", "line"), [(code, line.strip()) for code, lines in OTHERS.items() for line in lines.split("\n")]
)
def test_other_languages(code: str, line: str) -> None:
    assert language(line, patterns()) == code


@pytest.mark.parametrize("line", [line.strip() for line in HINDI.split("\n")])
def test_hindi_headlines(line: str) -> None:
    assert language(line, patterns()) == "hi"


def test_no_example_of_a_rule_is_of_another_language(coder: Coder) -> None:
    found = [e.text for rule in rules(coder) for e in examples(rule) if language(e.text, patterns()) != "hi"]
    assert found == []


LINES = Path(__file__).parent / "languages"
HEADLINES = Path(__file__).parents[2] / "shared" / "corpora" / "headlines.csv"


@pytest.mark.parametrize("code", ["mr", "ne", "bho", "sa", "hi-Latn"])
def test_two_hundred_lines_of_another_language(code: str) -> None:
    lines = (LINES / f"{code}.txt").read_text("utf-8").splitlines()
    assert len(lines) == 200
    taken = [line for line in lines if language(line, patterns()) != code]
    assert len(taken) <= 4, taken
    # A whole text shows itself, whichever ten lines it has.
    assert {language("\n".join(lines[n : n + 10]), patterns()) for n in range(0, 200, 10)} == {code}


@pytest.mark.skipif(not HEADLINES.is_file(), reason="no headlines here")
def test_no_hindi_headline_is_refused() -> None:
    with HEADLINES.open(encoding="utf-8", newline="") as file:
        lines = [row["text"] for row in csv.DictReader(file)]
    assert len(lines) > 7000
    assert [line for line in lines if language(line, patterns()) != "hi"] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Samsung Galaxy S24 Ultra पर 20 हजार की छूट", "hi"),
        ("The finance minister said that the government will not raise taxes this year.", "latin"),
        ("Ban Ki Moon met the chief of the mission in Geneva", "latin"),
        ("Se dice que el ministro no viajará a la capital", "latin"),
        ("Kal se hartal par jayenge doctor", "hi-Latn"),
        ("বাংলাদেশ সরকার আজ ঘোষণা করেছে", "bengali"),
    ],
)
def test_scripts(text: str, code: str) -> None:
    assert language(text, patterns()) == code


@pytest.mark.parametrize("name", ["Kruti Dev", "Walkman Chanakya", "Chanakya", "Shusha"])
def test_fonts_of_eight_bits_are_refused_by_name(name: str) -> None:
    text = (LINES / f"font-{name.lower().replace(' ', '-')}.txt").read_text("utf-8")
    assert font(text, patterns()) == name
    page = f"<html><body><h1>{text[:30]}</h1><p>{text}</p><p>{text}</p></body></html>"
    for raw in (text.encode(), page.encode(), text.encode("cp1252")):
        (wrong,) = read_bytes(raw, "x", patterns())
        assert isinstance(wrong, ReadError) and f"Hindi in the font {name}" in wrong.problem, wrong
        assert wrong.reason == "broken" and "\n" not in str(wrong)


def test_a_font_behind_a_heading_in_unicode_is_refused_too() -> None:
    text = (LINES / "font-kruti-dev.txt").read_text("utf-8")
    (wrong,) = read_bytes(f"सरकार ने किसानों के लिए नई योजना की घोषणा की है\n{text}".encode(), "x", patterns())
    assert isinstance(wrong, ReadError) and "Hindi in the font Kruti Dev" in wrong.problem
    named = "भारत के WHO और UNICEF ने COVID-19 पर World Health Summit में BRICS से G20 तक की बात की।"
    (document,) = read_bytes(named.encode(), "x", patterns())
    assert isinstance(document, Document)


def test_names_of_the_language() -> None:
    assert all(map(named_hindi, ("", "hi", "HIN", "hi-IN", "hi_IN", " hi ", "Hindi", "hi-Deva-IN")))
    assert not any(map(named_hindi, ("en", "mr-IN", "hil", "hi2", "Hinglish")))


def test_no_other_text_is_taken_for_a_font() -> None:
    assert font("The minister said that we are all in it; he has gone to us, and so on and on.", patterns()) == ""
    assert font("भारत ने कहा कि gS और esa", patterns()) == ""
