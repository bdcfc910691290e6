"""PostgreSQL roles: an owner and a maker that cannot sign in, a group, and one login an officer.

The client is no trust boundary: an officer's own role may do through any other client only what
is granted here. Role names carry the database's name, so that two prisons can share a server.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from app.foundation.paths import package_file

_NAME_LIMIT = 63

# What the group of officers may do with each table; anything not named here is refused.
_READ = "SELECT"
_ADD = "SELECT, INSERT"
_EDIT = "SELECT, INSERT, UPDATE"
GRANTS = {
    "prison": "SELECT, UPDATE",
    "threshold": _EDIT,
    "change_counter": "SELECT, UPDATE",
    "officer": _EDIT,
    "key_wrap": "SELECT, INSERT, UPDATE, DELETE",
    "place": _EDIT,
    "inmate": _EDIT,
    "stay": _EDIT,
    "contact_officer_period": _EDIT,
    "access_entry": "INSERT",
    "conversation": _EDIT,
    "conversation_version": _ADD,
    "plan": _EDIT,
    "plan_step": "SELECT, INSERT, UPDATE, DELETE",
    "plan_text": "SELECT, INSERT, DELETE",
    "plan_version": _ADD,
    "printed_document": _ADD,
    "import_run": _EDIT,
    "imported_row": _ADD,
    "alembic_version": _READ,
}


@dataclass(frozen=True, slots=True)
class RoleNames:
    """The names of one database's roles."""

    database: str

    @property
    def prefix(self) -> str:
        """Return what stands before a folded user name."""
        return f"{self.database}_"

    @property
    def owner(self) -> str:
        """Return the role that owns the tables."""
        return f"{self.database}=owner"

    @property
    def maker(self) -> str:
        """Return the role that owns the functions which make logins."""
        return f"{self.database}=maker"

    @property
    def group(self) -> str:
        """Return the role that every officer's login is a member of."""
        return f"{self.database}=officers"

    def login(self, folded_user_name: str) -> str:
        """Return an officer's login."""
        return f"{self.prefix}{folded_user_name}"[:_NAME_LIMIT]


def make_roles(connection: Connection, names: RoleNames) -> None:
    """Make the roles that cannot sign in; those that are there already are left as they are."""
    _make_role(connection, names.owner, "NOLOGIN")
    _make_role(connection, names.group, "NOLOGIN")
    _make_role(connection, names.maker, "NOLOGIN CREATEROLE")
    group, maker = _quoted(names.group), _quoted(names.maker)
    connection.execute(text(f"GRANT {group} TO {maker} WITH ADMIN OPTION"))
    for role in (names.owner, names.maker):
        connection.execute(text(f"GRANT {_quoted(role)} TO CURRENT_USER"))
        connection.execute(text(f"GRANT USAGE, CREATE ON SCHEMA public TO {_quoted(role)}"))
    connection.execute(text(f"GRANT USAGE ON SCHEMA public TO {group}"))


def _make_role(connection: Connection, name: str, options: str) -> None:
    there = connection.execute(text("SELECT 1 FROM pg_roles WHERE rolname = :name"), {"name": name})
    if there.first() is None:
        connection.execute(text(f"CREATE ROLE {_quoted(name)} {options}"))


def make_extensions(connection: Connection) -> None:
    """Make what search needs; called as the administrator, before acting as the owner."""
    connection.execute(text("CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public"))


def become(connection: Connection, role: str) -> None:
    """Act as a role until the transaction ends, so that what is made belongs to it."""
    connection.execute(text(f"SET LOCAL ROLE {_quoted(role)}"))


def grant_tables(connection: Connection, names: RoleNames) -> None:
    """Give the officers what they may do, and nothing else; called as the owner."""
    group, maker = _quoted(names.group), _quoted(names.maker)
    for table, rights in GRANTS.items():
        connection.execute(text(f"REVOKE ALL ON {table} FROM PUBLIC, {group}"))
        connection.execute(text(f"GRANT {rights} ON {table} TO {group}"))
    connection.execute(text(f"GRANT SELECT ON officer TO {maker}"))
    connection.execute(text(f"GRANT EXECUTE ON FUNCTION remove_imported(uuid) TO {group}"))


