"""The page on a made-up cell block B, its use cases answered without a database."""

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QWidget

from app.domain.access import Officer, Right, Role
from app.ui.appearance.theme import Scheme, theme
from app.ui.screens.cell_blocks import board_ahead
from app.ui.screens.cell_blocks import presenter as presenter_module
from app.ui.screens.cell_blocks.screen import CellBlocksPage
from tests.ui.cell_blocks.doubles import Core, HeldTasks
from tests.ui.cell_blocks.made_up import KARI


@pytest.fixture
def core(monkeypatch: pytest.MonkeyPatch) -> Core:
    core = Core()
    monkeypatch.setattr(board_ahead, "cell_block_overview", core.read)
    monkeypatch.setattr(presenter_module, "unit_choices", core.units)
    monkeypatch.setattr(presenter_module, "peek", core.peek)
    monkeypatch.setattr(presenter_module, "PEEK_AFTER_MS", 0)
    return core


@pytest.fixture
def tasks() -> HeldTasks:
    return HeldTasks()


@pytest.fixture
def office() -> SimpleNamespace:
    officer = Officer(KARI, "kari", "Kari Lunde", Role.ADMINISTRATOR, "B")
    return SimpleNamespace(officer=officer, may=lambda right: right is Right.IMPORT)


@pytest.fixture
def page(qtbot, core: Core, tasks: HeldTasks, office: SimpleNamespace):
    """The page as large as the smallest wing screen leaves it, shown and read."""
    theme().dress_for_work()
    theme().choose_scheme(Scheme.LIGHT)
    # A host without a layout, as the main window is for its pages: nothing sets its least size.
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1178, 690)
    page = CellBlocksPage(office, tasks, host)
    page.resize(1178, 690)
    with qtbot.waitExposed(host):
        host.show()
    page.activate()
    yield page
    host.hide()
