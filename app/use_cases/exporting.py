"""Write papers to files the officer chose."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from app.domain.access import Right
from app.domain.errors import AlreadyThere
from app.use_cases.handing_over import note_exported
from app.use_cases.office import Office
from app.use_cases.paper_store import FEATURE, Paper

_OWNER_ALONE = 0o600
_SETTLED_TOGETHER = 4


def export_paper(office: Office, paper: Paper, file: Path, *, replace: bool = False) -> Path:
    """Write a paper, readable by this user alone; officers with the right to print may.

    A reader never meets half a file, and none is there before its row in the access log is.

    Raises:
        AlreadyThere: the file exists and is not to be replaced.
        OSError: the folder cannot be written to; nothing is left behind.
    """
    export_papers(office, [(paper, file)], replace=replace)
    return file


def export_papers(
    office: Office, papers: Sequence[tuple[Paper, Path]], *, replace: bool = False
) -> None:
    """Write papers as ``export_paper`` does; their rows in the access log are one transaction.

    Raises:
        AlreadyThere: a file exists and is not to be replaced; none is written.
        OSError: the folder cannot be written to; nothing is left behind.
    """
    office.demand(Right.PRINT, FEATURE)
    if not replace:
        refuse_existing(*(file for _paper, file in papers))
    unfinished = [
        (file, file.with_name(f".{file.name}.{office.new_id().hex}")) for _paper, file in papers
    ]
    try:
        for (paper, _file), (_same, part) in zip(papers, unfinished, strict=True):
            _write(part, paper.data)
        _settle([part for _file, part in unfinished])
        note_exported(office, *(paper.document_id for paper, _file in papers))
        for file, part in unfinished:
            part.replace(file)
    except BaseException:
        for _file, part in unfinished:
            part.unlink(missing_ok=True)
        raise


def refuse_existing(*files: Path) -> None:
    """Go on only if none of the files is there.

    Raises:
        AlreadyThere: with the name of the first that is.
    """
    for file in files:
        if file.exists():
            raise AlreadyThere(str(file))


def _write(file: Path, data: bytes) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ALONE)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)


def _settle(files: Sequence[Path]) -> None:
    """Wait until what was written would outlive a power cut.

    Many at once: a disk that is asked for several together takes hardly longer than for one.
    """
    with ThreadPoolExecutor(min(len(files), _SETTLED_TOGETHER) or 1) as threads:
        for _done in threads.map(_sync, files):
            pass


def _sync(file: Path) -> None:
    with file.open("r+b") as stream:
        os.fsync(stream.fileno())
