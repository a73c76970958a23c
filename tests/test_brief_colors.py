"""A brief's color is a field of its file; the ten colors stay apart for every reader's eyes."""

import math
import re
from itertools import combinations

import pytest
from conftest import ROOT

from briefsite.pages import rendering
from briefsite.pages.charts import picture_file
from briefsite.rules.check import check_data
from briefsite.scaffold import new_record, record_kinds

SHEET = (ROOT / "docs/assets/styles/1-colors.css").read_text("utf-8")
JUST_NOTICEABLE = 0.02
"""The distance in Oklab from which colors side by side are told apart."""
APART = {"all cones": 0.075, "no long": 0.07, "no middle": 0.07, "no short": 0.07}
SIMULATED = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no long": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no middle": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no short": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What eyes without one kind of cones see, as matrices over linear RGB (Machado, Oliveira and
Fernandes 2009, severity 1.0)."""


def linear(color):
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def times(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def oklab(rgb):
    """Linear RGB in Oklab (Ottosson 2020), in which distances are those that eyes see."""
    to_cones = (
        (0.4122214708, 0.5363325363, 0.0514459929),
        (0.2119034982, 0.6806995451, 0.1073969566),
        (0.0883024619, 0.2817188376, 0.6299787005),
    )
    to_lab = (
        (0.2104542553, 0.7936177850, -0.0040720468),
        (1.9779984951, -2.4285922050, 0.4505937099),
        (0.0259040371, 0.7827717662, -0.8086757660),
    )
    cones = times(to_cones, [min(1.0, max(0.0, part)) for part in rgb])
    return times(to_lab, [part ** (1 / 3) for part in cones])


def nearest(colors, eyes):
    seen = [oklab(times(SIMULATED[eyes], linear(color))) for color in colors]
    return min(math.dist(one, other) for one, other in combinations(seen, 2))


def test_the_measure_knows_red_and_green():
    """Colors that are told apart by their red alone are near for eyes without long cones."""
    pair = ("#a8480c", "#6b6410")
    assert nearest(pair, "all cones") > 0.1 > 2 * nearest(pair, "no middle")


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("eyes", SIMULATED)
def test_colors_stay_apart_for_all_eyes(scheme, eyes):
    block = SHEET[SHEET.index(f'[data-md-color-scheme="{scheme}"]') :].partition("}")[0]
    colors = dict(re.findall(r"--(brief-\d+): (#[0-9a-f]{6});", block))
    assert list(colors) == [f"brief-{number + 1}" for number in range(rendering.COLOURS)]
    assert nearest(colors.values(), eyes) >= APART[eyes] > 3 * JUST_NOTICEABLE


def begun(root):
    for key in ("aaa-2024", "bbb-2024"):
        kinds, given = record_kinds.RECORD_KINDS, {"author": "Elm, E.", "title": key}
        new_record.add_record(root, kinds["work"], key, given | {"date": "2024"})
        new_record.add_record(root, kinds["brief"], key, {})


def test_a_brief_that_joins_takes_the_first_free_color_and_recolors_no_other(small):
    before = rendering.brief_styles(check_data(small)[0])
    begun(small)
    texts = {path.stem: path.read_text("utf-8") for path in (small / "data/briefs").glob("*.yml")}
    colors = {key: re.search(r"^color: (\d+)", text, re.M)[1] for key, text in texts.items()}
    assert colors == {"alder-2020": "1", "cedar-2021": "2", "aaa-2024": "3", "bbb-2024": "4"}
    path = small / "data/briefs/alder-2020.yml"
    other = path.read_text("utf-8").replace("color: 1", "color: 9")
    path.write_text(other, "utf-8")
    after = rendering.brief_styles(check_data(small)[0])
    assert before == {"A": "brief-1", "C": "brief-2"}
    assert after["A"] == "brief-9" and after["C"] == "brief-2"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("color: 2", "color: 1", "color 1 is alder-2020's already; the first free number is 2"),
        ("color: 2\n", "", "cedar-2021 has no color; write color: 2"),
        ("color: 2", "color: 0", "color: "),
    ],
)
def test_a_color_belongs_to_one_brief(small, old, new, said):
    path = small / "data/briefs/cedar-2021.yml"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    problems = [str(problem) for problem in check_data(small)[1]]
    assert any(said in problem for problem in problems), problems


def test_a_brief_beyond_the_colors_has_none(corpus):
    brief = corpus.briefs[0].model_copy(update={"color": rendering.COLOURS + 1})
    assert rendering.brief_style(corpus, brief) == rendering.PLAIN
    assert f".{rendering.PLAIN} {{" in SHEET


def test_a_stamp_does_not_rest_on_a_color(small):
    from briefsite.model.reviewed_records import reviewed_records

    records = [reviewed_records(check_data(small)[0])["brief", "cedar-2021"].fields]
    path = small / "data/briefs/cedar-2021.yml"
    path.write_text(path.read_text("utf-8").replace("color: 2", "color: 7"), "utf-8")
    assert records == [reviewed_records(check_data(small)[0])["brief", "cedar-2021"].fields]


def test_a_picture_file_has_the_colors_of_the_data(corpus):
    """It can't ask the style sheet, and follows the same field."""
    brief = corpus.briefs[0]
    for number in (1, 2, rendering.COLOURS):
        same = brief.model_copy(update={"color": number})
        assert f"--brief-{number}: {picture_file.color(same)};" in SHEET
    beyond = brief.model_copy(update={"color": rendering.COLOURS + 1})
    assert picture_file.color(beyond) == picture_file.PLAIN
    assert f"--quiet: {picture_file.PLAIN};" in SHEET.partition("slate")[0]
