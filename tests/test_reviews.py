"""Review stamps: whatever changes is named, at the record and at what rests on it."""

import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace

import pytest
from conftest import ROOT, SMALL
from test_build import edit, run

from briefsite.load import review_files
from briefsite.load.project import read_project
from briefsite.model.reviewed_records import reviewed_records
from briefsite.model.reviews import REVIEW_KINDS, digest, parse
from briefsite.pages import brief_pages, review_report
from briefsite.publish import new_edition
from briefsite.rules.review_states import reviews
from briefsite.scaffold import stamp_files

DAY = "2026-11-27"
A, EVENTS, FORECASTS = "data/briefs/alder-2020.yml", "data/events.yml", "data/forecasts.yml"


def signed(corpus, by="reader-a"):
    """A copy of a corpus whose records are all signed."""
    stamps = {
        key: stamp_files.stamp(record, by, DAY) for key, record in reviewed_records(corpus).items()
    }
    return replaced(corpus, stamps=stamps)


def replaced(corpus, **values):
    fields = {name: getattr(corpus, name) for name in corpus.__dataclass_fields__}
    return type(corpus)(**(fields | values))


def states(root):
    corpus, problems, _ = read_project(root)
    assert problems == []
    return {
        "/".join(key): review.state
        for key, review in reviews(corpus).items()
        if review.state != "compared"
    }


def sign_all(root, by="reader-a"):
    done = run(root, "review", "--all", "--sign", "--by", by)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def small(tmp_path):
    """The small project, all of it signed."""
    project = shutil.copytree(SMALL, tmp_path / "small")
    sign_all(project)
    return project


