"""The tables about boards, votes and solutions."""

from __future__ import annotations

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.canvases.tables import (
    BoardRow,
    CommitmentRow,
    ItemRow,
    OwnTemplateRow,
    PictureRow,
    RoundRow,
    SnapshotRow,
    SolutionRow,
    VoteRow,
)
from bootcamp_app.features.exports.database.described import (
    Table,
    document,
    fact,
    hidden_ref,
    naming,
    personal,
    refers,
    text,
)

_EN, _KM, _TITLE = N_("Title in English"), N_("Title in Khmer"), N_("Title")
_TEAM = N_("The label of the team")
_SIDE = N_("government, civil_society, resident or empty")
_PLACE = N_("The place in the order, from the first on")
_DUE = N_("The day by which it is to be done")
_MM = N_("millimetres of A3")
_MOMENT = N_("When that was")

TABLES = (
    Table(
        OwnTemplateRow,
        N_("Canvases that were made here by changing another"),
        (
            document("document", N_("The canvas, as it is drawn")),
            fact("based_on", N_("The canvas that was changed")),
        ),
    ),
    Table(
        BoardRow,
        N_("Canvases in work"),
        (
            refers("bootcamp_id", "bootcamps"),
            fact("number", N_("The number in the corners of its paper")),
            fact("template", N_("The canvas it was made from")),
            document("document", N_("The canvas, as it is drawn")),
            text("team", _TEAM),
            text("title_km", _KM),
            text("title_en", _EN),
            fact("paper", N_("The size of its paper")),
            fact("made_at", _MOMENT),
        ),
    ),
    Table(
        ItemRow,
        N_("Notes, pictures, lines, texts and frames on boards"),
        (
            refers("board_id", "boards"),
            fact("kind", N_("What it is")),
            fact("zone", N_("The zone of the canvas in which it lies")),
            fact("x", N_("How far from the left"), _MM),
            fact("top", N_("How far from the top"), _MM),
            fact("width", N_("Width"), _MM),
            fact("height", N_("Height"), _MM),
            fact("place", N_("What lies above has the greater number")),
            personal("text", N_("What is written on it")),
            fact("colour", N_("Colour")),
            fact("side", _SIDE),
            hidden_ref("author", "participations", N_("Who wrote it")),
            fact("group_id", N_("Those with the same one are grouped")),
            refers("source", "board_items", N_("Where a line begins")),
            refers("target", "board_items", N_("Where a line ends")),
            refers("picture", "board_pictures", N_("The picture that it shows")),
            fact("carried_from", N_("The item of an earlier board whose answer this is")),
            fact("is_hidden", N_("Whether its text is still covered")),
            personal("style", N_("How it looks")),
        ),
    ),
    Table(
        PictureRow,
        N_("Pictures on boards"),
        (
            fact("kind", N_("jpeg or png")),
            fact("width", N_("Width"), N_("pixels")),
            fact("height", N_("Height"), N_("pixels")),
            personal("data", N_("The picture"), N_("base64")),
        ),
    ),
    Table(
        RoundRow,
        N_("Rounds of voting on boards"),
        (
            refers("board_id", "boards"),
            text("title", _TITLE),
            fact("kind", N_("Who votes: person, side or hands")),
            fact("dots", N_("How many dots each has")),
            fact("zones", N_("The zones that are voted on; all where there is none")),
            fact("is_secret", N_("Whether dots are shown only at the end")),
            fact("opened_at", N_("When it was opened")),
            fact("closed_at", N_("When it was closed")),
        ),
    ),
    Table(
        VoteRow,
        N_("Dots that were given"),
        (
            refers("board_id", "boards"),
            refers("round_id", "vote_rounds"),
            refers("item_id", "board_items"),
            hidden_ref("voter", "participations", N_("Who gave them")),
            fact("side", _SIDE),
            fact("dots", N_("How many dots")),
        ),
    ),
    Table(
        SnapshotRow,
        N_("Boards as they were at a moment"),
        (
            refers("board_id", "boards"),
            text("title", _TITLE),
            fact("at", _MOMENT),
            personal("content", N_("Everything that lay on it")),
        ),
    ),
    Table(
        SolutionRow,
        N_("Solutions in which canvases end"),
        (
            refers("bootcamp_id", "bootcamps"),
            refers("board_id", "boards"),
            text("team", _TEAM),
            text("title_km", _KM),
            text("title_en", _EN),
            personal("problem", N_("Problem")),
            personal("idea", N_("Idea")),
            fact("targets", N_("Targets of the Sustainable Development Goals")),
            hidden_ref(
                "government_owner",
                "participations",
                N_("Who owns it on the side of the government"),
            ),
            hidden_ref(
                "civil_society_owner",
                "participations",
                N_("Who owns it on the side of civil society"),
            ),
            naming("government_owner_name", N_("An owner of the government who takes no part")),
            naming("civil_society_owner_name", N_("An owner of civil society who takes no part")),
            personal("first_step", N_("First step")),
            fact("due_on", _DUE),
            fact("agreed_on", N_("The day on which both owners signed")),
            fact("place", _PLACE),
        ),
    ),
    Table(
        CommitmentRow,
        N_("What was promised to solutions"),
        (
            refers("solution_id", "solutions"),
            fact("side", _SIDE),
            naming("who", N_("Who promised it")),
            personal("what", N_("What was promised")),
            fact("due_on", _DUE),
            fact("place", _PLACE),
        ),
    ),
)
