"""Filled the databases in this folder, run in the source of release 0.1.0 and no other.

    python .../tests/data/release-0.1.0/fill.py FOLDER [SERVER_URL]

Writes an example prison of six invented people with papers, a correction and a draft into a
folder, or into a PostgreSQL database with the drafts alone in the folder, and tells on standard
output what must be read from it ever after.
"""

import json
import sys
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from app.database import keyring
from app.database.sealing import KdfCost
from app.documents.copies import PaperCopy
from app.domain.conversations import Correction
from app.domain.drafts import Draft, DraftFeature
from app.foundation.paths import places_for
from app.use_cases import example_prison
from app.use_cases.cell_blocks import cell_block_overview
from app.use_cases.conversations import (
    conversation_log,
    conversation_versions,
    correct_conversation,
)
from app.use_cases.documents import plan_paper, unit_list_paper
from app.use_cases.drafts import keep_draft
from app.use_cases.plans import open_plan, plan_versions
from app.use_cases.sign_in import DatabasePlace, sign_in, sign_out

PASSWORD = "et langt passord"
NOW = datetime(2026, 11, 24, 9, 41, tzinfo=UTC)
DRAFT = "Rakk ikke å skrive ferdig: «æøå».\n> Ringe NAV"


def fill(place):
    made = example_prison.create_example_prison(
        place, lambda: NOW, example_prison.ExampleSize(6, 40)
    )
    assert made.password == PASSWORD
    later = NOW + timedelta(minutes=5)
    office = sign_in(place, "demo", PASSWORD, lambda: later)
    overview = cell_block_overview(office, "B")
    lines = sorted(overview.inmates, key=lambda line: line.id)
    corrected = correct_first_conversation(office, lines[0].id)
    keep_draft(office, draft(lines[0].id))
    told = {
        "recovery_code": made.recovery_code,
        "corrected": str(corrected),
        "draft": DRAFT,
        "unit_list": paper(unit_list_paper(office, "B")),
        "inmates": {str(line.id): person(office, line) for line in lines},
    }
    sign_out(office)
    return told


def draft(inmate_id):
    feature = next(iter(DraftFeature))
    return Draft(UUID(int=7), feature, inmate_id, 0, {"text": DRAFT}, NOW)


def correct_first_conversation(office, inmate_id):
    first = conversation_log(office, inmate_id)[0]
    text = f"{first.text}\nRettet: det var onsdag."
    correction = Correction(
        first.id, first.version, text, first.kind, first.occurred_at, first.minutes, "Feil dag"
    )
    correct_conversation(office, correction)
    return first.id


def person(office, line):
    log = conversation_log(office, line.id)
    return {
        "name": line.name,
        "cell": line.cell,
        "conversations": [
            {
                "id": str(entry.id),
                "text": entry.text,
                "occurred_at": entry.occurred_at.isoformat(),
                "author": entry.author,
                "versions": [version.text for version in conversation_versions(office, entry.id)],
            }
            for entry in log
        ],
        "plan": plan(office, line.id),
    }


def plan(office, inmate_id):
    found = open_plan(office, inmate_id)
    if found is None:
        return None
    return {
        "number": found.number,
        "own_words": found.content.own_words,
        "agreement": found.content.agreement.value,
        "goals": [
            [goal.title, *(step.title for step in goal.steps)] for goal in found.content.goals
        ],
        "versions": [version.number for version in plan_versions(office, inmate_id)],
        "papers": {
            copy.value: paper(plan_paper(office, inmate_id, copy=copy)) for copy in PaperCopy
        },
    }


def paper(kept):
    return {"document": str(kept.document_id), "sha256": sha256(kept.data).hexdigest()}


def main(folder, url=None):
    keyring.NEW_COST = KdfCost(1, 8, 1)
    example_prison.secrets.token_urlsafe = lambda _count: PASSWORD
    folders = places_for(Path(folder))
    folders.make()
    told = fill(DatabasePlace(folders, url))
    sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
