"""Nothing moves by itself, whether the system asks for less motion or not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)


def be_still() -> None:
    """Let menus, lists and hints appear at once."""
    for effect in _EFFECTS:
        QApplication.setEffectEnabled(effect, False)  # noqa: FBT003 - Qt's own setter
