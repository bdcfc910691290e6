"""One run of the windows: Qt is begun, faults are caught, and everything is given back."""

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.command_line.settings import Settings
from app.foundation.clock import system_clock
from app.startup.application import Application
from app.startup.crash_report import CrashReport

_SERIOUS = (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)


def run(settings: Settings) -> int:
    """Open the first window, and return the exit code when the officer has left."""
    crash_report = CrashReport(settings.folders.state)
    crash_report.install()

    def take(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        # Up to the first colon Qt names its own function; what follows may quote a text.
        if kind in _SERIOUS:
            crash_report.write_lines(f"{kind.name} {context.category}", text.partition(": ")[0])

    qInstallMessageHandler(take)
    try:
        qt = QApplication.instance() or QApplication(["mulighet"])
        assert isinstance(qt, QApplication)
        qt.setApplicationName("Mulighet")
        return Application(qt, settings, system_clock, crash_report).run()
    finally:
        qInstallMessageHandler(None)
        crash_report.remove()
