"""The phases of a bootcamp, by which canvases are put in order."""

from __future__ import annotations

from bootcamp_app.features.canvases.views import Words

PHASES = {
    "A": Words("Frame the problem", "កំណត់បញ្ហា"),
    "B": Words("Understand people", "ស្វែងយល់ពីប្រជាពលរដ្ឋ"),
    "C": Words("Look at behaviour", "ពិនិត្យឥរិយាបថ"),
    "D": Words("Find ideas", "ស្វែងរកគំនិត"),
    "E": Words("Shape the solution together", "រៀបចំដំណោះស្រាយរួមគ្នា"),
    "F": Words("Show and test", "បង្ហាញ និងសាកល្បង"),
    "G": Words("Act and spread", "អនុវត្ត និងផ្សព្វផ្សាយ"),
}
"""By its letter, what each phase is for; they come one after the other."""
