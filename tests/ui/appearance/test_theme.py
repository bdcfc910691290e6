import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.foundation.paths import resource
from app.foundation.setting_sources import remembered_values
from app.ui.appearance import fonts
from app.ui.appearance.icons import pixmap, themed, themed_in_menu
from app.ui.appearance.remembered import forget_file, remember_in, remember_look, remembered
from app.ui.appearance.stillness import be_still
from app.ui.appearance.style_sheet import style_sheet
from app.ui.appearance.system_look import text_percent
from app.ui.appearance.theme import Density, Scheme, Theme
from app.ui.appearance.tokens import BLACK_ON_WHITE, DARK, LIGHT, WHITE_ON_BLACK, Tokens


@pytest.mark.parametrize("tokens", [LIGHT, DARK, BLACK_ON_WHITE, WHITE_ON_BLACK])
@pytest.mark.parametrize("percent", [80, 100, 200])
@pytest.mark.parametrize("air", [-2, 0, 3])
def test_every_name_in_the_style_sheets_is_filled_in(
    look: Theme, tokens: Tokens, percent: int, air: int
) -> None:
    sheet = style_sheet(("first", "window"), tokens, percent, air)
    assert "$" not in sheet
    assert "@" not in sheet


def test_lines_are_thicker_in_high_contrast(look: Theme) -> None:
    usual, contrast = (style_sheet(("first",), one, 100) for one in (LIGHT, BLACK_ON_WHITE))
    focus = re.compile(r"QPushButton:focus, [^{]*{ border: (\d)px solid")
    found = [focus.search(sheet) for sheet in (usual, contrast)]
    assert [match[1] for match in found if match] == ["2", "3"]
    assert "border: 1px" not in contrast


def test_lengths_grow_with_the_zoom_and_lines_do_not(look: Theme) -> None:
    sheet = style_sheet(("first",), LIGHT, 200)
    assert "border-radius: 12px" in sheet
    assert "border: 1px" in sheet
    assert "border: 2px" in sheet


def test_sheets_name_no_colours_of_their_own() -> None:
    for name in ("first", "window", "contrast"):
        text = resource("styles", f"{name}.qss").read_text(encoding="utf-8")
        assert set(re.findall(r"#[0-9a-f]{6}", text)) <= {"#ffffff"}


def test_the_zoom_stays_between_80_and_200(look: Theme) -> None:
    look.set_zoom(500)
    assert look.zoom == 200
    look.set_zoom(1)
    assert look.zoom == 80


def test_the_zoom_makes_text_larger(look: Theme, qtbot: QtBot) -> None:
    label = QLabel("Hassan, Omar")
    qtbot.addWidget(label)
    before = label.sizeHint().width()
    look.set_zoom(200)
    assert label.sizeHint().width() > 1.7 * before


def test_the_officer_chooses_dark_or_light(look: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.changed):
        look.choose_scheme(Scheme.DARK)
    assert look.tokens is DARK
    assert QApplication.palette().window().color().name() == DARK.background
    look.choose_scheme(Scheme.LIGHT)
    assert look.tokens is LIGHT


