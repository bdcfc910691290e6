"""The real pages of a paper on a desk, as they will come out of the printer."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.foundation.translation import _
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import MARGIN
from app.ui.appearance.veil import veil
from app.ui.screens.documents.page_layout import DOTS_PER_POINT, PageLayout, within_limits
from app.ui.screens.documents.page_pictures import PageSize

_STEP = 1.25
# Pictures follow once the hand that drags the window rests; until then the old one is stretched.
_REST_MILLISECONDS = 40
_PAPER = QColor("#ffffff")
_SHADOW = QColor(0, 0, 0, 60)
_LINES_PER_NOTCH = 3

_PAGE_DOWN = int(Qt.Key.Key_PageDown)
_PAGE_UP = int(Qt.Key.Key_PageUp)
_HOME = int(Qt.Key.Key_Home)
_END = int(Qt.Key.Key_End)
_PLUS = int(Qt.Key.Key_Plus)
_MINUS = int(Qt.Key.Key_Minus)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SMOOTH = QPainter.RenderHint.SmoothPixmapTransform


@dataclass(frozen=True, slots=True)
class _Picture:
    scale: float
    pixmap: QPixmap


class PageView(QAbstractScrollArea):
    """Shows pages below each other. Asks for pictures of the pages in sight, and no others.

    Signals:
        picture_wanted: a page number from 0, and pixels to the point.
        moved: another page is foremost, or the size is another.
    """

    picture_wanted = Signal(int, float)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        veil().changed.connect(self.viewport().update)
        self._layout = PageLayout()
        self._pictures: dict[int, _Picture] = {}
        self._asked: dict[int, float] = {}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MILLISECONDS)
        self._rest.timeout.connect(self._ask_for_pictures)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Forhåndsvisning"))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._on_scrolled)
        theme().changed.connect(self._lay_out)

    def show_pages(self, sizes: tuple[PageSize, ...]) -> None:
        """Lay out a paper; its pictures follow when they are drawn."""
        self._layout = replace(self._layout, sizes=sizes)
        self._pictures = {}
        self._asked = {}
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self._announce()

    def show_picture(self, number: int, scale: float, image: QImage) -> None:
        """Put a drawn page where it belongs, unless another size is wanted by now."""
        if self._asked.get(number) != scale:
            return
        pixmap = QPixmap.fromImage(image)
        self._pictures[number] = _Picture(scale, pixmap)
        self.viewport().update()

    @property
    def page_count(self) -> int:
        """Return how many pages the paper has."""
        return len(self._layout.sizes)

    @property
    def page(self) -> int:
        """Return the number, from 0, of the page that takes most of the view."""
        return self._layout.foremost(self.verticalScrollBar().value())

    def place_text(self) -> str:
        """Return where the reader is, in words; nothing when there is no paper."""
        if not self.page_count:
            return ""
        return _("Side {page} av {pages}").format(page=self.page + 1, pages=self.page_count)

    @property
    def zoom(self) -> float:
        """Return the size on the screen, 1.0 being that of paper at 96 dots to the inch."""
        return self._layout.zoom

    def set_zoom(self, zoom: float | None) -> None:
        """Set the size on the screen; None fits the whole page in."""
        wanted = None if zoom is None else within_limits(zoom)
        self._layout = replace(self._layout, wanted_zoom=wanted)
        self._lay_out()
        self._announce()

    def zoom_in(self) -> None:
        """Make the pages larger."""
        self.set_zoom(self.zoom * _STEP)

    def zoom_out(self) -> None:
        """Make the pages smaller."""
        self.set_zoom(self.zoom / _STEP)

    def go_to(self, number: int) -> None:
        """Bring a page to the top of the view."""
        if self.page_count:
            top = self._layout.pages[min(max(0, number), self.page_count - 1)].top()
            self.verticalScrollBar().setValue(top - self._layout.margin)

    def sizeHint(self) -> QSize:
        """Return a size in which a page can be read."""
        return QSize(theme().px(320), theme().px(320))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the desk, the pages in sight, and the ring of focus."""
        tokens = theme().tokens
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(tokens.desk))
        painter.setRenderHint(_SMOOTH)
        if veil().is_on:
            self._paint_veil(painter)
        else:
            for number in self._visible():
                self._paint_page(painter, number)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.primary), theme().ring))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_veil(self, painter: QPainter) -> None:
        """Say why there is no page to be seen: its names cannot be taken out of the picture."""
        painter.setFont(theme().font())
        painter.setPen(QColor(theme().tokens.text))
        text = _("Navn er skjult. Trykk Ctrl+Shift+H for å se arket.")
        painter.drawText(self.viewport().rect(), int(Qt.AlignmentFlag.AlignCenter), text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages in anew."""
        super().resizeEvent(event)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages and change the size; everything else goes on."""
        action = {
            _PAGE_DOWN: lambda: self.go_to(self.page + 1),
            _PAGE_UP: lambda: self.go_to(self.page - 1),
            _HOME: lambda: self.go_to(0),
            _END: lambda: self.go_to(self.page_count - 1),
            _PLUS: self.zoom_in,
            _MINUS: self.zoom_out,
        }.get(event.key())
        if action is None or event.modifiers() & _CONTROL:
            super().keyPressEvent(event)
            return
        action()
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl held, change the size."""
        if not event.modifiers() & _CONTROL:
            super().wheelEvent(event)
            return
        if event.angleDelta().y() > 0:
            self.zoom_in()
        elif event.angleDelta().y() < 0:
            self.zoom_out()
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring of focus."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring of focus away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _paint_page(self, painter: QPainter, number: int) -> None:
        rect = self._page_rect(number)
        painter.fillRect(rect.translated(0, 2).adjusted(-1, 0, 1, 2), _SHADOW)
        painter.fillRect(rect, _PAPER)
        picture = self._pictures.get(number)
        if picture is not None:
            painter.drawPixmap(rect, picture.pixmap)
        if theme().tokens.is_contrast:
            painter.setPen(QPen(QColor(theme().tokens.field), 2))
            painter.drawRect(rect.adjusted(-1, -1, 1, 1))

    def _visible(self) -> list[int]:
        seen = self.viewport().rect()
        return [n for n in range(self.page_count) if self._page_rect(n).intersects(seen)]

    def _page_rect(self, number: int) -> QRect:
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return self._layout.pages[number].translated(-across, -down)

    def _lay_out(self) -> None:
        room, margin = self.maximumViewportSize(), theme().px(MARGIN)
        self._layout = PageLayout(self._layout.sizes, room, margin, self._layout.wanted_zoom)
        extent = self._layout.extent
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, extent.width() - room.width()))
        across.setPageStep(room.width())
        down.setRange(0, max(0, extent.height() - room.height()))
        down.setPageStep(room.height())
        down.setSingleStep(self.fontMetrics().height() * _LINES_PER_NOTCH)
        self._rest.start()
        self.viewport().update()

    def _on_scrolled(self) -> None:
        self._rest.start()
        self.viewport().update()
        self._announce()

    def _announce(self) -> None:
        self.setAccessibleDescription(self.place_text())
        self.moved.emit()

    def _ask_for_pictures(self) -> None:
        near = self._visible()
        for number in set(self._pictures) - set(near):
            del self._pictures[number]
            self._asked.pop(number, None)
        for number in near:
            scale = self.zoom * DOTS_PER_POINT * self.devicePixelRatioF()
            if self._asked.get(number) != scale:
                self._asked[number] = scale
                self.picture_wanted.emit(number, scale)