def texts(value, place=()):
    """Every text in plain data, with its place."""
    if isinstance(value, str):
        yield place
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from texts(item, (*place, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from texts(item, (*place, index))


def with_another_word(value, place):
    """Plain data with the first word of the text at a place put otherwise."""
    if not place:
        return re.sub(r"\w+", lambda word: f"{word[0]}x", value, count=1) + ("" if value else "x")
    first, *rest = place
    if isinstance(value, dict):
        return value | {first: with_another_word(value[first], rest)}
    return [*value[:first], with_another_word(value[first], rest), *value[first + 1 :]]


@pytest.mark.content
def test_one_word_of_any_field_of_any_record_makes_its_stamp_stale(corpus):
    """Every text field of all records of the real project, one at a time."""
    tried = Counter()
    for record in reviewed_records(corpus).values():
        stamp = stamp_files.stamp(record, "reader-a", DAY)
        assert (stamp.record, stamp.basis) == (record.record, record.basis)
        for place in texts(record.fields):
            assert digest(with_another_word(record.fields, place)) != stamp.record
            tried[record.kind] += 1
        for name in record.rests_on:
            assert digest(record.rests_on | {name: "0" * 12}) != stamp.basis
    assert tried.keys() == REVIEW_KINDS.keys() and sum(tried.values()) > 5000


def test_every_text_of_the_data_belongs_to_a_record(corpus):
    """No text field of a model is left out of the records that are signed."""
    whole = [
        *corpus.questions,
        *corpus.events,
        *corpus.forecasts,
        *corpus.left_out,
        *corpus.developments,
        *corpus.unsourced,
        *corpus.topics,
        *corpus.actors,
        *corpus.terms,
        *(brief.model_copy(update={"retired": ()}) for brief in corpus.briefs),
    ]

    def values(value):
        if isinstance(value, dict):
            return [text for item in value.values() for text in values(item)]
        if isinstance(value, list):
            return [text for item in value for text in values(item)]
        return [value] if isinstance(value, str) else []

    data = Counter(
        text
        for record in whole
        for text in values(record.model_dump(mode="json", exclude_defaults=True))
    )
    covered = Counter(
        text
        for record in reviewed_records(corpus).values()
        if record.kind not in ("work", "block")
        for text in values(record.fields)
    )
    assert data == covered


def test_every_line_of_a_page_that_names_claims_is_in_a_block(corpus):
    for page in corpus.pages:
        words = Counter(re.findall(r"\w+", re.sub(r"<!--.*?-->", "", page.text, flags=re.S)))
        blocks = " ".join(block.text for block in page.blocks)
        held = Counter(re.findall(r"\w+", re.sub(r"<!--.*?-->", "", blocks, flags=re.S)))
        assert words == held, page.path
        for kind in ("claims", "works"):
            named = {item.name for item in getattr(page, kind)}
            assert named == {name for block in page.blocks for name in getattr(block, kind)}


def test_a_signed_project_has_nothing_to_review(small):
    assert states(small) == {}
    done = run(small, "check")
    assert "to review" not in done.stdout + done.stderr


def first_text(root, kind):
    """A file, a text in it that is the record's alone, and the record's name, for a kind."""
    corpus, _, _ = read_project(root)
    for record in reviewed_records(corpus).values():
        if record.kind != kind:
            continue
        content = (root / record.path).read_text("utf-8")
        for place in texts(record.fields):
            value = record.fields
            for step in place:
                value = value[step]
            # prose of one line, so that a word of it can be put otherwise and nothing else breaks
            words = value.strip().split("\n")[-1]
            if " " in words and content.count(words) == 1:
                return record, words
    return None, ""


@pytest.mark.parametrize("kind", REVIEW_KINDS)
def test_the_check_names_a_record_of_each_kind_by_its_place(small, kind):
    if kind == "left-out":
        reason = "It only tells what was, and expects nothing of anybody."
        edit(small / FORECASTS, "left_out: []", f'left_out:\n- {{claim: A1, reason: "{reason}"}}')
        sign_all(small)
    record, words = first_text(small, kind)
    if kind == "mention" and not record:  # a mention has ids and dates, and a note that few have
        corpus, _, _ = read_project(small)
        record = next(item for item in reviewed_records(corpus).values() if item.kind == kind)
        content = (small / EVENTS).read_text("utf-8")
        line = content.split("\n")[record.line - 1]
        edited = line.replace("{brief:", "{note: Another word, brief:")
        if edited == line:
            edited = f"{line}\n      note: Another word"
        (small / EVENTS).write_text(content.replace(line, edited, 1), "utf-8")
    else:
        assert record, f"the small project has no {kind}"
        changed = re.sub(r"(\w+)(\W*)$", r"\1x\2", words)
        edit(small / record.path, words, changed)
    found = states(small)
    assert found[record.name] == "changed"
    assert [name for name, state in found.items() if state == "changed"] == [record.name]
    done = run(small, "check")
    told = done.stdout + done.stderr
    assert re.search(
        rf"^to review: {re.escape(record.path)}:\d+: {re.escape(record.name)} changed since",
        told,
        re.M,
    )


def test_what_rests_on_a_changed_record_is_told_apart(small):
    corpus, _, _ = read_project(small)
    question = corpus.questions[0]
    brief, answer = next(iter(question.answers.items()))
    claim = corpus.claim[answer.claims[0]]
    edit(small / claim.at.path, claim.says, claim.says.replace(" ", " only ", 1))
    found = states(small)
    assert found[f"claim/{claim.id}"] == "changed"
    assert found[f"answer/{question.id}/{brief}"] == "below"
    assert found[f"relation/{question.id}"] == "below"
    assert [name for name, state in found.items() if state == "changed"] == [f"claim/{claim.id}"]
    other = next(name for name in corpus.claim if name not in answer.claims)
    assert f"claim/{other}" not in found
    # signing the claim leaves what rests on it to be looked at
    run(small, "review", claim.id, "--sign", "--by", "reader-b")
    found = states(small)
    assert f"claim/{claim.id}" not in found and found[f"relation/{question.id}"] == "below"


def test_another_wording_of_the_brief_makes_its_claims_stale(small):
    text = (small / "texts/alder-2020.txt").read_text("utf-8")
    (small / "other.txt").write_text(text.replace("rose above", "fell below"), "utf-8")
    done = run(small, "fingerprint", "alder-2020", str(small / "other.txt"))
    assert done.returncode == 0, done.stderr
    found = states(small)
    claims = {name for name in found if name.startswith("claim/")}
    assert claims and all(found[name] == "below" for name in claims)
    corpus, _, _ = read_project(small)
    assert len(claims) < len(corpus.brief["alder-2020"].claims)


def test_fingerprints_made_anew_of_the_same_text_leave_stamps_alone(small):
    edit(small / "data/lexicon.yml", "reporting:", "reporting:\n- murmurs")
    run(small, "fingerprint", "alder-2020", str(small / "texts/alder-2020.txt"))
    assert states(small) == {}


def test_an_edit_elsewhere_on_a_page_leaves_other_sections_alone(small):
    page = small / "docs/topics/water.md"
    page.write_text(page.read_text("utf-8") + "\n## New heading\n\nNew words.\n", "utf-8")
    page.write_text(page.read_text("utf-8").replace("# ", "\n\n# ", 1), "utf-8")
    assert states(small) == {"block/docs/topics/water.md#new-heading": "never"}


def test_a_stamp_is_read_as_it_was_written(corpus):
    for record in reviewed_records(corpus).values():
        stamp = stamp_files.stamp(record, "@some-account", DAY, "copy")
        assert parse(record.kind, str(stamp)) == stamp


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "A1: {by",
            "A99: {by",
            "a stamp of claim 'A99', which is not there; did you mean '",
        ),
        ("by: reader-a", "by: somebody", "'somebody' can't sign; who signs is reader-a"),
        (
            "against: paragraph",
            "against: memory",
            "'memory' is not a source; write one of paragraph",
        ),
        (
            "record: ",
            "recrd: ",
            "this line is not a stamp; stamps are written",
        ),
    ],
)
def test_a_stamp_that_is_wrong_is_a_fault_with_its_line(small, old, new, message):
    file = small / "data/reviews/claim.yml"
    edit(file, old, new)
    told = run(small, "check").stderr
    assert re.search(rf"data/reviews/claim.yml:\d+: {re.escape(message)}", told), told


