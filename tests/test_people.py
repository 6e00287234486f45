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

WORLD = [
    # (form, day, name, country, sectors): America
    ("ट्रंप", "2016-09-20", "Donald Trump", "USA", "PTY"),
    ("डोनाल्ड ट्रंप", "2019-06-30", "Donald Trump", "USA", "GOV"),
    ("ट्रंप", "2022-08-09", "Donald Trump", "USA", "ELI"),
    ("बाइडेन", "2006-05-01", "Joe Biden", "USA", "LEG"),
    ("बाइडेन", "2012-05-01", "Joe Biden", "USA", "GOV"),
    ("जो बाइडेन", "2018-05-01", "Joe Biden", "USA", "ELI"),
    ("ओबामा", "2007-02-10", "Barack Obama", "USA", "LEG"),
    ("ओबामा", "2010-11-08", "Barack Obama", "USA", "GOV"),
    ("हिलेरी क्लिंटन", "2005-03-01", "Hillary Clinton", "USA", "LEG"),
    ("हिलेरी क्लिंटन", "2011-07-19", "Hillary Clinton", "USA", "GOV"),
    ("हिलेरी क्लिंटन", "2016-07-28", "Hillary Clinton", "USA", "PTY"),
    ("जॉन केरी", "2004-10-01", "John Kerry", "USA", "LEG"),
    ("जॉन केरी", "2014-08-01", "John Kerry", "USA", "GOV"),
    ("मार्को रुबियो", "2016-02-01", "Marco Rubio", "USA", "LEG"),
    ("रुबियो", "2025-07-01", "Marco Rubio", "USA", "GOV"),
    ("माइक पोम्पियो", "2017-06-01", "Mike Pompeo", "USA", "SPY"),
    ("माइक पोम्पियो", "2019-06-26", "Mike Pompeo", "USA", "GOV"),
    ("लॉयड ऑस्टिन", "2023-11-10", "Lloyd Austin", "USA", "GOV"),
    ("क्रिस्टी नोएम", "2026-02-01", "Kristi Noem", "USA", "GOV"),
    ("एलन मस्क", "2018-01-01", "Elon Musk", "USA", "BUS"),
    ("जस्टिन ट्रूडो", "2014-10-22", "Justin Trudeau", "CAN", "OPP"),
    ("ट्रूडो", "2023-09-18", "Justin Trudeau", "CAN", "GOV"),
    ("मार्क कार्नी", "2016-06-24", "Mark Carney", "GBR", "GOV"),
    ("मार्क कार्नी", "2025-06-17", "Mark Carney", "CAN", "GOV"),
    ("ह्यूगो शावेज", "2006-09-20", "Hugo Chávez", "VEN", "GOV"),
    ("मादुरो", "2019-01-24", "Nicolás Maduro", "VEN", "GOV"),
    ("मादुरो", "2026-03-01", "Nicolás Maduro", "VEN", "ELI"),
    ("लूला दा सिल्वा", "2008-10-15", "Luiz Inácio Lula da Silva", "BRA", "GOV"),
    ("लूला दा सिल्वा", "2018-04-07", "Luiz Inácio Lula da Silva", "BRA", "PTY"),
    ("कास्त्रो", "2006-07-31", "Fidel Castro", "CUB", "GOV"),
    # Europe
    ("टोनी ब्लेयर", "2003-03-20", "Tony Blair", "GBR", "GOV"),
    ("बोरिस जॉनसन", "2010-05-01", "Boris Johnson", "GBR", "GOV"),
    ("बोरिस जॉनसन", "2019-03-01", "Boris Johnson", "GBR", "PTY"),
    ("बोरिस जॉनसन", "2023-06-09", "Boris Johnson", "GBR", "ELI"),
    ("ऋषि सुनक", "2021-03-03", "Rishi Sunak", "GBR", "GOV"),
    ("कीर स्टार्मर", "2023-10-01", "Keir Starmer", "GBR", "OPP"),
    ("स्टार्मर", "2025-07-24", "Keir Starmer", "GBR", "GOV"),
    ("डेविड कैमरन", "2008-01-01", "David Cameron", "GBR", "OPP"),
    ("डेविड कैमरन", "2024-02-01", "David Cameron", "GBR", "GOV"),
    ("प्रिंस चार्ल्स", "2019-11-13", "Charles III", "GBR", "GOV"),
    ("मैक्रों", "2017-04-23", "Emmanuel Macron", "FRA", "PTY"),
    ("मैक्रों", "2024-01-26", "Emmanuel Macron", "FRA", "GOV"),
    ("क्रिस्टीन लेगार्ड", "2009-04-01", "Christine Lagarde", "FRA", "GOV"),
    ("क्रिस्टीन लेगार्ड", "2014-04-01", "Christine Lagarde", "IGO:IMF", "IGO"),
    ("मर्केल", "2003-02-01", "Angela Merkel", "DEU", "OPP"),
    ("एंजेला मर्केल", "2015-09-05", "Angela Merkel", "DEU", "GOV"),
    ("फ्रेडरिक मर्ज", "2024-12-16", "Friedrich Merz", "DEU", "OPP"),
    ("मेदवेदेव", "2009-07-06", "Dmitry Medvedev", "RUS", "GOV"),
    ("सर्गेई शोइगू", "2023-06-24", "Sergei Shoigu", "RUS", "GOV"),
    ("यानुकोविच", "2004-11-24", "Viktor Yanukovych", "UKR", "GOV"),
    ("यानुकोविच", "2009-06-01", "Viktor Yanukovych", "UKR", "OPP"),
    ("पोरोशेंको", "2021-12-20", "Petro Poroshenko", "UKR", "OPP"),
    ("बर्लुस्कोनी", "2010-12-14", "Silvio Berlusconi", "ITA", "GOV"),
    ("विक्टर ओर्बान", "2026-06-15", "Viktor Orbán", "HUN", "ELI"),
    ("एर्दोआन", "2005-10-03", "Recep Tayyip Erdoğan", "TUR", "GOV"),
    # bodies of many states
    ("कोफी अन्नान", "2003-08-20", "Kofi Annan", "IGO:UN", "IGO"),
    ("बान की मून", "2005-09-19", "Ban Ki-moon", "KOR", "GOV"),
    ("बान की मून", "2013-08-26", "Ban Ki-moon", "IGO:UN", "IGO"),
    ("मार्क रूटे", "2018-05-24", "Mark Rutte", "NLD", "GOV"),
    ("मार्क रूटे", "2025-06-25", "Mark Rutte", "IGO:NATO", "IGO"),
    ("जेन्स स्टोलटेनबर्ग", "2011-07-22", "Jens Stoltenberg", "NOR", "GOV"),
    ("उर्सुला वॉन डेर लेयेन", "2016-01-01", "Ursula von der Leyen", "DEU", "GOV"),
    ("उर्सुला वॉन डेर लेयेन", "2022-04-25", "Ursula von der Leyen", "IGO:EU", "IGO"),
    ("अजय बंगा", "2019-01-01", "Ajay Banga", "USA", "BUS"),
    ("अल बरदेई", "2006-03-01", "Mohamed ElBaradei", "IGO:IAEA", "IGO"),
    ("काया कल्लास", "2022-02-24", "Kaja Kallas", "EST", "GOV"),
    # West Asia and Africa
    ("सद्दाम हुसैन", "2002-11-08", "Saddam Hussein", "IRQ", "GOV"),
    ("सद्दाम हुसैन", "2005-10-19", "Saddam Hussein", "IRQ", "ELI"),
    ("खामेनेई", "2020-01-08", "Ali Khamenei", "IRN", "GOV"),
    ("खामेनेई", "2026-05-10", "Mojtaba Khamenei", "IRN", "GOV"),
    ("अली लारिजानी", "2006-09-09", "Ali Larijani", "IRN", "GOV"),
    ("अली लारिजानी", "2012-01-01", "Ali Larijani", "IRN", "LEG"),
    ("रईसी", "2020-01-01", "Ebrahim Raisi", "IRN", "JUD"),
    ("कासिम सुलेमानी", "2019-09-01", "Qasem Soleimani", "IRN", "MIL"),
    ("नेतन्याहू", "2008-12-01", "Benjamin Netanyahu", "ISR", "OPP"),
    ("नेतन्याहू", "2015-03-03", "Benjamin Netanyahu", "ISR", "GOV"),
    ("नेतन्याहू", "2022-03-01", "Benjamin Netanyahu", "ISR", "OPP"),
    ("इस्माइल हनिया", "2006-12-14", "Ismail Haniyeh", "PSE", "GOV"),
    ("इस्माइल हनिया", "2023-10-10", "Ismail Haniyeh", "PSE", "REB"),
    ("महमूद अब्बास", "2010-09-02", "Mahmoud Abbas", "PSE", "GOV"),
    ("अहमद अल-शरा", "2024-11-30", "Ahmed al-Sharaa", "SYR", "REB"),
    ("अहमद अल-शरा", "2025-11-10", "Ahmed al-Sharaa", "SYR", "GOV"),
    ("हसन नसरल्लाह", "2006-07-14", "Hassan Nasrallah", "LBN", "REB"),
    ("मोहम्मद मुर्सी", "2013-09-01", "Mohamed Morsi", "EGY", "ELI"),
    ("किंग अब्दुल्ला", "2010-02-28", "Abdullah bin Abdulaziz", "SAU", "GOV"),
    ("थाबो मबेकी", "2004-04-27", "Thabo Mbeki", "ZAF", "GOV"),
    ("जैकब जूमा", "2008-03-01", "Jacob Zuma", "ZAF", "PTY"),
    ("एलेन जॉनसन सरलीफ़", "2011-10-07", "Ellen Johnson Sirleaf", "LBR", "GOV"),
    # South Asia
    ("मुशर्रफ", "2002-01-12", "Pervez Musharraf", "PAK", "GOV|MIL"),
    ("मुशर्रफ", "2013-04-18", "Pervez Musharraf", "PAK", "ELI"),
    ("नवाज शरीफ", "1999-02-20", "Nawaz Sharif", "PAK", "GOV"),
    ("नवाज शरीफ", "2010-03-01", "Nawaz Sharif", "PAK", "PTY"),
    ("नवाज शरीफ", "2015-12-25", "Nawaz Sharif", "PAK", "GOV"),
    ("बेनजीर भुट्टो", "2007-10-18", "Benazir Bhutto", "PAK", "PTY|OPP"),
    ("बिलावल भुट्टो", "2023-05-05", "Bilawal Bhutto Zardari", "PAK", "GOV"),
    ("बिलावल भुट्टो", "2025-06-01", "Bilawal Bhutto Zardari", "PAK", "PTY"),
    ("ख्वाजा आसिफ", "2025-05-06", "Khawaja Asif", "PAK", "GOV"),
    ("शाह महमूद कुरैशी", "2009-02-01", "Shah Mahmood Qureshi", "PAK", "GOV"),
    ("कयानी", "2009-05-01", "Ashfaq Parvez Kayani", "PAK", "MIL"),
    ("आसिम मुनीर", "2019-02-14", "Asim Munir", "PAK", "SPY"),
    ("आसिम मुनीर", "2025-05-20", "Asim Munir", "PAK", "MIL"),
    ("इफ्तिखार चौधरी", "2007-03-09", "Iftikhar Chaudhry", "PAK", "JUD"),
    ("हाफिज सईद", "2014-12-01", "Hafiz Saeed", "PAK", "REB"),
    ("करजई", "2006-03-01", "Hamid Karzai", "AFG", "GOV"),
    ("मुल्ला उमर", "2001-09-20", "Mullah Omar", "AFG", "GOV"),
    ("मुल्ला उमर", "2008-01-01", "Mullah Omar", "AFG", "REB"),
    ("अमीर खान मुत्तकी", "2025-10-10", "Amir Khan Muttaqi", "AFG", "GOV"),
    ("अब्दुल गनी बरादर", "2019-02-25", "Abdul Ghani Baradar", "AFG", "REB"),
    ("शेख हसीना", "2003-06-01", "Sheikh Hasina", "BGD", "OPP"),
    ("खालिदा जिया", "2005-02-01", "Khaleda Zia", "BGD", "GOV"),
    ("मोहम्मद यूनुस", "2025-04-04", "Muhammad Yunus", "BGD", "GOV"),
    ("तारिक रहमान", "2018-02-08", "Tarique Rahman", "BGD", "PTY|OPP"),
    ("पुष्प कमल दहल", "2005-06-01", "Pushpa Kamal Dahal", "NPL", "REB"),
    ("पुष्प कमल दहल", "2009-02-01", "Pushpa Kamal Dahal", "NPL", "GOV"),
    ("पुष्प कमल दहल", "2012-05-01", "Pushpa Kamal Dahal", "NPL", "PTY"),
    ("केपी शर्मा ओली", "2020-06-28", "K. P. Sharma Oli", "NPL", "GOV"),
    ("केपी शर्मा ओली", "2022-03-01", "K. P. Sharma Oli", "NPL", "PTY"),
    ("सुशीला कार्की", "2017-01-01", "Sushila Karki", "NPL", "JUD"),
    ("बालेन शाह", "2026-04-15", "Balendra Shah", "NPL", "GOV"),
    ("राजा ज्ञानेंद्र", "2005-02-01", "Gyanendra Shah", "NPL", "GOV"),
    ("महिंदा राजपक्षे", "2017-01-01", "Mahinda Rajapaksa", "LKA", "OPP"),
    ("रानिल विक्रमसिंघे", "2010-01-01", "Ranil Wickremesinghe", "LKA", "PTY"),
    ("शरत फोनसेका", "2008-12-01", "Sarath Fonseka", "LKA", "MIL"),
    ("मोहम्मद नशीद", "2021-05-06", "Mohamed Nasheed", "MDV", "LEG"),
    # East Asia
    ("हू जिंताओ", "2006-11-20", "Hu Jintao", "CHN", "GOV"),
    ("हू जिंताओ", "2022-10-22", "Hu Jintao", "CHN", "ELI"),
    ("शिंजो आबे", "2007-08-22", "Shinzo Abe", "JPN", "GOV"),
    ("शिंजो आबे", "2022-07-08", "Shinzo Abe", "JPN", "ELI"),
    ("साने ताकाइची", "2025-10-28", "Sanae Takaichi", "JPN", "GOV"),
    ("ली जे म्युंग", "2024-12-03", "Lee Jae-myung", "KOR", "OPP"),
    ("किम जोंग उन", "2018-06-12", "Kim Jong Un", "PRK", "GOV"),
    ("आंग सान सू ची", "2009-08-11", "Aung San Suu Kyi", "MMR", "OPP"),
    ("आंग सान सू ची", "2017-09-19", "Aung San Suu Kyi", "MMR", "GOV"),
    ("मिन आंग ह्लाइंग", "2017-09-01", "Min Aung Hlaing", "MMR", "MIL"),
    ("महातिर मोहम्मद", "2010-01-01", "Mahathir Mohamad", "MYS", "PTY"),
    ("महातिर मोहम्मद", "2019-09-05", "Mahathir Mohamad", "MYS", "GOV"),
    ("जिमी लाई", "2020-08-10", "Jimmy Lai", "HKG", "CVL"),
    ("दलाई लामा", "2008-03-18", "Dalai Lama", "CHN", "REL|REF"),
]


