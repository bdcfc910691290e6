"""The Windows installer's script: it builds here, with a small payload, and without a warning."""

import subprocess
from pathlib import Path

import pytest

from resources.packaging import windows
from resources.packaging.windows import windows_installer

SCRIPT = Path(windows.__file__).with_name("installer.nsi")


def test_it_builds_without_a_warning(small, tmp_path):
    file = windows_installer(
        small, tmp_path / "w", tmp_path, name="mulighet-setup-1.exe", compressor="zlib"
    )
    assert file.read_bytes()[:2] == b"MZ"


def test_a_planted_fault_stops_the_build(small, tmp_path, monkeypatch):
    spoilt = tmp_path / "spoilt"
    spoilt.mkdir()
    text = SCRIPT.read_text(encoding="utf-8")
    (spoilt / "installer.nsi").write_text(
        text.replace("LangString InUse ${LANG_ENGLISH}", "LangString Other ${LANG_ENGLISH}"),
        encoding="utf-8",
    )
    monkeypatch.setattr(windows, "_HERE", spoilt)
    with pytest.raises(subprocess.CalledProcessError):
        windows_installer(small, tmp_path / "w", tmp_path, name="s.exe", compressor="zlib")


def test_it_asks_for_no_administrator_and_starts_nothing_by_itself():
    text = SCRIPT.read_text(encoding="utf-8")
    assert "RequestExecutionLevel user" in text
    assert "HKLM" not in text
    assert "CurrentVersion\\Run" not in text


@pytest.mark.parametrize("language", ["Norwegian", "NorwegianNynorsk", "English"])
def test_it_speaks_the_languages_of_the_program(language):
    text = SCRIPT.read_text(encoding="utf-8")
    assert f'MUI_LANGUAGE "{language}"' in text


def test_the_data_are_removed_only_by_a_part_that_is_not_chosen():
    text = SCRIPT.read_text(encoding="utf-8")
    removing = text.partition('Section /o "un.$(Data)"')[2].partition("SectionEnd")[0]
    assert 'RMDir /r "$LOCALAPPDATA\\mulighet"' in removing
    assert text.count("$LOCALAPPDATA\\mulighet") == 1
