"""What the system asks for: dark or light, more contrast, larger text."""

import sys

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QApplication

_HALF_LIGHT = 128
# The text sizes desktops begin with, in points; a larger one has been asked for by somebody.
_USUAL_POINTS = 11.0
_WINDOWS_TEXT = r"HKEY_CURRENT_USER\Software\Microsoft\Accessibility"
_STEP = 10


class SystemLook(QObject):
    """The system's wishes, at the start and when they change.

    Signals:
        changed: dark or light, or the contrast, is another now.
    """

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        # By the palette, before ours is set: naming Qt.ColorScheme loads the whole Qt namespace,
        # which takes a tenth of the time to the first window.
        self.is_dark = application.palette().window().color().lightness() < _HALF_LIGHT
        self.wants_contrast = False
        self.text_percent = text_percent(application.font().pointSizeF())

    def follow(self) -> None:
        """Ask for what the first window had no time to, and hear of every change from now on."""
        hints = self._application.styleHints()
        hints.colorSchemeChanged.connect(self._take_scheme)
        # Told by Qt since 6.10; before that only the officer's own choice gives high contrast.
        if hasattr(hints, "accessibility"):
            # Kept: what it belongs to is gone with the last name for it.
            self._hints, self._access = hints, hints.accessibility()
            self._access.contrastPreferenceChanged.connect(self._take_contrast)
            self._take_contrast(self._access.contrastPreference())

    def _take_scheme(self, scheme: object) -> None:
        self.is_dark = getattr(scheme, "name", "") == "Dark"
        self.changed.emit()

    def _take_contrast(self, preference: object) -> None:
        wanted = getattr(preference, "name", "") == "HighContrast"
        if wanted != self.wants_contrast:
            self.wants_contrast = wanted
            self.changed.emit()


def text_percent(points: float) -> int:
    """Return the zoom that goes with the system's text size, 100 where nobody has changed it."""
    if sys.platform == "win32":
        return _windows_text_percent()
    return max(100, round(points / _USUAL_POINTS * 100 / _STEP) * _STEP)


def _windows_text_percent() -> int:
    settings = QSettings(_WINDOWS_TEXT, QSettings.Format.NativeFormat)
    found = settings.value("TextScaleFactor", 100)
    return int(found) if isinstance(found, int | str) and str(found).isdecimal() else 100
