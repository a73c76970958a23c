"""Topic pages: said once, short, every line with its marks and its row; what is folded can be reached."""

import re
from collections import deque
from urllib.parse import urldefrag, urljoin

import pytest
from conftest import SMALL
from lxml import html
from readers import browser

from briefsite.load.topic_sections import sections
from briefsite.model import sentences
from briefsite.pages import page_parts, topic_layout, topic_since
from briefsite.rules.check import check_data

WATER = "docs/topics/water.md"


def said(root):
    return [str(problem) for problem in check_data(root)[1]]


def parsed(path):
    return html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot()


def test_sentences_end_where_they_do():
    text = 'It met the UN.[^E9][^E10] The U.S. Navy "left." Öster stayed. No.'
    assert sentences.split(text) == [
        "It met the UN.[^E9][^E10]",
        'The U.S. Navy "left."',
        "Öster stayed.",
        "No.",
    ]
    assert sentences.first("Yes. Because it can. And more.") == "Yes. Because it can."
    assert sentences.first("One word more. Then another.") == "One word more."


@pytest.mark.parametrize(
    "old, new, expected",
    [
        (
            "The river rose.",
            "word " * 59 + "\nlast more.",
            "4: the answer in short has 61 words; 60 are the most; "
            "cut 1 word: there is room up to '… word word word last'",
        ),
        ("The river rose.", "", "1: this page has no answer in short; write the answer below the "),
        ("The river rose.", "It [rose](walls.md).", "3: the answer in short has a link, a mark or"),
        ("The river rose.", "It rose.[^A1]", "3: the answer in short has a link, a mark or"),
        (
            "][A1].",
            "][A1] " + "w " * 140 + ".",
            "7: the account of Alder has 146 words; 140 are the",
        ),
        ("][A1].", "][A1].\n\nMore.", "9: this paragraph names no claim"),
        ("][A1].", "].[^A1][^C1]", "7: the account of Alder carries C1, a claim of Cedar; put it"),
        ("<!--", "## Alder\n\nIt rose.[^A1]\n\n<!--", "9: a second account of Alder; put both"),
        (
            "<!--",
            "## None\n\n" + "w " * 41 + "\n\n<!--",
            "11: what stands under 'None' has 41 words",
        ),
        ("][A1].", "],[^A1] and fell.[^A2]", "7: a second group of marks of A in one sentence"),
    ],
)
def test_what_is_too_much_is_told_with_its_line(small, old, new, expected):
    page = small / WATER
    page.write_text(page.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert [line for line in said(small) if line.startswith(f"{WATER}:{expected}")], said(small)


def test_findings_come_from_the_data_with_marks_and_rows(corpus):
    for topic in corpus.topics:
        made = page_parts.PARTS["findings"](corpus, f"topics/{topic.key}.md")
        for question in corpus.questions_of.get(topic.key, ()):
            lines = [line for line in made.split("\n") if f"(#{question.id} " in line]
            told = [question.shared, question.difference]
            assert len(lines) == (sum(map(bool, told)) if question.relation else 1)
            for line in lines:
                marked = set(re.findall(r"\[\^(\w+)\]", line))
                for answer in question.answers.values():
                    assert marked & set(answer.claims)
                assert marked <= {c for a in question.answers.values() for c in a.claims}
        asked = corpus.questions_of.get(topic.key, ())
        keys = [question.key for question in asked if question.difference]
        part = made.partition("## They part")[2].partition("## ")[0]
        order: list[str] = re.findall(r"\(#(q-[\w-]+)", part)
        by_id = {question.id: question.key for question in corpus.questions}
        assert [by_id[name] for name in order] == sorted(keys, reverse=True)


def test_accounts_are_headed_by_their_brief():
    corpus, _ = check_data(SMALL)
    made = topic_layout.arrange(corpus, "topics/x.md", "# X\n\nShort.\n\n## Alder\n\nA.\n\n## No\n")
    assert "Short.\n{ .lead }" in made
    assert "## Alder { #alder-2020 .brief-1 data-letter=A }\n\nA." in made and "## No" in made
    assert topic_layout.arrange(corpus, "about/x.md", "# X\n\nShort.\n") == "# X\n\nShort.\n"


def test_pages_keep_to_what_a_hand_may_write(corpus):
    for page in corpus.pages:
        if page.topic:
            found = list(sections(corpus, page))
            assert 0 < len(found[0].words) <= 60, page.path
            assert all(len(part.words) <= 140 for part in found if part.brief), page.path


def test_every_claim_is_three_clicks_from_home(site, corpus):
    """Home, and pages two clicks away, hold a link to each claim."""
    seen, queue, claims = {""}, deque([("", 0)]), set()
    while queue:
        path, clicks = queue.popleft()
        for link in parsed(site / path / "index.html").xpath("//a/@href"):
            target, anchor = urldefrag(urljoin(f"http://x/{path}", link.partition("?")[0]))
            inner = target.removeprefix("http://x/")
            if not target.startswith("http://x/") or not (site / inner / "index.html").is_file():
                continue
            claims.add(anchor)
            if inner not in seen and clicks < 2:
                seen.add(inner)
                queue.append((inner, clicks + 1))
    assert set(corpus.claim) <= claims


@pytest.mark.content
def test_each_thing_that_happened_since_is_an_item_with_its_link(site, corpus):
    """The reasons stand whole, titles lead to the ledger, and every development to its entry."""
    for topic in corpus.topics:
        page = parsed(site / f"topics/{topic.key}/index.html")
        for part in page.xpath("//div[@class='since']"):
            items = part.xpath(".//li")
            claims = corpus.claims_of_topic[topic.key]
            forecasts = [item for item in claims if item.id in corpus.forecast]
            developments = corpus.developments_of_topic.get(topic.key, [])
            assert len(items) == len(forecasts) + len(developments), topic.key
            text = " ".join(part.text_content().split())
            links = {link.text_content(): link.get("href") for link in part.iter("a")}
            for claim in forecasts:
                forecast = corpus.forecast[claim.id]
                assert links[forecast.title].endswith(f"forecasts/#forecast-{claim.id}")
            reasons = [corpus.forecast[claim.id].verdict.reason for claim in forecasts]
            shown = sum(" ".join(reason.split()) in text for reason in reasons)
            assert shown == min(len(forecasts), topic_since.SHOWN), topic.key


def test_a_page_is_named_apart_from_an_actor(site, corpus):
    for topic in corpus.topics:
        page = parsed(site / f"topics/{topic.key}/index.html")
        assert page.findtext(".//title").startswith(f"{topic.title}: what each brief says")
        assert page.xpath("//meta[@name='citation_title']/@content") == [
            f"{topic.title}: what each brief says"
        ]


@pytest.mark.content
@browser.needed
def test_a_page_is_read_in_five_phone_screens_and_little_is_underlined(chromium, address, corpus):
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    for topic in corpus.topics:
        page.goto(f"{address}topics/{topic.key}/")
        top = page.locator("article .folded >> nth=0").evaluate(
            "part => part.getBoundingClientRect().top + scrollY"
        )
        assert top <= 5 * 844, topic.key
        share = page.evaluate(
            """() => { let all = 0, lined = 0;
            const article = document.querySelector('article'), walk = document.createTreeWalker(article, 4);
            for (let text; text = walk.nextNode();) {
              const size = text.textContent.trim().length, at = text.parentElement;
              if (at.closest('script, style, .folded, .cite-box') || !at.checkVisibility()) continue;
              all += size;
              const link = at.closest('a');
              if (link && getComputedStyle(link).textDecorationLine.includes('underline')) lined += size;
            } return lined / all; }"""
        )
        assert 0 < share < 0.08, (topic.key, share)
    context.close()


@pytest.mark.content
@browser.needed
@pytest.mark.parametrize("script", [True, False])
def test_a_link_unfolds_its_row_and_paper_shows_all(chromium, address, corpus, script):
    context = chromium.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{address}topics/russia/")
    row = page.locator("tr[id]").first
    assert not row.is_visible()
    page.locator(f".to-row[href='#{row.get_attribute('id')}']").first.click()
    browser.until(page, "row => row.checkVisibility()", arg=row.element_handle()) if script else (
        row.wait_for(state="visible")
    )
    page.goto(f"{address}topics/china/")
    page.emulate_media(media="print")
    assert page.locator(".comparison tr").nth(1).is_visible()
    context.close()
