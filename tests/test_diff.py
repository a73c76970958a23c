"""The difference in words: every kind of change told, what may not happen flagged, the pages named that change."""

import dataclasses
import json
import random
import re
import shutil
import subprocess

import pytest
from conftest import ROOT, SMALL
from test_build import edit, run
from test_editions import git

from briefsite.changes import (
    change_texts,
    change_wording,
    compare_states,
    edition_changes,
    project_states,
)
from briefsite.load import git_history
from briefsite.model import addresses
from briefsite.pages import all_pages, change_log, markers, page_parts
from briefsite.rules.check import check_data

BRIEF, EVENTS, FORECASTS, DEVELOPMENTS = (
    "data/briefs/alder-2020.yml",
    "data/events.yml",
    "data/forecasts.yml",
    "data/developments.yml",
)


@pytest.fixture
def repository(small):
    """The small project as a repository with one commit, tagged `base`."""
    git(small, "init", "--quiet", "--initial-branch", "main")
    git(small, "add", "--all")
    git(small, "commit", "--quiet", "--message", "All of it")
    git(small, "tag", "base")
    return small


def told(folder, form="text") -> str:
    """What differs between the small project and a changed copy."""
    return change_texts.text(found(folder), form)


def found(folder) -> list[compare_states.Change]:
    return compare_states.compare(
        project_states.of_folder(SMALL, "old"), project_states.of_folder(folder, "new")
    )


def test_nothing_differs_from_itself(small, corpus):
    assert found(small) == [] and told(small) == "no difference in data or pages\n"
    assert compare_states.compare(corpus, project_states.of_folder(ROOT, "again")) == []