@pytest.mark.parametrize(
    ("form", "day", "name", "country", "sectors"),
    [(form, day, name, "IND" if name else None, s) for form, day, name, s in INDIA] + WORLD,
)
def test_the_office_of_the_day_counts(form: str, day: str, name: str, country: str, sectors: str, hindi: Hindi) -> None:
    tagged = tag(Sentence(form, 0), hindi)
    assert isinstance(hindi.names, Names)
    who = entity(tagged, 0, len(tagged.tokens), hindi.names, on=date.fromisoformat(day))
    assert (who.name, who.country, "|".join(who.sectors)) == (name, country, sectors)


@pytest.mark.parametrize(
    ("text", "day", "country", "sectors"),
    [
        # the country that the text names tells which of several offices is meant, where no day does
        ("मार्क रूटे", "", "IGO:NATO", "IGO"),
        ("डच प्रधानमंत्री मार्क रूटे", "", "NLD", "GOV"),
        ("नीदरलैंड के पूर्व प्रधानमंत्री मार्क रूटे", "2025-02-01", "NLD", "ELI"),
        ("नॉर्वे के प्रधानमंत्री जेन्स स्टोलटेनबर्ग", "", "NOR", "GOV"),
        ("फ्रांस की वित्त मंत्री क्रिस्टीन लेगार्ड", "", "FRA", "GOV"),
        # what somebody was before his offices he is not beside them
        ("जो बाइडेन", "", "USA", "GOV"),
    ],
)
def test_offices_in_several_countries(text: str, day: str, country: str, sectors: str, hindi: Hindi) -> None:
    tagged = tag(Sentence(text, 0), hindi)
    assert isinstance(hindi.names, Names)
    who = entity(tagged, 0, len(tagged.tokens), hindi.names, on=date.fromisoformat(day) if day else None)
    assert (who.country, "|".join(who.sectors)) == (country, sectors), who.why


