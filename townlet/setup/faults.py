"""What can be wrong with a machine, told in one line that says what to do."""

from __future__ import annotations


class SetupFault(Exception):
    """The machine lacks something that setup can't provide itself."""

    def __init__(self, what: str, todo: str) -> None:
        super().__init__(f"{what} {todo}")
        self.what = what
        self.todo = todo


class VenvModuleMissing(SetupFault):
    """Debian ships Python without ``ensurepip``; nothing here could install packages."""

    def __init__(self, package: str) -> None:
        super().__init__(
            "This Python can't make a virtual environment.",
            f"Run: sudo apt-get install {package}   and then make again.",
        )


class NoNetwork(SetupFault):
    """A package registry could not be reached."""

    def __init__(self, step: str) -> None:
        super().__init__(
            f"{step}: no package registry could be reached.",
            "Check the network (or the proxy settings of pip and npm) and run make again.",
        )


class NotThePinnedFile(SetupFault):
    """A downloaded file is not the one whose hash the project pins."""

    def __init__(self, step: str) -> None:
        super().__init__(
            f"{step}: a downloaded file is not the one this project pins.",
            "Run make again; if it stays so, a mirror in between changes files: ask who runs it.",
        )


class FolderNotOurs(SetupFault):
    """The clone belongs to another user."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} can't be written by this user.",
            "Run make as the user that made it, or clone into a folder of your own.",
        )


class DiskFull(SetupFault):
    """There is no room for what has to be installed."""

    def __init__(self, step: str) -> None:
        super().__init__(f"{step}: the disk is full.", "Free about 1 GB and run make again.")


class CommandFailed(SetupFault):
    """A tool failed for a reason that this setup doesn't know."""

    def __init__(self, step: str, last_lines: str, log: str) -> None:
        super().__init__(f"{step} failed:\n{last_lines}\n", f"The whole story is in {log}")


class NoRedisProgram(SetupFault):
    """There is no Redis in the packages for this Python and processor, and none on the system."""

    def __init__(self) -> None:
        super().__init__(
            "No redis-server is packaged for this Python and processor.",
            "Run: sudo apt-get install redis-server   and then make again.",
        )


class NoBrowser(SetupFault):
    """No Chromium for the browser tests, and no right to install one."""

    def __init__(self) -> None:
        super().__init__(
            "No Chromium was found for the browser tests.",
            "Run: sudo apt-get install chromium fonts-noto-color-emoji   (or set TOWNLET_CHROMIUM to one)",
        )
