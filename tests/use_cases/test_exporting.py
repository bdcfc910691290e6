"""Papers as files: whole, private and logged."""

import stat
from pathlib import Path

import pytest

from app.domain.access import Verb
from app.domain.errors import AlreadyThere, DatabaseUnavailable
from app.use_cases import exporting
from app.use_cases.documents import Paper, plan_paper
from app.use_cases.exporting import export_paper
from app.use_cases.office import Office
from app.use_cases.plans import save_plan
from tests.documents.papers import CONTENT
from tests.helpers.access import access_log
from tests.helpers.prison import admit


@pytest.fixture
def paper(embedded_office: Office) -> Paper:
    inmate = admit(embedded_office)
    save_plan(embedded_office, inmate.id, CONTENT, 0)
    return plan_paper(embedded_office, inmate.id)


def exports(office: Office) -> int:
    return sum(1 for row in access_log(office) if row.verb == Verb.EXPORT)


def test_the_very_bytes_are_written_for_this_user_alone_and_logged(
    embedded_office: Office, paper: Paper, tmp_path: Path
) -> None:
    file = export_paper(embedded_office, paper, tmp_path / paper.file_name)

    assert file.read_bytes() == paper.data
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert exports(embedded_office) == 1


def test_a_file_that_is_there_is_not_replaced_unasked(
    embedded_office: Office, paper: Paper, tmp_path: Path
) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(b"kept")

    with pytest.raises(AlreadyThere):
        export_paper(embedded_office, paper, file)
    assert (file.read_bytes(), exports(embedded_office)) == (b"kept", 0)

    export_paper(embedded_office, paper, file, replace=True)
    assert file.read_bytes() == paper.data


def test_a_folder_that_is_not_there_leaves_nothing_and_logs_nothing(
    embedded_office: Office, paper: Paper, tmp_path: Path
) -> None:
    with pytest.raises(OSError, match="plan"):
        export_paper(embedded_office, paper, tmp_path / "gone" / "plan.pdf")
    assert exports(embedded_office) == 0


def test_what_cannot_be_logged_is_not_exported(
    embedded_office: Office, paper: Paper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose_the_database(*_rest: object) -> None:
        raise DatabaseUnavailable("borte")

    monkeypatch.setattr(exporting, "note_exported", lose_the_database)
    target = tmp_path / "out"
    target.mkdir()
    with pytest.raises(DatabaseUnavailable):
        export_paper(embedded_office, paper, target / "plan.pdf")
    assert list(target.iterdir()) == []
