// Folding, sorting and filtering of the overview of questions; filter and order are kept in the address, so that a view can be sent.
// Without this script the tables stand open and complete.
(() => {
  const sections = [...document.querySelectorAll(".by-relation")];
  if (!sections.length) return;
  const tables = sections.map(section => section.querySelector("table"));
  const rowsOf = section => [...section.querySelectorAll("tbody tr")];
  const rows = sections.flatMap(rowsOf);
  const names = [...tables[0].tHead.rows[0].cells].map(head => head.textContent.trim());
  const folded = section => section.querySelector("details.questions");
  const topicOf = row => row.querySelector('a[href*="topics/"]');
  const key = link => link.getAttribute("href").replace(/^.*topics\//, "").replace(/\/?(index\.html)?$/, "");
  const relation = row => row.closest(".by-relation").dataset.relation;
  const asked = new URLSearchParams(location.search);
  // Addresses of views from before the relations had their names of today.
  const OLD = { agree: "agreement", differ: "partial-agreement", conflict: "dissonance", only: "silence" };
  if (OLD[asked.get("relation")]) asked.set("relation", OLD[asked.get("relation")]);

  const bar = document.createElement("div");
  bar.className = "filters";
  bar.setAttribute("role", "search");
  bar.setAttribute("aria-label", "Filter the questions");
  const field = (label, name, control) => {
    const wrap = document.createElement("label");
    wrap.append(label, control);
    bar.append(wrap);
    control.value = asked.get(name) || "";
    if (control.selectedIndex === -1) control.value = "";
    control.addEventListener("input", apply);
    return control;
  };
  const select = pairs => {
    const made = document.createElement("select");
    made.add(new Option("all", ""));
    for (const [value, text] of new Map(pairs)) made.add(new Option(text, value));
    return made;
  };
  const title = section => section.querySelector("h2").firstChild.textContent.trim();
  const controls = {
    topic: field("Topic", "topic", select(rows.map(topicOf).map(link => [key(link), link.textContent]))),
    relation: field("Relation", "relation", select(sections.map(section => [section.dataset.relation, title(section)]))),
    words: field("Words", "words", Object.assign(document.createElement("input"), { type: "search" })),
  };
  const all = Object.assign(document.createElement("button"), { type: "button", textContent: "Show all", className: "show-all" });
  all.addEventListener("click", () => { clear(); apply(); controls.topic.focus(); });
  const status = document.createElement("output");
  status.setAttribute("aria-live", "polite");
  bar.append(all, status);
  sections[0].before(bar);

  let sorting = "";
  function clear() { for (const control of Object.values(controls)) control.value = ""; }
  function apply() {
    const words = controls.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const content = row.textContent.toLowerCase();
      row.hidden = !((!controls.topic.value || key(topicOf(row)) === controls.topic.value)
        && (!controls.relation.value || relation(row) === controls.relation.value)
        && words.every(word => content.includes(word)));
      shown += !row.hidden;
    }
    all.hidden = shown === rows.length;
    for (const section of sections) {
      const every = rowsOf(section), kept = every.filter(row => !row.hidden).length;
      section.hidden = !kept;
      folded(section).querySelector("summary span").textContent = `${kept < every.length ? `${kept} of ` : ""}${every.length} question${every.length === 1 ? "" : "s"}`;
      if (!all.hidden) folded(section).open = true;
    }
    status.value = `${shown} of ${rows.length} questions${sorting}`;
    const address = new URL(location.href);
    for (const [name, control] of Object.entries(controls)) {
      if (control.value) address.searchParams.set(name, control.value); else address.searchParams.delete(name);
    }
    const [at, head] = [...tables[0].tHead.rows[0].cells].map((head, at) => [at, head]).find(([, head]) => head.hasAttribute("aria-sort")) || [];
    if (head) address.searchParams.set("sort", (head.getAttribute("aria-sort") === "descending" ? "-" : "") + names[at]);
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  }

  function sort(at, up) {
    for (const table of tables) {
      for (const [place, head] of [...table.tHead.rows[0].cells].entries()) {
        if (place === at) head.setAttribute("aria-sort", up ? "ascending" : "descending"); else head.removeAttribute("aria-sort");
      }
      const sorted = [...table.tBodies[0].rows].sort((a, b) => a.cells[at].textContent.localeCompare(b.cells[at].textContent, "en"));
      table.tBodies[0].append(...(up ? sorted : sorted.reverse()));
    }
    sorting = `, sorted by ${names[at]}, ${up ? "A to Z" : "Z to A"}`;
  }
  for (const head of tables.flatMap(table => [...table.tHead.rows[0].cells])) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => { sort(head.cellIndex, head.getAttribute("aria-sort") !== "ascending"); apply(); });
  }

  // Where the briefs part most stands open; the rest unfolds by hand, by a search within the page, and for what a link leads to.
  for (const section of sections.slice(1)) folded(section).open = false;
  const order = asked.get("sort") || "";
  const first = names.indexOf(order.replace(/^-/, ""));
  if (first >= 0) sort(first, !order.startsWith("-"));
  apply();
  if (!all.hidden) bar.scrollIntoView();
  function land() {
    const target = document.getElementById(location.hash.slice(1));
    const section = target && target.closest(".by-relation");
    if (!section) return;
    if (target.hidden || section.hidden) { clear(); apply(); }
    folded(section).open = true;
    target.scrollIntoView();
  }
  if (all.hidden || rows.some(row => row.id === location.hash.slice(1) && row.hidden)) land();
  addEventListener("hashchange", land);
})();
