"""Hostile, broken and moving files: each ends in its named error within its limits, and the next file is read."""

from __future__ import annotations

import io
import os
import pickle
import signal
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

import extractors
from extractors.errors import (
    CancelledError,
    DamagedFileError,
    EmptyFileError,
    FileChangedError,
    FileVanishedError,
    NotAContractFileError,
    ReaderCrashedError,
    ReadingTimeoutError,
    TooLargeError,
    UnreadableFileError,
    WrongExtensionError,
)
from extractors.isolation import WORKER_ARGUMENT, Limits, end_workers, messages, prepare_worker, read_isolated
from extractors.isolation.messages import BrokenMessageError, receive_answer
from tests.extractors import hostile
from tests.extractors.docx.conftest import write_docx
from tests.extractors.pdf.make import Page, make_pdf

ROOT = Path(__file__).resolve().parents[2]
TIGHT = Limits(memory_mb=400, seconds=20, total_seconds=30)
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="limits and signals of POSIX systems")


@pytest.fixture(autouse=True, scope="module")
def temporary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for temporary files, in which nothing may be left when the workers have ended."""
    end_workers()
    folder = tmp_path_factory.mktemp("temp")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tempfile.tempdir", str(folder))
        yield folder
    end_workers()
    assert not list(folder.iterdir())


@pytest.fixture(autouse=True)
def nothing_is_left(temporary: Path) -> Iterator[None]:
    """No test may leave a copy of its file, not even in the folder of a worker that waits."""
    yield
    assert not list(temporary.glob("shenyue-*/*/*"))


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    return folder


def reads_a_good_file(folder: Path) -> bool:
    return hostile.CLAUSE in read_isolated(hostile.good_text(folder), limits=TIGHT).text


def long_text(folder: Path) -> Path:
    """A file that takes some seconds."""
    path = folder / "长.txt"
    path.write_text(f"{hostile.CLAUSE}\n" * 50_000, "utf-8")
    return path


def workers() -> list[int]:
    """The processes that this one has started and that still run."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            number, _, rest = stat.read_text("utf-8", "replace").partition(" (")
        except OSError:
            continue
        state, parent = rest.rpartition(") ")[2].split()[:2]
        if int(parent) == os.getpid() and state != "Z":
            found.append(int(number))
    return found


def test_what_comes_back_is_what_the_reader_makes(files: Path) -> None:
    path = write_docx(files / "合同.docx", hostile.PARAGRAPH * 30)
    assert read_isolated(path) == extractors.read(path)


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (hostile.zip_bomb, TooLargeError),
        (hostile.zip_that_lies, DamagedFileError),
        pytest.param(hostile.many_elements, TooLargeError, marks=posix_only),
        (hostile.deep_nest, DamagedFileError),
        (hostile.billion_laughs, DamagedFileError),
        (hostile.cyclic_pages, DamagedFileError),
        (hostile.ten_thousand_pages, TooLargeError),
    ],
)
def test_a_hostile_file_ends_in_its_error_and_the_next_file_is_read(
    files: Path, make: Callable[[Path], Path], error: type[UnreadableFileError]
) -> None:
    path = make(files)
    begun = time.monotonic()
    with pytest.raises(error) as raised:
        read_isolated(path, limits=TIGHT)
    assert time.monotonic() - begun < TIGHT.seconds
    assert raised.value.code == error.code
    assert reads_a_good_file(files)


def test_an_external_entity_brings_nothing_in(files: Path) -> None:
    secret = files / "秘密.txt"
    secret.write_text("机密内容", "utf-8")
    text = read_isolated(hostile.external_entity(files, secret)).text
    assert "机密" not in text
    assert hostile.CLAUSE in text