CHANGES = [
    (
        BRIEF,
        "The river rose in May 2019.",
        "The river rose in May 2018.",
        "claim A1: figure 2019 → 2018",
    ),
    (BRIEF, "kind: fact", "kind: assessment", "claim A1: kind fact → assessment"),
    (
        BRIEF,
        "dates: [{edtf: 2019-05, basis: stated}]",
        "dates: [{edtf: 2019-06, basis: stated}]",
        "claim A1: dates: + “2019-06 (stated)”, − “2019-05 (stated)”",
    ),
    (
        BRIEF,
        "topics: [water, walls]",
        "topics: [walls, water]",
        "claim A2: topics in another order: walls, water",
    ),
    (
        BRIEF,
        "The town should build again.",
        "The town should rebuild it again.",
        "claim A3: says: “The town should build again.” → “The town should rebuild it again.”",
    ),
    (BRIEF, "restates: [A2]", "restates: []", "claim A3: restates: − A2"),
    (BRIEF, "hedge: [likely]", "hedge: [likely, perhaps]", "claim A2: hedge: + perhaps"),
    (BRIEF, "name: Alder\n", "name: Alderman\n", "brief alder-2020: name Alder → Alderman"),
    (
        EVENTS,
        "edtf: 2019-05, basis",
        "edtf: 2019-05-28, basis",
        "event flood-2019 (in alder-2020): date 2019-05 → 2019-05-28",
    ),
    (
        EVENTS,
        "title: The river floods",
        "title: The river floods early",
        "event flood-2019: title: “The river floods” → “The river floods early”",
    ),
    (
        EVENTS,
        "edtf: 2019-05-03",
        "edtf: 2019-05-04",
        "event flood-2019: outside date 2019-05-03 → 2019-05-04",
    ),
    (EVENTS, ", expected: true", "", "event flood-2022 (in cedar-2021): expected yes → no"),
    (
        "data/comparisons.yml",
        "holds: It has risen.",
        "holds: It rose.",
        "question q-flood: sides: + “alder-2020: It rose.”, − “alder-2020: It has risen.”",
    ),
    (
        "data/comparisons.yml",
        "It rose in May 2019.",
        "It rose in 2019.",
        "answer of alder-2020 to q-flood: says: “It rose in May 2019.” → “It rose in 2019.”",
    ),
    (
        "data/comparisons.yml",
        "Was the wall in time?",
        "Was the wall late?",
        "question q-wall: question: ",
    ),
    ("data/topics.yml", "title: Walls", "title: Dams", "topic walls: title Walls → Dams"),
    (
        "data/actors.yml",
        "aliases: [township]",
        "aliases: [township, place]",
        "actor town: aliases: + place",
    ),
    (
        "data/glossary.yml",
        "How high the water stands.",
        "How deep the water stands.",
        "term fl: meaning: “How high the water stands.” → “How deep the water stands.”",
    ),
    ("bibliography.bib", "pages = {1--9}", "pages = {1--8}", "work birch-2018: pages 1–9 → 1–8"),
    (
        "bibliography.bib",
        "  doi = {10.1234/gauge.1},\n",
        "",
        "work birch-2018: doi taken out: 10.1234/gauge.1",
    ),
    (
        FORECASTS,
        "verdict: borne out, reason: The river flooded in June 2022.}",
        "verdict: borne out, reason: The river flooded in June 2022.}\n  - {judged: 2023-03-01, verdict: partly, reason: On a second look.}",
        "verdict of forecast C1: borne out → partly (added, judged 2023-03-01); On a second look.",
    ),
    (
        FORECASTS,
        "title: Another flood in 2022",
        "title: Another flood in 2023",
        "forecast C1: title: figure 2022 → 2023",
    ),
    (
        DEVELOPMENTS,
        "added: 2023-02-01\n- id: reeds-sold",
        "added: 2023-02-02\n- id: reeds-sold",
        "development flood-of-june-2022: added 2023-02-01 → 2023-02-02",
    ),
    (
        DEVELOPMENTS,
        "bearing: supports",
        "bearing: unclear",
        "bearing of flood-of-june-2022 on C1: bearing supports → unclear",
    ),
    (
        DEVELOPMENTS,
        "  - {origin: The ferryman, works: [hazel-2022]}\n",
        "",
        "witness 'The ferryman' of flood-of-june-2022 taken out: hazel-2022",
    ),
    (
        DEVELOPMENTS,
        "state: Looked for and not found.",
        "state: Looked for twice.",
        "looked for and not found: What came of the reeds.: state: ",
    ),
    ("data/lexicon.yml", "- announced\n", "", "lexicon: what the checks go by; not told in words"),
    (
        "docs/index.md",
        "# Small\n",
        "# Small\n\nA new sentence. And one more.\n",
        "page docs/index.md: 2 sentences added; +6 −0 words",
    ),
    (
        "docs/topics/water.md",
        "the river rose",
        "the river sank",
        "page docs/topics/water.md: 1 sentence changed; +1 −1 words",
    ),
    (
        "docs/topics/water.md",
        "Alder says that [the river rose][A1].",
        "",
        "page docs/topics/water.md: 1 sentence taken out; +0 −6 words; claims named: − A1",
    ),
    ("docs/topics/water.md", "# Water", "# Waters", "title “Water” → “Waters”"),
]


@pytest.mark.parametrize(
    "path, old, new, said",
    CHANGES,
    ids=[said.partition(":")[0] + str(at) for at, (*_, said) in enumerate(CHANGES)],
)
def test_a_change_in_words(small, path, old, new, said):
    edit(small / path, old, new)
    (change,) = found(small)
    assert said in told(small) and change.what in ("changed", "taken out") and not change.warning


ADDITIONS = [
    (
        BRIEF,
        "retired:\n",
        "- id: A5\n  paragraph: 2\n  sentences: [1]\n  kind: fact\n  says: It says more.\n  topics: [water]\nretired:\n",
        ["claim A5 added: It says more."],
    ),
    (
        EVENTS,
        "retired:\n",
        "- id: drought-2018\n  title: A drought\n  topics: [water]\n  mentions:\n  - {brief: alder-2020, claims: [A1]}\nretired:\n",
        [
            "event drought-2018 added: A drought",
            "event drought-2018 (in alder-2020) added: no date",
        ],
    ),
    (
        DEVELOPMENTS,
        "unsourced:\n",
        "- id: y\n  title: Y happens\n  edtf: '2023'\n  says: Y happened.\n  topics: [water]\n  witnesses: [{origin: The gauge, works: [willow-2022]}]\n  single_source: Only one.\n  added: 2023-02-01\nunsourced:\n",
        ["development y added: Y happened.", "witness 'The gauge' of y added: willow-2022"],
    ),
    (
        FORECASTS,
        "left_out: []",
        "left_out: [{claim: A3, reason: It is a recommendation.}]",
        ["forecast A3 (left out) added: It is a recommendation."],
    ),
]


