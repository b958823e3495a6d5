"""Seals secrets that are kept in Postgres, with a key that is not: a file in `TOWNLET_HOME`, for its owner alone."""

from __future__ import annotations

import os
import threading
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken

FILE = "models.key"


class SealBroken(Exception):
    """What was sealed can't be opened here; nothing of it is told."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The saved key of the model server can't be opened with {path}. Give the server's key again, or "
            f"bring back the {FILE} that it was saved with: all machines of one Townlet need the same."
        )


class Seal:
    """Opens and closes what is kept sealed. The key file is made when something is sealed for the first time."""

    def __init__(self, home: Path) -> None:
        self.path = home / FILE

    def close(self, secret: str) -> bytes:
        """Seals `secret`. Raises SealBroken where the key file holds no key."""
        return self._fernet(make=True).encrypt(secret.encode())

    def open(self, sealed: bytes) -> str:
        """Raises SealBroken."""
        try:
            return self._fernet(make=False).decrypt(sealed).decode()
        except InvalidToken:
            raise SealBroken(self.path) from None

    def _fernet(self, *, make: bool) -> Fernet:
        try:
            if make:
                self._make()
            return Fernet(self.path.read_bytes().strip())
        except (OSError, ValueError):
            # Neither message may quote what is in the file.
            raise SealBroken(self.path) from None

    def _make(self) -> None:
        """Makes the key file unless it is there; of several processes one wins, and a crash leaves no half of it."""
        if self.path.exists():
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = self.path.with_name(f".{FILE}-{os.getpid()}-{threading.get_ident()}")
        handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(Fernet.generate_key() + b"\n")
                file.flush()
                os.fsync(file.fileno())
            try:
                os.link(unfinished, self.path)
            except FileExistsError:
                return
        finally:
            os.unlink(unfinished)
