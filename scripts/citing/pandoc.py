"""Starting pandoc. It takes half a second, so it runs beside other work and is waited for once."""

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pypandoc

STYLES = Path(__file__).parent / "styles"
STARTED = 0
"""How many times this process has started pandoc; the bench and the tests read it."""


@dataclass
class Run:
    """A pandoc at work. `result()` waits for it."""

    process: subprocess.Popen
    folder: tempfile.TemporaryDirectory
    output: Path

    def result(self) -> str:
        """What pandoc wrote. Raises RuntimeError with pandoc's own words when it failed."""
        _, complaint = self.process.communicate()
        try:
            if self.process.returncode:
                raise RuntimeError(f"pandoc: {complaint.decode('utf-8', 'replace').strip()}")
            return self.output.read_text("utf-8")
        finally:
            self.folder.cleanup()


def start(text: str, bibliography: str, style: str, arguments: tuple[str, ...] = ()) -> Run:
    """Start pandoc on Markdown `text` with a .bib and a CSL style of styles/; HTML comes out."""
    global STARTED
    STARTED += 1
    folder = tempfile.TemporaryDirectory(prefix="references-")
    place = Path(folder.name)
    (place / "in.md").write_text(text, "utf-8")
    (place / "works.bib").write_text(bibliography, "utf-8")
    command = [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", "html", "--wrap=none", "--citeproc",
               "--csl", str(STYLES / f"{style}.csl"), "--bibliography", "works.bib", "-o", "out.html", *arguments, "in.md"]
    process = subprocess.Popen(command, cwd=place, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return Run(process, folder, place / "out.html")