@pytest.mark.parametrize("path, old, new, said", ADDITIONS, ids=[said[0] for *_, said in ADDITIONS])
def test_an_addition_in_words(small, path, old, new, said):
    edit(small / path, old, new)
    text = told(small)
    assert all(line in text for line in said) and [change.what for change in found(small)] == [
        "added"
    ] * len(said)


def test_a_new_and_a_lost_page(small):
    (small / "docs/about.md").write_text("# About us\n\nFour words are here.\n", "utf-8")
    assert "page docs/about.md added: 7 words: About us\n    affects 1 page: /about/" in told(small)
    (change,) = compare_states.compare(
        project_states.of_folder(small, "old"), project_states.of_folder(SMALL, "new")
    )
    assert (change.what, change.pages) == (
        "taken out",
        ("about/",),
    ) and change.warning == "its address, /about/, dies"


def test_what_is_retired_names_the_reason(small):
    text = (small / BRIEF).read_text("utf-8")
    claim = text[text.index("- id: A3") : text.index("retired:")]
    (small / BRIEF).write_text(
        text.replace(claim, "").replace(
            "retired:\n", "retired:\n- {id: A3, retired: merged into A2}\n"
        ),
        "utf-8",
    )
    (change,) = found(small)
    assert (change.label, change.what, change.said, change.warning) == (
        "claim A3",
        "retired",
        ("merged into A2",),
        "",
    ) and "topics/walls/" in change.pages
    assert "claim A3 retired: merged into A2" in told(small)


WARNED = [
    (
        BRIEF,
        r"- id: A3\n(  .*\n)+",
        "",
        "claim A3 taken out: The town should build again.",
        "it is gone without a line under 'retired'",
    ),
    (
        EVENTS,
        r"- id: flood-2022\n(  .*\n)+",
        "",
        "event flood-2022 taken out: Another flood",
        "it is gone without a line under 'retired'",
    ),
    (
        DEVELOPMENTS,
        r"- id: reeds-sold\n(  .*\n)+",
        "",
        "development reeds-sold taken out",
        "it is gone without a line under 'retired'",
    ),
    (
        BRIEF,
        r"- \{id: A4, .*\n",
        "- {id: A9, retired: never was}\n",
        "claim A4 (retired) taken out: merged into A2",
        "its line under 'retired' is gone",
    ),
    (
        "data/comparisons.yml",
        r"- id: q-wall\n(  .*\n)+",
        "",
        "question q-wall taken out: Was the wall in time?",
        "it is gone without a line under 'retired'",
    ),
    (
        "data/glossary.yml",
        r"- \{key: fl.*\n",
        "",
        "term fl taken out",
        "its address, /glossary/#fl, dies",
    ),
    (
        "bibliography.bib",
        r"@online\{hazel-2022,\n(.*\n)+?\}\n",
        "",
        "work hazel-2022 taken out: [headline not seen]",
        "its address, /bibliography/#hazel-2022, dies",
    ),
    (
        FORECASTS,
        "verdict: open, reason: No source found yet.",
        "verdict: partly, reason: No source found yet.",
        "verdict of forecast C1 of 2022-03-05: verdict open → partly",
        "a verdict is never overwritten",
    ),
    (
        FORECASTS,
        r"  - \{judged: 2023-02-01.*\n",
        "",
        "verdict of forecast C1 of 2023-02-01 taken out: borne out; The river flooded",
        "a verdict is never overwritten",
    ),
    (
        FORECASTS,
        "refutes: No flood in 2022.",
        "refutes: No flood in June 2022.",
        "forecast C1: refutes: ",
        "what it is judged by was changed after a verdict",
    ),
]


@pytest.mark.parametrize(
    "path, old, new, said, warning", WARNED, ids=[f"{said[:30]}" for *_, said, _ in WARNED]
)
def test_what_must_not_happen_is_flagged(small, path, old, new, said, warning):
    text = (small / path).read_text("utf-8")
    assert re.search(old, text)
    (small / path).write_text(re.sub(old, new, text, count=1), "utf-8")
    text = told(small)
    assert (
        f"! {said}" in text and f"    ! {warning}" in text and "to look at, marked with !" in text
    )
    assert f"**To look at:** {warning.partition('/')[0]}" in told(small, "markdown").replace(
        "&#39;", "'"
    )


