"""No printer, and no print service: said with a code, logged as failed, and saved as PDF."""

from pathlib import Path

import pytest

from app.domain.errors import PrintingFailed
from app.ui.widgets.failures import sentence
from app.use_cases.documents import plan_paper
from app.use_cases.exporting import export_paper
from app.use_cases.office import Office
from app.use_cases.printing import print_paper
from tests.helpers.plans import give_plan
from tests.helpers.prison import admit


def test_the_paper_is_kept_and_can_be_saved(
    embedded_office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "no-service"))
    monkeypatch.setenv("PATH", str(tmp_path))
    inmate = admit(embedded_office)
    give_plan(embedded_office, inmate.id)
    paper = plan_paper(embedded_office, inmate.id)
    with pytest.raises(PrintingFailed) as refused:
        print_paper(embedded_office, paper, "kontor")
    assert "(Kode PR-0" in sentence(refused.value)
    export_paper(embedded_office, paper, tmp_path / "plan.pdf")
    assert (tmp_path / "plan.pdf").read_bytes() == paper.data
