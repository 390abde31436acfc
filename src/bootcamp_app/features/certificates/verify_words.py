"""What `verify.html` says; the page gets every sentence in both languages."""

from __future__ import annotations

from bootcamp_app.core.i18n import N_

STATES = {
    "valid_title": N_("Genuine certificate"),
    "valid": N_("The certificate is genuine: it is as it was signed."),
    "valid_old_list_title": N_("Genuine, but the list is old"),
    "valid_old_list": N_(
        "It is as it was signed. But the list in this page is {days} days old: it may have been "
        "revoked since. Get a newer list to be sure."
    ),
    "superseded_title": N_("Replaced by a corrected one"),
    "superseded": N_(
        "The certificate is genuine, but revision {by} was issued instead. Ask for that one."
    ),
    "superseded_alike": N_(
        "The certificate is genuine, but two laptops corrected it at the same time, and another "
        "one of the same revision holds. Ask those who issued it for that one."
    ),
    "revoked_title": N_("Revoked certificate"),
    "revoked": N_("The certificate was revoked by those who issued it."),
    "unknown_issuer_title": N_("Unknown issuer"),
    "unknown_issuer": N_(
        "It is signed by somebody who is not on the list in this page. Do not accept it before you "
        "have asked the organisation named on the paper, or have a newer list."
    ),
    "altered_title": N_("Altered certificate"),
    "altered": N_("The certificate was altered after it was signed. Do not accept it."),
    "not_a_certificate_title": N_("Not a certificate"),
    "not_a_certificate": N_(
        "This is another code or text. The code of a certificate is the large square on it."
    ),
    "badge": N_(
        "This is a badge: it says who somebody is, and certifies nothing. The code of a "
        "certificate is the large square on it."
    ),
    "not_readable_title": N_("No code could be read"),
    "not_readable": N_("This says nothing about the certificate. Take another photo:"),
    "no_picture_title": N_("This file cannot be opened"),
    "no_picture": N_("It is no picture that this browser knows. Choose a photo (JPEG or PNG)."),
    "damaged_title": N_("Do not use this page"),
    "damaged": N_(
        "The list inside this page is damaged or not rightly signed. Get the page again from those "
        "who issue the certificates."
    ),
}
READING = {
    "page_title": N_("Certificate check"),
    "too_old": N_(
        "This browser cannot use this page. Open it in a newer browser, with JavaScript allowed."
    ),
    "question": N_("Is a certificate genuine?"),
    "another": N_("Check another certificate"),
    "how": N_("Take a photo of the square code on the paper, from near and in good light."),
    "take": N_("Take a photo"),
    "choose": N_("Choose a picture"),
    "drop": N_("You can also drop a picture here, or paste one (Ctrl+V)."),
    "by_text": N_("Check the text of a code"),
    "text_label": N_("Text of the code, beginning with BD1:"),
    "check": N_("Check"),
    "stays_here": N_("Nothing leaves this device: this page uses no network."),
    "reading": N_("Reading the picture…"),
    "reading_how": N_("A blurred or slanted photo takes a little longer."),
    "stop": N_("Stop"),
    "your_photo": N_("Your photo"),
    "tip_closer": N_("Closer: the code fills about half of the picture."),
    "tip_sharp": N_("Sharper: hold still, and wait until the picture is clear."),
    "tip_flat": N_("Flat: put the paper on a table and hold the phone level above it."),
    "tip_light": N_("Brighter: by daylight, without a shadow or a gleam on the code."),
}
SIGNED = {
    "compare": N_(
        "Compare this with the paper in your hand: every name, the title, the day and the number "
        "must be the same."
    ),
    "signed": N_("This was signed"),
    "claimed": N_("The code claims this; nobody vouches for it"),
    "after_list": N_("It was issued after the list in this page was made."),
    "serial": N_("Number"),
    "day": N_("Issued on"),
    "revision": N_("Revision"),
    "issued_by": N_("Issued by"),
    "key": N_("Fingerprint of the key"),
    "laptop": N_("Laptop {letter}"),
}
TRUST = {
    "who_issues": N_("Who issues"),
    "with_organisation": N_("Only laptops that this organisation has endorsed count as issuers."),
    "without_organisation": N_(
        "No organisation has put its key to this list. Whose laptops these are, you know only from "
        "where you have this page."
    ),
    "list_day": N_("The list is of"),
    "void_count": N_("Revoked certificates"),
    "today": N_("made today"),
    "one_day_old": N_("1 day old"),
    "days_old": N_("{days} days old"),
    "clock": N_("The clock of this device is behind the list. Set it right first."),
    "fingerprints": N_("Fingerprints of the keys"),
    "fingerprints_how": N_(
        "Ask the organisation for its fingerprints by another way, such as by telephone, and "
        "compare them."
    ),
    "organisation_key": N_("Key of the organisation"),
    "newer": N_("Use a newer list"),
    "newer_how": N_(
        "Ask those who issue for their newest list: a file, a page of codes to take photos of, or "
        "a text beginning with BT1. It is taken only if the same organisation or the same issuers "
        "signed it."
    ),
    "choose_list": N_("Choose the file of a list"),
    "list_label": N_("Text of a list, beginning with BT1"),
    "take_list": N_("Use this list"),
    "list_taken": N_("The newer list is in use now. It is of {day}. Check the certificate again."),
    "list_same": N_("This is the list that is in use already."),
    "list_older": N_("This list is not newer than the one in use. Nothing was changed."),
    "list_ahead": N_(
        "This list was made on a day that is still to come. Set the clock of this device right, or "
        "get another list. Nothing was changed."
    ),
    "list_foreign": N_("This list is signed by others. Nothing was changed."),
    "list_parts": N_(
        "The list has {of} codes. Number {missing} is missing: take a photo of it as well."
    ),
    "list_no_list": N_("This is no list, or it was altered. Nothing was changed."),
}
HONESTY = {
    "proof_title": N_("What this page proves, and what not"),
    "proof_page": N_(
        "A page from an unknown hand proves nothing: anybody can make one that says “genuine”. Use "
        "only a page that you have from the organisation itself, never one sent by the person "
        "whose certificate you check."
    ),
    "proof_person": N_(
        "It proves what was signed. Whether the person before you is the one named, only an "
        "identity card can say."
    ),
    "proof_date": N_("What was revoked after the day of the list, this page cannot know."),
    "made_by": N_("Made by Bootcamp Desk. Works without the internet."),
}
WORDS = {**STATES, **READING, **SIGNED, **TRUST, **HONESTY}
"""Every sentence of the page by the name that its script uses."""
