import io
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from app.documents.copies import PaperCopy, left_out
from app.documents.drawing import render
from app.documents.plan import freeze_plan
from app.domain.inmates import LegalStatus
from app.domain.plans import Agreement, GoalStatus, PlanContent, PlanStatus, StopReason, Theme
from app.foundation.progress import Cancelled, Progress
from app.foundation.translation import words_for
from tests.documents.papers import (
    CONTENT,
    INMATE,
    NB,
    ORIGIN,
    frozen_plan,
    goal,
    page_texts,
    read,
    source,
    step,
    whole_text,
)

INTERNAL = PaperCopy.INTERNAL


def test_the_inmates_copy_says_what_was_agreed():
    text = whole_text(frozen_plan())
    for said in (
        "Framtidsplan",
        "Omar Hassan",
        "«Jeg vil jobbe med hendene og klare meg selv.",
        "1 Få fagbrev som sveiser",
        "Arbeid og utdanning · mål innen 30.06.2027",
        "1.1 Levere søknad til sveisekurset Omar 25.11.2026 ferdig",
        "Kontaktbetjenten",
        "NAV Grünerløkka",
        "Mål for senere",
        "Mål som er nådd",
        "Stoppet: Tilbudet finnes ikke her",
        "Er du enig i planen?",
        "Det får ingen følger å si nei.",
        "Program mot rusmisbruk Har sluttet på egen hånd 15.01.2027",
        "Neste gjennomgang 04.01.2027",
        "Tolk, hvis tolk er brukt",
        "Leder",
        "Ønsker ikke å undertegne",
    ):
        assert said in text


def test_the_inmates_own_words_stand_before_the_goals():
    text = whole_text(frozen_plan())
    assert text.index("Jeg vil jobbe") < text.index("Få fagbrev")


@pytest.mark.parametrize(
    "kept_away",
    [
        "Anne Rønning",
        "Kari Lunde",
        "skeptisk",
        "Søskenbarnet",
        "Internt",
        "taushetsbelagt",
        "varetekt",
        "Dom",
    ],
)
def test_the_inmates_copy_keeps_staff_names_and_notes_away(kept_away):
    assert kept_away not in whole_text(frozen_plan())
    assert kept_away.encode() not in frozen_plan().canonical()


def test_a_name_in_a_step_gives_way_to_the_role():
    assert "Sette opp fast ringetid sammen med kontaktbetjenten" in whole_text(frozen_plan())


def test_names_of_other_inmates_and_staff_are_kept_away_wherever_they_stand():
    content = replace(
        CONTENT,
        own_words="Jeg trener med Ola Nordmann og snakker med Per Sæther.",
        agreement=Agreement.NO,
        agreement_reason="NORDMANN, OLA fikk mer.",
        goals=(
            goal(
                1,
                Theme.LEGAL,
                "Klage for Per Sæther",
                step(1, "Spørre Ola  Nordmann", partner="Ola Nordmann"),
                status=GoalStatus.STOPPED,
                stop_reason=StopReason.OTHER,
                stop_text="Per Sæther sa nei",
            ),
        ),
    )
    others = replace(
        source(content),
        staff_names=("Per Sæther",),
        other_inmates=("Nordmann, Ola", "Hassan, Omar"),
    )
    text = whole_text(freeze_plan(others, NB)).casefold()
    assert "nordmann" not in text
    assert "sæther" not in text
    assert "omar hassan" in text
    assert "jeg trener med en annen innsatt og snakker med en ansatt." in text


def test_the_internal_copy_has_names_notes_and_its_class():
    text = whole_text(frozen_plan(copy=INTERNAL))
    for said in (
        "Internt eksemplar – taushetsbelagt",
        "Kontaktbetjent Anne Rønning",
        "Kari Lunde, 22.11.2026 14:05",
        "Internt notat: Verksleder er skeptisk",
        "Søskenbarnet sitter på avdeling C.",
        "Er den innsatte enig i planen?",
    ):
        assert said in text


def test_what_is_left_out_is_said_before_printing():
    assert left_out(PaperCopy.INMATE)
    assert "interne notater" in left_out(PaperCopy.INMATE, NB)
    assert left_out(INTERNAL) == ()


def test_every_page_says_whose_it_is_and_which_page_of_how_many():
    document = frozen_plan()
    pages = page_texts(document)
    for number, text in enumerate(pages, start=1):
        line = " ".join(text.split())
        assert f"Side {number} av {len(pages)}" in line
        assert "Omar Hassan · f. 12.05.1992 · nr. N4821" in line
        assert "Oslo fengsel · Avdeling B · celle B208" in line
        assert "Innsattes eksemplar · 23.11.2026" in line
        assert f"dokument {ORIGIN.document_id}" in line
        assert "plan versjon 3" in line
        assert f"sha256 {document.digest[:12]}" in line
        assert "fryst 23.11.2026 09:44" in line
        assert "EKSEMPELDATA" in line


