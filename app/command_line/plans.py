"""``plan show`` and ``plan pdf``."""

from pathlib import Path
from uuid import UUID

from app.command_line.exits import Exit, Stopped
from app.command_line.output import Json, plain, print_json, progress_on_stderr
from app.command_line.session import Call, signed_in
from app.documents.copies import PaperCopy
from app.domain.errors import NotFound
from app.domain.plans import Goal, Plan
from app.domain.words import word
from app.foundation.dates import date_text
from app.foundation.translation import _
from app.use_cases.cell_blocks import cell_block_overview
from app.use_cases.documents import Paper, plan_paper
from app.use_cases.exporting import export_paper
from app.use_cases.inmates import find_inmate
from app.use_cases.office import Office
from app.use_cases.plans import open_plan


def show(call: Call) -> Exit:
    """Print a person's plan."""
    with signed_in(call) as office:
        plan = open_plan(office, find_inmate(office, call.options.inmate))
    if plan is None:
        raise Stopped(Exit.FAILED, _("Personen har ingen plan ennå."))
    if call.options.json:
        print_json(plan_json(plan))
    else:
        _print_plan(plan)
    return Exit.DONE


def plan_json(plan: Plan) -> Json:
    """Return the plan in the shape of the contract."""
    content = plan.content
    return plain(
        {
            "id": plan.id,
            "version": plan.number,
            "status": plan.status,
            "next_review": content.next_review,
            "agreement": content.agreement,
            "own_words": content.own_words,
            "goals": [_goal_json(goal) for goal in content.goals],
        }
    )


def _goal_json(goal: Goal) -> dict[str, object]:
    return {
        "id": goal.id,
        "theme": goal.theme,
        "title": goal.title,
        "status": goal.status,
        "steps": [
            {
                "id": step.id,
                "title": step.title,
                "who": step.who,
                "due": step.due,
                "partner": step.partner,
                "status": step.status,
            }
            for step in goal.steps
        ],
    }


def _print_plan(plan: Plan) -> None:
    content = plan.content
    print(_("Framtidsplan, versjon {0} ({1})").format(plan.number, word(plan.status)))
    print(_("Avtalt: {0}").format(word(content.agreement)))
    if content.next_review:
        print(_("Neste gjennomgang: {0}").format(date_text(content.next_review)))
    if content.own_words:
        print(f"«{content.own_words}»")
    for goal in content.goals:
        print(f"\n{word(goal.theme)}: {goal.title} ({word(goal.status)})")
        for step in goal.steps:
            due = f" {date_text(step.due)}" if step.due else ""
            print(f"  - {step.title} · {word(step.who)}{due} · {word(step.status)}")


def pdf(call: Call) -> Exit:
    """Write one plan, or all plans of a unit, as PDF."""
    options = call.options
    if options.unit and not options.out_dir:
        raise Stopped(Exit.USAGE, _("Oppgi mappen med --out-dir."))
    if options.inmate and not options.out:
        raise Stopped(Exit.USAGE, _("Oppgi filen med --out."))
    if options.out:
        _refuse_existing(call, options.out)
    with signed_in(call) as office:
        if options.inmate:
            inmate_id = find_inmate(office, options.inmate)
            paper = _paper(call, office, inmate_id)
            print_json(_write(call, office, paper, options.out))
        else:
            print_json(_unit(call, office))
    return Exit.DONE


def _unit(call: Call, office: Office) -> list[dict[str, object]]:
    """Write all plans of a unit; nothing is written if a file is in the way."""
    folder: Path = call.options.out_dir
    overview = cell_block_overview(office, call.options.unit)
    if not overview.places:
        raise NotFound(call.options.unit)
    having = [line.id for line in overview.inmates if line.has_plan]
    progress = progress_on_stderr()
    papers = []
    for done, inmate_id in enumerate(having, start=1):
        papers.append(_paper(call, office, inmate_id))
        progress.step(done, len(having))
    for paper in papers:
        _refuse_existing(call, folder / paper.file_name)
    folder.mkdir(parents=True, exist_ok=True)
    return [_write(call, office, paper, folder / paper.file_name) for paper in papers]


def _paper(call: Call, office: Office, inmate_id: UUID) -> Paper:
    options = call.options
    try:
        return plan_paper(
            office,
            inmate_id,
            language=call.settings.language,
            copy=PaperCopy(options.copy),
            new=options.new,
        )
    except NotFound as fault:
        raise Stopped(Exit.FAILED, _("Personen har ingen plan ennå.")) from fault


def _refuse_existing(call: Call, file: Path) -> None:
    if file.exists() and not call.options.force:
        message = _("{0} finnes. Velg et annet navn, eller bruk --force.").format(file)
        raise Stopped(Exit.FAILED, message)


def _write(call: Call, office: Office, paper: Paper, file: Path) -> dict[str, object]:
    try:
        export_paper(office, paper, file, replace=call.options.force)
    except OSError as fault:
        message = _("{0} kan ikke skrives: {1}").format(file, fault.strerror)
        raise Stopped(Exit.FAILED, message) from fault
    call.tell(_("Skrev {0}.").format(file))
    return {
        "document": paper.document_id,
        "version": paper.version,
        "sha256": paper.sha256,
        "pages": paper.pages,
        "file": str(file),
    }