@pytest.mark.parametrize("name", ["合同.docx", "合同.pdf", "合同.doc"])
def test_half_a_file_or_none_is_named(files: Path, name: str) -> None:
    whole = files / name
    if name.endswith(".pdf"):
        whole.write_bytes(make_pdf(Page().text(72, 72, hostile.CLAUSE)))
    else:
        write_docx(whole, hostile.PARAGRAPH * 50)
    with pytest.raises(DamagedFileError):
        read_isolated(hostile.cut_off(whole))
    whole.write_bytes(b"")
    with pytest.raises(EmptyFileError):
        read_isolated(whole)
    assert reads_a_good_file(files)


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("图片.docx", b"\x89PNG\r\n\x1a\n" + bytes(100), WrongExtensionError),
        ("网页.doc", b"<html><body>" + bytes(100), WrongExtensionError),
        ("文档.pdf", b"PK\x03\x04" + bytes(100), WrongExtensionError),
        ("程序.txt", b"MZ\x90\x00" + bytes(100), WrongExtensionError),
        ("表格.xlsx", b"PK\x03\x04" + bytes(100), NotAContractFileError),
    ],
)
def test_a_wrong_extension_is_named(files: Path, name: str, content: bytes, error: type[UnreadableFileError]) -> None:
    (files / name).write_bytes(content)
    with pytest.raises(error) as raised:
        read_isolated(files / name)
    assert type(raised.value) is error


def test_a_file_that_is_not_there_or_is_no_file_is_named(files: Path) -> None:
    with pytest.raises(FileVanishedError):
        read_isolated(files / "没有.txt")
    (files / "文件夹.txt").mkdir()
    with pytest.raises(FileVanishedError):
        read_isolated(files / "文件夹.txt")


@posix_only
def test_a_pipe_with_the_name_of_a_contract_is_not_waited_for(files: Path) -> None:
    os.mkfifo(files / "管道.txt")
    with pytest.raises(FileVanishedError):
        read_isolated(files / "管道.txt")


def test_a_file_that_vanishes_while_it_is_read_is_read_as_it_was(files: Path) -> None:
    path = hostile.good_text(files)
    assert hostile.CLAUSE in read_isolated(path, progress=lambda _stage, _share: path.unlink(missing_ok=True)).text


def test_a_file_that_is_written_to_while_it_is_read_is_named(files: Path) -> None:
    path = files / "日志.txt"
    path.write_bytes(b"text\n" * 4_000_000)
    stop, writing = Event(), Event()

    def write() -> None:
        with path.open("ab", buffering=0) as out:
            while not stop.is_set():
                out.write(b"more\n")
                writing.set()

    writer = Thread(target=write)
    writer.start()
    try:
        assert writing.wait(5)
        with pytest.raises(FileChangedError):
            read_isolated(path)
    finally:
        stop.set()
        writer.join()
    assert reads_a_good_file(files)


def test_silence_beyond_the_limit_ends_the_reading(files: Path) -> None:
    path = long_text(files)
    assert reads_a_good_file(files)
    begun = time.monotonic()
    with pytest.raises(ReadingTimeoutError):
        read_isolated(path, limits=Limits(seconds=0.3))
    assert time.monotonic() - begun < 8
    assert reads_a_good_file(files)


def test_a_reading_that_keeps_talking_has_an_end_too(files: Path) -> None:
    path = long_text(files)
    with pytest.raises(ReadingTimeoutError):
        read_isolated(path, limits=Limits(seconds=60, total_seconds=0.3))


def test_cancelling_takes_effect_while_the_reader_is_silent(files: Path) -> None:
    path = long_text(files)
    assert reads_a_good_file(files)
    begun = time.monotonic()

    def cancel(_stage: str, _share: float) -> None:
        if time.monotonic() - begun > 0.5:
            raise CancelledError

    with pytest.raises(CancelledError):
        read_isolated(path, progress=cancel)
    assert time.monotonic() - begun < 6
    assert reads_a_good_file(files)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="finds the worker in /proc")
@pytest.mark.parametrize(
    ("number", "error"),
    [(signal.SIGSEGV, ReaderCrashedError), (signal.SIGABRT, ReaderCrashedError), (signal.SIGKILL, TooLargeError)],
)
def test_a_worker_that_dies_is_named_and_replaced(files: Path, number: int, error: type[UnreadableFileError]) -> None:
    def strike(_stage: str, _share: float) -> None:
        for worker in workers():
            os.kill(worker, number)

    with pytest.raises(error):
        read_isolated(long_text(files), progress=strike)
    assert reads_a_good_file(files)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="finds the worker in /proc")
