// Copying citations: the box of the page, and a dialog for every record, filtered view and passage.
// Without this script every page has its citation, its files and its permanent links.
(() => {
  const node = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const live = node("div", { className: "cite-live", role: "status" });
  document.body.append(live);

  // Days of access, which only the reader's clock knows.
  const now = new Date();
  const days = {
    long: now.toLocaleDateString("en-US", { day: "numeric", month: "long", year: "numeric" }),
    short: `${now.getDate()} ${["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."][now.getMonth()]} ${now.getFullYear()}`,
  };
  const dated = root => { for (const day of root.querySelectorAll(".cite-day")) day.replaceWith(days[day.dataset.day]); };
  const two = number => String(number).padStart(2, "0");
  const datedFile = text => text.replace(/9999(\D+)12(\D+)31/g, (_, first, second) => first.length > 1
    ? [now.getFullYear(), first, now.getMonth() + 1, second, now.getDate()].join("")
    : [now.getFullYear(), first, two(now.getMonth() + 1), second, two(now.getDate())].join(""));
  dated(document);

  // Rich text and plain text together: what is set in italics stays so in a word processor.
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
      () => { live.textContent = "Copying is not allowed here; select the text instead."; flash(button, "Not allowed"); });
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
  const box = document.querySelector(".cite-box");
  // A page opened from a file cannot read another; there the file is to be had by its link alone.
  for (const link of location.protocol === "file:" ? [] : document.querySelectorAll(".cite-files a[download]")) {
    const text = () => box?.contains(link) ? citations(here).then(known => allOf(known, known.page, link.textContent))
      : fetch(link.href).then(answer => answer.text());
    link.after(" ", button("Copy", `Copy ${link.textContent}`, made => text().then(text => copied(made, { text }), failed)));
  }

  // One style at a time, remembered.
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
  if (!box) return;
  const labels = styled(box);
  if (location.protocol === "file:" || !window.HTMLDialogElement) return;

  // Everything else that has an address: its citations come when a reader asks for them.
  const files = new Map();
  const citations = page => {
    const address = new URL("citations.json", page).href;
    if (!files.has(address)) files.set(address, fetch(address).then(answer => { if (!answer.ok) throw new Error(answer.status); return answer.json(); }));
    return files.get(address);
  };
  const here = new URL(location.pathname, location.href).href;
  const escaped = text => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);

  // `fill` writes which part of a page is meant: [words, address after the page's own], or nothing.
  function formOf(known, key, fill) {
    const [, forms] = known.parts[key];
    const put = (text, safe) => !fill ? text : text.replaceAll("¶ 99999", safe(fill[0])).replaceAll("#citeplace", safe(fill[1])).replaceAll("citeplace", safe(fill[0]));
    return Object.fromEntries(Object.entries(forms).map(([style, pair]) => [style, pair.map(text => put(text, escaped))]));
  }
  const TEX = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
  function fileOf(known, item, format, fill) {
    const text = datedFile(known.files[item][format]);
    if (!fill) return text;
    const words = format === "CSL-JSON" ? JSON.stringify(fill[0]).slice(1, -1)
      : format === "RIS" ? fill[0] : fill[0].replace(/[&%$#_{}\\~^]/g, sign => TEX[sign] || `\\${sign}`);
    const address = format === "BibTeX" ? fill[1].replace(/[%#]/g, "\\$&") : fill[1];
    return text.replaceAll("\\#citeplace", address).replaceAll("#citeplace", address).replaceAll("citeplace", words);
  }

  // The page as it is now, below its edition: in one style without this script, in each with it.
  const current = box.querySelector(".cite-now");
  if (current) {
    box.querySelector("details").addEventListener("toggle", () => citations(here).then(known => {
      current.replaceChildren(...formsOf(known, known.page.find(([, , alone]) => alone)));
      styled(box);
    }, () => copyable(current.firstElementChild)), { once: true });
  }

  const dialog = node("dialog", { className: "cite-box cite-dialog" });
  dialog.setAttribute("aria-labelledby", "cite-dialog-title");
  dialog.addEventListener("click", event => { if (event.target === dialog) dialog.close(); });
  document.querySelector(".md-content .md-typeset").append(dialog);

  // The files of parts, [heading, key, alone, fill], as one: without the page as it is now where an edition goes before it.
  function allOf(known, parts, format) {
    const texts = new Map(parts.filter(([, , alone]) => !alone).map(([, key, , fill]) => {
      const item = known.parts[key][0];
      return [item, fileOf(known, item, format, fill)];
    }));
    return format === "CSL-JSON" ? JSON.stringify([...texts.values()].flatMap(text => JSON.parse(text)), null, 1) + "\n"
      : [...texts.values()].join(format === "RIS" ? "" : "\n");
  }
  function filesOf(label, known, parts, what) {
    const row = node("p", { className: "cite-files" }, `${label}: `);
    for (const format of Object.keys(Object.values(known.files)[0])) {
      row.append(button(format, `Copy ${what} as ${format}`, made => copied(made, { text: allOf(known, parts, format) })), " ");
    }
    return row;
  }
  // One part: a form for each style, and files of its own where those of all leave it out.
  function formsOf(known, [, key, alone, fill]) {
    const nodes = Object.entries(formOf(known, key, fill)).map(([style, pair]) => {
      const form = node("div", { className: "cite-form" }, node("h4", { textContent: labels.get(style) || style }));
      form.dataset.style = style;
      for (const markup of pair) {
        const text = node("p", { className: "cite-text", innerHTML: markup });
        copyable(text);
        form.append(text);
      }
      dated(form);
      return form;
    });
    return alone ? [...nodes, filesOf("This alone, for a reference manager", known, [[, key, false, fill]], "the page as it is now")] : nodes;
  }

  // `parts` are [heading, key, alone, fill]; `quoted` is a passage that goes before them.
  function show(title, known, parts, quoted) {
    const close = node("button", { type: "button", className: "cite-copy cite-close", textContent: "Close" });
    close.addEventListener("click", () => dialog.close());
    const heading = node("h2", { id: "cite-dialog-title", textContent: title });
    dialog.replaceChildren(close, heading);
    if (quoted) {
      const text = node("p", { className: "cite-text cite-quoted", textContent: quoted });
      copyable(text);
      dialog.append(node("h3", { textContent: "The passage" }), text);
    }
    for (const part of parts) dialog.append(node("h3", { textContent: part[0] }), ...formsOf(known, part));
    dialog.append(filesOf("All for a reference manager", known, parts, "all"));
    styled(dialog);
    dialog.showModal();
  }
  function failed() { live.textContent = "The citations can't be loaded now; the address in the browser's bar is the record's own."; }

  async function citeRecord(address) {
    const known = await citations(address.split("#")[0]);
    const record = known.records[decodeURIComponent(new URL(address).hash.slice(1))];
    if (record) show(`Cite: ${record.title}`, known, record.parts);
    else failed();
  }
  const words = (element, length = 70) => {
    const copy = element.cloneNode(true);
    for (const own of copy.querySelectorAll("button, .headerlink")) own.remove();
    return plain(copy).replace(/^¶ /, "").slice(0, length);
  };
  const citing = (address, name) => button("Cite", `Cite ${name}`, () => citeRecord(address).catch(failed), "cite-copy cite-open");

  // A button beside the permanent link of every record, here or on its own page.
  for (const record of document.querySelectorAll("[data-cite], h4.claim, .works > dt")) {
    const address = `${here}#${record.id}`;
    const link = record.querySelector(".headerlink");
    const name = record.dataset.cite || (record.matches("figure") ? "this chart" : words(record));
    if (/^H\d$/.test(record.tagName)) {  // not within it: a heading is read out as what it holds
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

  // A view: what a reader's choices have left of a list.
  for (const form of document.querySelectorAll("form[data-filters]")) {
    const cite = button("Cite this view", "Cite this view of the list", async () => {
      const known = await citations(here).catch(failed);
      const chosen = [...form.elements].filter(field => field.name && field.value.trim())
        .map(field => `${(field.labels?.[0]?.firstChild.textContent || field.name).trim()}: ${field.selectedOptions ? field.selectedOptions[0].textContent : field.value}`);
      if (known) show("Cite this view", known, known.view.map(([name, key, alone]) =>
        [name, key, alone, [chosen.length ? `filtered (${chosen.join("; ")})` : "whole list", location.search]]));
    });
    form.append(cite);
  }

  // A passage: its words, the briefs' paragraphs behind it, the page, the primary source.
  let loaded = null;  // the page's citations, asked for when a reader begins to select
  const MARK = "a.footnote-ref, a.place", OWN = "button, .headerlink, .cite-after, .to-row, .mend, .entry";
  function placeOf(mark) {
    const said = /^(.+?), paragraph (\d+)/.exec(mark.getAttribute("aria-label") || "");
    return said ? `${said[1]}, ¶ ${said[2]}` : loaded?.claims[mark.hash.slice(1)] || "";
  }
  // ["Easley 2024, ¶ 1", "Easley 2024, ¶ 4"] by their briefs: { "Easley 2024": [1, 4] }.
  function byBrief(places) {
    const briefs = new Map();
    for (const place of places) {
      const [label, number] = place.split(", ¶ ");
      briefs.set(label, [...new Set([...(briefs.get(label) || []), Number(number)])].sort((a, b) => a - b));
    }
    return briefs;
  }
  const locator = numbers => `${numbers.length > 1 ? "¶¶" : "¶"} ${numbers.join(", ")}`;
  const grouped = places => [...byBrief(places)].map(([label, numbers]) => `${label}, ${locator(numbers)}`).join("; ");
  function within(range) {
    const fragment = range.cloneContents();
    return { fragment, marks: [...new Set([...fragment.querySelectorAll(MARK)].map(placeOf).filter(Boolean))] };
  }
  // Marks that stand together become one parenthesis, as an author would write it.
  function withMarks(fragment) {
    for (const own of fragment.querySelectorAll(OWN)) own.remove();
    let last = null;
    for (const mark of fragment.querySelectorAll(MARK)) {
      const place = placeOf(mark);
      const sign = mark.closest("sup") || mark;
      if (!place) continue;
      let before = sign.previousSibling;
      while (before && before.nodeType === Node.TEXT_NODE && !before.data.trim()) before = before.previousSibling;
      if (last && before === last) {
        if (!last.places.includes(place)) last.places.push(place);
        sign.remove();
      } else {
        last = node("span", { places: [place] });
        const gap = /\s$/.test(sign.previousSibling?.textContent || "") ? "" : " ";
        last.gap = gap;
        sign.replaceWith(last);
      }
      last.textContent = `${last.gap}(${grouped(last.places)})`;
    }
    for (const link of fragment.querySelectorAll("a[href]")) link.setAttribute("href", new URL(link.getAttribute("href"), location.href).href);
    const holder = node("div", { className: "cite-measure" });
    holder.append(fragment);
    document.body.append(holder);
    const taken = { html: holder.innerHTML, text: holder.innerText.trim() };
    holder.remove();
    return taken;
  }
  const article = document.querySelector("article.md-content__inner") || document.querySelector(".md-content");
  const selected = () => {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    return article.contains(range.commonAncestorContainer) ? range : null;
  };
  document.addEventListener("copy", event => {
    const range = selected();
    if (!range) return;
    const { fragment } = within(range);
    if (!fragment.querySelector(`${MARK}, button, .headerlink`)) return;
    const { html, text } = withMarks(fragment);
    event.clipboardData.setData("text/html", html);
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
  });

  const passage = button("Cite this passage", "Cite the selected passage", () => citePassage().catch(failed), "cite-copy cite-passage");
  passage.hidden = true;
  // Pressing it must not lose what is selected.
  passage.addEventListener("mousedown", event => event.preventDefault());
  article.append(passage);
  let waiting;
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    if (!loaded && selected()) citations(here).then(known => { loaded = known; }, () => {});
    waiting = setTimeout(() => {
      const range = selected();
      const outside = !range || box.contains(range.commonAncestorContainer) || dialog.open || range.toString().trim().length < 12;
      passage.hidden = outside;
      if (outside) return;
      const place = [...range.getClientRects()].pop(), around = article.getBoundingClientRect();
      if (!place) return;
      passage.style.top = `${place.bottom - around.top + 4}px`;
      passage.style.left = `${Math.max(0, Math.min(place.left, around.right - 130) - around.left)}px`;
    }, 200);
  });
  async function citePassage() {
    const range = selected();
    const known = loaded = await citations(here);
    const { fragment, marks } = within(range);
    for (const own of fragment.querySelectorAll(`sup, a.place, ${OWN}`)) own.remove();
    const quotation = plain(fragment);
    const heads = [...article.querySelectorAll("h2[id], h3[id], h4[id]")].filter(head =>
      head.compareDocumentPosition(range.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING);
    const head = heads.filter(each => !dialog.contains(each) && !box.contains(each)).pop();
    // A text fragment: a few words at both ends are enough to find it, and short enough to print.
    const word = text => encodeURIComponent(text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")).replaceAll("-", "%2D");
    const all = quotation.split(" ");
    const ends = all.length > 8 ? [all.slice(0, 3).join(" "), all.slice(-3).join(" ")] : [quotation];
    const fill = [head ? `section ‘${words(head)}’` : "passage", `${head ? `#${head.id}` : "#"}:~:text=${ends.map(word).join(",")}`];
    const parts = known.view.map(([name, key, alone]) => [name, key, alone, fill]);
    for (const [label, numbers] of byBrief(marks)) {
      if (known.briefs[label]) parts.push([`The brief: ${label}, ${locator(numbers)}`, known.briefs[label], false, [locator(numbers), ""]]);
    }
    show("Cite this passage", known, parts, `“${quotation}”${marks.length ? ` (${grouped(marks)})` : ""}`);
  }
})();