OWN_OF_ANOTHER = {"Chiang Kai-shek", "Paul Bremer", "George Curzon", "Louis Mountbatten"}
"""Who ruled one country for another, or went on ruling elsewhere."""


def test_whose_office_is_of_a_country_is_of_that_country(hindi: Hindi) -> None:
    assert isinstance(hindi.names, Names)
    homes = {one.name: code for code, one in hindi.names.countries.items()}
    homes |= {"USA": "USA", "UK": "GBR", "UAE": "ARE"}
    header, *lines = (SHIPPED / "hindi" / "actors" / "people.tsv").read_text("utf-8").splitlines()
    columns = header.split("\t")
    seen, wrong = 0, []
    for line in lines:
        row = dict(zip(columns, line.split("\t"), strict=True))
        _, of, owner = row["office"].partition(" of ")
        home = homes.get(owner.removeprefix("the ")) if of else None
        if home is None or row["name"] in OWN_OF_ANOTHER:
            continue
        seen += 1
        if row["country"] != home:
            wrong.append(f"{row['name']}, {row['office']}: {row['country']}")
    assert seen > 1000
    assert not wrong


@pytest.mark.parametrize(
    ("form", "name", "country"),
    [
        ("आंद्रेई बेलोउसोव", "Andrei Belousov", "RUS"),
        ("बेलोउसोव", "Andrei Belousov", "RUS"),
        ("मसूद पेजेशकियन", "Masoud Pezeshkian", "IRN"),
        ("हाकान फिदान", "Hakan Fidan", "TUR"),
        ("बोला टीनुबू", "Bola Tinubu", "NGA"),
        ("रोबर्टा मेत्सोला", "Roberta Metsola", "IGO:EU"),
        ("क्रिस्टलीना जॉर्जीवा", "Kristalina Georgieva", "IGO:IMF"),
        ("नितीन नबीन", "Nitin Nabin", "IND"),
        ("लूला", "Luiz Inácio Lula da Silva", "BRA"),
        ("डोनाल्ड टस्क", "Donald Tusk", "POL"),
    ],
)
def test_spellings_of_one_name(form: str, name: str, country: str, hindi: Hindi) -> None:
    tagged = tag(Sentence(form, 0), hindi)
    assert isinstance(hindi.names, Names)
    who = entity(tagged, 0, len(tagged.tokens), hindi.names, on=date(2026, 3, 1))
    assert (who.name, who.country) == (name, country)


@pytest.mark.parametrize(
    ("text", "day", "sectors"),
    [
        ("ममता बनर्जी ने रैली की।", None, ("GOV", "PTY")),
        ("ममता बनर्जी ने रैली की।", date(2015, 5, 1), ("GOV",)),
        ("ममता बनर्जी ने रैली की।", date(2026, 8, 1), ("PTY",)),
        ("राहुल गांधी ने रैली की।", None, ("PTY", "OPP")),
        ("नरेंद्र मोदी ने रैली की।", None, ("GOV",)),
    ],
)
def test_without_a_day_somebody_is_what_he_was_last_and_what_he_is_beside(
    text: str, day: date | None, sectors: tuple[str, ...], hindi: Hindi
) -> None:
    assert entity(tag(Sentence(text, 0), hindi), 0, 2, hindi.names, on=day).sectors == sectors
