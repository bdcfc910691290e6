"""A screen reader without a voice: answers what a blind officer would be told.

Runs in the system's Python beside the program, on the same message bus. One question a line as
JSON on standard input, one answer a line on standard output.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PROGRAM = ("mulighet", "python", "app", "__main__")
MOST_ROWS = 40
MOST_TEXT = 2_000
BETWEEN_LOOKS_MS = 60
SIDES = ("x", "y", "width", "height")


class Reader:
    """Listens to announcements and looks at what is on the screen."""

    def __init__(self):
        self.said = []
        self.focused = None
        self.loop = GLib.MainLoop()
        self.listeners = []
        for event, heard in (
            ("object:announcement", self.hear),
            ("object:state-changed:focused", self.notice_focus),
        ):
            listener = Atspi.EventListener.new(heard)
            listener.register(event)
            self.listeners.append(listener)
        GLib.io_add_watch(
            GLib.IOChannel.unix_new(sys.stdin.fileno()),
            GLib.PRIORITY_DEFAULT,
            GLib.IOCondition.IN | GLib.IOCondition.HUP,
            self.read,
        )

    def hear(self, event):
        self.said.append(str(event.any_data))

    def notice_focus(self, event):
        if event.detail1:
            self.focused = event.source

    def read(self, _channel, _condition):
        line = sys.stdin.readline()
        if not line:
            self.loop.quit()
            return False
        asked = json.loads(line)
        answer = getattr(self, "ask_" + asked.pop("ask"))
        try:
            answer(**asked)
        except GLib.Error as problem:
            self.answer_error(str(problem))
        return True

    @staticmethod
    def answer(what):
        sys.stdout.write(json.dumps({"answer": what}) + "\n")
        sys.stdout.flush()

    @staticmethod
    def answer_error(words):
        sys.stdout.write(json.dumps({"error": words}) + "\n")
        sys.stdout.flush()

    # Questions

    def ask_ready(self):
        Atspi.get_desktop(0)
        self.answer(True)

    def ask_forget(self):
        self.said.clear()
        self.answer(True)

    def ask_tree(self):
        self.answer(
            {
                **BLANK,
                "role": "desktop",
                "children": [described(top) for top in windows()],
            }
        )

    def ask_focus(self):
        found = self.current()
        self.answer(None if found is None else described(found, deep=False))

    def ask_wait_for(self, name, role, patience):
        def look():
            for top in windows():
                for node in seen(top):
                    if fits(node, name, role):
                        return described(node, deep=False)
            return None

        self.wait(look, patience, f"never saw {role or 'anything'} “{name}”")

    def ask_wait_focus(self, name, role, patience):
        def look():
            node = self.current()
            if node is None or not fits(node, name, role):
                return None
            return described(node, deep=False)

        self.wait(look, patience, f"the keyboard never came to {role} “{name}”")

    def ask_moved_from(self, name, role, box, patience):
        end = time.monotonic() + patience

        def look():
            node = self.current()
            if node is None:
                return None
            here = described(node, deep=False)
            if [here["name"], here["role"], here["box"]] != [name, role, box]:
                return here
            return False if time.monotonic() > end else None

        self.wait(look, 2 * patience, "the keyboard is nowhere")

    def ask_wait_said(self, words, patience):
        def look():
            for number, said in enumerate(self.said):
                if words in said:
                    del self.said[: number + 1]
                    return said
            return None

        self.wait(look, patience, f"never announced: {words}")

    def wait(self, look, patience, problem):
        end = time.monotonic() + patience

        def again():
            try:
                found = look()
            except GLib.Error:
                found = None  # it went away while it was looked at
            except Exception as broken:  # the one who asks must not wait for nothing
                self.answer_error(repr(broken))
                raise
            if found is not None:
                self.answer(found or None)
                return False
            if time.monotonic() > end:
                here = self.current()
                where = "nowhere" if here is None else repr(brief(here))
                shown = [brief(node) for top in windows() for node in seen(top)][:60]
                self.answer_error(
                    f"{problem}; the keyboard is on {where}; said {self.said[-5:]}; shown {shown}"
                )
                return False
            return True

        if again():
            GLib.timeout_add(BETWEEN_LOOKS_MS, again)

    def current(self):
        """What was last told to have the focus, if it still has."""
        node = self.focused
        if node is not None:
            try:
                node.clear_cache()
                if Atspi.StateType.FOCUSED in states_of(node):
                    return node
            except GLib.Error:
                self.focused = None
        for top in windows():
            for below in seen(top):
                if Atspi.StateType.FOCUSED in states_of(below):
                    return below
        return None


BLANK = {
    "role": "",
    "name": "",
    "description": "",
    "states": [],
    "box": [0, 0, 0, 0],
    "text": "",
    "children": [],
}


def windows():
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    for number in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(number)
        if application is None:
            continue
        application.clear_cache()
        for index in range(application.get_child_count()):
            window = application.get_child_at_index(index)
            if window is not None:
                yield window


def children(node):
    count = node.get_child_count()
    if Atspi.StateType.MANAGES_DESCENDANTS in states_of(node) or node.get_role() in {
        Atspi.Role.TABLE,
        Atspi.Role.LIST,
        Atspi.Role.TREE,
    }:
        count = min(count, MOST_ROWS)
    for number in range(count):
        child = node.get_child_at_index(number)
        if child is not None:
            yield child


def states_of(node):
    return node.get_state_set().get_states()


def is_shown(node):
    return Atspi.StateType.SHOWING in states_of(node)


def seen(node):
    node.clear_cache()
    if not is_shown(node):
        return
    yield node
    for child in children(node):
        yield from seen(child)


def text_of(node):
    if "Text" not in node.get_interfaces():
        return ""
    length = Atspi.Text.get_character_count(node)
    return Atspi.Text.get_text(node, 0, min(MOST_TEXT, length))


def fits(node, name, role):
    if role and node.get_role_name() != role:
        return False
    return not name or name in (node.get_name() or "") or name in text_of(node)


def brief(node):
    return f"{node.get_role_name()} {node.get_name()}"


def described(node, *, deep=True):
    box = [0, 0, 0, 0]
    if "Component" in node.get_interfaces():
        extents = Atspi.Component.get_extents(node, Atspi.CoordType.SCREEN)
        box = [getattr(extents, side) for side in SIDES]
    return {
        "role": node.get_role_name(),
        "name": node.get_name() or "",
        "description": node.get_description() or "",
        "states": sorted(state.value_nick for state in states_of(node)),
        "box": box,
        "text": text_of(node),
        "children": [described(child) for child in children(node) if is_shown(child)]
        if deep
        else [],
    }


if __name__ == "__main__":
    Reader().loop.run()
