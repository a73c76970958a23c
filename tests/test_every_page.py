"""Every kind of page, in a browser, light and dark, wide and narrow: accessible, quiet, and asking nobody else.

Which kinds there are is found from the built site, so that a new one is looked at unasked.
"""

from urllib.parse import urldefrag, urljoin

import pytest
from conftest import built, whole_small
from lxml import html
from readers import browser, tools

from tools.benchmark import page_samples

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
VIEWS = [
    pytest.param("light", WIDE, id="light-wide"),
    pytest.param("dark", NARROW, id="dark-narrow"),
    pytest.param("light", NARROW, id="light-narrow", marks=pytest.mark.long),
    pytest.param("dark", WIDE, id="dark-wide", marks=pytest.mark.long),
]
"""Each width and each scheme always; every pair of them where time is no matter."""
NEWS = """window.violations = [];
document.addEventListener('securitypolicyviolation', event => violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`))"""


@pytest.fixture(scope="module")
def samples(site):
    return page_samples.samples(site)


class Watched:
    """A page in a fresh profile, with what it asked for and what it complained of."""

    def __init__(self, chromium, root, **settings):
        self.root, self.asked, self.said = root, [], []
        self.context = chromium.new_context(**settings)
        self.context.add_init_script(NEWS)
        self.page = page = self.context.new_page()
        page.on("request", lambda request: self.asked.append(request.url))
        page.on(
            "console",
            lambda message: (
                self.said.append(message.text) if message.type in ("error", "warning") else None
            ),
        )
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on(
            "dialog",
            lambda dialog: (self.said.append(f"dialog {dialog.message}"), dialog.dismiss()),
        )
        page.on(
            "response",
            lambda answer: (
                self.said.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None
            ),
        )

    def open(self, path):
        self.asked.clear()
        self.said.clear()
        self.page.goto(self.root + path)
        return self.page

    def faults(self) -> list[str]:
        """What a page did that it may not: complaints, blocked by its policy or not, and foreign requests."""
        return [
            *self.said,
            *self.page.evaluate("window.violations ?? []"),
            *(url for url in self.asked if not url.startswith((self.root, "data:"))),
        ]


@pytest.fixture
def watched(chromium, address):
    """A function that makes a Watched for the site."""
    made = []

    def make(**settings):
        made.append(Watched(chromium, settings.pop("root", address), **settings))
        return made[-1]

    yield make
    for one in made:
        one.context.close()


def overflow(page) -> list[str]:
    """What sticks out to the right, if the page scrolls sideways, and tables wider than the screen."""
    return page.evaluate("""() => document.documentElement.scrollWidth <= innerWidth && document.body.scrollWidth <= innerWidth ? [] :
        ['scrolls sideways', ...[...document.body.querySelectorAll('*')].filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1)
            .slice(0, 5).map(e => e.outerHTML.slice(0, 120))]
        .concat([...document.querySelectorAll('article table')].filter(e => e.getBoundingClientRect().right > innerWidth).map(e => e.outerHTML.slice(0, 120)))""")


@browser.needed
@tools.axe_needed
@pytest.mark.parametrize("scheme, view", VIEWS)
def test_every_kind_of_page_is_accessible_and_quiet(watched, samples, scheme, view):
    """Whatever is folded up is unfolded before axe looks."""
    looked, wrong = watched(color_scheme=scheme, viewport=view), {}
    for path in samples:
        page = looked.open(path)
        wrong[path] = overflow(page)
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        wrong[path] += [*overflow(page), *tools.axe(page), *looked.faults()]
    found = {path: faults for path, faults in wrong.items() if faults}
    assert not found, "\n".join(
        f"{path}: {fault}" for path, faults in found.items() for fault in faults
    )
    assert len(wrong) > 10
    assert page.evaluate("document.body.dataset.mdColorScheme") == (
        "slate" if scheme == "dark" else "default"
    )


