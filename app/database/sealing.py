"""Keys: the prison's data key, what is derived from it, and how it is wrapped for an officer.

The data key is 32 random bytes, made once and never stored bare. Each officer's password, and a
recovery code, wraps it: Argon2id makes a key from the password, AES-256-GCM wraps with it.
"""

import json
import secrets
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass
from uuid import UUID

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_LENGTH = 32
# What the key of the embedded file is derived for.
DATABASE_PURPOSE = "database"
_NONCE_LENGTH = 12
_SALT_LENGTH = 16
_CODE_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_CODE_GROUPS = 6
_CODE_GROUP_LENGTH = 5
_MOST_MEMORY_KIB = 1 << 20
_MOST_ROUNDS = 256


@dataclass(frozen=True, slots=True)
class KdfCost:
    """Cost of Argon2id (RFC 9106): passes, memory in KiB, lanes."""

    passes: int = 3
    memory_kib: int = 65536
    lanes: int = 4

    @property
    def is_bearable(self) -> bool:
        """Tell whether a machine can bear it; a file from elsewhere may ask for anything."""
        return self.memory_kib <= _MOST_MEMORY_KIB and self.passes * self.lanes <= _MOST_ROUNDS


@dataclass(frozen=True, slots=True)
class Wrap:
    """The data key under one password. Binary parts are base64."""

    officer_id: str
    kind: str
    salt: str
    cost: KdfCost
    sealed: str

    def to_json(self) -> str:
        """Return the wrap as JSON text."""
        return json.dumps(asdict(self), sort_keys=True)

    @staticmethod
    def from_json(text: str) -> "Wrap":
        """Read what ``to_json`` wrote.

        Raises:
            ValueError: the text is no wrap.
        """
        try:
            parts = json.loads(text)
            parts["cost"] = KdfCost(**parts["cost"])
            return Wrap(**parts)
        except (KeyError, TypeError) as error:
            raise ValueError("no wrap") from error


def new_data_key() -> bytes:
    """Return 32 random bytes."""
    return secrets.token_bytes(KEY_LENGTH)


def derived_key(data_key: bytes, purpose: str) -> bytes:
    """Return the 32-byte key for one purpose (HKDF-SHA256, RFC 5869)."""
    return HKDF(SHA256(), KEY_LENGTH, salt=None, info=purpose.encode()).derive(data_key)


def new_recovery_code() -> str:
    """Return 150 random bits as six groups of five letters and digits that are hard to mix up."""
    groups = (
        "".join(secrets.choice(_CODE_ALPHABET) for _place in range(_CODE_GROUP_LENGTH))
        for _group in range(_CODE_GROUPS)
    )
    return "-".join(groups)


def plain_code(typed: str) -> str:
    """Return a typed recovery code without spaces, hyphens and case."""
    return "".join(letter for letter in typed.upper() if letter in _CODE_ALPHABET)


def new_salt() -> str:
    """Return 16 random bytes in base64."""
    return b64encode(secrets.token_bytes(_SALT_LENGTH)).decode()


def password_key(secret: str, salt: str, cost: KdfCost) -> bytes:
    """Return the wrapping key of a password; takes a noticeable time on purpose."""
    return hash_secret_raw(
        secret.encode(),
        b64decode(salt),
        cost.passes,
        cost.memory_kib,
        cost.lanes,
        KEY_LENGTH,
        Type.ID,
    )


def wrap_key(data_key: bytes, secret: str, officer_id: UUID, kind: str, ring: "Salted") -> Wrap:
    """Wrap the data key under a secret."""
    key = password_key(secret, ring.salt, ring.cost)
    sealed = seal(data_key, key, _about(str(officer_id), kind))
    return Wrap(str(officer_id), kind, ring.salt, ring.cost, b64encode(sealed).decode())


@dataclass(frozen=True, slots=True)
class Salted:
    """The salt and cost that new wraps are made with."""

    salt: str
    cost: KdfCost


def unwrap_key(wrap: Wrap, key: bytes) -> bytes | None:
    """Return the data key, or None if the wrapping key is not this wrap's."""
    try:
        return unseal(b64decode(wrap.sealed), key, _about(wrap.officer_id, wrap.kind))
    except InvalidTag:
        return None


def _about(officer_id: str, kind: str) -> str:
    return f"wrap|{officer_id}|{kind}"


def seal(plain: bytes, key: bytes, about: str) -> bytes:
    """Encrypt with AES-256-GCM; ``about`` is bound to the result and must be known to open it."""
    nonce = secrets.token_bytes(_NONCE_LENGTH)
    return nonce + AESGCM(key).encrypt(nonce, plain, about.encode())


def unseal(sealed: bytes, key: bytes, about: str) -> bytes:
    """Decrypt what ``seal`` made.

    Raises:
        cryptography.exceptions.InvalidTag: changed bytes, another key or another ``about``.
    """
    return AESGCM(key).decrypt(sealed[:_NONCE_LENGTH], sealed[_NONCE_LENGTH:], about.encode())
