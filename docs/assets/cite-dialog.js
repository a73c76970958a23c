// The dialog that cites a record, a filtered view or a passage; and marks that go along with what is copied.
// cite.js asks for it and hands over what both use: a page that nobody cites does without. Without either
// script every page has its citation, its files and its permanent links.
export function start({ node, live, dated, plain, copied, button, copyable, styled, box, labels, here, words }) {
  const now = new Date();
  const two = number => String(number).padStart(2, "0");
  const datedFile = text => text.replace(/9999(\D+)12(\D+)31/g, (_, first, second) => first.length > 1
    ? [now.getFullYear(), first, now.getMonth() + 1, second, now.getDate()].join("")
    : [now.getFullYear(), first, two(now.getMonth() + 1), second, two(now.getDate())].join(""));
  // Everything else that has an address: its citations come when a reader asks for them.
  const files = new Map();
  const citations = page => {
    const address = new URL("citations.json", page).href;
    if (!files.has(address)) files.set(address, fetch(address).then(answer => { if (!answer.ok) throw new Error(answer.status); return answer.json(); }));
    return files.get(address);
  };
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
    const preview = box.querySelector(".cite-preview");
    dialog.replaceChildren(close, heading, ...(preview ? [preview.cloneNode(true)] : []));
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
  async function citeRecord(address) {
    const known = await citations(address.split("#")[0]);
    const record = known.records[decodeURIComponent(new URL(address).hash.slice(1))];
    show(`Cite: ${record.title}`, known, record.parts);
  }
  // A view: what a reader's choices have left of a list.
  async function citeView(form) {
    const known = await citations(here);
    const chosen = [...form.elements].filter(field => field.name && field.value.trim())
      .map(field => `${(field.labels?.[0]?.firstChild.textContent || field.name).trim()}: ${field.selectedOptions ? field.selectedOptions[0].textContent : field.value}`);
    const fill = [chosen.length ? `filtered (${chosen.join("; ")})` : "whole list", location.search];
    show("Cite this view", known, known.view.map(([name, key, alone]) => [name, key, alone, fill]));
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

  const passage = button("Cite this passage", "Cite the selected passage", () => citePassage().catch(() => { live.textContent = "The citations can't be loaded now."; }), "cite-copy cite-passage");
  passage.hidden = true;
  // Pressing it must not lose what is selected.
  passage.addEventListener("mousedown", event => event.preventDefault());
  article.append(passage);
  let waiting;
  function watch() {
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
  }
  document.addEventListener("selectionchange", watch);
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
  watch();
  return {
    citeRecord,
    citeView,
    pageFile: format => citations(here).then(known => allOf(known, known.page, format)),
    showNow: current => citations(here).then(known => {
      current.replaceChildren(...formsOf(known, known.page.find(([, , alone]) => alone)));
      styled(box);
    }),
  };
}