def test_a_stamp_that_stands_twice_and_a_strange_file_are_faults(small):
    file = small / "data/reviews/claim.yml"
    file.write_text(file.read_text("utf-8") + file.read_text("utf-8").split("\n")[-2] + "\n")
    (small / "data/reviews/claims.yml").write_text("E1: {}\n")
    told = run(small, "check").stderr
    assert "has two stamps; the first is on line" in told
    assert "data/reviews/claims.yml:1: this file is not read; did you mean" in told


def test_the_stamp_of_a_retired_record_goes(small):
    file = small / "data/reviews/claim.yml"
    line = next(line for line in file.read_text("utf-8").split("\n") if line.startswith("A1:"))
    corpus, _, _ = read_project(small)
    stone = next(iter(corpus.brief["alder-2020"].retired), None)
    name = stone.id if stone else "A77"
    file.write_text(file.read_text("utf-8") + line.replace("A1:", f"{name}:") + "\n", "utf-8")
    told = run(small, "check").stderr
    assert (f"claim {name} is retired" if stone else f"claim '{name}'") in told
    assert f"the stamp of claim/{name}" in run(small, "review", "--tidy").stdout
    assert run(small, "check").returncode == 0 and states(small) == {}


def judged(root):
    corpus, _, _ = read_project(root)
    return next(item for item in corpus.forecasts if item.verdicts)


def test_criteria_are_frozen_once_there_is_a_verdict(small):
    forecast = judged(small)
    edit(small / FORECASTS, forecast.confirms, forecast.confirms + " Or so.")
    told = run(small, "check").stderr
    fault = f"{forecast.claim}: what it is judged by was changed after it was signed on"
    assert fault in told
    done = run(small, "review", f"forecast/{forecast.claim}", "--sign", "--by", "reader-b")
    assert done.returncode == 1 and "not signed" in done.stderr
    assert fault in run(small, "check").stderr
    line = f"confirms: {forecast.confirms} Or so."
    content = (small / FORECASTS).read_text("utf-8")
    indent = re.search(rf"^( *)(?:- )?{re.escape(line)}", content, re.M)[1]
    edit(small / FORECASTS, line, f"{line}\n{indent}revised: It left out a case.")
    assert run(small, "check").returncode == 0
    assert (
        run(small, "review", f"forecast/{forecast.claim}", "--sign", "--by", "reader-b").returncode
        == 0
    )
    # a note covers one revision, not the next
    edit(small / FORECASTS, "Or so.", "Or else.")
    assert fault in run(small, "check").stderr
    edit(small / FORECASTS, "left out a case", "left out two cases")
    assert run(small, "check").returncode == 0


