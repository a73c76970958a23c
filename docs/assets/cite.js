// Copies citations of the page's box; puts a button beside each record, which opens cite-dialog.js.
(() => {
  const node = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const live = node("div", { className: "cite-live", role: "status" });
  document.body.append(live);

  // The day of access
  const now = new Date();
  const days = {
    long: now.toLocaleDateString("en-US", { day: "numeric", month: "long", year: "numeric" }),
    short: `${now.getDate()} ${["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."][now.getMonth()]} ${now.getFullYear()}`,
  };
  const dated = root => { for (const day of root.querySelectorAll(".cite-day")) day.replaceWith(days[day.dataset.day]); };
  dated(document);

  // Rich and plain text together, so that italics stay
  const plain = element => element.textContent.replace(/\s+/g, " ").trim();
  function rich(element) {
    const copy = element.cloneNode(true);
    for (const own of copy.querySelectorAll("button")) own.remove();
    for (const link of copy.querySelectorAll("a[href]")) link.setAttribute("href", link.href);
    return { html: `<p>${copy.innerHTML.trim()}</p>`, text: plain(copy) };
  }
  function write({ html, text }) {
    if (!navigator.clipboard) return Promise.reject();
    if (!html || !window.ClipboardItem) return navigator.clipboard.writeText(text);
    const as = (type, value) => new Blob([value], { type });
    return navigator.clipboard.write([new ClipboardItem({ "text/html": as("text/html", html), "text/plain": as("text/plain", text) })]);
  }
  const flash = (button, word) => {
    button.textContent = word;
    setTimeout(() => { button.textContent = button.dataset.label; }, 1600);
  };
  function copied(button, what) {
    write(what).then(
      () => { live.textContent = "Copied: " + what.text.slice(0, 80); flash(button, "Copied"); },
      () => { live.textContent = "Copying is not allowed; select the text."; flash(button, "Not allowed"); });
  }
  function button(label, name, act, className = "cite-copy") {
    const made = node("button", { type: "button", className, textContent: label });
    made.dataset.label = label;
    made.setAttribute("aria-label", name);
    made.addEventListener("click", () => act(made));
    return made;
  }
  const copyable = text => text.append(" ", button("Copy", "Copy this citation", made => copied(made, rich(text))));

  for (const text of document.querySelectorAll(".cite-form > .cite-text")) copyable(text);
  // One style at a time
  const kept = (key, value) => { try { return value === undefined ? localStorage.getItem(key) : localStorage.setItem(key, value); } catch { return null; } };
  function styled(root) {
    const forms = [...root.querySelectorAll(".cite-form")];
    const styles = new Map(forms.map(form => [form.dataset.style, form.querySelector("h4").textContent]));
    const select = node("select");
    for (const [value, name] of styles) select.add(new Option(name, value));
    const show = () => { for (const form of forms) form.hidden = form.dataset.style !== select.value; };
    if (styles.has(kept("cite-style"))) select.value = kept("cite-style");
    select.addEventListener("change", () => { show(); kept("cite-style", select.value); });
    root.querySelector(".cite-style")?.remove();
    root.querySelector("h3").before(node("label", { className: "cite-style" }, "Style ", select));
    show();
    return styles;
  }
  const box = document.querySelector(".cite-box");
  const labels = box && styled(box);
  // A page opened from a file can't read another
  if (location.protocol === "file:") return;

  const here = new URL(location.pathname, location.href).href;
  const words = (element, length = 70) => {
    const copy = element.cloneNode(true);
    for (const own of copy.querySelectorAll("button, .headerlink")) own.remove();
    return plain(copy).replace(/^¶ /, "").slice(0, length);
  };
  function failed() { live.textContent = "The citations can't be loaded now."; }
  const source = new URL("cite-dialog.js", document.currentScript.src).href;
  let loading;
  const more = () => loading ||= import(source).then(module => module.start({ node, live, dated, plain, copied, button, copyable, styled, box, labels, here, words }), error => { loading = undefined; throw error; });

  for (const link of document.querySelectorAll(".cite-files a[download]")) {
    const text = () => box?.contains(link) && link.getAttribute("href").startsWith("cite") ? more().then(it => it.pageFile(link.textContent))
      : fetch(link.href).then(answer => answer.text());
    link.after(" ", button("Copy", `Copy ${link.textContent}`, made => text().then(text => copied(made, { text }), failed)));
  }
  if (!box || !window.HTMLDialogElement) return;

  const current = box.querySelector(".cite-now");
  if (current) {
    box.querySelector("details").addEventListener("toggle", () =>
      more().then(it => it.showNow(current)).catch(() => copyable(current.firstElementChild)), { once: true });
  }

  const citing = (address, name) => button("Cite", `Cite ${name}`, () => more().then(it => it.citeRecord(address)).catch(failed), "cite-copy cite-open");

  for (const record of document.querySelectorAll("[data-cite], h4.claim, .works > dt")) {
    const address = `${here}#${record.id}`;
    const link = record.querySelector(".headerlink");
    const name = record.dataset.cite || (record.matches("figure") ? "this chart" : words(record));
    if (/^H\d$/.test(record.tagName)) {  // a heading is read out as what it holds
      const text = record.nextElementSibling;
      if (text?.matches("p")) text.append(" ", citing(address, name));
      else record.after(node("p", { className: "cite-after" }, citing(address, name)));
    }
    else if (link) link.after(" ", citing(address, name));
    else if (record.tagName !== "SPAN") (record.querySelector("figcaption") || record).append(" ", citing(address, name));
  }
  for (const link of document.querySelectorAll('.md-content a.headerlink:not([href^="#"])')) {
    if (link.href.split("#")[0] !== here) link.after(" ", citing(link.href, words(link.parentElement)));
  }

  for (const form of document.querySelectorAll("form[data-filters]")) {
    form.append(button("Cite this view", "Cite this view of the list", () => more().then(it => it.citeView(form)).catch(failed)));
  }

  const article = document.querySelector(".md-content");
  document.addEventListener("selectionchange", function begun() {
    const selection = document.getSelection();
    if (selection.isCollapsed || !article.contains(selection.anchorNode)) return;
    document.removeEventListener("selectionchange", begun);
    more().catch(failed);
  });
})();