def test_an_id_that_comes_back_is_flagged(small):
    edit(
        small / EVENTS,
        "- {id: drought, retired: no brief mentions it}\n",
        "- {id: other, retired: x}\n",
    )
    edit(
        small / EVENTS,
        "retired:\n",
        "- id: drought\n  title: A drought\n  topics: [water]\n  mentions:\n  - {brief: alder-2020, claims: [A1]}\nretired:\n",
    )
    change = next(change for change in found(small) if change.label == "event drought")
    assert change.what == "came back" and "an id is never used again" in change.warning


@pytest.mark.parametrize(
    "name, old, new, said",
    [
        ("says", "It has 43 tests", "It has 44 tests", "figure 43 → 44"),
        (
            "says",
            "43 of 1,200 (3.5%)",
            "44 of 1,300 (3.4%)",
            "figure 43 → 44, figure 1,200 → 1,300, figure 3.5 → 3.4",
        ),
        ("note", "It has 43 tests", "It has 44 tests", "note: figure 43 → 44"),
        ("note", None, "new", "note added: new"),
        ("note", "two words", None, "note taken out: “two words”"),
        ("edtf", "2024-05", "2024-05-28", "date 2024-05 → 2024-05-28"),
        ("topics", ("a", "b"), ("b", "c"), "topics: + c, − a"),
        ("topics", (), ("a",), "topics: + a"),
        ("sentences", (1, 2), (1, 3), "sentences: + 3, − 2"),
        ("x", "same", "same", ""),
        ("x", None, "", ""),
        ("x", (), None, ""),
        ("x", "a  b", "a b", "x: blanks changed"),
        (
            "x",
            "a b c d e f g h i j k l m",
            "a b c d e f G h i j k l m",
            "x: “… d e f g h i j …” → “… d e f G h i j …”",
        ),
        (
            "x",
            "a b c d e f g h i j k l m n o",
            "A b c d e f g h i j k l m n O",
            "x: “a b c d …” → “A b c d …”; “… l m n o” → “… l m n O”",
        ),
        ("x", "a b c d", "w x y z", "x: “a b c d” → “w x y z”"),
    ],
)
def test_wording(name, old, new, said):
    assert change_wording.became(name, old, new) == said


# The pages that a change touches are those that come out otherwise.

COUNTING = {"", "topics/", "actors/", "briefs/", "about/method/", "data/", "e/"}
"""Pages that count records, or name what stands on other pages, in their heads."""


def drawn(corpus) -> dict[str, str]:
    """The body of every page by its address."""
    made = {addresses.web(page.path): page.body for page in all_pages.generate(corpus)}
    return made | {
        addresses.web(page.path.removeprefix("docs/")): markers.fill(
            corpus, page.path.removeprefix("docs/"), page.text
        )
        for page in corpus.pages
        if not any(use.name in ("data", "log") for use in page.markers)
    }


def put(corpus, name: str, old, new):
    """The corpus with one record of a list replaced."""
    return dataclasses.replace(
        corpus, **{name: tuple(new if item is old else item for item in getattr(corpus, name))}
    )


def altered(corpus, kind: str, item):
    """The corpus with one field of one record changed."""
    if kind == "claim":
        brief = corpus.brief_of[item.id]
        return put(
            corpus,
            "briefs",
            brief,
            brief.model_copy(
                update={
                    "claims": tuple(
                        item.model_copy(update={"says": "It says so.", "kind": "fact"})
                        if claim is item
                        else claim
                        for claim in brief.claims
                    )
                }
            ),
        )
    if kind == "answer":
        key = next(iter(item.answers))
        return put(
            corpus,
            "questions",
            item,
            item.model_copy(
                update={
                    "answers": item.answers
                    | {key: item.answers[key].model_copy(update={"says": "It answers so."})}
                }
            ),
        )
    if kind == "mention":
        mention = item.mentions[0].model_copy(update={"note": "A new note."})
        return put(
            corpus,
            "events",
            item,
            item.model_copy(update={"mentions": (mention, *item.mentions[1:])}),
        )
    if kind == "work":
        return dataclasses.replace(
            corpus,
            works=corpus.works
            | {
                item.key: dataclasses.replace(
                    item, fields=item.fields | {"title": "A new title", "note": "New."}
                )
            },
        )
    name, field = {
        "question": ("questions", "question"),
        "event": ("events", "title"),
        "topic": ("topics", "title"),
        "actor": ("actors", "name"),
        "term": ("terms", "meaning"),
        "brief": ("briefs", "name"),
        "forecast": ("forecasts", "title"),
        "development": ("developments", "says"),
    }[kind]
    return put(corpus, name, item, item.model_copy(update={field: "Anew"}))


