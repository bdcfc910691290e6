"""Qt's own words in bokmål: Qt ships none. Covers what our windows can show of them.

The whole of Qt's catalogue comes with the other languages; until then this list is what an
officer meets in file dialogs, text menus and buttons.
"""

from PySide6.QtCore import QCoreApplication, QTranslator

from app.foundation.translation import _, mark

_WORDS = {
    "OK": mark("OK"),
    "&OK": mark("OK"),
    "Cancel": mark("Avbryt"),
    "&Cancel": mark("Avbryt"),
    "&Open": mark("Åpne"),
    "Open": mark("Åpne"),
    "&Save": mark("Lagre"),
    "Save": mark("Lagre"),
    "&Yes": mark("Ja"),
    "&No": mark("Nei"),
    "Close": mark("Lukk"),
    "Name": mark("Navn"),
    "Size": mark("Størrelse"),
    "Type": mark("Type"),
    "Kind": mark("Type"),
    "Date Modified": mark("Endret"),
    "Computer": mark("Maskin"),
    "My Computer": mark("Maskin"),
    "Folder": mark("Mappe"),
    "File Folder": mark("Mappe"),
    "File": mark("Fil"),
    "Back": mark("Tilbake"),
    "Go back": mark("Gå tilbake"),
    "Forward": mark("Fram"),
    "Go forward": mark("Gå fram"),
    "Parent Directory": mark("Mappen over"),
    "Go to the parent directory": mark("Gå til mappen over"),
    "Create New Folder": mark("Lag ny mappe"),
    "Create a New Folder": mark("Lag ny mappe"),
    "&New Folder": mark("Ny mappe"),
    "New Folder": mark("Ny mappe"),
    "List View": mark("Liste"),
    "Change to list view mode": mark("Vis som liste"),
    "Detail View": mark("Detaljer"),
    "Change to detail view mode": mark("Vis detaljer"),
    "Sidebar": mark("Steder"),
    "List of places and bookmarks": mark("Steder og bokmerker"),
    "Files": mark("Filer"),
    "Look in:": mark("Mappe"),
    "File &name:": mark("Filnavn"),
    "Files of type:": mark("Type"),
    "&Choose": mark("Velg"),
    "&Delete": mark("Slett"),
    "&Rename": mark("Gi nytt navn"),
    "Show ": mark("Vis "),
    "Show &hidden files": mark("Vis skjulte filer"),
    "All Files (*)": mark("Alle filer (*)"),
    "%1\nFile not found.\nPlease verify the correct file name was given.": mark(
        "%1\nFant ikke filen.\nSe om navnet er riktig."
    ),
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": mark(
        "%1\nFant ikke mappen.\nSe om navnet er riktig."
    ),
    "%1 already exists.\nDo you want to replace it?": mark("%1 finnes. Vil du erstatte filen?"),
    "&Undo": mark("Angre"),
    "&Redo": mark("Gjør om"),
    "Cu&t": mark("Klipp ut"),
    "&Copy": mark("Kopier"),
    "Copy &Link Location": mark("Kopier lenken"),
    "&Paste": mark("Lim inn"),
    "Delete": mark("Slett"),
    "Select All": mark("Velg alt"),
    "Clear text": mark("Tøm feltet"),
}


class QtWords(QTranslator):
    """Answers Qt with our words; what is not listed stays as Qt has it."""

    def isEmpty(self) -> bool:
        """Tell Qt that there is something here."""
        return False

    def translate(
        self,
        _context: str,
        source: str | bytes,
        _disambiguation: str | bytes | None = None,
        _number: int = -1,
    ) -> str | None:
        """Return our word for Qt's, None where we have none."""
        text = source.decode() if isinstance(source, bytes) else source
        words = _WORDS.get(text)
        return None if words is None else _(words)


def teach_qt(application: QCoreApplication | None) -> None:
    """Have Qt speak our words from now on; a second call changes nothing."""
    if application is not None and application.findChild(QtWords) is None:
        words = QtWords(application)
        application.installTranslator(words)