def test_a_worker_that_dies_while_it_waits_costs_no_file(files: Path) -> None:
    end_workers()
    assert reads_a_good_file(files)
    (waiting,) = workers()
    os.kill(waiting, signal.SIGKILL)
    assert reads_a_good_file(files)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="finds the worker in /proc")
def test_one_worker_reads_file_after_file(files: Path) -> None:
    end_workers()
    assert reads_a_good_file(files)
    first = workers()
    assert reads_a_good_file(files)
    assert workers() == first
    assert len(first) == 1


def test_several_threads_read_at_once(files: Path) -> None:
    done: list[bool] = []
    paths = [files / str(number) for number in range(4)]
    for path in paths:
        path.mkdir()
    threads = [Thread(target=lambda path=path: done.append(reads_a_good_file(path))) for path in paths]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done == [True] * 4


_ORPHAN = """
import os, signal, sys
from pathlib import Path
from extractors.isolation import read_isolated

def die(stage, share):
    os.kill(os.getpid(), signal.SIGKILL)

read_isolated(Path(sys.argv[1]), progress=die)
"""


@posix_only
def test_when_the_program_is_killed_its_worker_goes_and_leaves_no_file(files: Path, tmp_path: Path) -> None:
    private_temp = tmp_path / "temp"
    private_temp.mkdir()
    path = hostile.good_text(files)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(private_temp)}
    ended = subprocess.run([sys.executable, "-c", _ORPHAN, path], env=environment, timeout=30)
    assert ended.returncode == -signal.SIGKILL
    until = time.monotonic() + 5
    while list(private_temp.iterdir()) and time.monotonic() < until:
        time.sleep(0.05)
    assert not list(private_temp.iterdir())


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="finds the worker in /proc")
def test_a_worker_made_ready_is_the_one_that_reads(files: Path) -> None:
    end_workers()
    prepare_worker()
    ready = workers()
    assert reads_a_good_file(files)
    assert workers() == ready


@pytest.mark.parametrize("start", [["-m", "app", WORKER_ARGUMENT], ["-m", "extractors.isolation.worker"]])
def test_a_worker_without_a_parent_ends_and_removes_its_folder(tmp_path: Path, start: list[str]) -> None:
    folder = tmp_path / "private"
    folder.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ended = subprocess.run([sys.executable, *start, folder], stdin=subprocess.DEVNULL, env=environment, timeout=30)
    assert ended.returncode == 0
    assert not folder.exists()


class _Evil:
    def __reduce__(self) -> tuple[object, ...]:
        return (os.system, ("touch /tmp/taken-over",))


@pytest.mark.parametrize(
    "message",
    [
        b"C" + struct.pack(">I", len(pickle.dumps(_Evil()))) + pickle.dumps(_Evil()),
        b"C" + struct.pack(">I", len(pickle.dumps("text"))) + pickle.dumps("text"),
        b"P" + struct.pack(">I", 2) + b"{}",
        b"F" + struct.pack(">I", 4) + b"[1]]",
        b"J" + struct.pack(">I", 4) + b"[1,2",
        b"X" + struct.pack(">I", 0),
        b"C" + b"\xff" * 4,
    ],
)
def test_the_parent_believes_no_message_but_its_own_kinds(message: bytes) -> None:
    with pytest.raises(BrokenMessageError):
        receive_answer(io.BytesIO(message))
    assert not Path("/tmp/taken-over").exists()  # noqa: S108 - where a pickle that ran would have put it


def test_a_message_cut_off_is_the_end_of_the_worker() -> None:
    assert messages.receive_answer(io.BytesIO(b"P\0\0\0\x10[")) is None


_CALL = """
import socket, sys
from extractors.isolation import worker
sys.addaudithook(worker._refuse_network)
try:
    socket.create_connection(("127.0.0.1", int(sys.argv[1])), 2)
except PermissionError:
    sys.exit(7)
"""


def test_a_worker_can_reach_no_network() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        assert subprocess.run([sys.executable, "-c", _CALL, str(port)], env=environment, timeout=20).returncode == 7
