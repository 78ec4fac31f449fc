"""A disk whose plug can be pulled and which can be full: SQLite's own file methods, with ours around three of them.

SIGKILL proves nothing about a power cut, since the kernel still writes what it was given. Here every write and sync of
SQLite is seen (sqlite.org/vfs.html), and a copy is made of what would be left: the bytes that were synced, and of those
that were not any part or none.
"""

from __future__ import annotations

import contextlib
import ctypes as c
import ctypes.util
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FULL, OK = 13, 0
"""SQLITE_FULL and SQLITE_OK."""

_File = c.c_void_p
_Write = c.CFUNCTYPE(c.c_int, _File, c.c_void_p, c.c_int, c.c_int64)
_Sync = c.CFUNCTYPE(c.c_int, _File, c.c_int)
_Truncate = c.CFUNCTYPE(c.c_int, _File, c.c_int64)
_Delete = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_void_p, c.c_int)
# SQLite keeps the address of a name, so it must get back the very one it gave and no copy of Python's.
_Open = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_void_p, _File, c.c_int, c.c_void_p)


class _Methods(c.Structure):
    """sqlite3_io_methods; what is not ours stays a bare address."""

    _fields_ = (
        ("version", c.c_int),
        ("close", c.c_void_p),
        ("read", c.c_void_p),
        ("write", c.c_void_p),
        ("truncate", c.c_void_p),
        ("sync", c.c_void_p),
        ("rest", c.c_void_p * 13),
    )


class _Vfs(c.Structure):
    """sqlite3_vfs, down to the two functions that are ours."""

    _fields_ = (
        ("version", c.c_int),
        ("file_size", c.c_int),
        ("longest_path", c.c_int),
        ("next", c.c_void_p),
        ("name", c.c_char_p),
        ("data", c.c_void_p),
        ("open", c.c_void_p),
        ("delete", c.c_void_p),
        ("rest", c.c_void_p * 20),
    )


@dataclass
class _Kept:
    """A file as it is on the disk, and what was written to it since without being synced."""

    durable: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)

    def image(self, pending: list[tuple[int, bytes | None]]) -> bytes:
        content = bytearray(self.durable)
        for at, data in pending:
            _apply(content, at, data)
        return bytes(content)


def _apply(content: bytearray, at: int, data: bytes | None) -> None:
    if data is None:
        del content[at:]
        return
    content.extend(b"\0" * (at + len(data) - len(content)))
    content[at : at + len(data)] = data


class Disk:
    """Sees what SQLite writes into files of a folder.

    From the write numbered `full_at` on the disk is full, until the one numbered `full_until`; 0 is never.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.files: dict[str, _Kept] = {}
        self.writes = 0
        self.full_at = self.full_until = 0
        self._paths: dict[int, str] = {}
        self._alive: list[Any] = []
        self._made: dict[int, _Methods] = {}

    def cut(self, folder: Path, chance: random.Random | None = None) -> None:
        """Writes what a power cut would leave into a folder: what was synced, and by chance some of the rest."""
        for path, kept in list(self.files.items()):
            some = list(kept.pending)
            left = some[: chance.randint(0, len(some))] if chance is not None else []
            (folder / Path(path).name).write_bytes(kept.image(left))

    @contextlib.contextmanager
    def seen(self) -> Iterator[None]:
        """Sees every file that SQLite opens in this process within the block."""
        library = c.CDLL(ctypes.util.find_library("sqlite3") or "libsqlite3.so.0")
        library.sqlite3_vfs_find.restype = c.POINTER(_Vfs)
        vfs = library.sqlite3_vfs_find(None).contents
        before, before_delete = vfs.open, vfs.delete
        really, really_delete = _Open(before), _Delete(before_delete)

        def opened(its: int, name: int | None, file: int, flags: int, out: int) -> int:
            result: int = really(its, name, file, flags, out)
            path = c.string_at(name).decode() if name else ""
            if result == OK and path and Path(path).parent == self._folder:
                self._wrap(file, path)
            return result

        def deleted(its: int, name: int, sync: int) -> int:
            self.files.pop(c.string_at(name).decode(), None)
            result: int = really_delete(its, name, sync)
            return result

        ours, ours_delete = _Open(opened), _Delete(deleted)
        self._alive += [ours, ours_delete]
        vfs.open, vfs.delete = c.cast(ours, c.c_void_p).value, c.cast(ours_delete, c.c_void_p).value
        try:
            yield
        finally:
            vfs.open, vfs.delete = before, before_delete

    def _wrap(self, file: int, path: str) -> None:
        at = c.cast(file, c.POINTER(c.c_void_p))
        self._paths[file] = path
        kept = self.files.get(path)
        if kept is None:
            found = Path(path)
            self.files[path] = _Kept(bytearray(found.read_bytes() if found.exists() else b""))
        address = at[0]
        if address not in self._made:
            self._made[address] = self._methods(c.cast(address, c.POINTER(_Methods)).contents)
        at[0] = c.addressof(self._made[address])

    def _of(self, file: int) -> _Kept:
        return self.files.setdefault(self._paths[file], _Kept())

    def _methods(self, original: _Methods) -> _Methods:
        write, sync, truncate = _Write(original.write), _Sync(original.sync), _Truncate(original.truncate)

        def written(file: int, data: int, size: int, at: int) -> int:
            self.writes += 1
            if self.full_at and self.full_at <= self.writes < self.full_until:
                return FULL
            result: int = write(file, data, size, at)
            if result == OK:
                self._of(file).pending.append((at, c.string_at(data, size)))
            return result

        def synced(file: int, flags: int) -> int:
            result: int = sync(file, flags)
            kept = self._of(file)
            if result == OK:
                for at, data in kept.pending:
                    _apply(kept.durable, at, data)
                kept.pending.clear()
            return result

        def cut_off(file: int, size: int) -> int:
            result: int = truncate(file, size)
            if result == OK:
                self._of(file).pending.append((size, None))
            return result

        copied = _Methods.from_buffer_copy(original)
        for name, kind, work in (("write", _Write, written), ("sync", _Sync, synced), ("truncate", _Truncate, cut_off)):
            held = kind(work)
            self._alive.append(held)
            setattr(copied, name, c.cast(held, c.c_void_p).value)
        self._alive += [write, sync, truncate]
        return copied
