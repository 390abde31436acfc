"""What real lists call their columns: ministries, associations, Kobo, Google Forms, Eventbrite.

Case, spaces and punctuation do not matter; words are parted by semicolons.
"""

from __future__ import annotations

PLAIN = {
    "name_km": (
        "khmer name; name in khmer; name (khmer); name kh; name km; full name in khmer; "
        "full name (khmer); khmer full name; name in khmer script; kh name; គោត្តនាម និងនាមខ្លួន; "
        "នាមត្រកូល-នាមខ្លួន; នាមត្រកូលនិងនាម; ឈ្មោះ (ខ្មែរ); ឈ្មោះអក្សរខ្មែរ; នាមនិងគោត្តនាម; ឈ្មោះជាខ្មែរ; "
        "ឈ្មោះជាភាសាខ្មែរ; ឈ្មោះជាអក្សរខ្មែរ; ឈ្មោះភាសាខ្មែរ; នាមត្រកូល និងនាមខ្លួន; គោត្តនាម និងនាម; "
        "គោត្តនាម-នាម; គោត្តនាមនិងនាមជាអក្សរខ្មែរ"
    ),
    "name_en": (
        "english name; name in english; name (english); name en; latin name; name in latin; "
        "name (latin); full name in english; full name in latin; full name (english); "
        "full name (latin); english full name; name in english letters; name in latin letters; "
        "name in latin script; name eng; en name; ឈ្មោះអក្សរឡាតាំង; ឈ្មោះជាឡាតាំង; ឈ្មោះ (ឡាតាំង); "
        "ឈ្មោះ (អង់គ្លេស); ឈ្មោះជាអក្សរអង់គ្លេស; ឈ្មោះអក្សរអង់គ្លេស; romanized name; romanised name; "
        "ឈ្មោះជាអក្សរឡាតាំង; ឈ្មោះជាភាសាអង់គ្លេស; គោត្តនាមនិងនាមជាអក្សរឡាតាំង"
    ),
    "name": (
        "name; full name; participant name; name of participant; nominee name; name of nominee; "
        "name and surname; surname and name; name-surname; attendee name; name of attendee; "
        "trainee name; name of trainee; respondent name; name of respondent; complete name; "
        "participants name; names of participants; family and given name; "
        "family name and given name; last name and first name; first and last name; ឈ្មោះ; "
        "ឈ្មោះពេញ; នាម-គោត្តនាម; ឈ្មោះបេក្ខជន; ឈ្មោះមន្ត្រី; ឈ្មោះសមាជិក; ឈ្មោះអ្នកឆ្លើយ; ឈ្មោះរបស់អ្នក; នាមពេញ; "
        "ឈ្មោះអ្នកចូលរួម; ឈ្មោះសិក្ខាកាម"
    ),
    "family_name": (
        "family name; last name; surname; fam name; attendee last name; នាមត្រកូល; គោត្តនាម; ត្រកូល; "
        "ឈ្មោះត្រកូល"
    ),
    "given_name": (
        "given name; first name; forename; given names; first names; attendee first name; "
        "នាមខ្លួន; នាម; នាមផ្ទាល់; ឈ្មោះខ្លួន"
    ),
    "sex": (
        "sex; gender; m/f; f/m; male/female; female/male; h/f; f/h; homme/femme; femme/homme; "
        "sex (m/f); gender (m/f); "
        "gender identity; sex of participant; gender of participant; ភេទ; ភេទ (ប/ស); ស/ប; ប/ស; "
        "ស្រី/ប្រុស; ប្រុស/ស្រី; យេនឌ័រ; ភ.ទ"
    ),
    "birth_year": "birth year; year of birth; yob; born in; ឆ្នាំកំណើត",
    "birth_date": (
        "date of birth; birth date; dob; date of birth (dd/mm/yyyy); born on; "
        "ថ្ងៃខែឆ្នាំកំណើត; ថ្ងៃ/ខែ/ឆ្នាំកំណើត; ថ្ងៃកំណើត; ថ្ងៃខែកំណើត"
    ),
    "age": "age; age (years); age in years; age of participant; how old are you; អាយុ; អាយុ (ឆ្នាំ)",
    "phone": (
        "phone; phone number; phone no; telephone; telephone number; tel; tel no; mobile; "
        "mobile phone; mobile number; cell phone; contact number; phone contact; contact no; "
        "mobile no; phone #; tel #; ph; h/p; hp; hand phone; telephone no; tel number; "
        "លេខទូរសព្ទទំនាក់ទំនង; លេខទូរស័ព្ទទំនាក់ទំនង; លេខទូរស័ព្ទដៃ; ទូរស័ព្ទលេខ; លេខ ទូរស័ព្ទ; ទូរស័ព្ទដៃ; ទូរស័ព្ទ; "
        "ទូរសព្ទ; លេខទូរសព្ទ; លេខទំនាក់ទំនង"
    ),
    "email": (
        "email; email address; email id; attendee email; អាសយដ្ឋានអ៊ីមែល; អ៊ីម៉ែល; អ៊ីមែល; សារអេឡិចត្រូនិក"
    ),
    "organisation": (
        "organisation; organization; org; institution; ministry; company; organisation name; "
        "organization name; name of institution; name of ministry; institutions; "
        "organisation/institution; organization/institution; organisation/company; company name; "
        "name of company; name of ngo; name of cso; ngo name; cso name; ngo/cso; cso/ngo; "
        "ministry/department; current organization; current organisation; ក្រសួង-ស្ថាប័ន; "
        "ឈ្មោះអង្គភាព; ឈ្មោះស្ថាប័ន; ឈ្មោះអង្គការ; អង្គការ/សមាគម; អង្គការ-សមាគម; អង្គភាព-ស្ថាប័ន; "
        "មន្ទីរ/អង្គភាព; មន្ទីរ-អង្គភាព; មន្ទីរ/ស្ថាប័ន; នាយកដ្ឋាន/អង្គភាព; ទីកន្លែងធ្វើការ; កន្លែងបម្រើការងារ; "
        "មកពីអង្គភាព; មកពីស្ថាប័ន; អង្គភាពសាមី; អង្គការសង្គមស៊ីវិល; institution/organisation; "
        "institution/organization; ministry/institution; ngo; cso; name of organisation; "
        "name of organization; អង្គភាព; ស្ថាប័ន; អង្គការ; ក្រសួង; ក្រសួង/ស្ថាប័ន; អង្គភាព/ស្ថាប័ន; មន្ទីរ; "
        "កន្លែងធ្វើការ; ស្ថាប័ន/អង្គភាព"
    ),
    "organisation_kind": (
        "organisation kind; organisation type; organization type; type of organisation; "
        "type of organization; type of institution; institution type; kind of organisation; "
        "kind of organization; organisation category; organization category; ប្រភេទអង្គការ; "
        "ប្រភេទអង្គភាព; ប្រភេទស្ថាប័ន"
    ),
    "position": (
        "position; job title; designation; position title; position/title; title/position; "
        "job position; current position; position held; តួនាទី-មុខតំណែង; តួនាទីបច្ចុប្បន្ន; តំណែង; "
        "មុខងារ/តួនាទី; តួនាទី; មុខតំណែង; មុខងារ; តួនាទី/មុខតំណែង"
    ),
    "sector": "sector; stakeholder group; type of stakeholder; stakeholder type; វិស័យ",
    "province": (
        "province; province/city; province/capital; city/province; province name; provinces; "
        "capital/province; province/municipality; province of work; which province are you from; "
        "work province; មកពីខេត្ត; ខេត្ត/ក្រុង; ក្រុង/ខេត្ត; ខេត្ត-ក្រុង; ឈ្មោះខេត្ត; ខេត្ត; រាជធានី-ខេត្ត; "
        "រាជធានី/ខេត្ត; ខេត្ត/រាជធានី; ខេត្ត-រាជធានី"
    ),
    "district": (
        "district; khan; district/khan; district/municipality; district name; "
        "municipality/district; city/district/khan; district/city; ក្រុង/ស្រុក; ស្រុក/ក្រុង; ស្រុក-ខណ្ឌ; "
        "ស្រុក/ក្រុង/ខណ្ឌ; ស្រុក; ស្រុក/ខណ្ឌ; ក្រុង/ស្រុក/ខណ្ឌ; ក្រុង-ស្រុក-ខណ្ឌ; ខណ្ឌ"
    ),
    "role": "role; role in bootcamp; participant type; type of participant; តួនាទីក្នុងវគ្គ",
    "disability": (
        "disability; person with disability; pwd; disabled; disability status; "
        "do you have a disability; people with disabilities; person with disabilities; "
        "living with disability; disability (yes/no); ពិការ; មានពិការភាព; ពិការភាព; ជនមានពិការភាព"
    ),
    "external_id": (
        "external id; participant id; person id; participant code; attendee id; registration id; "
        "registration no; response id; record id; meta/instanceid; instanceid; _uuid; "
        "attendee #; អត្តលេខ"
    ),
    "registered_at": (
        "timestamp; registered at; registration date; submission time; date registered; "
        "registered on; date of registration; submission date; date submitted; submitted at; "
        "ថ្ងៃចុះឈ្មោះ; កាលបរិច្ឆេទចុះឈ្មោះ; ត្រាពេលវេលា"
    ),
    "note": (
        "note; notes; remark; remarks; other information; additional information; ចំណាំ; យោបល់; "
        "សម្គាល់; កំណត់សម្គាល់; កំណត់ចំណាំ"
    ),
}  # fmt: skip
"""Words that say which field a column holds, whatever stands beside it."""

