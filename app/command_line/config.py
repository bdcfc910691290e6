"""``config show``: what the program goes by here, and where each value is from. Opens nothing."""

from app.command_line.exits import Exit
from app.command_line.output import print_json, print_table
from app.command_line.session import Call
from app.foundation.settings import ORIGIN_WORDS, known_settings, shown
from app.foundation.translation import _


def show(call: Call) -> Exit:
    """Print one line for each setting; passwords are masked."""
    settings = call.settings
    rows = [
        (
            key,
            shown(key, getattr(settings, key)),
            about,
            settings.origin(key),
            key in settings.locked,
        )
        for key, about in known_settings().items()
    ]
    if call.options.json:
        print_json(
            [
                {
                    "setting": key,
                    "value": value,
                    "unit": _(about.unit) if about.unit else "",
                    "description": _(about.description),
                    "origin": origin,
                    "locked": locked,
                }
                for key, value, about, origin, locked in rows
            ]
        )
    elif call.options.origin:
        told = [
            (key, value, _(ORIGIN_WORDS[origin]) + (_(" (låst av IT)") if locked else ""))
            for key, value, _about, origin, locked in rows
        ]
        print_table((_("innstilling"), _("verdi"), _("kommer fra")), told)
    else:
        print_table((_("innstilling"), _("verdi")), [row[:2] for row in rows])
    return Exit.DONE
