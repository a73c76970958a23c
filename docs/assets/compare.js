// Sorting and filtering of the overview of questions, kept in the address so that a view can be sent.
// Without this script the table stands complete.
(() => {
  const box = document.querySelector(".comparison.overview");
  const table = box && box.querySelector("table");
  if (!table) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const names = heads.map(head => head.textContent.trim());
  const NAMES = { agree: "agree", differ: "differ", conflict: "conflict", only: "only one speaks" };
  const topicOf = row => row.querySelector('a[href*="topics/"]');
  const key = link => link.getAttribute("href").replace(/^.*topics\//, "").replace(/\/?(index\.html)?$/, "");
  const relations = row => Object.keys(NAMES).filter(name => row.querySelector(`.rel.${name}`));
  const asked = new URLSearchParams(location.search);

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
  const found = new Set(rows.flatMap(relations));
  const controls = {
    topic: field("Topic", "topic", select(rows.map(topicOf).map(link => [key(link), link.textContent]))),
    relation: field("Relation", "relation", select(Object.entries(NAMES).filter(([name]) => found.has(name)))),
    words: field("Words", "words", Object.assign(document.createElement("input"), { type: "search" })),
  };
  const all = Object.assign(document.createElement("button"), { type: "button", textContent: "Show all", className: "show-all" });
  all.addEventListener("click", () => { clear(); apply(); controls.topic.focus(); });
  const status = document.createElement("output");
  status.setAttribute("aria-live", "polite");
  bar.append(all, status);
  box.before(bar);

  let sorting = "";
  function clear() { for (const control of Object.values(controls)) control.value = ""; }
  function apply() {
    const words = controls.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const content = row.textContent.toLowerCase();
      row.hidden = !((!controls.topic.value || key(topicOf(row)) === controls.topic.value)
        && (!controls.relation.value || relations(row).includes(controls.relation.value))
        && words.every(word => content.includes(word)));
      shown += !row.hidden;
    }
    all.hidden = shown === rows.length;
    status.value = `${shown} of ${rows.length} questions${sorting}`;
    const address = new URL(location.href);
    for (const [name, control] of Object.entries(controls)) {
      if (control.value) address.searchParams.set(name, control.value); else address.searchParams.delete(name);
    }
    const [at, head] = [...heads.entries()].find(([, item]) => item.hasAttribute("aria-sort")) || [];
    if (head) address.searchParams.set("sort", (head.getAttribute("aria-sort") === "descending" ? "-" : "") + names[at]);
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  }

  function sort(at, up) {
    for (const other of heads) other.removeAttribute("aria-sort");
    heads[at].setAttribute("aria-sort", up ? "ascending" : "descending");
    const sorted = [...rows].sort((a, b) => a.cells[at].textContent.localeCompare(b.cells[at].textContent, "en"));
    body.append(...(up ? sorted : sorted.reverse()));
    sorting = `, sorted by ${names[at]}, ${up ? "A to Z" : "Z to A"}`;
  }
  heads.forEach((head, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => { sort(at, head.getAttribute("aria-sort") !== "ascending"); apply(); });
  });

  const order = asked.get("sort") || "";
  const first = names.indexOf(order.replace(/^-/, ""));
  if (first >= 0) sort(first, !order.startsWith("-"));
  apply();
  if (!all.hidden) bar.scrollIntoView();
  // A link to a question that the filter hides shows it all the same.
  addEventListener("hashchange", () => {
    const row = document.getElementById(location.hash.slice(1));
    if (row && row.hidden) { clear(); apply(); row.scrollIntoView(); }
  });
})();
