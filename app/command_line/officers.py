"""``officer add`` and ``officer password``."""

from app.command_line.exits import Exit
from app.command_line.output import print_json, say
from app.command_line.session import Call, ask_new_password, ask_password, signed_in
from app.domain.access import Role
from app.foundation.translation import _
from app.use_cases.administration import NewOfficer, add_officer
from app.use_cases.sign_in import change_password


def add(call: Call) -> Exit:
    """Add an account; only an administrator may."""
    options = call.options
    with signed_in(call) as office:
        password = ask_new_password()
        new = NewOfficer(
            options.name,
            options.display_name or options.name,
            Role(options.role),
            password,
            options.unit,
        )
        officer_id = add_officer(office, new)
    if options.json:
        print_json({"id": officer_id})
    say(_("Brukeren {0} er lagt til.").format(options.name))
    return Exit.DONE


def password(call: Call) -> Exit:
    """Change one's own password."""
    with signed_in(call) as office:
        change_password(office, ask_password(), ask_new_password())
    say(_("Passordet er byttet."))
    return Exit.DONE