LOOSE = {
    "name_km": "khmer; អក្សរខ្មែរ",
    "name_en": "latin; english; ឡាតាំង; អក្សរឡាតាំង; អក្សរអង់គ្លេស; name as in passport",
    "name": (
        "participant; participants; nominee; attendee; trainee; សិក្ខាកាម; "
        "បេក្ខជន; អ្នកចូលរួម; names; respondent"
    ),
    "family_name": "family; buyer last name",
    "given_name": "given; buyer first name",
    "sex": (
        "female; females; woman; women; f; male; males; man; men; m; ស្រី; ប្រុស; ស; ប; femme; homme; "
        "femmes; hommes; female/f; male/m; female/women; ស្រី/female; ប្រុស/male"
    ),
    "birth_year": "born",
    "birth_date": "birthday",
    "phone": (
        "contact; telegram; telegram number; whatsapp; contact details; contact information; "
        "cell; home phone; work phone; តេឡេក្រាម; លេខតេឡេក្រាម; ទំនាក់ទំនង; phone/telegram; "
        "contact phone"
    ),
    "email": "mail; username; buyer email; contact email",
    "organisation": (
        "department; unit; agency; ministries; office; school; university; network; association; "
        "institute; commune council; employer; affiliation; workplace; place of work; "
        "where do you work; ការិយាល័យ; រដ្ឋបាល; នាយកដ្ឋាន; អគ្គនាយកដ្ឋាន; សាលា; សាកលវិទ្យាល័យ; មកពី; "
        "affiliated organization; account name; account; "
        "សមាគម; department/office"
    ),
    "position": (
        "title; rank; job; post; function; profession; occupation; ឋានៈ; មុខរបរ; ឋានន្តរស័ក្តិ; "
        "role/position; position/role"
    ),
    "sector": (
        "group; participant group; target group; sector/group; ក្រុមគោលដៅ; ប្រភេទអ្នកចូលរួម; "
        "stakeholder"
    ),
    "province": (
        "city; region; home state; work state; home city; work city; state/province; "
        "home province; province of residence; current province"
    ),
    "external_id": (
        "ticket id; ticket no; ticket number; ticket #; ticket code; ticket reference; "
        "badge id; badge no; badge number; badge #; booking id; booking reference; booking no; "
        "confirmation number; confirmation code; confirmation no; confirmation #; card no; "
        "card number; id card; id card no; id card number; roll no; roll number; index no; "
        "index number; seat no; national id number; national id no; passport no; passport number; "
        "លេខសំបុត្រ; លេខប័ណ្ណ; លេខកាត; លេខអត្តសញ្ញាណប័ណ្ណ; អត្តសញ្ញាណប័ណ្ណ; លេខលិខិតឆ្លងដែន; លេខបេក្ខភាព; "
        "លេខប័ណ្ណសម្គាល់; លេខប័ណ្ណបុគ្គលិក; លេខប័ណ្ណសិស្ស; លេខកាតសម្គាល់; លេខកាតបុគ្គលិក; លេខចុះឈ្មោះ; លេខចុះបញ្ជី; "
        "id; code; ref; reference; ref no; order #; barcode; id no; id number; លេខកូដ; លេខសម្គាល់; "
        "national id; staff id; employee id"
    ),
    "registered_at": "order date",
    "note": "other; others; ផ្សេងៗ; comment; comments",
}  # fmt: skip
"""Words that give way where another column says the same plainly."""
