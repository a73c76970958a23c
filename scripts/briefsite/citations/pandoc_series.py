"""Runs of pandoc one after the other, beside other work. On many citations at once pandoc takes the
square of the time, and gigabytes."""

from collections.abc import Callable, Iterator, Sequence
from queue import SimpleQueue
from threading import Thread

from briefsite.citations.pandoc_process import Run

Start = Callable[[], Run]


class Series:
    """Runs in their order. The first starts at once, each other one when that before it has
    ended."""

    def __init__(self, starts: Sequence[Start]):
        first, *others = starts
        self._count = len(starts)
        self._runs: SimpleQueue[Run | Exception] = SimpleQueue()
        if others:
            Thread(target=self._go, args=(first(), others), daemon=True).start()
        else:
            self._runs.put(first())

    def _go(self, run: Run, starts: Sequence[Start]) -> None:
        try:
            for start in starts:
                run.wait()
                self._runs.put(run)
                run = start()
            self._runs.put(run)
        except Exception as error:
            self._runs.put(error)

    def results(self) -> Iterator[str]:
        """What each wrote. Raises what `Run.result` raises."""
        for _ in range(self._count):
            run = self._runs.get()
            if isinstance(run, Exception):
                raise run
            yield run.result()
