"""What a page of docs/ tells its reader to do, read from the page itself: files, edits, commands, answers."""

import re
from dataclasses import dataclass
from pathlib import Path

FENCE = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.M | re.S)
WRITES = re.compile(
    r"^(?:(?P<new>New file)|(?P<whole>All of)|(?P<end>At the end of)|In) `(?P<path>[^`]+)`"
    r"(?:, (?P<how>below the line|above the line|instead of) `(?P<line>[^`]+)`)?(?: one (?:writes|adds|leaves the template's text))?:$"
)


@dataclass(frozen=True)
class Block:
    """A code block, the sentence before it that ends with a colon, and the heading or bold words it is under."""

    kind: str
    text: str
    lead: str
    under: str


def blocks(path: Path) -> list[Block]:
    """The code blocks of a page, in order."""
    text, found, last = path.read_text("utf-8"), [], 0
    under = ""
    for match in FENCE.finditer(text):
        before = text[last : match.start()]
        for heading in re.finditer(r"^#+ (.*)$|^\*\*(.*?)\*\*", before, re.M):
            under = heading[1] or heading[2]
        paragraph = before.strip().rpartition("\n\n")[2] if before.strip() else ""
        lead = re.sub(r"^\*\*.*?\*\* ", "", paragraph)
        found.append(Block(match["kind"], match["text"], lead, under))
        last = match.end()
    return found


def write(project: Path, block: Block) -> bool:
    """Do what the block's lead says with its text; False when it tells no such thing."""
    told = WRITES.match(block.lead)
    if not told:
        return False
    file = project / told["path"]
    if told["new"]:
        assert not file.exists(), f"{told['path']} exists already"
        file.write_text(block.text, "utf-8")
        return True
    if told["whole"]:
        assert file.exists()
        file.write_text(block.text, "utf-8")
        return True
    text = file.read_text("utf-8")
    if told["end"]:
        file.write_text(
            text.rstrip("\n") + "\n" + ("\n" if block.kind == "bibtex" else "") + block.text,
            "utf-8",
        )
        return True
    line = told["line"]
    whole = f"{line}\n" if f"\n{line}\n" in f"\n{text}" else line
    assert text.count(whole) >= 1, f"{told['path']} has no line: {line}"
    new = {
        "below the line": whole + block.text,
        "above the line": block.text + whole,
        "instead of": block.text if whole != line else block.text.rstrip("\n"),
    }[told["how"]]
    before, _, after = text.partition(whole) if whole == line else _at_line(text, whole)
    file.write_text(before + new + after, "utf-8")
    return True


def _at_line(text: str, whole: str) -> tuple[str, str, str]:
    place = f"\n{text}".index(f"\n{whole}")
    return text[:place], whole, text[place + len(whole) :]
