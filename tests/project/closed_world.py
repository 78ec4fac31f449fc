"""A process of its own: closes disk, network, processes and threads, then imports what it is told to and reports.

Python tells its audit hooks of each of these before doing it (PEP 578), and a hook that raises stops it. Started by
quiet_import.py with two JSON lists: folders to import from, and modules.
"""

from __future__ import annotations

import importlib
import json
import os
import sys

_CLOSED = {
    "_thread.start_new_thread": "starts a thread",
    "ftplib.connect": "connects",
    "os.exec": "starts a process",
    "os.fork": "starts a process",
    "os.mkdir": "makes a folder",
    "os.posix_spawn": "starts a process",
    "os.remove": "removes a file",
    "os.rename": "moves a file",
    "os.rmdir": "removes a folder",
    "os.system": "starts a process",
    "shutil.copyfile": "writes a file",
    "shutil.rmtree": "removes a folder",
    "socket.bind": "opens a port",
    "socket.connect": "connects",
    "socket.getaddrinfo": "looks up a name",
    "socket.gethostbyname": "looks up a name",
    "socket.sendto": "sends",
    "sqlite3.connect": "opens a database",
    "subprocess.Popen": "starts a process",
    "urllib.Request": "connects",
}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_BUILT = {
    "apscheduler.schedulers.base.BaseScheduler",
    "discord.client.Client",
    "pydantic_settings.main.BaseSettings",
    "slack_bolt.app.app.App",
    "slack_bolt.app.async_app.AsyncApp",
    "slack_sdk.web.async_client.AsyncWebClient",
    "slack_sdk.web.client.WebClient",
    "sqlalchemy.engine.base.Engine",
    "sqlalchemy.ext.asyncio.engine.AsyncEngine",
    "sqlalchemy.orm.session.Session",
}
"""What only bootstrap may make. None of them need touch the world when made, so the hook alone would miss them."""

tried: list[tuple[str, str]] = []
current = ""


def closed(event: str, arguments: tuple[object, ...]) -> None:
    """Notes and refuses what would reach the world. Noted as well, because the code at fault may catch the refusal."""
    if event == "open":
        path, _, flags = arguments
        if path == os.devnull or not isinstance(flags, int) or not flags & _WRITING:
            return
        what = f"opens {path} for writing"
    elif event in _CLOSED:
        what = f"{_CLOSED[event]} ({event})"
    else:
        return
    tried.append((current, what))
    raise PermissionError(what)


def main() -> None:
    """Imports the modules named on the command line and prints what they tried, as JSON."""
    global current  # the hook has no other way to know who is being imported
    folders, modules = (json.loads(a) for a in sys.argv[1:3])
    sys.path[:0] = folders
    sys.addaudithook(closed)
    for current in modules:
        try:
            importlib.import_module(current)
        except PermissionError as refused:
            if (current, str(refused)) not in tried:
                raise
    for name in modules:
        for label, value in vars(sys.modules[name]).items() if name in sys.modules else ():
            kinds = {f"{k.__module__}.{k.__qualname__}" for k in type(value).__mro__}
            tried.extend((name, f"builds {label}, a {kind}") for kind in sorted(kinds & _BUILT))
    print(json.dumps(tried))


if __name__ == "__main__":
    main()
