"""The overview as an officer uses it: keys, mouse, chips, board and table, the panel."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.domain.access import Right
from app.domain.errors import DatabaseUnavailable, NotAllowed
from app.ui.actions.action_menu import ActionMenu
from app.ui.appearance.remembered import forget_file, remember_in, remembered
from app.ui.appearance.theme import theme
from app.ui.screens.cell_blocks.filters import Chip
from app.ui.screens.cell_blocks.person_menu import tile_menu
from app.ui.screens.cell_blocks.screen import CellBlocksPage
from app.ui.screens.cell_blocks.table_model import Column, TableModel
from app.ui.widgets.buttons import Button
from app.ui.widgets.chip import FilterChip
from app.ui.widgets.search_box import SearchBox
from tests.ui.cell_blocks.made_up import block_b, overview, prison_of

KEY = Qt.Key


def dimmed_in(page):
    model = page._views.board.board_model
    return sum(model.entry(row)[1] for row in range(model.rowCount()))


def id_of(core, name):
    return next(line.id for line in core.overview.inmates if line.name == name)


def names(view):
    model = view.model()
    column = 1 if isinstance(model, TableModel) else 0
    rows = [model.index(row, column) for row in range(model.rowCount())]
    return [index.data() for index in rows if index.flags() & Qt.ItemFlag.ItemIsSelectable]


def chip(page, chip_id) -> FilterChip:
    return page._filter_bar._chips[chip_id]


def field(page) -> SearchBox:
    return page.findChild(SearchBox)


def words(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def test_the_first_sight(page):
    assert page.title == "Celleblokk B"
    assert [c.text() for c in page.findChildren(FilterChip)] == [
        "Mine 7",
        "Ikke snakket med på 7 dager 8",
        "Forfalt 1",
        "Uten kontaktbetjent 1",
        "Nye 1",
    ]
    assert len(names(page._views.board)) == 22
    assert page.first_focus() is page._views.board
    assert page.current_inmate() is None


def test_a_chip_dims_by_mouse_and_space_and_hides_by_enter(page, qtbot):
    mine = chip(page, Chip.MINE)
    qtbot.mouseClick(mine, Qt.MouseButton.LeftButton)
    assert mine.isChecked()
    assert dimmed_in(page) == 15
    assert len(names(page._views.board)) == 22
    QTest.keyClick(mine, KEY.Key_Return)
    assert len(names(page._views.board)) == 7
    QTest.keyClick(mine, KEY.Key_Return)
    assert len(names(page._views.board)) == 22
    QTest.keyClick(mine, KEY.Key_Space)
    assert not mine.isChecked()
    assert dimmed_in(page) == 0


def test_a_double_click_on_a_chip_hides(page, qtbot):
    mine = chip(page, Chip.MINE)
    qtbot.mouseClick(mine, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(mine, Qt.MouseButton.LeftButton)
    assert mine.isChecked()
    assert len(names(page._views.board)) == 7


def test_the_link_hides_and_shows_what_the_chips_leave_out(page, qtbot):
    link = page._filter_bar._rest
    assert link.isHidden()
    qtbot.mouseClick(chip(page, Chip.NOT_TALKED_TO), Qt.MouseButton.LeftButton)
    assert link.text() == "Skjul 14 dempede"
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert link.text() == "Vis 14 skjulte"
    assert len(names(page._views.board)) == 8
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert len(names(page._views.board)) == 22


def test_arrow_keys_go_over_the_wall_and_skip_headings(page):
    board = page._views.board
    board.setFocus()
    assert board.current_tile() is None
    visited = []
    for key in (KEY.Key_Right, KEY.Key_Right, KEY.Key_Down, KEY.Key_Down, KEY.Key_Left):
        QTest.keyClick(board, key)
        visited.append(board.current_tile().place)
    assert visited == ["B201", "B202", "B207", "B302", "B301"]
    for _time in range(30):
        QTest.keyClick(board, KEY.Key_Down)
        assert board.current_tile() is not None
    assert board.current_tile().name == "Ali, Said"


def test_enter_and_double_click_open_the_person(page, qtbot, core):
    board = page._views.board
    QTest.keyClick(board, KEY.Key_Home)
    with qtbot.waitSignal(page.inmate_asked) as asked:
        QTest.keyClick(board, KEY.Key_Return)
    assert asked.args == [id_of(core, "Haugen, Jonas")]
    spot = board.visualRect(board.board_model.index(2, 0)).center()
    qtbot.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    with qtbot.waitSignal(page.inmate_asked) as asked:
        qtbot.mouseDClick(board.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert asked.args == [id_of(core, "Kowalski, Piotr")]


def test_a_heading_cannot_be_chosen_by_the_mouse(page, qtbot):
    board = page._views.board
    spot = board.visualRect(board.board_model.index(0, 0)).center()
    qtbot.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert board.current_tile() is None


def test_an_empty_cell_is_chosen_but_not_opened(page, qtbot):
    board = page._views.board
    page._presenter.choose(next(t.id for t in page._showing.board.tiles if t.name == "Ledig"))
    with qtbot.assertNotEmitted(page.inmate_asked):
        QTest.keyClick(board, KEY.Key_Return)
    assert page.current_inmate() is None
    assert "1 plass" in words(page._peek)


def test_letters_typed_on_the_board_filter(page, qtbot):
    board = page._views.board
    board.setFocus()
    QTest.keyClick(board, "h")
    assert QApplication.focusWidget() is field(page)
    QTest.keyClicks(field(page), "ass")
    assert names(board) == ["Hassan, Omar"]
    QTest.keyClick(field(page), KEY.Key_Down)
    assert board.hasFocus()
    assert board.current_tile().name == "Hassan, Omar"
    QTest.keyClick(board, KEY.Key_Backspace)
    assert field(page).text() == "has"
    board.setFocus()
    QTest.keyClick(board, KEY.Key_Escape)
    assert field(page).text() == ""
    assert len(names(board)) == 22
    assert board.current_tile().name == "Hassan, Omar"


def test_enter_in_the_field_opens_the_only_hit(page, qtbot, core):
    page.focus_search()
    QTest.keyClicks(field(page), "hass")
    with qtbot.waitSignal(page.inmate_asked) as asked:
        QTest.keyClick(field(page), KEY.Key_Return)
    assert asked.args == [id_of(core, "Hassan, Omar")]


def test_enter_in_the_field_goes_to_the_board_when_several_are_found(page, qtbot):
    page.focus_search()
    QTest.keyClicks(field(page), "dom")
    field(page).setText("s")
    with qtbot.assertNotEmitted(page.inmate_asked):
        QTest.keyClick(field(page), KEY.Key_Return)
    assert page._views.board.hasFocus()


def test_nothing_found_is_said_with_the_way_back(page):
    field(page).setText("finnesikke")
    assert "Ingen treff på «finnesikke». Esc viser alle." in words(page._filter_bar)
    assert page.escape()
    assert not page.escape()


def test_board_and_table_share_filter_and_selection(page, core):
    page._presenter.choose(id_of(core, "Hassan, Omar"))
    page._presenter.toggle(Chip.NOT_TALKED_TO)
    page.show_view(1)
    table = page._views.table
    assert table.current_tile().name == "Hassan, Omar"
    assert table.selectionModel().selectedRows()
    table.setFocus()
    QTest.keyClick(table, KEY.Key_Down)
    page.show_view(0)
    assert page._views.board.current_tile().place == "B209"
    assert page.first_focus() is page._views.board


def test_the_table_says_what_the_board_says(page):
    page.show_view(1)
    assert names(page._views.table) == names(page._views.board)
    model = page._views.table.table_model
    assert [model.index(7, column).data() for column in range(9)] == [
        "B208",
        "Hassan, Omar",
        "Dom",
        "Arne Rønning",
        "21 d",
        "3",
        "",
        "",
        "arabisk (tolk), norsk",
    ]
    spoken = model.index(7, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == page._views.board.board_model.index(8, 0).data(
        Qt.ItemDataRole.AccessibleTextRole
    )


@pytest.mark.parametrize(
    ("column", "first"),
    [
        (1, "Abdi, Yusuf"),
        (2, "Haugen, Jonas"),
        (4, "Berg, Tor Arne"),
        (7, "Berg, Tor Arne"),
    ],
)
def test_the_table_sorts_and_keeps_the_selection(page, core, column, first):
    page._presenter.choose(id_of(core, "Hassan, Omar"))
    page.show_view(1)
    page._views.table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
    shown = names(page._views.table)
    assert shown[0] == first
    assert shown[-3:] == ["Ledig", "Ute av bruk", "Ledig"]
    assert page._views.table.current_tile().name == "Hassan, Omar"


def test_sorting_by_days_backwards_puts_the_forgotten_first(page):
    page.show_view(1)
    page._views.table.sortByColumn(4, Qt.SortOrder.DescendingOrder)
    assert names(page._views.table)[:3] == ["Hassan, Omar", "Eriksen, Jan", "Abdi, Yusuf"]


def test_a_column_is_sorted_by_the_keyboard_through_the_menu(page):
    page.show_view(1)
    menu = page._views.table.sort_menu()
    action = next(one for one in menu.actions() if one.text() == "Navn")
    action.trigger()
    assert names(page._views.table)[0] == "Abdi, Yusuf"
    action.trigger()
    assert names(page._views.table)[0] == "Strand, Ole"


def test_a_refresh_keeps_selection_filter_and_place(page, core):
    core.overview = prison_of(392)
    page.reload()
    board = page._views.board
    page._presenter.choose(core.overview.inmates[300].id)
    board.scrollTo(board.currentIndex())
    place = board.verticalScrollBar().value()
    assert place > 0
    changed = replace(core.overview.inmates[5], name="Nytt, Navn")
    lines = (*core.overview.inmates[:5], changed, *core.overview.inmates[6:])
    core.overview = overview(core.overview.places, lines)
    page.reload()
    assert "Nytt, Navn" in names(board)
    assert board.current_tile().id == core.overview.inmates[300].id
    assert board.verticalScrollBar().value() == place


def test_the_panel_tells_who_when_what_and_which_dates(page, qtbot, core):
    page._presenter.choose(id_of(core, "Hassan, Omar"))
    assert page._peek._name.text() == "Hassan, Omar"
    qtbot.waitUntil(lambda: "Siste samtale" in words(page._peek))
    text = words(page._peek)
    for part in (
        "B208",
        "Dom · 34 år · Arabisk, norsk",
        "● 21 dager siden samtale",
        "Frist i dag",
        "Tolk",
        "Arne Rønning",
        "Siste samtale 02.11.2026 kl. 09:41 · kontaktbetjentsamtale",
        "«Vil søke om plass på sveisekurset.»",
        "Åpne steg (2)",
        "frist 23.11.",
        "forfalt 18.11.",
        "Nøkkeldatoer (beregnet, ikke vedtak)",
        "Løslatelse ifølge rull 20.06.2028",
    ):
        assert part in text


def test_the_panel_never_shows_one_person_under_anothers_name(page, qtbot, core):
    page._presenter.choose(id_of(core, "Hassan, Omar"))
    qtbot.waitUntil(lambda: "Siste samtale" in words(page._peek))
    page._presenter.choose(id_of(core, "Lie, Sander"))
    assert page._peek._name.text() == "Lie, Sander"
    assert "Siste samtale" not in words(page._peek)


def test_the_panels_buttons_ask_for_the_chosen_person(page, qtbot, core):
    who = id_of(core, "Hassan, Omar")
    page._presenter.choose(who)
    for text, signal in (
        ("Ny samtale", page.conversation_asked),
        ("Plan", page.plan_asked),
        ("Skriv ut", page.print_asked),
    ):
        button = next(one for one in page._peek.findChildren(Button) if one.text() == text)
        with qtbot.waitSignal(signal) as asked:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert asked.args == [who]


def test_the_panel_gives_way_on_a_narrow_page(page, qtbot):
    page.resize(640, 600)
    assert page._peek.isHidden()
    page.resize(1178, 600)
    assert not page._peek.isHidden()


def test_the_menu_fits_the_tile(page, core):
    def offered(name):
        tile = next(tile for tile in page._showing.board.tiles if tile.name == name)
        menu = tile_menu(page, tile, page._wishes, page._views.sort_menu)
        return [action.text().partition("\t")[0] for action in menu.actions() if action.text()]

    assert offered("Hassan, Omar") == [
        "Åpne personen",
        "Ny samtale",
        "Åpne planen",
        "Skriv ut planen",
        "Flytt til en annen celle",
        "Ta ut av celle",
        "Sett kontaktbetjent",
    ]
    assert "Sett i celle" in offered("Ali, Said")
    assert "Ta ut av celle" not in offered("Ali, Said")
    assert offered("Ledig") == ["Ny innsatt"]


def test_the_menus_actions_are_about_the_chosen_person(page, qtbot, core):
    who = id_of(core, "Hassan, Omar")
    page._presenter.choose(who)
    answers = page.answers()
    for name, signal in (
        ("open", page.inmate_asked),
        ("open_person", page.inmate_asked),
        ("new_conversation", page.conversation_asked),
        ("open_plan", page.plan_asked),
        ("print_plan", page.print_asked),
    ):
        with qtbot.waitSignal(signal) as asked:
            answers[name]()
        assert asked.args == [who]
    for name, signal in (
        ("place", page.place_asked),
        ("take_out", page.take_out_asked),
        ("contact_officer", page.contact_officer_asked),
    ):
        with qtbot.waitSignal(signal) as asked:
            answers[name]()
        assert asked.args[0].id == who
    with qtbot.waitSignal(page.unit_list_asked) as asked:
        answers["print_unit_list"]()
    assert asked.args == ["B", ()]
    with qtbot.waitSignal(page.add_asked):
        answers["add_person"]()


def test_the_list_that_is_printed_is_of_those_the_filter_found(page, qtbot, core):
    notices = []
    page.notice.connect(lambda notice: notices.append(notice.text))
    chip(page, Chip.OVERDUE).click()
    with qtbot.waitSignal(page.unit_list_asked) as asked:
        page._print_unit_list.trigger()
    assert asked.args[0] == "B"
    assert asked.args[1] == tuple(
        line.id for line in core.overview.inmates if line.overdue_steps > 0
    )
    field(page).setText("ingen heter dette")
    qtbot.waitUntil(lambda: page._showing.found == ())
    page._print_unit_list.trigger()
    assert len(notices) == 1


def test_the_menu_key_opens_the_menu_of_the_current_tile(page, qtbot, core, monkeypatch):
    opened = []
    monkeypatch.setattr(ActionMenu, "popup", lambda menu, _place: opened.append(menu))
    page._presenter.choose(id_of(core, "Hassan, Omar"))
    for view in (page._views.board, page._views.table):
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
        page.show_view(0 if view is page._views.board else 1)
        QApplication.sendEvent(view.viewport(), event)
        QTest.keyClick(view, KEY.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert len(opened) == 4
    assert "Sorter etter" in [action.text() for action in opened[-1].actions()]


def test_without_a_unit_the_list_asks_for_one(qtbot, core, tasks, office):
    office.officer = replace(office.officer, unit=None)
    page = CellBlocksPage(office, tasks)
    qtbot.addWidget(page)
    page.activate()
    assert page.title == "Alle avdelinger"
    with qtbot.waitSignal(page.notice) as said:
        page.answers()["print_unit_list"]()
    assert said.args[0].text == "Velg en avdeling først."


def test_another_unit_is_chosen_above_the_board(page, core):
    _switch, units = page.header_widgets()
    assert [units.itemText(place) for place in range(units.count())] == [
        "Alle avdelinger",
        "Celleblokk B",
        "Celleblokk C",
    ]
    assert units.currentText() == "Celleblokk B"
    units.setCurrentIndex(0)
    units.activated.emit(0)
    assert core.asked[-1] == (None, False)
    assert page.title == "Alle avdelinger"


def test_no_places_yet_offers_the_import(qtbot, core, tasks, office):
    core.overview = overview([], [])
    page = CellBlocksPage(office, tasks)
    qtbot.addWidget(page)
    page.activate()
    assert "Hent inn steder og rull fra fil." in words(page)
    with qtbot.waitSignal(page.import_asked):
        page._state.message.button.click()


def test_no_places_yet_and_no_right_to_import(qtbot, core, tasks, office):
    core.overview = overview([], [])
    office.may = lambda right: right is not Right.IMPORT
    page = CellBlocksPage(office, tasks)
    qtbot.addWidget(page)
    page.activate()
    assert page._state.message.button is None


def test_no_right_to_see_the_overview(qtbot, core, tasks, office):
    core.error = NotAllowed()
    page = CellBlocksPage(office, tasks)
    qtbot.addWidget(page)
    page.activate()
    assert "Du har ikke tilgang" in words(page._state.message)


def test_a_lost_database_is_told_with_its_code_and_tried_again(qtbot, core, tasks, office):
    core.error = DatabaseUnavailable("Vi fikk ikke kontakt med databasen.")
    page = CellBlocksPage(office, tasks)
    qtbot.addWidget(page)
    page.activate()
    assert "DB-02" in words(page._state.message)
    core.error = None
    page._state.message.button.click()
    assert page.title == "Celleblokk B"
    core.error = DatabaseUnavailable("Vi fikk ikke kontakt med databasen.")
    with qtbot.waitSignal(page.notice) as said:
        page.reload()
    assert said.args[0].action == "Prøv igjen"
    assert len(names(page._views.board)) == 22


def test_everything_that_takes_the_keyboard_has_a_name_and_lets_it_go(page, core):
    page._presenter.choose(id_of(core, "Hassan, Omar"))
    for view in (0, 1):
        page.show_view(view)
        page._views.view.setFocus()
        seen = []
        for _time in range(40):
            widget = QApplication.focusWidget()
            if widget in seen:
                break
            seen.append(widget)
            assert widget.accessibleName(), widget
            QTest.keyClick(widget, KEY.Key_Tab)
        assert page._views.view in seen
        assert field(page) in seen
        assert len(seen) >= 8
        assert QApplication.focusWidget() is seen[0]


def test_a_screen_reader_finds_every_tile(page, core):
    page._presenter.choose(id_of(core, "Hassan, Omar"))
    board = QAccessible.queryAccessibleInterface(page._views.board)
    assert board.childCount() == page._views.board.board_model.rowCount()
    child = board.child(8)
    assert "Hassan, Omar" in child.text(QAccessible.Text.Name)
    assert child.state().selected
    spot = child.rect().center()
    inside = page._views.board.viewport().mapFromGlobal(spot)
    assert page._views.board.indexAt(inside).row() == 8
    heading = board.child(0)
    assert heading.text(QAccessible.Text.Name).startswith("2. etasje")
    assert not heading.state().selectable


@pytest.mark.parametrize("zoom", [80, 150, 200])
def test_at_every_zoom_tiles_reflow_and_stay_apart(page, zoom):
    theme().set_zoom(zoom)
    try:
        board = page._views.board
        boxes = [board.visualRect(board.board_model.index(row, 0)) for row in range(25)]
        assert all(box.right() <= board.viewport().width() for box in boxes)
        for one, other in pairwise(boxes):
            assert not one.intersects(other)
    finally:
        theme().set_zoom(100)


@pytest.mark.parametrize("view", [0, 1])
def test_the_next_one_is_the_next_that_is_looked_for(page, core, view):
    page.show_view(view)
    page._presenter.toggle(Chip.NOT_TALKED_TO)
    kowalski, abdi = id_of(core, "Kowalski, Piotr"), id_of(core, "Abdi, Yusuf")
    assert page.go_to_next(kowalski) == abdi
    assert page.current_inmate() == abdi
    # Talked with in the meantime, so no longer one of those looked for.
    talked = tuple(
        replace(line, days_since_conversation=0) if line.id == abdi else line
        for line in core.overview.inmates
    )
    core.overview = overview(core.overview.places, talked)
    for hides in (False, True):
        page._presenter.set_hiding(hides=hides)
        page.reload()
        assert page.go_to_next(abdi) == id_of(core, "Petrauskas, Tomas")
    assert page.go_to_next(id_of(core, "Eriksen, Jan")) is None


def test_the_block_of_the_pictures_is_what_the_tests_think(core):
    assert core.overview == block_b()


def test_typing_begins_at_the_top_when_the_chosen_one_is_not_found(page, core):
    core.overview = prison_of(392)
    page.reload()
    board = page._views.board
    board.verticalScrollBar().setValue(2000)
    field(page).setText("etternavn1")
    assert board.verticalScrollBar().value() == 0


def test_a_conversation_today_is_called_so(page, core):
    first = replace(core.overview.inmates[0], days_since_conversation=0)
    core.overview = overview(core.overview.places, (first, *core.overview.inmates[1:]))
    page.reload()
    assert next(iter(page._showing.board.tiles)).days.text == "i dag"


@pytest.fixture
def memory(tmp_path):
    remember_in(tmp_path / "ui.ini")
    yield remembered()
    forget_file()


@pytest.fixture
def opened(memory, qtbot, core, tasks, office):
    hosts = []

    def make():
        host = QWidget()
        hosts.append(host)
        qtbot.addWidget(host)
        host.resize(1178, 690)
        page = CellBlocksPage(office, tasks, host)
        page.resize(1178, 690)
        host.show()
        page.activate()
        return page

    return make


def test_the_table_is_as_it_was_left(opened):
    page = opened()
    assert page._views.view is page._views.board
    page.show_view(1)
    table = page._views.table
    header = table.horizontalHeader()
    table.sortByColumn(Column.NAME, Qt.SortOrder.DescendingOrder)
    header.resizeSection(Column.NAME, 240)
    header.moveSection(header.visualIndex(Column.NAME), 0)
    shown = {action.text(): action for action in table._columns.menu.actions()}
    shown["Juridisk status"].setChecked(False)
    theme().set_zoom(150)
    again = opened()._views
    theme().set_zoom(100)
    assert again.view is again.table
    header = again.table.horizontalHeader()
    assert header.isSectionHidden(Column.LEGAL_STATUS)
    assert header.visualIndex(Column.NAME) == 0
    assert header.sectionSize(Column.NAME) == 240
    assert names(again.table)[0] == "Strand, Ole"
    usual = {action.text(): action for action in again.table._columns.menu.actions()}
    usual["Vanlige kolonner"].trigger()
    assert not header.isSectionHidden(Column.LEGAL_STATUS)
    assert header.visualIndex(Column.NAME) == 1
    assert header.sectionSize(Column.NAME) == 148


def test_columns_are_moved_and_widened_by_the_keyboard(page):
    page.show_view(1)
    table = page._views.table
    table.setCurrentIndex(table.table_model.index(0, Column.NAME))
    header = table.horizontalHeader()
    acts = {action.text(): action for action in table._columns.menu.actions()}
    before = header.sectionSize(Column.NAME)
    acts["Bredere kolonne"].trigger()
    assert header.sectionSize(Column.NAME) == before + 16
    acts["Flytt kolonnen til venstre"].trigger()
    assert header.visualIndex(Column.NAME) == 0
    acts["Vanlige kolonner"].trigger()
