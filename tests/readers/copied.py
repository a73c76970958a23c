"""What a report's author has on the clipboard after a press of a button, by its flavor."""

from readers import browser

BOTH = """navigator.clipboard.read().then(async items => Object.fromEntries(await Promise.all(
  items[0].types.map(async type => [type, await (await items[0].getType(type)).text()]))))"""

FORM = """following-sibling::*[1]/descendant-or-self::*[contains(@class,'cite-form')][not(@hidden)]
  | following-sibling::*[1][contains(@class,'cite-form')]/following-sibling::*[contains(@class,'cite-form')][not(@hidden)][1]"""
"""After its heading: the form in sight, or that within the page as it is now."""


def allowed(chromium, **settings):
    """A context of a browser whose pages may use the clipboard."""
    context = chromium.new_context(**settings)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    return context


def press(page, button) -> dict[str, str]:
    """Press a button that copies; what the clipboard then holds, by type."""
    button.click()
    browser.until(page, "button => button.textContent === 'Copied'", arg=button.element_handle())
    return page.evaluate(BOTH)


def dialog_of(page, opener):
    """The dialog that a button opens."""
    opener.click()
    dialog = page.locator("dialog[open]")
    dialog.wait_for()
    return dialog


def opener(page, anchor: str):
    """The button beside the record with an id."""
    mark = page.locator(f"[id='{anchor}']")
    if mark.evaluate("element => /^H\\d$/.test(element.tagName)"):
        return page.locator(f"[id='{anchor}'] + p .cite-open")
    return mark.locator(".cite-open").first


def forms(page, within) -> dict[str, list[dict[str, str]]]:
    """Every form in sight, full and short, by the heading above it: as it is pasted, by flavor."""
    found: dict[str, list[dict[str, str]]] = {}
    for heading in within.locator("h3").all():
        form = heading.locator(f"xpath={FORM}").first
        if form.count():
            found[heading.inner_text()] = [
                press(page, button) for button in form.locator(".cite-copy").all()
            ]
    return found
