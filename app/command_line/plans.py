"""``plan show`` and ``plan pdf``."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from app.command_line.exits import Exit, Stopped
from app.command_line.output import Json, plain, print_json, progress_on_stderr, say
from app.command_line.session import Call, signed_in
from app.documents.copies import PaperCopy
from app.domain.errors import AlreadyThere, NotFound
from app.domain.plans import Goal, Plan
from app.domain.words import word
from app.foundation.dates import date_text
from app.foundation.progress import Progress
from app.foundation.translation import _
from app.use_cases.documents import PaperForm, plan_paper
from app.use_cases.exporting import export_paper
from app.use_cases.inmates import find_inmate
from app.use_cases.office import Office
from app.use_cases.plan_batch import BatchWish
from app.use_cases.plan_jobs import SaveTo, save_plans
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
    if options.inmate and options.combined:
        raise Stopped(Exit.USAGE, _("--combined hører sammen med --unit."))
    for file in (options.out, options.combined):
        if file is not None and file.exists() and not options.force:
            raise _in_the_way(str(file))
    with signed_in(call) as office:
        print_json(_one(call, office) if options.inmate else _unit(call, office))
    return Exit.DONE


def _one(call: Call, office: Office) -> dict[str, object]:
    options = call.options
    inmate_id = find_inmate(office, options.inmate)
    try:
        paper = plan_paper(office, inmate_id, _form(call), new=options.new)
    except NotFound as fault:
        raise Stopped(Exit.FAILED, _("Personen har ingen plan ennå.")) from fault
    with _files_can_fail(options.out):
        export_paper(office, paper, options.out, replace=options.force)
    call.tell(_("Skrev {0}.").format(options.out))
    _warn_of(paper.lacking)
    return _line(paper.document_id, paper.version, paper.sha256, paper.pages, options.out)


def _unit(call: Call, office: Office) -> list[dict[str, object]]:
    """Write all plans of a unit; nothing is written if a file is in the way."""
    options = call.options
    written = _Counted(rounds=1 if options.combined is None else 2)
    wish = BatchWish(options.unit, _form(call), new=options.new)
    to = SaveTo(options.out_dir, options.combined, replace=options.force)
    try:
        with _files_can_fail(options.out_dir):
            result = save_plans(office, wish, to, written.progress)
    except KeyboardInterrupt:
        say(_("Avbrutt. {0} filer er skrevet, og de er hele.").format(written.files))
        raise
    if result.combined is not None:
        text = _("Skrev {0}: {1} sider, sha256 {2}.")
        combined = result.combined
        say(text.format(combined.file, combined.pages, combined.sha256))
    _warn_of(result.lacking)
    return [
        _line(made.document_id, made.version, made.sha256, made.pages, made.file)
        for made in result.papers
    ]


class _Counted:
    """Counts on stderr, and remembers how many plans have been written."""

    def __init__(self, rounds: int) -> None:
        self._shown = progress_on_stderr()
        self._rounds = rounds
        self.files = 0
        self.progress = Progress(self._step)

    def _step(self, done: int, total: int) -> None:
        # Each plan is counted once more when it is put into the combined file.
        self.files = min(done, total // self._rounds)
        self._shown.step(done, total)


def _form(call: Call) -> PaperForm:
    options = call.options
    return PaperForm(PaperCopy(options.copy), call.settings.language, options.large_print)


@contextmanager
def _files_can_fail(target: Path) -> Iterator[None]:
    """Say in words why a file cannot be written."""
    try:
        yield
    except AlreadyThere as fault:
        raise _in_the_way(str(fault)) from fault
    except OSError as fault:
        message = _("{0} kan ikke skrives: {1}").format(fault.filename or target, fault.strerror)
        raise Stopped(Exit.FAILED, message) from fault


def _in_the_way(file: str) -> Stopped:
    message = _("{0} finnes. Velg et annet navn, eller bruk --force.").format(file)
    return Stopped(Exit.FAILED, message)


def _warn_of(lacking: str) -> None:
    if lacking:
        say(_("Disse tegnene kan ikke skrives ut: {0}").format(" ".join(lacking)))


def _line(
    document: UUID, version: int, sha256: str, pages: int, file: Path | None
) -> dict[str, object]:
    return {
        "document": document,
        "version": version,
        "sha256": sha256,
        "pages": pages,
        "file": str(file),
    }