def test_nothing_is_drawn_anew_without_a_change(look: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(look.changed):
        look.choose_scheme(Scheme.LIGHT)


def test_our_own_face_is_used(look: Theme) -> None:
    assert look.font().family() == fonts.FAMILY
    assert look.font().exactMatch()


def test_missing_faces_fall_back_to_the_system(
    look: Theme, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(fonts, "resource", tmp_path.joinpath)
    assert fonts.load_fonts()


@pytest.mark.parametrize(
    "file", sorted(resource("icons").glob("*.svg")), ids=lambda file: file.stem
)
def test_every_icon_can_be_drawn(look: Theme, file: Path) -> None:
    picture = pixmap(file.stem, "#000000", 18).toImage()
    assert any(picture.pixelColor(x, y).alpha() for x in range(18) for y in range(18))


@pytest.mark.parametrize("scheme", [one for one in Scheme if one is not Scheme.SYSTEM])
def test_an_icon_is_seen_on_the_chosen_row_of_a_menu(look: Theme, scheme: Scheme) -> None:
    look.choose_scheme(scheme)
    drawn = themed_in_menu("lock")
    chosen = drawn.pixmap(18, QIcon.Mode.Active).toImage()
    ink = QColor(look.tokens.on_chosen)
    solid = [
        chosen.pixelColor(x, y)
        for x in range(chosen.width())
        for y in range(chosen.height())
        if chosen.pixelColor(x, y).alpha() == 255
    ]
    assert solid
    assert {one.name() for one in solid} == {ink.name()}


def test_icons_are_drawn_in_the_colour_of_the_text(look: Theme) -> None:
    light = themed("lock").pixmap(18).toImage()
    look.choose_scheme(Scheme.DARK)
    assert themed("lock").pixmap(18).toImage() != light


def test_zoom_colours_and_density_are_remembered(look: Theme, tmp_path: Path) -> None:
    file = tmp_path / "ui.ini"
    remember_in(file)
    look.set_zoom(130)
    look.choose_scheme(Scheme.DARK)
    look.choose_density(Density.TIGHT)
    remember_look()
    forget_file()
    look.set_zoom(100)
    look.choose_scheme(Scheme.LIGHT)
    look.choose_density(Density.NORMAL)
    look.take_up(remembered_values(file))
    assert (look.zoom, look.tokens, look.density) == (130, DARK, Density.TIGHT)


def test_the_first_window_has_the_contrast_the_system_asked_for_last_time(
    look: Theme, tmp_path: Path
) -> None:
    file = tmp_path / "ui.ini"
    file.write_text("[look]\nscheme=system\nsystem_contrast=true\n", encoding="utf-8")
    look.system.is_dark = False
    look.take_up(remembered_values(file))
    assert look.tokens is BLACK_ON_WHITE
    look.system.wants_contrast = False


def test_the_look_follows_the_system_while_the_program_runs(look: Theme, qtbot: QtBot) -> None:
    look.choose_scheme(Scheme.SYSTEM)
    hints = QApplication.styleHints()
    told = hints.accessibility()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look.tokens is DARK
    with qtbot.waitSignal(look.changed):
        told.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert look.tokens is WHITE_ON_BLACK
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert look.tokens is BLACK_ON_WHITE
    look.choose_scheme(Scheme.DARK)
    told.contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
    assert look.tokens is DARK


@pytest.mark.parametrize(
    ("density", "row", "air"),
    [(Density.TIGHT, 22, 3), (Density.NORMAL, 28, 5), (Density.AIRY, 34, 8)],
)
def test_density_gives_lines_their_room(look: Theme, density: Density, row: int, air: int) -> None:
    look.choose_density(density)
    assert (look.row, look.airy(5)) == (row, air)
    look.set_zoom(150)
    assert look.row == row * 3 // 2


def test_density_changes_fields_and_buttons(look: Theme, qtbot: QtBot) -> None:
    field, button = QLineEdit(), QPushButton("Lagre samtalen")
    heights = []
    for widget in (field, button):
        qtbot.addWidget(widget)
    for density in Density:
        look.choose_density(density)
        heights.append((field.sizeHint().height(), button.sizeHint().height()))
    assert heights == sorted(heights)
    assert len(set(heights)) == len(Density)
    assert heights[0][0] >= field.fontMetrics().height()


def test_a_larger_text_in_the_system_is_the_first_zoom() -> None:
    assert [text_percent(points) for points in (9.0, 11.0, 14.3, 22.0)] == [100, 100, 130, 200]


def test_nothing_of_qt_moves_by_itself(look: Theme) -> None:
    be_still()
    for effect in (Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_FadeTooltip):
        assert not QApplication.isEffectEnabled(effect)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[window]\nzoom=150\n",
        b"[look]\nzoom=large\nscheme=purple\n",
        b"\xff\xfe\x00",
        b"[look]\n[other]\nzoom=150",
    ],
)
def test_what_cannot_be_read_is_left(look: Theme, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "ui.ini"
    file.write_bytes(content)
    look.take_up(remembered_values(file))
    assert look.zoom == 100


def test_nothing_is_remembered_without_a_file() -> None:
    forget_file()
    remember_look()
    assert remembered() is None