def make_functions(connection: Connection, names: RoleNames) -> None:
    """Make the functions that make logins; called as the maker."""
    script = package_file("app", "database", "migrations", "postgresql", "officers.sql")
    body = script.read_text(encoding="utf-8").format(prefix=names.prefix, group=names.group)
    connection.exec_driver_sql(body.replace("%", "%%"))
    for function in ("create_officer(text, text)", "set_officer_password(text, text)"):
        connection.execute(text(f"REVOKE ALL ON FUNCTION {function} FROM PUBLIC"))
        connection.execute(text(f"GRANT EXECUTE ON FUNCTION {function} TO {_quoted(names.group)}"))


def make_backup_function(connection: Connection, names: RoleNames) -> None:
    """Make the function through which an administrator's backup reads the log; as the owner."""
    script = package_file("app", "database", "migrations", "postgresql", "backup.sql")
    connection.exec_driver_sql(script.read_text(encoding="utf-8").replace("%", "%%"))
    function = "backup_access_entries()"
    connection.execute(text(f"REVOKE ALL ON FUNCTION {function} FROM PUBLIC"))
    connection.execute(text(f"GRANT EXECUTE ON FUNCTION {function} TO {_quoted(names.group)}"))


def make_restored_login(connection: Connection, names: RoleNames, folded: str) -> None:
    """Make the login of an account from a backup, without a password, unless it is there."""
    login = names.login(folded)
    _make_role(connection, login, "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS")
    connection.execute(text(f"GRANT {_quoted(names.group)} TO {_quoted(login)}"))


def set_restored_password(
    connection: Connection, names: RoleNames, folded: str, secret: str
) -> None:
    """Give a login of a restored database its password, with the database administrator's own."""
    login = names.login(folded)
    verifier = scram_verifier(connection, login, secret)
    connection.exec_driver_sql(f"ALTER ROLE {_quoted(login)} PASSWORD '{verifier}'")


def guard_key_wraps(connection: Connection) -> None:
    """Let an officer see the own wrap alone, an administrator all; called as the owner."""
    for statement in (
        "ALTER TABLE key_wrap ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE key_wrap FORCE ROW LEVEL SECURITY",
        "DROP POLICY IF EXISTS own_wrap ON key_wrap",
        "CREATE POLICY own_wrap ON key_wrap USING (role_name = session_user OR is_administrator())",
    ):
        connection.execute(text(statement))


def make_first_login(connection: Connection, names: RoleNames, folded: str, secret: str) -> None:
    """Make the first administrator's login with the database administrator's own credentials."""
    login = names.login(folded)
    verifier = scram_verifier(connection, login, secret)
    connection.exec_driver_sql(
        f"CREATE ROLE {_quoted(login)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE"
        f" NOBYPASSRLS PASSWORD '{verifier}'"
    )
    connection.execute(text(f"GRANT {_quoted(names.group)} TO {_quoted(login)}"))


def make_login(connection: Connection, names: RoleNames, folded: str, secret: str) -> None:
    """Make another officer's login; the server checks that the caller is administrator."""
    verifier = scram_verifier(connection, names.login(folded), secret)
    connection.execute(
        text("SELECT create_officer(:name, :verifier)"), {"name": folded, "verifier": verifier}
    )


def set_own_password(connection: Connection, names: RoleNames, folded: str, secret: str) -> None:
    """Change the password of the login that is signed in."""
    login = names.login(folded)
    verifier = scram_verifier(connection, login, secret)
    connection.exec_driver_sql(f"ALTER ROLE {_quoted(login)} PASSWORD '{verifier}'")


def set_password_of(connection: Connection, names: RoleNames, folded: str, secret: str) -> None:
    """Set another officer's password; the server checks that the caller is administrator."""
    verifier = scram_verifier(connection, names.login(folded), secret)
    connection.execute(
        text("SELECT set_officer_password(:name, :verifier)"),
        {"name": folded, "verifier": verifier},
    )


def scram_verifier(connection: Connection, login: str, secret: str) -> str:
    """Return what the server stores instead of the password; the password never leaves here."""
    driver: Any = connection.connection.driver_connection
    verifier: bytes = driver.pgconn.encrypt_password(
        secret.encode(), login.encode(), b"scram-sha-256"
    )
    return verifier.decode()


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