@pytest.mark.parametrize(
    "kind",
    [
        "claim",
        "question",
        "answer",
        "event",
        "mention",
        "topic",
        "actor",
        "term",
        "brief",
        "work",
        "forecast",
        "development",
    ],
)
def test_every_page_that_comes_out_otherwise_is_named(corpus, kind):
    small, _ = check_data(SMALL)
    for given, most in ((small, 5), (corpus, 5)):
        items = {
            "claim": list(given.claim.values()),
            "question": given.questions,
            "answer": given.questions,
            "event": given.events,
            "mention": given.events,
            "topic": given.topics,
            "actor": given.actors,
            "term": given.terms,
            "brief": given.briefs,
            "work": list(given.works.values()),
            "forecast": given.forecasts,
            "development": given.developments,
        }[kind]
        before = drawn(given)
        for item in random.Random(7).sample(list(items), min(most, len(items))):
            new = altered(given, kind, item)
            change, *others = compare_states.compare(given, new)
            assert not others and change.pages
            after = drawn(new)
            assert {
                address for address in before if before[address] != after[address]
            } - COUNTING <= set(change.pages), (kind, item)


def test_pages_named_are_pages_that_are_there(corpus):
    """Every address that can be named is one of the site's."""
    from briefsite.changes import affected_pages
    from briefsite.changes.flat_records import flat_records

    there = set(drawn(corpus)) | {"data/", "about/changes/"}
    for item in flat_records(corpus).values():
        assert affected_pages.pages(corpus, item) <= there, item.label


# The command.


def test_the_command_compares_commits_and_folders(repository, tmp_path):
    edit(repository / BRIEF, "The river rose in May 2019.", "The river rose in May 2018.")
    words = "1 change in the data, 0 pages changed by hand\n\nclaim A1: figure 2019 → 2018\n    affects 6 pages: /, /actors/town/, /briefs/alder-2020/, /compare/, /timeline/, /topics/water/\n"
    done = run(repository, "diff", "base")
    assert done.returncode == 0 and done.stdout.startswith(words), done.stdout + done.stderr
    git(repository, "commit", "--quiet", "--all", "--message", "Mend the year")
    assert (
        run(repository, "diff", "base", "main").stdout
        == run(repository, "diff", "main~1").stdout
        == run(repository, "diff", str(SMALL)).stdout
        == done.stdout
    )
    assert run(repository, "diff", "main").stdout == "no difference in data or pages\n"
    assert (
        run(repository, "diff", "main", "base").stdout.splitlines()[2]
        == "claim A1: figure 2018 → 2019"
    )
    marked = run(repository, "diff", "base", "--format", "markdown").stdout
    assert "### Data" in marked and "- **claim A1**: figure 2019 → 2018<br>affects" in marked


def test_a_project_below_the_repositorys_root(tmp_path):
    shutil.copytree(SMALL, tmp_path / "deep/down")
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "All")
    edit(tmp_path / "deep/down/data/topics.yml", "title: Walls", "title: Dams")
    assert "topic walls: title Walls → Dams" in run(tmp_path / "deep/down", "diff", "main").stdout


def test_a_base_without_a_file_that_is_new(repository):
    """A state of the past has fewer files; what they hold now was added."""
    for name in ("forecasts", "developments"):
        git(repository, "rm", "--quiet", f"data/{name}.yml")
    git(repository, "commit", "--quiet", "--message", "Before")
    git(repository, "checkout", "--quiet", "base")
    done = run(repository, "diff", "main")
    assert (
        done.returncode == 0
        and "forecast C1 added: Another flood in 2022" in done.stdout
        and "verdict of forecast C1: none → open" in done.stdout
    )


