"""Who a known person is on the day of the news: the name, the country and the sectors of the office held then."""

from datetime import date
from types import SimpleNamespace

import pytest

from ghatna.lexicon.actors import load_names
from ghatna.lexicon.names import Names
from ghatna.lexicon.spelling import Spelling
from ghatna.lexicon.tables import SHIPPED
from ghatna.lexicon.words import Words
from ghatna.model import Sentence
from ghatna.parse.tag import Hindi, Readings, tag
from ghatna.resolve.actor import entity


@pytest.fixture(scope="module")
def hindi() -> Hindi:
    spelling = Spelling.load((SHIPPED,))
    words = Words.load((SHIPPED,), spelling)
    return SimpleNamespace(  # type: ignore[return-value]
        spelling=spelling,
        words=words,
        readings=Readings.load((SHIPPED,), spelling),
        names=load_names((SHIPPED,), spelling, words),
    )


INDIA = [
    # (form, day, name, sectors), no name where the form is borne by many: heads of state and government
    ("वाजपेयी", "1997-06-10", "Atal Bihari Vajpayee", "PTY"),
    ("अटल बिहारी वाजपेयी", "2001-07-15", "Atal Bihari Vajpayee", "GOV"),
    ("अटल बिहारी वाजपेयी", "2007-03-02", "Atal Bihari Vajpayee", "PTY"),
    ("मनमोहन सिंह", "2002-05-20", "Manmohan Singh", "PTY"),
    ("मनमोहन सिंह", "2008-07-22", "Manmohan Singh", "GOV"),
    ("मनमोहन सिंह", "2016-11-24", "Manmohan Singh", "PTY"),
    ("नरेंद्र मोदी", "1999-03-01", "Narendra Modi", "PTY"),
    ("नरेंद्र मोदी", "2007-12-20", "Narendra Modi", "GOV"),
    ("पीएम मोदी", "2023-09-09", "Narendra Modi", "GOV"),
    ("प्रणब मुखर्जी", "2003-02-10", "Pranab Mukherjee", "PTY"),
    ("प्रणब मुखर्जी", "2009-07-06", "Pranab Mukherjee", "GOV"),
    ("प्रणब मुखर्जी", "2018-06-07", "Pranab Mukherjee", "ELI"),
    ("एपीजे अब्दुल कलाम", "2005-01-26", "A. P. J. Abdul Kalam", "GOV"),
    ("एपीजे अब्दुल कलाम", "2012-04-01", "A. P. J. Abdul Kalam", "ELI"),
    ("द्रौपदी मुर्मू", "2024-08-15", "Droupadi Murmu", "GOV"),
    ("जगदीप धनखड़", "2021-05-04", "Jagdeep Dhankhar", "GOV"),
    # ministers of the Union
    ("लालकृष्ण आडवाणी", "2002-03-01", "L. K. Advani", "GOV"),
    ("लालकृष्ण आडवाणी", "2006-08-01", "L. K. Advani", "PTY|OPP"),
    ("लालकृष्ण आडवाणी", "2013-09-01", "L. K. Advani", "PTY"),
    ("पी चिदंबरम", "2003-06-01", "P. Chidambaram", "PTY"),
    ("पी चिदंबरम", "2009-11-01", "P. Chidambaram", "GOV"),
    ("पी चिदंबरम", "2019-08-21", "P. Chidambaram", "PTY"),
    ("सुषमा स्वराज", "2011-08-01", "Sushma Swaraj", "PTY|OPP"),
    ("सुषमा स्वराज", "2016-09-26", "Sushma Swaraj", "GOV"),
    ("एस जयशंकर", "2016-01-15", "S. Jaishankar", "GOV"),
    ("एस जयशंकर", "2018-10-01", "S. Jaishankar", "ELI"),
    ("एस जयशंकर", "2025-05-10", "S. Jaishankar", "GOV"),
    ("अमित शाह", "2016-05-19", "Amit Shah", "PTY"),
    ("अमित शाह", "2022-12-01", "Amit Shah", "GOV"),
    ("लालू प्रसाद यादव", "2007-02-26", "Lalu Prasad Yadav", "GOV"),
    ("लालू प्रसाद यादव", "2015-11-08", "Lalu Prasad Yadav", "PTY"),
    ("नितिन गडकरी", "2011-05-01", "Nitin Gadkari", "PTY"),
    ("नितिन गडकरी", "2019-01-10", "Nitin Gadkari", "GOV"),
    ("ज्योतिरादित्य सिंधिया", "2010-02-01", "Jyotiraditya Scindia", "GOV"),
    ("ज्योतिरादित्य सिंधिया", "2018-11-01", "Jyotiraditya Scindia", "PTY"),
    ("शिवराज पाटिल", "2006-07-12", "Shivraj Patil", "GOV"),
    # chief ministers
    ("मायावती", "2009-06-01", "Mayawati", "GOV"),
    ("मायावती", "2019-04-01", "Mayawati", "PTY"),
    ("अखिलेश यादव", "2010-10-01", "Akhilesh Yadav", "PTY"),
    ("अखिलेश यादव", "2013-09-08", "Akhilesh Yadav", "GOV"),
    ("अखिलेश यादव", "2021-10-05", "Akhilesh Yadav", "PTY|OPP"),
    ("नीतीश कुमार", "2014-11-01", "Nitish Kumar", "PTY"),
    ("नीतीश कुमार", "2019-07-01", "Nitish Kumar", "GOV"),
    ("ममता बनर्जी", "2000-06-01", "Mamata Banerjee", "GOV"),
    ("ममता बनर्जी", "2006-12-05", "Mamata Banerjee", "PTY"),
    ("ममता बनर्जी", "2019-02-03", "Mamata Banerjee", "GOV"),
    ("अरविंद केजरीवाल", "2011-08-20", "Arvind Kejriwal", "CVL"),
    ("अरविंद केजरीवाल", "2014-08-01", "Arvind Kejriwal", "PTY"),
    ("अरविंद केजरीवाल", "2024-03-21", "Arvind Kejriwal", "GOV"),
    ("अरविंद केजरीवाल", "2025-06-01", "Arvind Kejriwal", "PTY"),
    ("उद्धव ठाकरे", "2015-01-01", "Uddhav Thackeray", "PTY"),
    ("उद्धव ठाकरे", "2020-04-30", "Uddhav Thackeray", "GOV"),
    ("हेमंत सोरेन", "2024-05-10", "Hemant Soren", "PTY"),
    ("हेमंत सोरेन", "2024-08-15", "Hemant Soren", "GOV"),
    ("भजनलाल", "2005-03-01", "Bhajan Lal", "PTY"),
    ("भजनलाल", "2025-03-01", "Bhajan Lal Sharma", "GOV"),
    ("फारूक अब्दुल्ला", "2001-01-01", "Farooq Abdullah", "GOV"),
    ("फारूक अब्दुल्ला", "2019-08-06", "Farooq Abdullah", "PTY"),
    ("करुणानिधि", "2009-04-27", "M. Karunanidhi", "GOV"),
    ("करुणानिधि", "2013-03-19", "M. Karunanidhi", "PTY"),
    ("वसुंधरा राजे", "2016-06-01", "Vasundhara Raje", "GOV"),
    ("कैप्टन अमरिंदर सिंह", "2020-12-01", "Amarinder Singh", "GOV"),
    ("कैप्टन अमरिंदर सिंह", "2021-11-02", "Amarinder Singh", "PTY"),
    # forces, courts, parliament, agencies
    ("वीके सिंह", "2011-03-01", "V. K. Singh", "MIL"),
    ("वीके सिंह", "2015-04-10", "V. K. Singh", "GOV"),
    ("बिपिन रावत", "2017-06-12", "Bipin Rawat", "MIL"),
    ("मनोज मुकुंद नरवणे", "2020-06-23", "M. M. Naravane", "MIL"),
    ("मनोज मुकुंद नरवणे", "2024-02-01", "M. M. Naravane", "ELI"),
    ("डी वाई चंद्रचूड़", "2023-10-17", "D. Y. Chandrachud", "JUD"),
    ("डी वाई चंद्रचूड़", "2025-08-01", "D. Y. Chandrachud", "ELI"),
    ("रंजन गोगोई", "2019-11-09", "Ranjan Gogoi", "JUD"),
    ("सोमनाथ चटर्जी", "2003-01-01", "Somnath Chatterjee", "PTY"),
    ("सोमनाथ चटर्जी", "2008-07-22", "Somnath Chatterjee", "LEG"),
    ("ओम बिरला", "2023-12-21", "Om Birla", "LEG"),
    ("शिवशंकर मेनन", "2008-12-01", "Shivshankar Menon", "GOV"),
    ("शिवशंकर मेनन", "2016-12-01", "Shivshankar Menon", "ELI"),
    ("अजीत डोभाल", "2017-07-28", "Ajit Doval", "GOV"),
    ("रणधीर जायसवाल", "2025-01-10", "Randhir Jaiswal", "GOV"),
    ("आलोक वर्मा", "2018-10-24", "Alok Verma", "COP"),
    ("किरण बेदी", "2011-08-16", "Kiran Bedi", "CVL"),
    ("किरण बेदी", "2019-02-14", "Kiran Bedi", "GOV"),
    # parties, movements, underground
    ("राहुल गांधी", "2010-05-01", "Rahul Gandhi", "PTY"),
    ("राहुल गांधी", "2025-03-01", "Rahul Gandhi", "PTY|OPP"),
    ("सोनिया गांधी", "2004-05-18", "Sonia Gandhi", "PTY"),
    ("अन्ना हजारे", "2011-08-16", "Anna Hazare", "CVL"),
    ("मेधा पाटकर", "2006-04-05", "Medha Patkar", "CVL"),
    ("राकेश टिकैत", "2021-01-28", "Rakesh Tikait", "AGR"),
    ("तेजस्वी यादव", "2016-01-01", "Tejashwi Yadav", "GOV"),
    ("तेजस्वी यादव", "2018-01-01", "Tejashwi Yadav", "PTY|OPP"),
    ("तेजस्वी यादव", "2023-03-01", "Tejashwi Yadav", "GOV"),
    ("सैयद अली शाह गिलानी", "2010-07-01", "Syed Ali Shah Geelani", "REB|SOC"),
    ("नंबाला केशव राव", "2025-05-21", "Nambala Keshava Rao", "REB"),
    ("दाऊद इब्राहिम", "2003-10-16", "Dawood Ibrahim", "CRM"),
    ("मोहन भागवत", "2014-10-03", "Mohan Bhagwat", "SOC"),
    ("केएस सुदर्शन", "2005-01-01", "K. S. Sudarshan", "SOC"),
    # initials together, apart and with dots
    ("एस. एम. कृष्णा", "2011-02-11", "S. M. Krishna", "GOV"),
    ("एस.एम. कृष्णा", "2002-09-01", "S. M. Krishna", "GOV"),
    ("बी.सी. खंडूरी", "2008-05-01", "B. C. Khanduri", "GOV"),
    ("डी पी यादव", "2007-06-01", "D. P. Yadav", "PTY"),
    ("जी.के. पिल्लई", "2010-07-15", "G. K. Pillai", "GOV"),
    ("पी. ए. संगमा", "2012-06-20", "P. A. Sangma", "PTY"),
    ("ओ.पी. चौटाला", "2003-01-01", "Om Prakash Chautala", "GOV"),
    ("वी. के. सिंह", "2010-10-01", "V. K. Singh", "MIL"),
    ("ए. के. एंटनी", "2009-08-01", "A. K. Antony", "GOV"),
    ("एच.डी. कुमारस्वामी", "2015-01-01", "H. D. Kumaraswamy", "PTY"),
    # state leaders, governors, officers, once more
    ("आर आर पाटिल", "2006-07-12", "R. R. Patil", "GOV"),
    ("छगन भुजबल", "2025-02-01", "Chhagan Bhujbal", "PTY"),
    ("अजित पवार", "2018-01-01", "Ajit Pawar", "PTY"),
    ("अजित पवार", "2024-01-01", "Ajit Pawar", "GOV"),
    ("देवेंद्र फडणवीस", "2020-06-01", "Devendra Fadnavis", "PTY|OPP"),
    ("सुशील कुमार मोदी", "2015-01-01", "Sushil Kumar Modi", "PTY"),
    ("सुशील कुमार मोदी", "2018-01-01", "Sushil Kumar Modi", "GOV"),
    ("स्वामी प्रसाद मौर्य", "2013-01-01", "Swami Prasad Maurya", "PTY|OPP"),
    ("स्वामी प्रसाद मौर्य", "2023-01-30", "Swami Prasad Maurya", "PTY"),
    ("आजम खान", "2014-02-01", "Azam Khan", "GOV"),
    ("आजम खान", "2022-10-27", "Azam Khan", "PTY"),
    ("मनीष सिसोदिया", "2022-08-19", "Manish Sisodia", "GOV"),
    ("मनीष सिसोदिया", "2024-08-09", "Manish Sisodia", "PTY"),
    ("शुभेंदु अधिकारी", "2018-01-01", "Suvendu Adhikari", "GOV"),
    ("शुभेंदु अधिकारी", "2023-01-01", "Suvendu Adhikari", "PTY|OPP"),
    ("सूर्यकांत मिश्रा", "2014-01-01", "Surjya Kanta Mishra", "PTY|OPP"),
    ("उदयनिधि स्टालिन", "2023-09-02", "Udhayanidhi Stalin", "GOV"),
    ("हार्दिक पटेल", "2016-01-01", "Hardik Patel", "CVL"),
    ("हार्दिक पटेल", "2022-06-02", "Hardik Patel", "PTY"),
    ("बूटा सिंह", "2005-05-23", "Buta Singh", "GOV"),
    ("मनोज सिन्हा", "2021-08-05", "Manoj Sinha", "GOV"),
    ("सत्यपाल मलिक", "2019-08-06", "Satya Pal Malik", "GOV"),
    ("सत्यपाल मलिक", "2023-04-28", "Satya Pal Malik", "ELI"),
    ("परमबीर सिंह", "2020-10-08", "Param Bir Singh", "COP"),
    ("हेमंत करकरे", "2008-11-20", "Hemant Karkare", "COP"),
    ("अरुण प्रकाश", "2005-05-01", None, ""),
    ("एडमिरल अरुण प्रकाश", "2005-05-01", "Arun Prakash", "MIL"),
    ("हरीश साल्वे", "2017-05-15", "Harish Salve", "CVL"),
    ("साध्वी प्रज्ञा", "2009-01-01", "Pragya Singh Thakur", "REL"),
    ("साध्वी प्रज्ञा", "2020-01-01", "Pragya Singh Thakur", "PTY"),
    ("छत्रधर महतो", "2009-09-26", "Chhatradhar Mahato", "CVL"),
    ("असदुद्दीन ओवैसी", "2022-02-03", "Asaduddin Owaisi", "PTY"),
    ("अकबरुद्दीन ओवैसी", "2013-01-08", "Akbaruddin Owaisi", "PTY"),
    ("अब्दुल गनी लोन", "2002-05-01", "Abdul Ghani Lone", "REB|SOC"),
    ("सज्जाद लोन", "2016-01-01", "Sajjad Lone", "GOV"),
    ("प्रवीण तोगड़िया", "2003-04-13", "Praveen Togadia", "SOC"),
    # fresh rows
    ("नवल किशोर शर्मा", "2007-12-01", "Nawal Kishore Sharma", "GOV"),
    ("शेखर दत्त", "2006-06-01", "Shekhar Dutt", "GOV"),
    ("गुरबचन जगत", "2000-03-20", "Gurbachan Jagat", "COP"),
    ("विनोद चंद्र पांडे", "2001-01-01", "Vinod Chandra Pande", "GOV"),
    ("वीरेन शाह", "2002-01-22", "Viren J. Shah", "GOV"),
    ("मुरासोली मारन", "2001-11-14", "Murasoli Maran", "GOV"),
    ("दिनेश्वर शर्मा", "2017-11-06", "Dineshwar Sharma", "GOV"),
    ("असीम अरुण", "2021-01-01", "Asim Arun", "COP"),
    ("असीम अरुण", "2023-01-01", "Asim Arun", "GOV"),
    ("राजेंद्र शुक्ला", "2020-01-01", None, ""),
]


@pytest.mark.parametrize(
    ("form", "day", "name", "country", "sectors"),
    [(form, day, name, "IND" if name else None, s) for form, day, name, s in INDIA],
)
def test_the_office_of_the_day_counts(form: str, day: str, name: str, country: str, sectors: str, hindi: Hindi) -> None:
    tagged = tag(Sentence(form, 0), hindi)
    assert isinstance(hindi.names, Names)
    who = entity(tagged, 0, len(tagged.tokens), hindi.names, on=date.fromisoformat(day))
    assert (who.name, who.country, "|".join(who.sectors)) == (name, country, sectors)