def test_criteria_may_change_while_there_is_no_verdict(small):
    found = re.search(r"^  verdicts:\n(?:  - .*\n)+", (small / FORECASTS).read_text("utf-8"), re.M)
    edit(small / FORECASTS, found[0], "")
    sign_all(small)
    edit(small / FORECASTS, "No flood in 2022.", "No flood in 2022 or so.")
    assert "judged by" not in run(small, "check").stderr
    assert states(small) == {"forecast/C1": "changed"}


def git(project, *arguments):
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.invalid")
    subprocess.run(["git", *who, *arguments], cwd=project, check=True, capture_output=True)


def commit(project):
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "All")


def test_a_record_is_shown_with_what_changed_and_its_paragraph_and_signed(small):
    git(small, "init", "--quiet")
    commit(small)
    corpus, _, _ = read_project(small)
    claim = corpus.claim["A1"]
    edit(small / A, claim.says, claim.says.replace(" ", " barely ", 1))
    commit(small)
    text = str(small / "texts/alder-2020.txt")
    done = subprocess.run(
        [*command(small), "review", "A1", "--by", "reader-b", "--text", text],
        input="y\n",
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "Since it was signed:" in done.stdout and "barely" in done.stdout.split("Since")[1]
    assert f"¶ {claim.paragraph} » {claim.sentences[0]} " in done.stdout
    assert "signed: 1" in done.stdout
    stamp = read_project(small)[0].stamps["claim", "A1"]
    assert stamp.by == "reader-b"


def test_nothing_is_signed_on_no_or_at_the_end_of_input(small):
    edit(small / A, "says: ", "says: Now ")
    for typed in ("n\n", "s\n", ""):
        done = subprocess.run(
            [*command(small), "review", "--kind", "claim", "--by", "reader-b"],
            input=typed,
            capture_output=True,
            text=True,
        )
        assert "signed: 0" in done.stdout
    assert "changed" in states(small).values()


def command(root):
    return [sys.executable, str(ROOT / "scripts/build.py"), "--root", str(root)]


def test_who_signs_an_own_change_signs_as_self(small):
    git(small, "init", "--quiet")
    commit(small)
    edit(small / A, "says: ", "says: Now ")
    done = run(small, "review", "--kind", "claim", "--sign", "--by", "reader-a")
    assert "as self, since" in done.stdout
    assert "self" in {stamp.by for stamp in read_project(small)[0].stamps.values()}


def test_hundreds_are_signed_from_a_list(tmp_path):
    project = shutil.copytree(SMALL, tmp_path / "small")
    (project / "list.txt").write_text("# compared\nA1\nA2  # twice\n\nanswer/nothing\n")
    done = run(project, "review", "--ids", str(project / "list.txt"), "--sign", "--by", "reader-a")
    assert done.returncode == 1 and "there is no record 'answer/nothing'" in done.stderr
    assert not (project / "data/reviews").exists()
    (project / "list.txt").write_text("A1\nA2\n")
    done = run(project, "review", "--ids", str(project / "list.txt"), "--sign", "--by", "reader-a")
    assert "signed: 2" in done.stdout
    assert set(read_project(project)[0].stamps) == {("claim", "A1"), ("claim", "A2")}
    assert run(project, "review", "A1", "--sign").stderr.startswith("say who signs")


def test_all_of_a_page(tmp_path):
    project = shutil.copytree(SMALL, tmp_path / "small")
    done = run(project, "review", "--all-of", "docs/topics/water.md", "--sign", "--by", "reader-a")
    assert done.returncode == 0, done.stderr
    corpus, _, _ = read_project(project)
    page = next(item for item in corpus.pages if item.path.endswith("water.md"))
    kinds = {kind for kind, _ in corpus.stamps}
    assert {("claim", item.name) for item in page.claims} <= set(corpus.stamps)
    assert {"block", "claim", "relation", "answer"} <= kinds
    assert not any(key == ("block", "docs/topics/walls.md") for key in corpus.stamps)
    assert "did you mean" in run(project, "review", "--all-of", "topics/watr").stderr


def test_the_list_says_why_and_where(small):
    edit(small / A, "says: ", "says: Now ")
    told = run(small, "review").stdout
    assert "Changed since somebody compared them: 1 (claims 1)" in told
    assert re.search(
        r"data/briefs/alder-2020\.yml:\d+: claim/A1 changed since it was compared on", told
    )
    assert "### Changed since" in run(small, "review", "--format", "markdown").stdout


def test_a_file_is_sorted_by_id_so_that_merges_rarely_meet(small):
    names = [
        line.split(":")[0]
        for line in (small / "data/reviews/claim.yml").read_text("utf-8").split("\n")
        if line and not line.startswith("#")
    ]
    assert names == sorted(names, key=lambda name: (name[0], int(name[1:])))
    assert review_files.name_of("claim") == "data/reviews/claim.yml"


def test_readers_see_the_day_on_the_briefs_page(corpus):
    whole = signed(corpus)
    bodies = {page.about: page.body for page in brief_pages.pages(whole) if page.about}
    for brief in corpus.briefs:
        told = re.findall(r"Compared with ¶ (\d+) on 27\xa0November 2026", bodies[brief.key])
        assert set(map(int, told)) == {claim.paragraph for claim in brief.claims}
    first, *_ = corpus.claim
    other = replace(whole.stamps["claim", first], record="0" * 12)
    stale = replaced(whole, stamps=whole.stamps | {("claim", first): other})
    key = corpus.brief_of[first].key
    body = next(page.body for page in brief_pages.pages(stale) if page.about == key)
    paragraph = corpus.claim[first].paragraph
    assert body.count(f"changed since it was last compared with ¶ {paragraph}") == 1
    reworded = replace(
        other, fields=tuple((name, "0" if name == "says" else code) for name, code in other.fields)
    )
    told = replaced(whole, stamps=whole.stamps | {("claim", first): reworded})
    said = next(page.body for page in brief_pages.pages(told) if page.about == key)
    assert said.count(f"reworded since it was last compared with ¶ {paragraph}") == 1
    shares = {share.name: share for share in review_report.shares(stale)}
    assert shares["claims"].changed == 1 and shares["claims"].compared == len(corpus.claim) - 1


def test_an_edition_waits_until_everything_is_compared_by_somebody_else(small):
    (small / "data/editions.yml").write_text("editions: []\n", "utf-8")
    git(small, "init", "--quiet")
    commit(small)
    corpus, _, _ = read_project(small)
    assert new_edition.unreviewed(corpus) == ""
    done = run(small, "review", "A1", "term/" + corpus.terms[0].key, "--sign", "--by", "self")
    assert done.returncode == 0, done.stderr
    commit(small)
    refused = run(small, "edition", "2026.12")
    assert refused.returncode == 1
    assert "claim/A1 was signed by the person who changed it" in refused.stderr
    assert "term/" not in refused.stderr
    run(small, "review", "A1", "--sign", "--by", "reader-b")
    edit(small / "data/glossary.yml", "meaning: ", "meaning: Now ")
    commit(small)
    refused = run(small, "edition", "2026.12")
    assert refused.returncode == 1 and "changed since it was compared" in refused.stderr
    tags = subprocess.run(["git", "tag"], cwd=small, capture_output=True, text=True)
    assert tags.stdout == ""


@pytest.mark.content
def test_the_method_page_says_what_stamps_prove(corpus):
    page = next(item for item in corpus.pages if item.path == "docs/about/method.md")
    assert "reviews" in {marker.name for marker in page.markers}
    assert "somebody looked" in page.text and "what they saw" in page.text
    told = review_report.part(signed(corpus), "about/method.md")
    count = len(reviewed_records(corpus))
    assert f"{count} of {count} records are compared" in told
    for name in REVIEW_KINDS.values():
        assert f"| {name.capitalize()} |" in told


def test_the_check_stays_quick(corpus):
    """Reading and comparing a stamp for each record takes a small part of a second."""
    whole = signed(corpus)
    lines = [(key[0], str(stamp)) for key, stamp in whole.stamps.items()]
    started = time.process_time()
    for kind, line in lines:
        parse(kind, line)
    reviews(replaced(whole))
    assert time.process_time() - started < 0.15
