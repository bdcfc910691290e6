from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from app.documents.font_cutting import FACES, Face, cut_faces
from app.foundation.paths import resource


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """The faces of the set-up, in a folder of their own: cutting all three takes seconds."""
    folder = tmp_path_factory.mktemp("fonts")
    for face in FACES:
        (folder / face.file_name).write_bytes(resource("fonts", face.file_name).read_bytes())
    cut_faces(folder)
    return folder


def test_every_face_is_cut_beside_the_licence(folder):
    assert sorted(path.name for path in folder.iterdir()) == [
        "NotoSans-Italic.ttf",
        "NotoSans-Regular.ttf",
        "NotoSans-SemiBold.ttf",
        "OFL.txt",
    ]
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text()


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.style)
def test_a_face_is_static_and_carries_its_names(folder, face: Face):
    font = TTFont(folder / face.file_name)
    assert "fvar" not in font
    assert font["OS/2"].usWeightClass == face.weight_class
    assert font["name"].getDebugName(6) == f"NotoSans-{face.style}"
    assert font["name"].getDebugName(16) == "Noto Sans"


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.style)
def test_a_face_writes_the_languages_we_promise(folder, face: Face):
    known = TTFont(folder / face.file_name).getBestCmap()
    spoken = (
        "æøåÆØÅ ąęłńśźż ėįšųūž ăâîșț ëç ạảấầẩẫậđơư čđŋšŧž Ωλ Жщ «»–—…·×€ \N{REPLACEMENT CHARACTER}"
    )
    assert [letter for letter in spoken if ord(letter) not in known] == []


def test_a_second_run_cuts_nothing_and_a_lost_face_is_cut_the_same_again(folder):
    assert cut_faces(folder) == ()
    lost = folder / "NotoSans-Regular.ttf"
    before = lost.read_bytes()
    lost.unlink()
    assert cut_faces(folder) == (lost,)
    assert lost.read_bytes() == before


def test_the_set_up_has_cut_the_faces():
    assert all(resource("fonts", face.file_name).exists() for face in FACES)
