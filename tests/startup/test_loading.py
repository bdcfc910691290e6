import sys
from collections.abc import Iterator
from pathlib import Path
from threading import current_thread

import pytest

from app.startup.loading import Loading, module


@pytest.fixture
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (tmp_path / "late_one.py").write_text(
        "from threading import current_thread\nTHREAD = current_thread().name\n", encoding="utf-8"
    )
    (tmp_path / "late_bad.py").write_text("raise ValueError('gal')\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield
    for name in ("late_one", "late_bad"):
        sys.modules.pop(name, None)


@pytest.mark.usefixtures("modules")
def test_modules_are_imported_in_another_thread() -> None:
    loading = Loading(("late_one",))
    loading.start()
    assert loading.wait_for("late_one").THREAD == "loading"
    assert current_thread().name != "loading"
    loading.start()
    assert loading.finished.wait(5)


@pytest.mark.usefixtures("modules")
def test_waiting_begins_the_loading() -> None:
    assert Loading(("late_one",)).wait_for("late_one").__name__ == "late_one"


@pytest.mark.usefixtures("modules")
def test_one_that_fails_does_not_stop_the_others() -> None:
    loading = Loading(("late_bad", "late_one"))
    with pytest.raises(ValueError, match="gal"):
        loading.wait_for("late_bad")
    assert loading.wait_for("late_one").__name__ == "late_one"


def test_the_pause_between_threads_is_put_back() -> None:
    before = sys.getswitchinterval()
    loading = Loading(("json",))
    loading.start()
    assert loading.finished.wait(5)
    assert sys.getswitchinterval() == pytest.approx(before)


def test_everything_that_is_loaded_late_exists() -> None:
    for name in Loading()._names:
        assert module(name).__name__ == name
