"""The virtual environment of a checkout: made from a lock file, stamped, and made anew only when it must be.

``.venv/`` is built where it will stay, because scripts inside a virtual environment carry its path. While that goes
on, the one before it stands aside in ``.venv.old/`` and comes back if building fails. The stamp is written last: an
environment without one was cut off half-way and is made again. A start that finds the right stamp does nothing more.

Standard library only, on Linux, Windows and macOS: it runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import system
from system import SetupError

PROGRAM_LOCK = "requirements.txt"
"""What the program needs to run."""

DEVELOPMENT_LOCK = "requirements-dev.txt"
"""All of the program's lock, and what tests, lint, types and contracts need besides."""

LAYOUT = 1
"""Raised when this module builds an environment in another way, so that older ones are made anew."""

NOT_PASSED_ON = frozenset({"PYTHONHOME", "PYTHONPATH", "PIP_PREFIX", "PIP_TARGET", "PIP_USER", "__PYVENV_LAUNCHER__"})
"""Variables that would lead Python or pip out of the environment; all others, an index among them, are respected."""


@dataclass(frozen=True)
class Checkout:
    """A checkout of the project and where the parts of its environment are."""

    top: Path

    @property
    def venv(self) -> Path:
        """The virtual environment."""
        return self.top / ".venv"

    @property
    def scripts(self) -> Path:
        """The folder of the environment's commands."""
        return self.venv / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> Path:
        """The environment's Python."""
        return self.scripts / ("python.exe" if os.name == "nt" else "python")

    @property
    def command(self) -> Path:
        """The command ``crossfoot``."""
        return self.scripts / ("crossfoot.cmd" if os.name == "nt" else "crossfoot")

    @property
    def stamp(self) -> Path:
        """The file that says what the environment was made from; there only once it is whole."""
        return self.venv / "crossfoot.json"

    @property
    def seeds(self) -> tuple[Path, ...]:
        """The sample records, in the order of their names (their README and hidden files are none of them)."""
        files = (self.top / "seeds").glob("[!.]*")
        return tuple(sorted(p for p in files if p.is_file() and p.suffix != ".md"))

    def lock(self, name: str) -> Path:
        """Return the lock file called ``name``."""
        return self.top / "packaging" / name


def this_checkout() -> Checkout:
    """Return the checkout that this file lies in."""
    return Checkout(Path(__file__).resolve().parents[1])


def fingerprint(checkout: Checkout, locks: Sequence[str]) -> dict[str, str]:
    """Return what an environment with ``locks`` is made from: it is right as long as none of this changes.

    One entry per lock (SHA-256 of the file), and the Python (version and machine), the place and the layout.
    """
    facts = {
        "layout": str(LAYOUT),
        "place": str(checkout.top),
        "python": f"{sys.implementation.cache_tag} {sysconfig.get_platform()}",
    }
    return facts | {name: hashlib.sha256(checkout.lock(name).read_bytes()).hexdigest() for name in locks}