def test_real_data_carries_no_band():
    real = replace(source(), origin=replace(ORIGIN, is_example=False))
    assert "EKSEMPELDATA" not in whole_text(freeze_plan(real, NB))


def test_a_draft_says_so_on_every_page():
    document = frozen_plan(status=PlanStatus.DRAFT)
    assert all("KLADD" in text for text in page_texts(document))
    assert "plan versjon 3 (kladd)" in whole_text(document)
    assert "KLADD" not in whole_text(frozen_plan())


def test_an_empty_plan_is_a_whole_paper():
    document = frozen_plan(PlanContent(), status=PlanStatus.DRAFT)
    text = whole_text(document)
    assert "Planen har ingen mål som gjelder nå." in text
    assert "Ikke skrevet ennå." in text
    assert "Underskrifter" in text
    assert render(document).pages == 1


@pytest.mark.parametrize("answer", [Agreement.NO, Agreement.COULD_NOT_ANSWER])
def test_the_reason_stands_below_the_answer(answer):
    content = replace(CONTENT, agreement=answer, agreement_reason="Vil vente på dommen.")
    assert "Grunn: Vil vente på dommen." in whole_text(frozen_plan(content))


@pytest.mark.parametrize("copy", PaperCopy)
def test_nobody_in_remand_is_called_convicted(copy):
    facts = replace(INMATE.facts, legal_status=LegalStatus.REMAND)
    remand = replace(source(copy=copy), inmate=replace(INMATE, facts=facts))
    text = whole_text(freeze_plan(remand, NB)).casefold()
    assert "domfelt" not in text
    assert "soning" not in text
    assert ("varetekt" in text) is (copy is INTERNAL)


def test_a_person_without_cell_birth_date_or_officer_gets_a_paper():
    facts = replace(INMATE.facts, birth_date=None, given_name="", languages=())
    alone = replace(
        INMATE,
        facts=replace(facts, interpreter_needed=False),
        unit=None,
        in_cell=False,
        contact_officer_name=None,
    )
    text = whole_text(freeze_plan(replace(source(copy=INTERNAL), inmate=alone), NB))
    assert "ikke i celle" in text
    assert "Kontaktbetjent ikke satt" in text
    assert "Språk" not in text


def test_the_file_tells_its_language_and_title_and_nobodys_name():
    reader = read(frozen_plan())
    assert reader.metadata is not None
    assert reader.metadata.title == "Framtidsplan, plan versjon 3"
    assert reader.root_object["/Lang"] == "nb-NO"
    assert "2026-11-23" in str(reader.metadata.creation_date)
    assert "Hassan" not in str(reader.metadata)


def test_every_face_is_embedded():
    for page in read(frozen_plan()).pages:
        for font in page["/Resources"]["/Font"].values():
            assert "NotoSans" in font["/BaseFont"]
            assert "/FontFile2" in font["/FontDescriptor"]


def test_the_file_name_names_nobody():
    name = frozen_plan().content["file_name"]
    assert name == "framtidsplan-v3-innsattes-eksemplar_2026-11-23_0f3a9c21be44.pdf"


def test_another_language_says_that_free_text_stays():
    document = freeze_plan(source(), words_for("en"))
    assert read(document).root_object["/Lang"] == "en-GB"
    assert document.content["language"] == "en"
    told = words_for("en")("Mål, steg og egne ord står slik de ble skrevet.")
    assert told in whole_text(document)
    assert "står slik de ble skrevet" not in whole_text(frozen_plan())


def test_the_drawing_reports_each_page_and_can_be_stopped():
    steps: list[tuple[int, int]] = []
    document = frozen_plan()
    result = render(document, Progress(lambda done, total: steps.append((done, total))))
    assert steps == [(done, result.pages) for done in range(result.pages + 1)]
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        render(document, stopped)
    assert render(document).data == result.data


def test_the_bytes_are_a_pdf_of_as_many_pages():
    result = render(frozen_plan())
    assert len(PdfReader(io.BytesIO(result.data)).pages) == result.pages


def test_dates_stand_the_norwegian_way_in_every_language():
    day = replace(CONTENT, next_review=date(2027, 2, 3))
    assert "03.02.2027" in whole_text(freeze_plan(source(day), words_for("nn")))
