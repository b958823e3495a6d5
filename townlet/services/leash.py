"""Becomes another program that dies with the process that started it, even if that is killed outright.

Run as a script by ``ManagedProcess``: ``python leash.py --parent PID --signal N -- COMMAND...``.
It works between fork and exec without running Python in a forked, threaded process, which may deadlock.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import sys

_PR_SET_PDEATHSIG = 1
_PR_SET_KEEPCAPS = 8
_PR_SET_SECUREBITS = 28
_SECBIT_NO_SETUID_FIXUP = 4
_PR_CAP_AMBIENT = 47
_PR_CAP_AMBIENT_RAISE = 2
_CAP_DAC_OVERRIDE = 1
_CAP_DAC_READ_SEARCH = 2
_CAPABILITY_VERSION_3 = 0x20080522

_COULD_NOT_START = 127


class _CapabilityHeader(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _CapabilitySets(ctypes.Structure):
    _fields_ = (
        ("effective", ctypes.c_uint32),
        ("permitted", ctypes.c_uint32),
        ("inheritable", ctypes.c_uint32),
    )


def main() -> None:
    """Never returns."""
    parser = argparse.ArgumentParser(prog="leash")
    parser.add_argument("--parent", type=int, required=True)
    parser.add_argument("--signal", type=int, required=True)
    parser.add_argument("--uid", type=int)
    parser.add_argument("command", nargs="+")
    wanted = parser.parse_args()
    if wanted.uid is not None:
        become(wanted.uid)
    # After the change of user, which clears it.
    die_with(wanted.parent, wanted.signal)
    try:
        os.execvp(wanted.command[0], wanted.command)
    except OSError as error:
        print(f"{wanted.command[0]}: {error.strerror}", file=sys.stderr)
        os._exit(_COULD_NOT_START)


def die_with(parent: int, signal: int) -> None:
    """Asks the kernel to send ``signal`` to this process once the thread that forked it is gone."""
    if not sys.platform.startswith("linux"):
        return
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(_COULD_NOT_START)


def become(uid: int) -> None:
    """Gives up root for ``uid``, keeping only the right to read what root may read.

    Postgres refuses to run as root, while its program and its data may lie below a folder that only root
    may enter (a clone in ``/root``). One ambient capability solves that without opening those folders to
    everybody.
    """
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    if not sys.platform.startswith("linux"):
        os.setresuid(uid, uid, uid)
        return
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_KEEPCAPS, 1, 0, 0, 0)
    # Without it access(2), by which Postgres looks for its own programs, overlooks the capability.
    libc.prctl(_PR_SET_SECUREBITS, _SECBIT_NO_SETUID_FIXUP, 0, 0, 0)
    os.setresuid(uid, uid, uid)
    for capability in (_CAP_DAC_READ_SEARCH, _CAP_DAC_OVERRIDE):
        if _keep(libc, capability):
            return


def _keep(libc: ctypes.CDLL, capability: int) -> bool:
    """Reduces this process's capabilities to one. Containers take away some; returns whether it was there."""
    header = _CapabilityHeader(_CAPABILITY_VERSION_3, 0)
    one = 1 << capability
    sets = (_CapabilitySets * 2)(_CapabilitySets(one, one, one), _CapabilitySets(0, 0, 0))
    if libc.capset(ctypes.byref(header), sets) != 0:
        return False
    return bool(libc.prctl(_PR_CAP_AMBIENT, _PR_CAP_AMBIENT_RAISE, capability, 0, 0) == 0)


if __name__ == "__main__":
    main()
