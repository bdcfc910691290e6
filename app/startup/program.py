"""One run of the windows. What is imported here is all that stands before the first window."""

from collections.abc import Mapping

from PySide6.QtWidgets import QApplication

from app.foundation.settings import Settings
from app.startup.loading import module
from app.ui.appearance.theme import STYLE_ARGUMENTS, note_style, theme
from app.ui.screens.sign_in.form import SignInForm
from app.ui.screens.sign_in.window import SignInWindow

_APPLICATION = "app.startup.application"
# What the desktop entry is called, so that a window is known to be its.
_DESKTOP_ENTRY = "no.mulighet.Mulighet"
_PAGES = "app.ui.screens.sign_in.pages"


def run(settings: Settings) -> int:
    """Show the first window; all the rest is imported when it has been seen.

    Returns:
        The exit code, when the officer has left.
    """
    qt = QApplication.instance()
    if qt is None:
        qt = QApplication(["mulighet", *STYLE_ARGUMENTS])
        note_style(qt)
    assert isinstance(qt, QApplication)
    qt.setQuitOnLastWindowClosed(False)
    qt.setDesktopFileName(_DESKTOP_ENTRY)
    settings.folders.make()
    theme().take_up(look_of(settings))
    theme().locked = settings.locked
    window = first_window(settings)
    begun = []

    def begin() -> None:
        begun.append(module(_APPLICATION).Application(qt, settings, window))

    window.painted.connect(begin)
    window.closed.connect(qt.quit)
    window.show()
    code = qt.exec()
    for application in begun:
        application.end()
    return code


def look_of(settings: Settings) -> Mapping[str, str]:
    """Return the zoom, colours and density that were settled on."""
    zoom = {"zoom": str(settings.zoom)} if settings.zoom else {}
    chosen = {"scheme": settings.scheme, "density": settings.density, **zoom}
    return {**settings.remembered, **chosen}


def first_window(settings: Settings) -> SignInWindow:
    """Return the first window: sign-in, or how to begin where there is no database yet."""
    window = SignInWindow(other_languages="language" not in settings.locked)
    if settings.database is not None or settings.folders.holds_database:
        form = SignInForm(settings.officer or "")
        window.show_page(form, form.first_field(), languages=True)
    else:
        page = module(_PAGES).WelcomePage()
        window.show_page(page, page.empty, languages=True)
    return window
