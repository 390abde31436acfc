"""The words that headers are made of, and what each speaks of.

An idea in lower case is a part of a field; `someone_else` makes a header speak of another person,
`something_else` of another thing. Words for asking and joining mean nothing by themselves.
"""

from __future__ import annotations

SOMEONE_ELSE = "someone_else"
SOMETHING_ELSE = "something_else"
NOTHING = "nothing"

LATIN = {
    "nom": "nom noms",
    "name": "name names fullname ",
    "full": "full complete entire",
    "khmer": "khmer kh km khm cambodian khmère khmere kmer",
    "number": "number no nr num numbers numéro nbr",
    "latin": "lt lat latin english en eng roman romanized romanised passport anglais",
    "family": "family last surname fam lastname familyname surnames famille",
    "given": "given first forename firstname givenname prénom prenom prénoms prenoms forenames",
    "person": (
        "participant participants nominee nominees attendee attendees trainee trainees respondent "
        "respondents applicant applicants candidate candidates delegate delegates learner learners "
        "student students member members speaker speakers registrant registrants invitee invitees "
        "beneficiary beneficiaries youth person people individual participantes pax guest guests "
        "employee employees civilservant official officials personal private bénéficiaire "
        "staff emp "
        "personnel membership resp benef volunteer volunteers bénévole bénévoles intern "
        "interns fellow fellows awardee "
        "grantee recipient recipients contestant finalist finalists employé employés agent agents "
        "fonctionnaire stagiaire stagiaires étudiant étudiants élève membre membres invité invités "
        "délégué délégués déléguée participante participantes candidate représentant représentante "
        "représentants personne personnes panelist panelists presenter presenters organizer "
        "organizers organiser councillor councillors councilor councilors farmer farmers villager "
        "villagers artist artists entrepreneur entrepreneurs expert experts citizen citizens "
        "activist activists leader leaders professional professionals "
        "bénéficiaires intervenant candidat candidats worker workers user users"
    ),
    "sex": "sex gender sexe genre mf fm hf gen gndr",
    "salutation": "salutation salutations honorific civilité civilite",
    "birth": "birth born naissance birthdate dateofbirth né née bday naiss",
    "year": "year yr année annee",
    "date": "date day jour dd mm yyyy",
    "age": "age ages âge years old",
    "phone": (
        "phone telephone tel mobile cell cellphone handphone hp telegram whatsapp téléphone tél "
        "portable phones smartphone telephones ph signal mob cel gsm viber"
    ),
    "contact": "contact contacts coordonnées reach",
    "email": "email mail emails courriel gmail mél mel",
    "organisation": (
        "organisation organization organisations organizations org institution institutions "
        "ministry ministries agency company ngo cso ngos csos department departments employer "
        "workplace affiliation organisme ministère institute university school entity affil "
        "affiliate affiliated unit office "
        "cbo association enterprise firm business network society société entreprise ingo "
        "faculty dept "
        "inst instit orga agencies universities schools employeur établissement établissements "
        "structure entité coopérative cooperative collectif ong osc opd opds dpo college campus "
        "directorate secretariat division bureau committee council federation coalition union "
        "université administration direction service école lycée institutional organisational "
        "organizational"
    ),
    "place": "place location lieu where où",
    "work": (
        "work working works workplace employed study studying studies travail emploi serve serving "
        "travaillez travailler étudiez professionnel professionnelle"
    ),
    "type": "type kind category categories nature form types catégorie",
    "position": (
        "position positions designation title titles job rank function occupation profession "
        "poste fonction titre jobtitle pos responsibility post desig qualité métier functional"
    ),
    "role": "role roles rôle",
    "sector": "sector sectors secteur stakeholder secteurs",
    "theme": "thematic theme domain domaine thématique area field",
    "province": "province provinces capital prov municipality",
    "city": "city town region state ville région",
    "district": "district districts khan krong srok dist distr arrondissement",
    "disability": "disability disabilities disabled pwd handicap impairment handicapé pwds "
    "impairments",
    "id": "id identifier code uuid ref reference matricule identifiant uid guid codes",
    "stamp": "timestamp horodateur horodatage",
    "register": "registration registered submission submitted "
        "register created completion signup reg regd "
        "inscription enregistrement création enrolment enrollment enrolled soumission "
        "application applied",
    "time": "time at",
    "note": (
        "note notes remark remarks observation observations comment comments remarques remarque "
        "commentaire commentaires rmk rmks obs"
    ),
    "other": "other others autre autres misc miscellaneous additional",
    SOMEONE_ELSE: (
        "supervisor supervisors supervising father mother parent parents guardian spouse husband "
        "wife emergency relative relatives kin enumerator enumerators interviewer interviewers "
        "nominating nominator recommender referee referees reference's referrer manager managers "
        "boss chief's director's trainer trainers facilitator facilitators teacher teachers "
        "instructor child children son daughter brother sister sibling household beneficiary's "
        "witness approver approved approving authorised authorized signatory counterpart owner "
        "focal representative's introducer invited inviter nominated caretaker caregiver carer "
        "assistant secretary driver colleague partner friend head chairperson head's buyer "
        "by payer sponsor submitter collector surveyor verified verifier prepared checked "
        "reviewer updated modified modifier editor creator père mère conjoint urgence tuteur "
        "salesperson advisor adviser tutor submitting someone anyone relation relationship "
        "household "
        "hh responsable superviseur supérieur hiérarchique formateur enquêteur accompagnateur "
        "companion accompanying épouse époux mari enfant témoin directeur chef coordinateur "
        "deceased"
    ),
    SOMETHING_ELSE: (
        "bank account hotel room bus flight arrival departure travel commune communes sangkat "
        "village villages address street house session sessions event events course courses "
        "topic training trainings bootcamp workshop meeting group groups team ticket order orders "
        "signature sign photo picture file size status language languages skill skills education "
        "degree level grade experience salary income start end visa expiry issue issued website "
        "web url facebook page facebook's link device nationality ethnicity marital religion "
        "country card passport_no blood food diet dietary meal shirt consent agree project "
        "programme program product item model amount total number_of fee payment paid price "
        "manyof birthplace duration join leave invoice certificate qualification subject "
        "quantity qty "
        "unit cost budget allowance transport accommodation score ip login password token version "
        "seed survey question questions answer laptop internet idea problem challenge gps latitude "
        "longitude altitude accuracy zip postal fax gpa bio linkedin twitter instagram tiktok "
        "allergies "
        "relationship hire hired contract adresse émargement hébergement régime taille montant "
        "banque compte arrivée départ niveau diplôme attentes langue nationalité atelier projet "
        "nickname surnom closed deleted checkin checkout deadline know support supports "
        "experienced "
        "club how why expectation expectations reason motivation goal hear heard interests interest"
    ),
    NOTHING: (
        "a an the of in on at for to from with and or de du la le les et des d l your you my "
        "our his her their its is are was be do does did please write enter type provide give "
        "select choose indicate specify fill what whats which who how_old many that this we "
        "as if any so it current currently present actual prefered preferred preferably "
        "represent belong come live living reside residence add "
        "s contactable active valid own main primary new script letters letter alphabet "
        "language's spelling written block info information details detail data field value text "
        "have having held holding today now mr mrs ms dr please_note capitals capital_letters "
        "n° name's based would like us can i me yes y n eg etc ex including mainly home "
        "yourself consider considered identify describe describes best related lives lived stay "
        "staying located following used known called own called per represented representing "
        "activity activities activité activités focus focuses intervention interventions "
        "operate operates share leave expertise need needs else "
        "whether or_not should will must exactly correct official_name actually "
        "votre vos mon ma mes son sa leur au aux en dans par pour sur avec sont est êtes vous quel "
        "there were legal hold scolaire intitulé comment appelez avez habitez résidez exercez "
        "appartenance origine ou situation actuel actuelle "
        "actuellement occupé vit vivez since exact precise "
        "quelle quels quelles veuillez indiquer préciser complet complète"
    ),
}  # fmt: skip
"""Latin words by what they speak of."""

