"""``demo create``: a fictional prison to try things on."""

from app.command_line.exits import Exit
from app.command_line.output import print_json, progress_on_stderr, say
from app.command_line.session import Call
from app.foundation.translation import _
from app.use_cases.example_prison import ExampleSize, create_example_prison


def create(call: Call) -> Exit:
    """Make the example prison. The last line on stdout holds name and password."""
    options = call.options
    size = ExampleSize(
        inmates=options.inmates,
        conversations=options.conversations,
        seed=options.seed,
        today=options.today,
    )
    made = create_example_prison(call.place, call.clock, size, progress_on_stderr())
    if options.json:
        print_json({"officer": made.user_name, "recovery_code": made.recovery_code})
    say(_("Eksempelfengselet er klart. Alt i det er oppdiktet."))
    print(f"officer={made.user_name} password={made.password}")
    return Exit.DONE