@browser.needed
@tools.axe_needed
@pytest.mark.parametrize("scheme, view", VIEWS)
def test_search_and_drawer_are_accessible_when_open(watched, scheme, view):
    looked = watched(color_scheme=scheme, viewport=view)
    page = looked.open("about/")
    page.keyboard.press("/")
    page.keyboard.type("what")
    browser.until(page, "document.querySelector('.find-status').textContent")
    assert tools.axe(page) == [] and looked.faults() == []
    if view is NARROW:
        page = looked.open("about/")
        page.locator("label.md-header__button[for='__drawer']").click()
        links = page.locator(".md-sidebar--primary").get_by_role("link").filter(visible=True)
        links.nth(3).wait_for()
        assert tools.axe(page) == [] and looked.faults() == [] and overflow(page) == []


@tools.vnu_needed
def test_the_html_of_every_page_is_valid(site):
    files = sorted(site.rglob("*.html"))
    assert site / "404.html" in files and tools.vnu(files) == []


def test_no_id_stands_twice_on_any_page(site):
    """`tests/test_site.py` leaves out 404.html."""
    ids = html.parse(str(site / "404.html")).getroot().xpath("//@id")
    assert ids and len(ids) == len(set(ids))


def test_every_page_is_reached_by_links_alone(site):
    """From the home page, by links that stand in the HTML."""
    every = {
        path.relative_to(site).as_posix().removesuffix("index.html")
        for path in site.rglob("index.html")
    }
    reached, frontier = {""}, {""}
    while frontier:
        found = {
            urldefrag(urljoin(f"http://site/{at}", link))[0].removeprefix("http://site/")
            for at in frontier
            for link in html.parse(str(site / at / "index.html")).getroot().xpath("//a/@href")
        }
        frontier = (found & every) - reached
        reached |= frontier
    assert every - reached == set()


@browser.needed
@pytest.mark.parametrize("view", [WIDE, NARROW], ids=["wide", "narrow"])
def test_without_javascript_every_page_is_complete(watched, samples, view):
    """Nothing is hidden but what is folded up and forms that only a script could answer, and the way to other pages is open."""
    looked, hidden = watched(viewport=view, java_script_enabled=False), {}
    for path in samples:
        page = looked.open(path)
        hidden[path] = [
            *looked.said,
            *overflow(page),
            *page.evaluate("""() => {
            for (const one of document.querySelectorAll('article details')) one.open = true;
            return [...document.querySelectorAll('article *')].filter(e => e.textContent.trim() && !e.closest('script, style, template, svg, form[hidden]')
                && !e.checkVisibility({visibilityProperty: true}) && getComputedStyle(e).display != 'contents').map(e => e.outerHTML.slice(0, 120))}"""),
        ]
        if view is NARROW:
            page.locator("label.md-header__button[for='__drawer']").click()
        links = page.locator(".md-tabs a, .md-sidebar--primary a").filter(visible=True)
        links.nth(3).wait_for()
    assert {path: what for path, what in hidden.items() if what} == {}


@pytest.fixture(scope="module")
def below(shared, patience):
    """A site of the small project in a folder below a server's root, built for that address."""

    def make(folder):
        folder.mkdir()
        project = whole_small(folder / "project")
        built(project, folder / "root/below", SITE_URL=f"{browser.HOME}below/")

    return shared.folder("below", make) / "root"


@browser.needed
@pytest.mark.parametrize("how", ["hover", "focus"])
def test_a_claim_and_a_reference_are_previewed(watched, served, below, how):
    """Below a path of its own, where addresses and the policy must hold as well."""
    with served.at(below) as root:
        looked = watched(root=f"{root}below/", viewport=WIDE)
        page = looked.open("")
        page.keyboard.press("Tab")  # so that focus is shown
        getattr(page.locator("article p a[href$='briefs/alder-2020/#A1']").first, how)()
        page.get_by_text("The river rose in May 2019.").filter(visible=True).first.wait_for()
        page.mouse.move(0, 0)
        page = looked.open("")
        page.keyboard.press("Tab")
        getattr(page.locator("article a.cite").first, how)()
        page.locator(".md-tooltip2, .md-tooltip").get_by_text("On Rivers").filter(
            visible=True
        ).first.wait_for()
        assert looked.faults() == []


