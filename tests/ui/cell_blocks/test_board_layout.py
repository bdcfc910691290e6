"""Where tiles lie and where the arrow keys lead, without a window."""

from hypothesis import given
from hypothesis import strategies as st

from app.ui.screens.cell_blocks.board_layout import BoardLayout, Measures, Step

MEASURES = Measures(least_tile_width=150, tile_height=80, heading_height=30, gap=8)


def layout_of(*counts: int, width: int = 800) -> BoardLayout:
    layout = BoardLayout(MEASURES)
    layout.arrange(counts, width)
    return layout


def test_tiles_fill_the_width():
    layout = layout_of(10, 10, width=818)
    assert layout.columns == 5
    last = layout.box(5)
    assert last.x + last.width in range(813, 819)


def test_arrows_skip_headings_in_every_direction():
    layout = layout_of(7, 3)  # rows 1-5, 6-7 in the first section, 9-11 in the second
    assert layout.columns == 5
    assert layout.step(7, Step.RIGHT, 600) == 9
    assert layout.step(9, Step.LEFT, 600) == 7
    assert layout.step(6, Step.DOWN, 600) == 9
    assert layout.step(5, Step.DOWN, 600) == 7
    assert layout.step(11, Step.UP, 600) == 7
    assert layout.step(1, Step.UP, 600) == 1
    assert layout.step(11, Step.DOWN, 600) == 11
    assert layout.step(1, Step.LEFT, 600) == 1
    assert layout.step(4, Step.FIRST, 600) == 1
    assert layout.step(4, Step.LAST, 600) == 11


def test_a_page_is_as_many_lines_as_are_seen():
    layout = layout_of(100)
    assert layout.step(1, Step.PAGE_DOWN, 3 * 88) == 16
    assert layout.step(16, Step.PAGE_UP, 3 * 88) == 1


def test_nothing_to_show_is_no_trouble():
    layout = layout_of()
    assert layout.first_tile() is None
    assert layout.row_at(5, 5) is None
    assert list(layout.rows_between(0, 500)) == []


counts_lists = st.lists(st.integers(min_value=1, max_value=40), min_size=1, max_size=12)


@given(counts=counts_lists, width=st.integers(min_value=100, max_value=2600))
def test_every_row_is_found_where_it_lies(counts, width):
    layout = layout_of(*counts, width=width)
    for row in range(sum(counts) + len(counts)):
        box = layout.box(row)
        assert layout.row_at(box.x + box.width // 2, box.y + box.height // 2) == row


@given(
    counts=counts_lists,
    width=st.integers(min_value=100, max_value=2600),
    top=st.integers(min_value=0, max_value=4000),
    height=st.integers(min_value=1, max_value=1200),
)
def test_exactly_the_rows_that_touch_a_band_are_drawn(counts, width, top, height):
    layout = layout_of(*counts, width=width)
    drawn = set(layout.rows_between(top, top + height))
    for row in range(sum(counts) + len(counts)):
        box = layout.box(row)
        if box.y + box.height > top and box.y <= top + height:
            assert row in drawn


@given(counts=counts_lists, width=st.integers(min_value=100, max_value=2600), data=st.data())
def test_no_key_ever_leads_to_a_heading(counts, width, data):
    layout = layout_of(*counts, width=width)
    row = layout.first_tile()
    for step in data.draw(st.lists(st.sampled_from(Step), max_size=30)):
        row = layout.step(row, step, 500)
        assert not layout.is_heading(row)
