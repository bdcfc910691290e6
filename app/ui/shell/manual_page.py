"""One page of the guide, drawn in our own fonts and colours."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QKeyEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from app.foundation.translation import _
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import BODY, GAP, MARGIN
from app.ui.shell.manual_pages import slug

_GITHUB = QTextDocument.MarkdownFeature.MarkdownDialectGitHub
_IMAGE = int(QTextDocument.ResourceType.ImageResource)
_HEADING_SIZES: Mapping[int, float] = {1: 1.6, 2: 1.25, 3: 1.1}
_WIDEST_PICTURE = 620
_LINE_HEIGHT = 130.0
_PROPORTIONAL = int(QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
_WHOLE_WIDTH = QTextLength(QTextLength.Type.PercentageLength, 99)
_SOLID = QTextFrameFormat.BorderStyle.BorderStyle_Solid
_REST_MS = 80
_SMOOTH = Qt.TransformationMode.SmoothTransformation
_MERGE = QTextCursor.MoveMode.KeepAnchor
_HEAVIEST = QFont.Weight.DemiBold


class ManualPage(QTextBrowser):
    """Shows Markdown. Links are followed by whoever listens.

    Signals:
        place_asked: with ``page.md#heading`` that a link leads to.
    """

    place_asked = Signal(str)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._markdown = ""
        # Where a link led: it stays at the top when the window finds its size.
        self._sought = ""
        self._places: dict[str, int] = {}
        self.setOpenLinks(False)
        self.setAccessibleName(_("Siden"))
        self.document().setDocumentMargin(MARGIN)
        self.anchorClicked.connect(lambda url: self.place_asked.emit(url.toString()))
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.draw)
        theme().changed.connect(self.draw)

    def show_text(self, markdown: str) -> None:
        """Show a page from its beginning."""
        self._markdown = markdown
        self._sought = ""
        self._write()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def go_to(self, heading: str) -> None:
        """Bring a heading, or a word that stands on the page, to the top."""
        self._sought = heading
        place = self._places.get(heading)
        if place is None:
            found = self.document().find(heading)
            if found.isNull():
                return
            place = found.selectionStart()
        block = self.document().findBlock(place)
        layout = self.document().documentLayout()
        self.verticalScrollBar().setValue(int(layout.blockBoundingRect(block).top()) - GAP)

    def mark(self, words: list[str]) -> None:
        """Mark words wherever they stand on the page."""
        colour = QColor(theme().tokens.warning_soft)
        marks: list[QTextEdit.ExtraSelection] = []
        for word in words:
            cursor = self.document().find(word)
            while not cursor.isNull():
                one = QTextEdit.ExtraSelection()
                one.cursor = cursor
                one.format.setBackground(colour)
                marks.append(one)
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(marks)

    def draw(self) -> None:
        """Draw the page anew, at the same place: zoom, colours or width have changed."""
        bar = self.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self._write()
        if self._sought:
            self.go_to(self._sought)
        else:
            self.moveCursor(QTextCursor.MoveOperation.Start)
            bar.setValue(round(share * bar.maximum()))

    def _write(self) -> None:
        document = self.document()
        document.setDefaultFont(theme().font())
        document.setMarkdown(self._markdown, _GITHUB)
        self._dress_blocks()
        self._dress_tables(document.rootFrame())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll: from now on the officer chooses what is at the top."""
        self._sought = ""
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move: from now on the officer chooses what is at the top."""
        self._sought = ""
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures in anew once the hand that drags rests."""
        super().resizeEvent(event)
        self._rest.start()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a picture that lies beside the pages: the dark one on a dark screen."""
        if kind != _IMAGE:
            return super().loadResource(kind, name)
        path = QUrl(name).path() if isinstance(name, str) else name.path()
        file = (self._folder / path).resolve()
        if theme().tokens.is_dark:
            dark = file.with_name(file.name.replace("-light.", "-dark."))
            file = dark if dark.is_file() else file
        picture = QImage(str(file))
        room = min(theme().px(_WIDEST_PICTURE), self.viewport().width() - 3 * MARGIN)
        if picture.isNull() or picture.width() <= room:
            return picture
        ratio = self.devicePixelRatioF()
        picture = picture.scaledToWidth(int(room * ratio), _SMOOTH)
        picture.setDevicePixelRatio(ratio)
        return picture

    def _dress_blocks(self) -> None:
        self._places = {}
        block = self.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            if level:
                self._places[slug(block.text())] = block.position()
            self._dress_block(block, level)
            block = block.next()

    def _dress_block(self, block: QTextBlock, level: int) -> None:
        tokens, look = theme().tokens, theme()
        cursor = QTextCursor(block)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(_LINE_HEIGHT, _PROPORTIONAL)
        if cursor.currentTable() is None:
            spacing.setTopMargin(look.px(MARGIN if level else 0))
            spacing.setBottomMargin(
                look.px(GAP // 2 if level or block.textList() is not None else GAP)
            )
        cursor.mergeBlockFormat(spacing)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, _MERGE)
        ink = QTextCharFormat()
        if level:
            ink.setFont(look.font(BODY * _HEADING_SIZES.get(level, 1.0)))
            ink.setFontWeight(_HEAVIEST)
            ink.setForeground(QColor(tokens.text))
            cursor.mergeCharFormat(ink)
        self._dress_pieces(block)

    def _dress_pieces(self, block: QTextBlock) -> None:
        """Give links their colour, what is typed its field, and bold words their face."""
        tokens = theme().tokens
        pieces = []
        walk = block.begin()
        while not walk.atEnd():
            piece = walk.fragment()
            pieces.append((piece.position(), piece.length(), piece.charFormat()))
            walk += 1
        for start, length, form in pieces:
            ink = QTextCharFormat()
            if form.isAnchor():
                ink.setForeground(QColor(tokens.primary))
                ink.setFontUnderline(True)
            elif form.fontFixedPitch():
                ink.setFont(theme().font())
                ink.setBackground(QColor(tokens.primary_soft))
            elif form.fontWeight() > _HEAVIEST:
                # The heaviest face there is: anything more would be that one, smeared.
                ink.setFontWeight(_HEAVIEST)
            else:
                continue
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(start + length, _MERGE)
            cursor.mergeCharFormat(ink)

    def _dress_tables(self, frame: QTextFrame) -> None:
        tokens = theme().tokens
        for child in frame.childFrames():
            if isinstance(child, QTextTable):
                form = child.format()
                form.setBorder(1)
                form.setBorderBrush(QBrush(QColor(tokens.line)))
                form.setBorderStyle(_SOLID)
                form.setBorderCollapse(True)
                form.setCellPadding(theme().px(GAP // 2))
                form.setCellSpacing(0)
                form.setWidth(_WHOLE_WIDTH)
                child.setFormat(form)