@pytest.mark.parametrize(
    "base, message",
    [
        (
            "mian",
            "'mian' is neither a commit, tag or branch here nor a folder; did you mean 'main'?",
        ),
        ("--output=x", "arguments"),
        ("docs", "'docs' holds no project; there is no data/ in it"),
        ("broken", "'broken' can't be compared: data/events.yml:1: broken YAML"),
        ("empty", "'empty' holds no project"),
        ("base^{tree}", "'base^{tree}' is neither"),
        ("0000000", "'0000000' is neither"),
        ("a\nb", "is neither"),
    ],
)
def test_a_base_that_is_none_is_a_line(repository, base, message):
    git(repository, "checkout", "--quiet", "-b", "broken")
    (repository / EVENTS).write_text("events: [", "utf-8")
    git(repository, "commit", "--quiet", "--all", "--message", "Broken")
    git(repository, "checkout", "--quiet", "--orphan", "empty")
    git(repository, "rm", "--quiet", "-r", "--force", ".")
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "Empty")
    git(repository, "checkout", "--quiet", "main")
    done = subprocess.run(
        [*run(repository, "diff", "base").args[:-1], base],
        cwd=repository,
        capture_output=True,
        text=True,
    )
    assert (
        done.returncode
        and message in done.stderr
        and "Traceback" not in done.stderr
        and done.stdout == ""
    )
    assert not (repository / "x").exists()


def test_a_head_that_does_not_parse_is_a_line(repository):
    (repository / EVENTS).write_text("events: [", "utf-8")
    done = run(repository, "diff", "base")
    assert (
        done.returncode == 1
        and done.stderr.startswith(
            "'the project as it stands' can't be compared: data/events.yml:1:"
        )
        and done.stderr.count("\n") == 1
    )


def test_a_shallow_clone_says_so(repository, tmp_path):
    edit(repository / "data/topics.yml", "title: Walls", "title: Dams")
    git(repository, "commit", "--quiet", "--all", "--message", "Dams")
    git(tmp_path, "clone", "--quiet", "--depth", "1", repository.as_uri(), "clone")
    done = run(tmp_path / "clone", "diff", "base")
    assert done.returncode == 1 and "this clone is shallow: git fetch --unshallow" in done.stderr
    assert run(tmp_path / "clone", "diff", "HEAD").stdout == "no difference in data or pages\n"


def test_what_a_contributor_writes_is_shown_not_run(small):
    """A forge takes no value for more than text. What a terminal could take for more is refused before."""
    edit(
        small / BRIEF,
        "note: A note with <b>markup</b> and a | bar.",
        r'note: "<script>x</script> @nobody #12 `code` *bold* https://example.org [a](b) &amp;"',
    )
    marked, text = told(small, "markdown"), told(small)
    assert "<script>" in text
    assert (
        not re.search(r"<(?!br>|!-- -->)", marked)
        and "@nobody" not in marked
        and not re.search("(?<!&)#1", marked)
        and "https:" not in marked
        and "[a]" not in marked
    )
    line = next(line for line in marked.splitlines() if "claim A3" in line)
    assert "`" not in line.partition("<br>")[0] and "*bold*" not in line and "&amp;amp;" in line


# What an edition changed, and the page of changes.


