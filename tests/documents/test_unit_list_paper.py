from dataclasses import replace

from app.documents.cell_block_sheet import freeze_unit_list
from app.documents.drawing import render
from app.domain.thresholds import OverviewThresholds
from tests.documents.papers import (
    NB,
    ORIGIN,
    page_texts,
    read,
    sheet_cell,
    sheet_person,
    unit_list_source,
    whole_text,
)


def frozen_list(**more: object):
    return freeze_unit_list(replace(unit_list_source(), **more), NB)


def row_cells(document, label: str) -> list[str]:
    table = next(part for part in document.content["parts"] if part["part"] == "table")
    return next(row["cells"] for row in table["rows"] if row["cells"][0] == label)


def signs(document) -> dict[str, str]:
    table = next(part for part in document.content["parts"] if part["part"] == "table")
    return {row["cells"][4]: row["sign"] for row in table["rows"] if row["kind"] == "row"}


def test_the_totals_add_up_to_the_list():
    facts = next(
        dict(part["facts"]) for part in frozen_list().content["parts"] if part["part"] == "facts"
    )
    assert facts == {
        "På listen": "28",
        "I celle": "26",
        "Uten celle": "2",
        "Ledige plasser": "2",
        "Celler ute av bruk": "2",
    }


def test_a_row_tells_who_lives_there_and_what_waits():
    assert row_cells(frozen_list(), "B102") == [
        "B102",
        "Abdi Warsame, Cabdiraxmaan Maxamed",
        "Forvaring",
        "Per Sæther-Knutsen",
        "24 dager",
        "2 åpne, 1 over frist",
        "",
        "somali",
    ]


def test_free_cells_and_cells_out_of_use_have_their_rows():
    assert row_cells(frozen_list(), "B109")[1] == "ledig"
    assert row_cells(frozen_list(), "B107")[1].startswith("ute av bruk: Vannlekkasje")


def test_two_in_a_cell_are_two_rows_under_one_label():
    table = next(part for part in frozen_list().content["parts"] if part["part"] == "table")
    labels = [row["cells"][0] for row in table["rows"]]
    at = labels.index("B104")
    assert labels[at + 1] == ""
    assert table["rows"][at + 1]["cells"][1] == "Hassan, Omar"


def test_people_without_a_cell_are_their_own_group_with_where_they_are():
    text = whole_text(frozen_list())
    assert text.index("B214") < text.index("Uten celle 2 innsatte")
    assert "mottak Hassan, Omar" in text
    assert "retten Kowalski, Grzegorz" in text
    assert "Alle på listen har en celle." in whole_text(frozen_list(without_cell=()))


def test_the_signs_follow_the_thresholds():
    shown = signs(frozen_list())
    assert shown["aldri"] == "full"
    assert shown["15 dager"] == "full"
    assert shown["14 dager"] == "half"
    assert shown["7 dager"] == "open"
    assert shown["i dag"] == "open"
    strict = signs(frozen_list(thresholds=OverviewThresholds(warning_days=2, alarm_days=4)))
    assert strict["2 dager"] == "half"
    assert strict["7 dager"] == "full"


def test_every_page_has_unit_date_class_and_page():
    pages = page_texts(frozen_list())
    assert len(pages) > 1
    for number, text in enumerate(pages, start=1):
        line = " ".join(text.split())
        assert "Avdeling B" in line
        assert "Internt – taushetsbelagt · 23.11.2026" in line
        assert f"Side {number} av {len(pages)}" in line
        assert "fryst 23.11.2026 09:44" in line
        assert "EKSEMPELDATA" in line


def test_the_page_lies_on_its_side():
    box = read(frozen_list()).pages[0].mediabox
    assert box.width > box.height


def test_a_floor_that_goes_on_says_so():
    long = unit_list_source(cells_on_a_floor=60)
    assert sum("(fortsetter)" in text for text in page_texts(freeze_unit_list(long, NB))) >= 2


def test_a_unit_of_four_hundred_and_an_empty_one():
    cells = tuple(sheet_cell(1000 + number, f"Etasje {number // 100}") for number in range(400))
    assert render(frozen_list(cells=cells)).pages > 10
    assert render(frozen_list(cells=(), without_cell=())).pages == 1


def test_a_unit_already_called_so_is_not_called_so_twice():
    document = frozen_list(unit="Avdeling C")
    assert "Avdeling Avdeling" not in whole_text(document)
    assert (
        document.content["file_name"]
        == f"avdelingsliste-avdeling-c_2026-11-23_{ORIGIN.document_id.hex[-12:]}.pdf"
    )


def test_hostile_names_are_drawn_as_they_are():
    person = replace(sheet_person(1), name='<img src="x"/>, </para>')
    assert '<img src="x"/>, </para>' in whole_text(frozen_list(without_cell=(person,)))


def test_cells_without_a_floor_stand_under_the_unit():
    document = frozen_list(cells=(sheet_cell(101, ""),))
    assert "Avdeling B 1 celle · 1 innsatt" in whole_text(document)
