"""What a process that runs other people's queries gives up: the network, and memory beyond a limit.

The network is cut by a seccomp filter where Linux runs on x86-64 or aarch64; elsewhere the guard over the
query's words stands alone. Source: Linux `Documentation/userspace-api/seccomp_filter.rst`, `linux/audit.h`.
"""

import ctypes
import os
import platform
import struct
import sys
from dataclasses import dataclass
from pathlib import Path

if sys.platform != "win32":
    import resource

PR_SET_NO_NEW_PRIVS = 38
PR_SET_SECCOMP = 22
SECCOMP_MODE_FILTER = 2
LOAD_WORD = 0x20  # BPF_LD | BPF_W | BPF_ABS
JUMP_IF_EQUAL = 0x15  # BPF_JMP | BPF_JEQ | BPF_K
JUMP_IF_AT_LEAST = 0x35  # BPF_JMP | BPF_JGE | BPF_K
RETURN = 0x06  # BPF_RET | BPF_K
ALLOW = 0x7FFF0000
DENY = 0x00050000 | 13  # SECCOMP_RET_ERRNO with EACCES
NUMBER, ARCHITECTURE, FIRST_ARGUMENT = 0, 4, 16  # offsets in struct seccomp_data, little endian
UNIX_SOCKET = 1  # AF_UNIX
FOREIGN_ABI = 0x40000000  # x32 system calls, which have numbers of their own


@dataclass(frozen=True, slots=True)
class Calls:
    """One architecture: its audit number, its number of `socket`, and of `io_uring_setup`."""

    audit: int
    socket: int
    ring: int = 425


ARCHITECTURES = {"x86_64": Calls(0xC000003E, 41), "aarch64": Calls(0xC00000B7, 198)}


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_void_p)]


def network_can_be_cut() -> bool:
    """Whether this machine lets a process cut itself off from the network."""
    return sys.platform == "linux" and platform.machine() in ARCHITECTURES and sys.byteorder == "little"


def without_network() -> bool:
    """Lets this process and its children open no socket but a local one, for good; whether it worked.

    A system call of another architecture, x32's and io_uring's rings are refused too, since they would
    go round the filter.
    """
    if not network_can_be_cut():
        return False
    calls = ARCHITECTURES[platform.machine()]
    steps = (
        (LOAD_WORD, 0, 0, ARCHITECTURE),
        (JUMP_IF_EQUAL, 0, 7, calls.audit),
        (LOAD_WORD, 0, 0, NUMBER),
        (JUMP_IF_AT_LEAST, 5, 0, FOREIGN_ABI),
        (JUMP_IF_EQUAL, 4, 0, calls.ring),
        (JUMP_IF_EQUAL, 0, 2, calls.socket),
        (LOAD_WORD, 0, 0, FIRST_ARGUMENT),
        (JUMP_IF_EQUAL, 0, 1, UNIX_SOCKET),
        (RETURN, 0, 0, ALLOW),
        (RETURN, 0, 0, DENY),
    )
    code = b"".join(struct.pack("HBBI", *step) for step in steps)
    held = ctypes.create_string_buffer(code, len(code))
    program = _Program(len(steps), ctypes.addressof(held))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        return False
    return not libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0)


def limit_memory(megabytes: int) -> None:
    """Lets this process take that much address space beyond what it has; no core file. Unix only."""
    if sys.platform == "win32":
        return
    limit = _address_space() + megabytes * 1024 * 1024
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _address_space() -> int:
    """Bytes of address space in use; what an interpreter usually has where the system does not tell."""
    table = Path("/proc/self/statm")
    if not table.exists():
        return 1024 * 1024 * 1024
    return int(table.read_text(encoding="ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")
