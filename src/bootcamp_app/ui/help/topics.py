"""What the help says of each page, in the words of a facilitator."""

from __future__ import annotations

from dataclasses import dataclass

from bootcamp_app.core.i18n import N_


@dataclass(frozen=True)
class Topic:
    """What a page is for, its steps in order, and what to do when something goes wrong."""

    purpose: str
    steps: tuple[str, ...]
    trouble: tuple[str, ...]


BOARD = "board"
"""The topic of a board that lies over its page."""
TOPICS = {
    "today": Topic(
        N_(
            "Today shows the day as it stands: which session is on, who has come, who is late and "
            "who is not here yet. Look here first each morning."
        ),
        (
            N_("Check at the upper left that the right bootcamp is open. Press it to change."),
            N_("Follow the button of the next step. It changes with the time of day."),
            N_("Watch the numbers while people arrive. They move by themselves after each scan."),
            N_("Before the session begins, press “Who is missing” and call them."),
        ),
        (
            N_(
                "The numbers do not move? Open Attendance and see whether the session is the one "
                "that you are checking in for."
            ),
            N_(
                "The day is wrong? Compare the date of this laptop with your phone. Every time "
                "that is recorded comes from this laptop."
            ),
            N_(
                "The power went out? Start the program again. Everything that was confirmed on "
                "the screen is there."
            ),
        ),
    ),
    "people": Topic(
        N_(
            "Here is everybody who was nominated or came by themselves. Names are kept in Khmer "
            "and in Latin letters, as they will stand on badges and certificates."
        ),
        (
            N_(
                "Import the list of nominees from a spreadsheet. You see first what would be "
                "taken over, and which rows need your decision."
            ),
            N_("Look through the names. Correct a wrong one by opening the person."),
            N_(
                "On the page of a person, add a photo and write down what they allow. What you "
                "put in is kept as soon as you leave the field."
            ),
            N_("Print the badges. Every code is read back before the sheet is yours."),
            N_("Add those who come without a nomination. They get a badge at once."),
        ),
        (
            N_(
                "A name is not found? Search for one part of it, in either script, or for the end "
                "of the phone number."
            ),
            N_(
                "Somebody is there twice? Open both, keep the one with the badge that is in use, "
                "and mark the other as withdrawn."
            ),
            N_(
                "Changed the wrong thing on the page of a person? Press the arrow beside it in "
                "the history there. Only that change is taken back."
            ),
            N_(
                "You imported the wrong file? Press Ctrl+Z. The whole import is taken back, and "
                "nothing else."
            ),
        ),
    ),
    "attendance": Topic(
        N_(
            "At the door: choose the session, then scan badges. The large answer says whether the "
            "person is checked in, and can be read by them, too."
        ),
        (
            N_("Choose the session at the top. The one that is on now is already chosen."),
            N_(
                "Scan a badge, or type its code and press Enter. A USB scanner is heard on every "
                "page, and changes no field."
            ),
            N_("Press F4 to read badges with the camera, or drop photos of badges onto the page."),
            N_("Without a badge, type the name, choose the person and check them in."),
            N_("Somebody is on no list? Press F2 and fill in the form."),
            N_("Look at the list of those missing; after the session, close it."),
        ),
        (
            N_("Green is recorded, yellow is late, blue was recorded before, red is not recorded."),
            N_(
                "Checked in the wrong person? Press “Undo the last scan”, or choose the person in "
                "the list and press “Take back”. It stays in the history."
            ),
            N_(
                "The scanner does nothing? Click into this window, then scan again. A dirty badge "
                "can be typed: its number stands under the square."
            ),
            N_(
                "Nothing works? Let people sign the printed list, then press “Mark from paper…”. "
                "No scan that was answered is ever lost."
            ),
        ),
    ),
    "canvases": Topic(
        N_(
            "Teams work on canvases: large sheets with fields for the problem, those concerned, "
            "ideas and the next step. Print them for the wall in true size."
        ),
        (
            N_(
                "Build teams: say how many people each has. You see them, and how even they are, "
                "before anything is written. Wishes keep people together or apart."
            ),
            N_(
                "To move somebody, drag the name into another team, or mark it and press Enter. "
                "Late arrivals go where they balance best."
            ),
            N_(
                "Name in the agenda which canvases a session needs; the room kit then prints all "
                "of them for every team."
            ),
            N_("Print one for each team, or make a board of it to work on the screen."),
            N_(
                "Begin a solution from each team's board, name an owner on either side, print "
                "the page to sign, and make the booklet and the gallery."
            ),
        ),
        (
            N_(
                "The sheets do not fit together? Print at 100 %, without “fit to page”, and "
                "check that the printer has the paper that you chose."
            ),
            N_(
                "No printer at hand? Save the PDF on a stick and have it printed in a shop. It "
                "holds its own letters, so Khmer looks the same everywhere."
            ),
        ),
    ),
    "board": Topic(
        N_(
            "A board is a team's canvas in work: what hangs on the wall, kept on this laptop. "
            "Nothing needs to be saved, and every step can be taken back, also tomorrow."
        ),
        (
            N_(
                "Type what the wall says into the line below: number of the zone, note, Enter. "
                "4g is a word of the government side, 4c of civil society, 4r of residents."
            ),
            N_("Paste many lines at once, also from a spreadsheet: zone, note, side, author."),
            N_(
                "Or choose a tool at the left and press on the paper. Drag notes, and connect "
                "them by the dots at their edges."
            ),
            N_(
                "Press a zone at the right to see it large, or a note to change its text, side "
                "and author there."
            ),
            N_("The list shows the same notes as a table, for keyboard and screen reader."),
            N_("Over a board: keep the time, vote, show it to the room, and keep each day of it."),
            N_("Print it as large as the wall, or save it as a file."),
        ),
        (
            N_(
                "A note lies wrong? Ctrl+Z takes the last step on this board back, and Ctrl+Y "
                "does it again."
            ),
            N_(
                "Somebody else writes on it, too? That shows at once; what you have chosen or "
                "are writing stays."
            ),
        ),
    ),
    "certificates": Topic(
        N_(
            "Who attended enough receives a certificate, in Khmer and English, signed by this "
            "laptop. Others can verify it without the internet."
        ),
        (
            N_("Read the list: it says for each person whether they are entitled, and why."),
            N_(
                "Look at the rule below the title; “Change the rule…” sets percent, days, hours "
                "and whether excused counts, and says how many have earned one."
            ),
            N_(
                "Correct attendance first where it is wrong: what counted is frozen when you issue."
            ),
            N_("Look at the preview, above all at long names."),
            N_("Issue the certificates. Each receives its own number."),
            N_("Print them all, or one person's, and have them signed by hand."),
        ),
        (
            N_(
                "A name is wrong after issuing? Correct it in People; the list then says what "
                "differs. “Correct…” issues it anew under the same number."
            ),
            N_(
                "Somebody is not entitled but should be? The last column says why. “Exception…” "
                "gives a certificate in spite of the rule, with a reason that is kept."
            ),
            N_(
                "Is a certificate genuine? Hold its code into the camera below the list, or drop "
                "a photo or a PDF of it. Compare the names letter by letter."
            ),
            N_(
                "Somebody wants it for a phone or a profile page? Choose the person and save a "
                "digital badge."
            ),
        ),
    ),
    "reports": Topic(
        N_(
            "After the bootcamp: files for the donor, the ministry and your own archive. Every "
            "figure can be followed back to a person and a time."
        ),
        (
            N_("Look at “Overview”: who came to each session, and who they are."),
            N_("Open “Files for others” and choose what is asked for. Ctrl+K finds each by name."),
            N_("Choose for whom, which kind of file, and whether personal data is left out."),
            N_("Look at the tables or pages beside it. They are what the file will hold."),
            N_("Press “Save…”, or “E-mail draft…” for a message with the file attached."),
            N_("Export the whole database to hand everything over at once."),
        ),
        (
            N_(
                "A figure looks wrong? Find the person in People and read the history of what "
                "was recorded, when and by whom."
            ),
            N_(
                "Khmer looks broken in Excel? Open the Excel workbook and not the text file. "
                "The letters come with any new system."
            ),
            N_(
                "The stick is full or was pulled out? Nothing of the file is kept then. Export "
                "it again; the data on this laptop is not touched."
            ),
            N_(
                "No mail program opens the draft? Press “Save the draft…” and open it on the "
                "laptop where you write e-mail."
            ),
        ),
    ),
    "settings": Topic(
        N_(
            "Choose how this laptop shows everything, and keep the data safe. What you change "
            "takes effect at once; nothing needs to be saved."
        ),
        (
            N_("Choose language, digits, theme and the size of the text until it reads well."),
            N_("Write your name, so that later everybody knows who recorded what at this desk."),
            N_(
                "Write what this bootcamp asks besides, and the notice that people read before "
                "they say what they allow."
            ),
            N_("Put in the logos of those who pay for it and carry it out, for the badges."),
            N_(
                "Choose a folder on a stick as second place: each backup goes there while it is "
                "in. At night, keep it elsewhere."
            ),
            N_("Before you hand the laptop over, check the file and back it up."),
        ),
        (
            N_(
                "A backup fails? Free some space on the disk, then back up again. Until then, "
                "what you record is still saved here."
            ),
            N_(
                "The check finds damage, or a list was spoiled? Go back to a backup: look first "
                "what would change. It opens as a new file, or the present file is kept aside."
            ),
            N_(
                "Everything looks too large or in the wrong language? Press Ctrl+L for the "
                "language. Press Ctrl+K, write 100 and choose the text size."
            ),
        ),
    ),
}
"""Page id → its help."""