@browser.needed
def test_the_colours_are_switched_by_mouse_and_keyboard_and_kept(watched):
    page = watched(color_scheme="light", viewport=WIDE).open("about/")
    scheme = "document.body.dataset.mdColorScheme"
    page.locator("form[data-md-component=palette] label:visible").click()
    assert page.evaluate(scheme) == "slate"
    page.reload()
    assert page.evaluate(scheme) == "slate"
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('[data-md-component=palette]') !== null"):
            break
    page.keyboard.press("Enter")
    if page.evaluate(scheme) == "slate":  # a radio button is moved by arrows
        page.keyboard.press("ArrowRight")
    assert page.evaluate(scheme) == "default"


@browser.needed
@pytest.mark.parametrize("view", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_keyboard_shows_where_it_is(watched, samples, view):
    """What Tab reaches can be seen and is marked; it leads to all links of a page, and never into what is closed."""
    looked = watched(viewport=view, reduced_motion="reduce")
    page = looked.open(min((path for path in samples if path.startswith("about/")), key=len))
    lost, reached = [], set()
    for _ in range(150):
        page.keyboard.press("Tab")
        at = page.evaluate("""() => { const e = document.activeElement, box = e.getBoundingClientRect(), style = getComputedStyle(e);
            const shown = e.matches('.md-option') ? document.querySelector(`label[for=__palette_${(+e.id.at(-1) + 1) % 2}]`) : e;
            return {html: e.outerHTML.slice(0, 120), body: e === document.body, href: e.closest('article') && e.getAttribute('href'),
                seen: shown.checkVisibility({visibilityProperty: true}) && (shown !== e || box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth),
                marked: e.matches(':focus-visible')} }""")
        if at["body"]:
            break
        reached.add(at["href"])
        if not (at["seen"] and at["marked"]):
            lost.append(at["html"])
    assert at["body"], "Tab does not come to an end"
    assert lost == []
    assert (
        set(
            page.locator("article a[href]:visible").evaluate_all(
                "links => links.map(link => link.getAttribute('href'))"
            )
        )
        <= reached
    )


@browser.needed
def test_a_policy_forbids_what_is_not_the_sites_own(watched, samples):
    """Scripts that a page did not bring along, handlers, styles and foreign addresses: each page's policy blocks them."""
    looked = watched()
    for path in samples:
        page = looked.open(path)
        page.evaluate("""async () => {
            const add = (tag, set) => { const made = Object.assign(document.createElement(tag), set); document.body.append(made); return made };
            add('script', {textContent: 'window.ran = 1'});
            add('div', {innerHTML: '<b onclick="window.ran = 2">x</b>'}).firstChild.click();
            add('a', {href: 'javascript:window.ran = 3'}).click();
            add('img', {src: 'http://192.0.2.1/x.png'});
            add('script', {src: 'http://192.0.2.1/x.js'});
            add('iframe', {src: 'http://192.0.2.1/'});
            add('object', {data: 'x.swf'});
            add('base', {href: 'http://192.0.2.1/'});
            await fetch('http://192.0.2.1/').catch(() => 0);
            setTimeout('window.ran = 4');
        }""")
        browser.until(
            page,
            "all => all.every(one => violations.some(other => other.startsWith(`${one} `)))",
            [
                "script-src-elem",
                "script-src-attr",
                "img-src",
                "frame-src",
                "object-src",
                "base-uri",
                "connect-src",
                "script-src",
            ],
        )
        assert page.evaluate("window.ran") is None