KHMER = {
    "name": (
        "ឈ្មោះ ឈ្មោះពេញ នាមពេញ នាមនិងគោត្តនាម គោត្តនាមនិងនាម គោត្តនាមនាម នាមគោត្តនាម "
        "ឈ្មោះនិងគោត្តនាម គោត្តនាមនិងឈ្មោះ ឈ្មោះនិងនាមត្រកូល នាមត្រកូលនិងឈ្មោះ នាមត្រកូលនិងនាម "
        "នាមត្រកូលនិងនាមខ្លួន រាយនាម"
    ),
    "khmer": "ខ្មែរ ភាសាខ្មែរ អក្សរខ្មែរ",
    "latin": "ឡាតាំង អង់គ្លេស អក្សរឡាតាំង អក្សរអង់គ្លេស ភាសាអង់គ្លេស អក្សរពុម្ព លិខិតឆ្លងដែន",
    "family": "នាមត្រកូល គោត្តនាម ត្រកូល",
    "given": "នាមខ្លួន នាម នាមផ្ទាល់",
    "person": (
        "អ្នកចូលរួម សិក្ខាកាម បេក្ខជន មន្ត្រី មន្ត្រីរាជការ សមាជិក យុវជន អ្នកឆ្លើយ និស្សិត សិស្ស បុគ្គលិក "
        "ផ្ទាល់ខ្លួន អ្នកដាក់ពាក្យ វាគ្មិន ប្រតិភូ អ្នកចុះឈ្មោះ តំណាង បុគ្គល សាមីខ្លួន អ្នកទទួល ភ្ញៀវ "
        "ភ្ញៀវកិត្តិយស អ្នកស្ម័គ្រចិត្ត អ្នកប្រឡង អ្នកទទួលផល កម្មសិក្សាការី និយោជិត ប្រជាពលរដ្ឋ ពលរដ្ឋ "
        "យុវតី អ្នកតំណាង អ្នកដឹកនាំ កសិករ សិល្បករ សហគ្រិន អ្នកជំនាញ គ្រូបង្រៀន មន្ត្រីបង្គោល អ្នកអញ្ជើញ គណៈប្រតិភូ អ្នកជាប់ឈ្មោះ"
    ),
    "sex": "ភេទ យេនឌ័រ",
    "salutation": "គោរមងារ ងារ",
    "birth": "កំណើត ថ្ងៃកំណើត កើត",
    "year": "ឆ្នាំ",
    "date": "ថ្ងៃ ខែ ថ្ងៃខែឆ្នាំ ថ្ងៃខែ កាលបរិច្ឆេទ",
    "age": "អាយុ",
    "phone": "ទូរស័ព្ទ ទូរសព្ទ តេឡេក្រាម ទូរស័ព្ទដៃ លេខទូរស័ព្ទ លេខទូរសព្ទ តេលេក្រាម លេខទូរ លេខហៅ",
    "contact": "ទំនាក់ទំនង",
    "email": "អ៊ីមែល អ៊ីម៉ែល អ៊ីម៉េល សារអេឡិចត្រូនិក សារអេឡិចត្រូនិច សារអេឡិកត្រូនិក អ៊ីម៉ៃល៍ មែល",
    "organisation": (
        "អង្គភាព ស្ថាប័ន ក្រុមប្រឹក្សា សាលារៀន រដ្ឋបាល "
        "អង្គការ ក្រសួង មន្ទីរ សមាគម សាលា សាកលវិទ្យាល័យ វិទ្យាល័យ វិទ្យាស្ថាន ក្រុមហ៊ុន "
        "នាយកដ្ឋាន អគ្គនាយកដ្ឋាន ការិយាល័យ សហគមន៍ បណ្តាញ សង្គមស៊ីវិល ទីកន្លែងធ្វើការ កន្លែងធ្វើការ "
        "ទីកន្លែងការងារ កន្លែងការងារ ទីកន្លែងបម្រើការងារ កន្លែងបម្រើការងារ អង្គភាពសាមី គ្រឹះស្ថាន សហគ្រាស "
        "មហាវិទ្យាល័យ គ្រឹះស្ថានសិក្សា អគ្គលេខាធិការដ្ឋាន លេខាធិការដ្ឋាន អគ្គាធិការដ្ឋាន អាជ្ញាធរ គណៈកម្មការ "
        "គណៈកម្មាធិការ សហព័ន្ធ សម្ព័ន្ធ សហជីព អង្គការជនពិការ អង្គការជនមានពិការភាព សហគមន៍កសិកម្ម មូលនិធិ"
    ),
    "work": "ធ្វើការ បម្រើការងារ បំរើការងារ ការងារ កំពុងធ្វើការ សិក្សា រៀន កំពុងរៀន កំពុងសិក្សា",
    "place": "កន្លែង ទីកន្លែង កន្លែងណា នៅណា",
    "type": "ប្រភេទ",
    "position": "តួនាទី មុខតំណែង តំណែង មុខងារ មុខរបរ ឋានៈ ឋានន្តរស័ក្តិ មុខដំណែង ភារកិច្ច មុខនាទី",
    "sector": "វិស័យ",
    "province": "ខេត្ត រាជធានី",
    "city": "ក្រុង",
    "district": "ស្រុក ខណ្ឌ",
    "disability": "ពិការភាព ពិការ ជនពិការ ជនមានពិការភាព",
    "id": "អត្តលេខ លេខសម្គាល់ លេខសំគាល់ លេខកូដ កូដ អត្តសញ្ញាណ",
    "stamp": "ត្រាពេលវេលា",
    "number": "លេខ",
    "role": "តួនាទីក្នុងវគ្គ",
    "register": "ចុះឈ្មោះ ចុះបញ្ជី ដាក់ពាក្យ",
    "note": "សម្គាល់ សំគាល់ ចំណាំ កំណត់សម្គាល់ កំណត់ចំណាំ យោបល់ មតិ មតិយោបល់ កំណត់សំគាល់",
    "other": "ផ្សេងៗ ផ្សេង",
    SOMEONE_ELSE: (
        "ឪពុក ម្តាយ ម្ដាយ ប្តី ប្រពន្ធ សហព័ទ្ធ ភរិយា ស្វាមី អាណាព្យាបាល កូន បងប្អូន សាច់ញាតិ បន្ទាន់ អាសន្ន "
        "ប្រធាន អ្នកគ្រប់គ្រង អ្នកណែនាំ អ្នកសម្ភាសន៍ អ្នកសម្ភាស អ្នកប្រមូល គ្រូ គ្រូបង្គោល អ្នកធានា "
        "អ្នកបញ្ជូន អ្នកតែងតាំង អ្នកទទួលបន្ទុក ថ្នាក់លើ មេក្រុម នាយក សាក្សី ឧទ្ទេស មេភូមិ មេឃុំ មេគ្រួសារ "
        "អ្នករៀបចំ អ្នកត្រួតពិនិត្យ អ្នកអនុម័ត មិត្តភក្តិ គ្រួសារ អ្នកថែទាំ អ្នកមើលថែ អ្នកមើលថែទាំ អ្នកកំដរ "
        "អ្នកជូនដំណើរ អ្នកអម អ្នកបកប្រែ អ្នកជួយ ជំនួយការ ជីដូន ជីតា អ្នកចុះហត្ថលេខា អ្នកផ្តល់ព័ត៌មាន អ្នកទំនាក់ទំនង"
    ),
    SOMETHING_ELSE: (
        "ភូមិ ឃុំ សង្កាត់ អាសយដ្ឋាន ផ្ទះ ផ្លូវ ធនាគារ គណនី សណ្ឋាគារ បន្ទប់ ហត្ថលេខា រូបថត សញ្ជាតិ ជនជាតិ "
        "សាសនា កម្រិត វប្បធម៌ ការសិក្សា ជំនាញ បទពិសោធន៍ ប្រាក់ខែ ក្របខណ្ឌ វគ្គ សិក្ខាសាលា ក្រុម វត្តមាន "
        "ពិធី ព្រឹត្តិការណ៍ ហេតុផល ហេតុអ្វី ចំនួន តម្លៃ សរុប ព្រឹក រសៀល ទីកន្លែងកំណើត ទីកំណើត លេខរៀង "
        "ឯកសារ គម្រោង កម្មវិធី ស្ថានភាព គ្រួសារ រំពឹង ប្រធានបទ ភាសា ចូលបម្រើ"
    ),
    NOTHING: (
        "តើ អ្នក លោកអ្នក លោក លោកស្រី របស់ សូម បំពេញ សរសេរ បញ្ចូល ជា ជាអក្សរ ជាភាសា អក្សរ នៅ ណា អ្វី មក "
        "បញ្ជាក់ ចម្បង សំខាន់ សកម្មភាព ប្រតិបត្តិការ គោលដៅ "
        "ពី មកពី និង ឬ មាន ដែល ក្នុង នេះ បច្ចុប្បន្ន ទំនាក់ទំនងបាន ផ្ទាល់ តាម កំពុង សព្វថ្ងៃ ដៃ "
        "សេចក្តី សេចក្ដី ដែរ ទេ ឬទេ ឬអត់ ឬក៏ គោលដៅ ខ្លួន ខ្ញុំ គឺ ដូច បើមាន ប្រសិនបើ អំពី ស្ថិត ស្នាក់នៅ "
        "ឥឡូវ មួយណា មកពីណា ស្តីពី ព័ត៌មាន ចាត់ទុក "
        "អក្សរធំ ប៉ុន្មាន ជ្រើសរើស ផ្តល់ ឈរ សាមី រស់នៅ អាច ត្រូវ លេខកូដប្រទេស ដោយ បាន ទី ទៅ ចូលរួម ប្រុស ស្រី"
    ),
}  # fmt: skip
"""Khmer words by what they speak of."""