def test_an_edition_records_what_it_changed(repository):
    git(repository, "tag", "2026.01")
    edit(repository / BRIEF, "kind: fact", "kind: assessment")
    git(repository, "commit", "--quiet", "--all", "--message", "An assessment")
    git(repository, "tag", "2026.02")
    (repository / "data/editions.yml").write_text(
        "editions:\n"
        + "".join(
            f'- {{name: "2026.{n:02}", tag: "2026.{n:02}", date: 2026-0{n}-03, sum: {str(n) * 64}}}\n'
            for n in (1, 2, 3)
        ),
        "utf-8",
    )
    first, second, _ = check_data(repository)[0].editions
    assert (
        edition_changes.write(repository, second.name, first)
        == "data/changes/2026.02.json: 1 changes since 2026.01"
    )
    made = json.loads((repository / "data/changes/2026.02.json").read_text("utf-8"))
    assert made["since"] == "2026.01" and [
        (item["label"], item["said"]) for item in made["changes"]
    ] == [("claim A1", ["kind fact → assessment"])]
    assert edition_changes.write(repository, "2026.03", second).startswith(
        "what it changed is not recorded: '2026.03' is neither a commit"
    )
    corpus, problems = check_data(repository)
    assert problems == [] and corpus.changes["2026.02"].changes[0].label == "claim A1"
    page = page_parts.changes(corpus, "about/changes.md")
    assert [line for line in page.splitlines() if line.startswith("## ")] == [
        f"## Edition 2026&#46;{n:02} {{ #edition-2026-{n:02} }}" for n in (3, 2, 1)
    ]
    assert (
        "1 change against edition 2026&#46;01:" in page
        and "- **claim A1**: kind fact → assessment <span" in page
    )
    assert (
        "The first edition; there is none before it" in page
        and "What it changed was not recorded." in page
    )


def test_a_damaged_record_of_changes_is_a_line(repository):
    (repository / "data/editions.yml").write_text(
        f'editions:\n- {{name: "2026.02", tag: "2026.02", date: 2026-02-03, sum: {"2" * 64}}}\n',
        "utf-8",
    )
    (repository / "data/changes").mkdir()
    (repository / "data/changes/2026.02.json").write_text(
        '{"since": "2026.01", "changes": [{"label": 1, "whta": []}]}', "utf-8"
    )
    problems = check_data(repository)[1]
    assert problems and {problem.path for problem in problems} == {"data/changes/2026.02.json"}


def test_the_log_tells_changes_of_data_and_pages_since_the_edition(repository):
    corpus = check_data(repository)[0]
    (repository / "code.py").write_text("x")
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", "Code alone")
    edit(repository / BRIEF, "kind: fact", "kind: assessment")
    git(repository, "commit", "--quiet", "--all", "--message", "An <b>assessment</b> of [x](y)")
    since, ever = git_history.read(repository, "base"), git_history.read(repository)
    assert [entry.subject for entry in change_log.entries(since)] == [
        "An <b>assessment</b> of [x](y)"
    ]
    assert [entry.subject for entry in change_log.entries(ever)] == [
        "An <b>assessment</b> of [x](y)",
        "All of it",
    ]
    page = change_log.listing(corpus, since, "about/changes.md")
    assert (
        "An &#60;b&#62;assessment" in page
        and "data/briefs/alder-2020.yml" in page
        and "Code alone" not in page
        and "<b>" not in page
    )
    assert "No edition has been published yet" in page
    git(repository, "tag", "now")
    assert "Nothing in the data or the pages has changed since." in change_log.listing(
        corpus, git_history.read(repository, "now"), "about/changes.md"
    )


def test_without_its_history_the_page_says_so(repository, tmp_path):
    corpus = check_data(repository)[0]
    edit(repository / "data/topics.yml", "title: Walls", "title: Dams")
    git(repository, "commit", "--quiet", "--all", "--message", "Dams")
    git(tmp_path, "clone", "--quiet", "--depth", "1", repository.as_uri(), "clone")
    shutil.copytree(SMALL, tmp_path / "unpacked")
    for past in (
        git_history.read(tmp_path / "clone"),
        git_history.read(tmp_path / "unpacked"),
        git_history.read(repository, "a-tag-not-fetched"),
    ):
        assert "built without the project's history" in change_log.listing(
            corpus, past, "about/changes.md"
        )


def test_a_shallow_clone_builds(tmp_path):
    from conftest import whole_small

    project = whole_small(tmp_path / "project")
    with open(project / "docs/about/method.md", "a", encoding="utf-8") as page:
        page.write("\n<!-- log -->\n")
    git(project, "init", "--quiet")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "All")
    git(project, "commit", "--quiet", "--allow-empty", "--message", "More")
    git(tmp_path, "clone", "--quiet", "--depth", "1", project.as_uri(), "clone")
    done = run(tmp_path / "clone", "site")
    assert done.returncode == 0, done.stderr
    page = tmp_path / "clone/site/about/method/index.html"
    assert "built without the project" in page.read_text("utf-8")
