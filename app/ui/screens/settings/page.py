"""Every setting with its value, its unit, what it does and where it is from; some change here."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import RuleBroken
from app.domain.thresholds import LOCK_SECONDS, LONGEST_LOCK, SHORTEST_LOCK, Threshold
from app.domain.topics import Topic
from app.foundation.settings import (
    LARGEST_ZOOM,
    ORIGIN_WORDS,
    SMALLEST_ZOOM,
    Origin,
    known_settings,
    shown,
)
from app.foundation.translation import _
from app.ui.appearance.remembered import (
    remember_look,
    remember_setting,
    remembered_setting,
    setting_in_force,
)
from app.ui.appearance.theme import Density, Scheme, theme
from app.ui.appearance.tokens import GAP, MARGIN
from app.ui.background.tasks import Tasks
from app.ui.screens.settings.desk import SettingsDesk
from app.ui.screens.settings.rows import Options, Section, SettingRow, choose, options
from app.ui.screens.settings.words import value_word
from app.ui.widgets.failures import is_known, sentence
from app.ui.widgets.labels import TextLabel
from app.ui.widgets.number_field import NumberField
from app.ui.widgets.page import Notice, Page
from app.ui.widgets.scrolling import scrolling

_ZOOM_STEP = 10
_SECONDS_STEP = 10
_BOARD = "board"
_LOOK = ("scheme", "density", "zoom")
_GIVEN_AT_START = frozenset({Origin.COMMAND_LINE, Origin.ENVIRONMENT})


class SettingsPage(Page):
    """For every officer; only the lock's time is the unit leader's and the administrator's."""

    def __init__(self, tasks: Tasks, desk: SettingsDesk, parent: QWidget | None = None) -> None:
        super().__init__(_("Innstillinger"), parent)
        self._tasks = tasks
        self._desk = desk
        self.rows: dict[str, SettingRow] = {}
        self._lay_out()
        self._show_look()
        theme().changed.connect(self._show_look)

    def topics(self) -> frozenset[Topic]:
        """Follow the prison's own numbers."""
        return frozenset({Topic.SETTINGS})

    def activate(self) -> None:
        """Fetch what is the prison's and what printers there are."""
        self.reload()
        self._tasks.read(self._desk.printers, self, self._offer_printers, lambda _fault: None)

    def reload(self) -> None:
        """Show the prison's own numbers anew."""
        self._show_lock()
        self._tasks.read(self._desk.thresholds, self, self._show_thresholds, self._explain_reading)

    def first_focus(self) -> QWidget:
        """Begin at the first setting that can be changed."""
        values = [row.value for row in self.rows.values()]
        return next((value for value in values if isinstance(value, Options | NumberField)), self)

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(MARGIN, GAP, MARGIN, MARGIN)
        column.setSpacing(GAP)
        for heading, keys in (
            (_("Utseende"), _LOOK),
            (_("Språk"), ("language", "spelling")),
            (_("Utskrift"), ("paper_copy", "paper_language", "printer")),
            (_("Hele fengselet"), (LOCK_SECONDS,)),
            (_("Denne maskinen"), self._given_at_start()),
        ):
            section = Section(heading)
            for key in keys:
                self._add(section, key)
            if LOCK_SECONDS in keys:
                self._add_thresholds(section)
            column.addWidget(section)
        column.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(content))

    @staticmethod
    def _given_at_start() -> tuple[str, ...]:
        return tuple(key for key, one in known_settings().items() if not one.is_chosen_in_windows)

    def _add(self, section: Section, key: str) -> None:
        row = self._lock_row() if key == LOCK_SECONDS else self._row(key)
        self.rows[key] = row
        section.add(row)
        self._show_origin(key)

    def _row(self, key: str) -> SettingRow:
        about = known_settings()[key]
        unit = _(about.unit) if about.unit else ""
        description = _(about.description)
        if key == "language":
            description += " " + _("Skifter neste gang du logger inn.")
        if about.restart:
            description += " " + _("Gjelder fra neste start.")
        return SettingRow(_(about.name), description, self._control(key), unit)

    def _control(self, key: str) -> QWidget:
        about = known_settings()[key]
        value = getattr(self._desk.settings, key)
        if key in self._desk.settings.locked or not about.is_chosen_in_windows:
            return TextLabel(value_word(key, shown(key, value)) or "–")
        if key == "zoom":
            return self._zoom()
        present = setting_in_force(self._desk.settings, key)
        values = [(one, value_word(key, one)) for one in about.allowed]
        if key == "printer":
            values = self._printer_values((), present)
        elif key == "paper_language" and not value:
            values = [("", _("Som i vinduene")), *values]
        box = options(values, partial(self._choose, key))
        choose(box, present)
        return box

    def _zoom(self) -> NumberField:
        number = NumberField()
        number.setRange(SMALLEST_ZOOM, LARGEST_ZOOM)
        number.setSingleStep(_ZOOM_STEP)
        number.editingFinished.connect(lambda: self._choose("zoom", str(number.value())))
        return number

    def _lock_row(self) -> SettingRow:
        description = _(
            "Skjermen låses når ingen har rørt tastatur eller mus så lenge. "
            "Avdelingsleder og administrator kan endre det."
        )
        value: QWidget = TextLabel()
        if self._desk.may_set_lock:
            number = NumberField()
            number.setRange(SHORTEST_LOCK, LONGEST_LOCK)
            number.setSingleStep(_SECONDS_STEP)
            number.editingFinished.connect(lambda: self._save_lock(number.value()))
            value = number
        return SettingRow(_("Lås skjermen etter"), description, value, _("sekunder"))

    def _add_thresholds(self, section: Section) -> None:
        description = _("Administratoren endrer dem under Oppsett, Grenser.")
        row = self.rows[_BOARD] = SettingRow(_("Grenser for tavla"), description, TextLabel())
        row.show_origin(_("fengselets database"))
        section.add(row)

    def _choose(self, key: str, value: str) -> None:
        change: Mapping[str, Callable[[], None]] = {
            "scheme": lambda: theme().choose_scheme(Scheme(value)),
            "density": lambda: theme().choose_density(Density(value)),
            "zoom": lambda: theme().set_zoom(int(value)),
        }
        if key in change:
            if self._look(key) == value:
                return
            change[key]()
            remember_look()
        else:
            remember_setting(key, value)
            self._show_origin(key)
            self.message.emit(_("Valget er lagret på denne maskinen."))

    def _look(self, key: str) -> str:
        look = theme()
        present = {"scheme": look.scheme.value, "density": look.density.value}
        return present.get(key, str(look.zoom))

    def _show_look(self) -> None:
        for key in _LOOK:
            value, control = self._look(key), self.rows[key].value
            if isinstance(control, TextLabel):
                self.rows[key].show_text(value_word(key, value))
            else:
                choose(control, value)
            self._show_origin(key)

    def _show_origin(self, key: str) -> None:
        self.rows[key].show_origin(self._origin(key))

    def _origin(self, key: str) -> str:
        settings = self._desk.settings
        if key == LOCK_SECONDS:
            return _("fengselets database")
        if key in settings.locked:
            return _("låst av IT")
        origin = settings.origin(key)
        if remembered_setting(key) and origin in _GIVEN_AT_START:
            text = _("valgt i programmet; {0} gjelder igjen ved neste start")
            return text.format(_(ORIGIN_WORDS[origin]))
        if remembered_setting(key):
            origin = Origin.REMEMBERED
        return _(ORIGIN_WORDS[origin])

    def _offer_printers(self, names: Sequence[str]) -> None:
        box = self.rows["printer"].value
        if not isinstance(box, Options):
            return
        present = str(box.currentData() or "")
        box.clear()
        for value, word in self._printer_values(names, present):
            box.addItem(word, value)
        choose(box, present)

    def _printer_values(self, names: Sequence[str], present: str) -> list[tuple[str, str]]:
        # Without a choice, a printer named in a file is the one; no choice here undoes that.
        unchosen = [] if self._desk.settings.printer else [("", _("Systemets egen"))]
        known = dict.fromkeys([*names, present])
        return [*unchosen, *((name, name) for name in known if name)]

    def _show_lock(self) -> None:
        seconds, control = self._desk.lock_seconds(), self.rows[LOCK_SECONDS].value
        if isinstance(control, TextLabel):
            self.rows[LOCK_SECONDS].show_text(str(seconds))
        elif not control.hasFocus():
            choose(control, seconds)

    def _save_lock(self, seconds: int) -> None:
        self.rows[LOCK_SECONDS].show_problem("")
        if seconds != self._desk.lock_seconds():
            save = partial(self._desk.set_lock_seconds, seconds)
            self._tasks.write(save, self, partial(self._saved, seconds), self._explain)

    def _saved(self, seconds: int, _nothing: None) -> None:
        self._show_lock()
        self.notice.emit(Notice(_("Skjermen låses nå etter {0} sekunder.").format(seconds)))
        self.saved.emit()

    def _explain(self, fault: Exception) -> None:
        self.rows[LOCK_SECONDS].show_problem(sentence(fault))
        if not isinstance(fault, RuleBroken) and not is_known(fault):
            raise fault

    def _show_thresholds(self, found: Sequence[Threshold]) -> None:
        numbers = {threshold.key: threshold.value for threshold in found}
        text = _("Gul fra {0} dager, rød fra {1}, ny i {2} timer")
        keys = ("conversation.warning_days", "conversation.alarm_days", "arrival.new_hours")
        self.rows[_BOARD].show_text(text.format(*(numbers.get(key, "–") for key in keys)))

    def _explain_reading(self, fault: Exception) -> None:
        self.rows[_BOARD].show_text(sentence(fault))
        if not is_known(fault):
            raise fault