def is_ready(checkout: Checkout, lock: str) -> bool:
    """Say whether the environment is whole and holds what ``lock`` asks for."""
    try:
        stamped = json.loads(checkout.stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    wanted = fingerprint(checkout, [lock])
    return wanted.items() <= stamped.items() and checkout.python.exists() and checkout.command.exists()


def write_stamp(checkout: Checkout, lock: str) -> None:
    """Mark the environment as whole. The development lock holds the program's too, so both are then there."""
    held = [PROGRAM_LOCK, DEVELOPMENT_LOCK] if lock == DEVELOPMENT_LOCK else [lock]
    checkout.stamp.write_text(json.dumps(fingerprint(checkout, held), indent=1), encoding="utf-8")


def prepare(checkout: Checkout, lock: str, *, display: bool) -> None:
    """Make sure that the machine and the environment have all that ``lock`` and Qt need.

    ``display`` tells whether a window will be shown. Raises SetupError, with what to do, where that cannot be had.
    """
    ready = is_ready(checkout, lock)

    def missing() -> dict[str, str]:
        for_pip = {} if ready or shutil.which("uv") else missing_for_pip()
        return system.missing_for_qt(display=display) | for_pip

    system.provide(missing)
    if ready:
        return
    with _alone(checkout.top / ".venv.lock"):
        if not is_ready(checkout, lock):  # another start may have made it while this one waited
            _build(checkout, lock)


def missing_for_pip() -> dict[str, str]:
    """Return what this Python lacks to put pip into an environment: Debian keeps that in a package of its own."""
    importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is not None:
        return {}
    return {"Python's ensurepip": f"python{sys.version_info.major}.{sys.version_info.minor}-venv"}


def variables(environ: Mapping[str, str], **more: str) -> dict[str, str]:
    """Return ``environ`` without what would lead Python or pip astray, and with ``more``."""
    return {name: value for name, value in environ.items() if name not in NOT_PASSED_ON} | more


def become(checkout: Checkout, arguments: Sequence[str], **more: str) -> NoReturn:
    """Go on as the environment's Python with ``arguments``; its exit code is this program's.

    ``-P`` keeps the current folder off the import path, whatever modules lie there. ``more`` are variables.
    """
    command = [str(checkout.python), "-P", *arguments]
    environ = variables(os.environ, **more)
    sys.stdout.flush()
    if os.name != "nt":
        os.execve(command[0], command, environ)  # noqa: S606 - no shell is wanted
    # Windows' exec returns to the prompt at once, so the child is waited for.
    sys.exit(subprocess.run(command, env=environ, check=False).returncode)


def packages_folder(checkout: Checkout) -> Path:
    """Return the folder of the environment that installed packages go to."""
    folders = {"base": str(checkout.venv), "platbase": str(checkout.venv)}
    return Path(sysconfig.get_path("purelib", "venv", vars=folders))


def link_project(checkout: Checkout) -> None:
    """Make the checkout's package importable in the environment, and ``crossfoot`` a command of it.

    Both name the checkout by its place relative to the environment, in plain ASCII, so that no path on the way, with
    spaces or with letters of any alphabet, can break them; and nothing has to be built or fetched for it.
    """
    packages = packages_folder(checkout)
    way = os.path.relpath(checkout.top / "desktop", packages)
    (packages / "crossfoot.pth").write_text(f"{way}\n", encoding="utf-8")
    if os.name == "nt":
        checkout.command.write_text('@"%~dp0python.exe" -P -m crossfoot %*\r\n', encoding="utf-8", newline="")
        return
    checkout.command.write_text(
        "#!/bin/sh\n"
        'here=$(dirname "$(readlink -f "$0" 2>/dev/null || echo "$0")")\n'
        'exec "$here/python" -P -m crossfoot "$@"\n',
        encoding="utf-8",
    )
    checkout.command.chmod(0o755)


def _build(checkout: Checkout, lock: str) -> None:
    """Make the environment from nothing; bring the one before it back if that fails."""
    aside = checkout.top / ".venv.old"
    try:
        if aside.exists() and not checkout.stamp.exists():
            _remove(checkout.venv)  # an earlier start was cut off; what stands aside is the last whole one
        elif checkout.venv.exists():
            _remove(aside)
            checkout.venv.rename(aside)
    except PermissionError as error:
        raise SetupError(f"{checkout.venv} is in use ({error.strerror}). Close Crossfoot and start again.") from error
    try:
        _fill(checkout, lock)
    except BaseException:
        _remove(checkout.venv)
        if aside.exists():
            aside.rename(checkout.venv)
        raise
    _remove(aside)


def _fill(checkout: Checkout, lock: str) -> None:
    """Create the environment, install ``lock`` into it, link the project, compile and stamp."""
    print(f"Crossfoot: making {checkout.venv} from packaging/{lock} (once; needs the package index)", flush=True)
    import venv  # noqa: PLC0415 - a second start does not need it

    venv.EnvBuilder(symlinks=os.name != "nt", with_pip=False).create(checkout.venv)
    _install(checkout, checkout.lock(lock))
    link_project(checkout)
    # Compiled ahead, the first window comes up in half the time. A file that does not compile will say so itself.
    _run([str(checkout.python), "-m", "compileall", "-q", str(checkout.top / "desktop" / "crossfoot")])
    write_stamp(checkout, lock)
    print(f"Crossfoot: {checkout.venv} is ready", flush=True)


def _install(checkout: Checkout, lock: Path) -> None:
    """Install ``lock`` by uv where it is at hand, else, or when uv fails, by pip."""
    # --no-deps: the lock is complete. Wheels only: building would fetch tools that no hash vouches for.
    options = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(lock)]
    python = str(checkout.python)
    if uv := shutil.which("uv"):
        print(f"Crossfoot: installing with {uv}", flush=True)
        if _run([uv, "pip", "install", "--python", python, "--compile-bytecode", *options]) == 0:
            return
        print("Crossfoot: uv could not; trying pip, which has its own configuration", flush=True)
        system.provide(missing_for_pip)
    print("Crossfoot: installing with pip", flush=True)
    pip = [python, "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--compile"]
    put_pip = [python, "-I", "-m", "ensurepip", "--upgrade", "--default-pip"]
    if _run(put_pip) != 0 or _run([*pip, "--progress-bar", "off", *options]) != 0:
        raise SetupError(
            f"The packages of {lock} could not be installed (pip's own words stand above). Check the connection, "
            "or the package index set for pip, and start again."
        )


def _run(command: Sequence[str]) -> int:
    """Run ``command`` with its output let through; return its exit code."""
    return subprocess.run(command, env=variables(os.environ), check=False).returncode


def _remove(path: Path) -> None:
    """Take a folder, or a link to one, away if it is there."""
    if path.is_symlink():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold ``path`` as a lock of the system, so that two starts at once do not build over each other.

    The system lets go of it when the process ends, however it ends; the empty file may stay.
    """
    with path.open("ab") as file:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - Windows only

            while True:
                try:
                    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                except OSError:  # it gives up after ten seconds; the other start may need longer
                    continue
                break
        else:
            import fcntl  # noqa: PLC0415 - not on Windows

            fcntl.flock(file, fcntl.LOCK_EX)
        yield
