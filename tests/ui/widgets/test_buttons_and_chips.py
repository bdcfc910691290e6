from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.appearance.theme import Theme
from app.ui.appearance.tokens import Tone
from app.ui.widgets.buttons import Button, IconButton, LinkButton, MenuButton, PrimaryButton
from app.ui.widgets.chip import Chip, ChoiceChips, FilterChip, Segments
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.labels import Badge, TextLabel


def test_enter_and_space_press_a_button(look: Theme, qtbot: QtBot) -> None:
    pressed: list[str] = []
    button = Button("Lagre", lambda: pressed.append("lagret"))
    qtbot.addWidget(button)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(pressed) == 3


def test_control_and_enter_belong_to_the_page(look: Theme, qtbot: QtBot) -> None:
    pressed: list[str] = []
    button = Button("Lagre", lambda: pressed.append("lagret"))
    qtbot.addWidget(button)
    qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []


def test_the_focus_on_the_main_button_can_be_seen(look: Theme, qtbot: QtBot) -> None:
    button = PrimaryButton("Lagre samtalen")
    qtbot.addWidget(button)
    button.show()
    without = _picture(button)
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    assert _picture(button) != without


def _picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_a_button_with_an_icon_alone_has_a_name_and_a_hint(look: Theme, qtbot: QtBot) -> None:
    button = IconButton("close", "Lukk panelet")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Lukk panelet"


def test_a_menu_button_offers_its_actions(look: Theme, qtbot: QtBot) -> None:
    action = QAction("Planen")
    button = MenuButton("Skriv ut", [action])
    qtbot.addWidget(button)
    assert button.actions_offered() == (action,)
    assert button.accessibleName() == "Skriv ut"


def test_a_link_changes_words_and_name_together(look: Theme, qtbot: QtBot) -> None:
    link = LinkButton("Rett")
    qtbot.addWidget(link)
    link.set_words("Angre")
    assert (link.text(), link.accessibleName()) == ("Angre", "Angre")


def test_a_filter_chip_counts(look: Theme, qtbot: QtBot) -> None:
    chip = FilterChip("Mine", 6)
    qtbot.addWidget(chip)
    assert chip.text() == "Mine 6"
    chip.set_count(None)
    assert chip.text() == "Mine"


def test_enter_on_a_filter_chip_is_told_apart_from_space(look: Theme, qtbot: QtBot) -> None:
    chip = FilterChip("Forfalt", 3)
    qtbot.addWidget(chip)
    with qtbot.waitSignal(chip.entered):
        qtbot.keyClick(chip, Qt.Key.Key_Return)
    assert not chip.isChecked()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert chip.isChecked()


def test_one_of_several_chips_is_chosen(look: Theme, qtbot: QtBot) -> None:
    chips = ChoiceChips("Varighet", [(20, "20 min"), (40, "40 min")])
    qtbot.addWidget(chips)
    assert chips.value is None
    with qtbot.waitSignal(chips.chosen) as chosen:
        chips.chips()[1].click()
    assert chosen.args == [40]
    chips.choose(20)
    assert chips.value == 20
    chips.choose("ukjent")
    assert chips.value is None


def test_chips_say_what_they_are_a_choice_of(look: Theme, qtbot: QtBot) -> None:
    chips = ChoiceChips("Varighet", [(20, "20 min")])
    qtbot.addWidget(chips)
    assert chips.chips()[0].accessibleName() == "Varighet: 20 min"


def test_new_choices_take_the_place_of_the_old(look: Theme, qtbot: QtBot) -> None:
    chips = ChoiceChips("Sted", [("a", "A")])
    qtbot.addWidget(chips)
    chips.set_choices([("b", "B"), ("c", "C")])
    assert [chip.text() for chip in chips.chips()] == ["B", "C"]


def test_segments_tell_which_is_pressed(look: Theme, qtbot: QtBot) -> None:
    segments = Segments("Visning", ["Tavle", "Tabell"])
    qtbot.addWidget(segments)
    segments.choose(0)
    with qtbot.waitSignal(segments.chosen) as chosen:
        segments.findChildren(Chip)[1].click()
    assert chosen.args == [1]


def test_a_flow_goes_on_in_the_next_row(look: Theme, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder)
    for number in range(10):
        flow.addWidget(Button(f"Knapp {number}"))
    one_row = flow.heightForWidth(5_000)
    assert flow.heightForWidth(200) > 3 * one_row
    assert flow.sizeHint().height() <= one_row


def test_a_badge_tells_its_tone_and_keeps_its_word(look: Theme, qtbot: QtBot) -> None:
    badge = Badge("21 dager", Tone.DANGER)
    qtbot.addWidget(badge)
    badge.set_tone(Tone.OK)
    assert badge.property("tone") == "ok"
    assert badge.text() == "21 dager"


def test_what_people_wrote_is_shown_as_it_is(look: Theme, qtbot: QtBot) -> None:
    label = TextLabel("<b>ikke fet</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.textInteractionFlags() == Qt.TextInteractionFlag.TextSelectableByMouse
