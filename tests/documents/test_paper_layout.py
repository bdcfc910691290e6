"""How pages fill: long texts, many rows, and what must never be parted."""

from dataclasses import replace

import pytest

from app.documents.blocks import Cell, Look, Row
from app.documents.drawing import render
from app.documents.flow import paginate
from app.documents.plan import freeze_plan
from app.documents.styles import BODY
from app.domain.plans import PlanContent, Theme
from tests.documents.papers import (
    CONTENT,
    INMATE,
    NB,
    frozen_plan,
    goal,
    page_texts,
    source,
    step,
    whole_text,
)

THEMES = tuple(Theme)


def many_goals(goals: int, steps: int) -> PlanContent:
    return replace(
        CONTENT,
        goals=tuple(
            goal(
                number,
                THEMES[number % len(THEMES)],
                f"Mål nummer {number}",
                *(
                    step(
                        number * 100 + place,
                        f"Begynn{number}x{place} "
                        + "noen ord til " * (place % 7)
                        + f"slutt{number}x{place}",
                    )
                    for place in range(1, steps + 1)
                ),
            )
            for number in range(1, goals + 1)
        ),
    )


def test_forty_goals_make_many_pages_and_no_row_is_parted():
    pages = page_texts(frozen_plan(many_goals(40, 5)))
    assert len(pages) > 10
    for number in range(1, 41):
        for place in range(1, 6):
            begins = [at for at, text in enumerate(pages) if f"Begynn{number}x{place}" in text]
            ends = [at for at, text in enumerate(pages) if f"slutt{number}x{place}" in text]
            assert begins == ends
            assert len(begins) == 1


def test_a_goal_is_never_named_on_one_page_and_begun_on_the_next():
    pages = page_texts(frozen_plan(many_goals(40, 3)))
    for number in range(1, 41):
        named = [at for at, text in enumerate(pages) if f"Mål nummer {number}\n" in text]
        begun = [at for at, text in enumerate(pages) if f"Begynn{number}x1" in text]
        assert begun == named[:1]


def test_a_page_that_begins_inside_a_goal_says_which_and_repeats_the_columns():
    pages = page_texts(frozen_plan(many_goals(3, 30)))
    inside = [text for text in pages if "(fortsetter)" in text]
    assert inside
    for text in inside:
        assert "Sammen med" in text
        assert text.index("Sammen med") < text.index("(fortsetter)")


def test_a_row_taller_than_a_page_goes_on_and_loses_nothing():
    endless = " ".join(f"ord{number}" for number in range(3000))
    document = frozen_plan(
        replace(CONTENT, goals=(goal(1, Theme.HEALTH, "Langt", step(1, endless)),))
    )
    text = whole_text(document)
    assert render(document).pages > 5
    assert all(f"ord{number}" in text for number in range(0, 3000, 97))


@pytest.mark.parametrize("goals", range(1, 14))
def test_the_signatures_stay_together_whatever_comes_before(goals):
    content = replace(CONTENT, goals=many_goals(goals, 2).goals)
    signed = [text for text in page_texts(frozen_plan(content)) if "Underskrifter" in text]
    assert len(signed) == 1
    for said in ("Sted og dato", "Innsatt", "Kontaktbetjent", "Leder", "Ønsker ikke å undertegne"):
        assert said in signed[0]


@pytest.mark.parametrize("length", [100_000, 200_000])
def test_a_word_without_end_is_cut_and_printed_whole(length):
    document = frozen_plan(replace(CONTENT, own_words="x" * length))
    assert sum(text.count("x") for text in page_texts(document)) == length


def test_a_very_long_text_is_printed_whole():
    words = " ".join(f"ord{number}" for number in range(23_000))
    assert len(words) > 190_000
    document = frozen_plan(replace(CONTENT, own_words=words))
    pages = render(document).pages
    assert 30 < pages < 120
    text = whole_text(document)
    assert all(f"ord{number} " in text for number in range(0, 21_999, 1000))


def test_thousands_of_blank_lines_take_no_pages():
    document = frozen_plan(replace(CONTENT, own_words="før" + "\n" * 4000 + "etter"))
    assert render(document).pages == render(frozen_plan()).pages


def line(height_in_lines: int, **more: object) -> Row:
    lines = [(BODY, f"linje {number}") for number in range(height_in_lines)]
    return replace(Row([Cell(0, lines)], 100, Look()), **more)


def heights(pages: list) -> list[list[float]]:
    return [[placed.block.height / BODY.leading for placed in page] for page in pages]


def test_blocks_fill_a_page_in_order():
    pages = paginate([line(3), line(3), line(5)], room=BODY.leading * 10)
    assert heights(pages) == [[3, 3], [5]]


def test_a_block_that_keeps_with_the_next_moves_with_it():
    pages = paginate([line(6), line(1, keeps_with_next=True), line(5)], room=BODY.leading * 10)
    assert heights(pages) == [[6], [1, 5]]


def test_what_flows_is_parted_but_never_leaves_a_single_line():
    pages = paginate([line(6), line(5, flows=True)], room=BODY.leading * 10)
    assert heights(pages) == [[6, 2], [3]]


def test_a_heading_over_a_row_no_page_holds_is_drawn_once_a_page():
    heading = line(1, keeps_with_next=True)
    pages = paginate([heading, line(25, heading=(heading,))], room=BODY.leading * 10)
    assert heights(pages) == [[1, 9], [1, 9], [1, 7]]


def test_nothing_to_draw_is_one_empty_page():
    assert paginate([], room=100) == [[]]


def test_a_heading_is_not_left_behind_by_a_row_no_page_holds():
    heading = line(1, keeps_with_next=True)
    pages = paginate([line(9), heading, line(25)], room=BODY.leading * 10)
    assert heights(pages)[1][0] == 1


def test_a_chain_no_page_holds_keeps_as_much_together_as_one_does():
    heading = line(1, keeps_with_next=True)
    tall = line(6, keeps_with_next=True)
    pages = paginate([line(5), heading, tall, line(8)], room=BODY.leading * 10)
    assert heights(pages) == [[5], [1, 6], [8]]
    pages = paginate([line(5), heading, heading, line(9)], room=BODY.leading * 10)
    assert heights(pages) == [[5, 1, 1], [9]]


def test_a_very_long_name_is_cut_but_never_the_number():
    facts = replace(INMATE.facts, family_name="Warsame-Østensen " * 8)
    text = whole_text(freeze_plan(replace(source(), inmate=replace(INMATE, facts=facts)), NB))
    assert "… · f. 12.05.1992 · nr. N4821" in text
