// Sorting and filtering of the overview of questions. Without this script the table stands complete.
(() => {
  const box = document.querySelector(".comparison.overview");
  const table = box && box.querySelector("table");
  if (!table) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const column = name => heads.findIndex(head => head.textContent.trim() === name);
  const topicAt = column("Topic"), relationAt = column("Relation");
  const relation = row => [...row.cells[relationAt].querySelectorAll("strong")].map(item => item.textContent);

  const bar = document.createElement("div");
  bar.className = "filters";
  const field = (label, control) => {
    const wrap = document.createElement("label");
    wrap.append(label, control);
    bar.append(wrap);
    control.addEventListener("input", apply);
    return control;
  };
  const select = values => {
    const made = document.createElement("select");
    for (const value of ["all", ...new Set(values)]) made.add(new Option(value, value === "all" ? "" : value));
    return made;
  };
  const topic = field("Topic", select(rows.map(row => row.cells[topicAt].textContent.trim())));
  const kind = field("Relation", select(rows.flatMap(relation)));
  const text = field("Words", Object.assign(document.createElement("input"), { type: "search" }));
  const count = bar.appendChild(document.createElement("output"));
  count.setAttribute("aria-live", "polite");
  box.before(bar);

  function apply() {
    const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const content = row.textContent.toLowerCase();
      const fits = (!topic.value || row.cells[topicAt].textContent.trim() === topic.value)
        && (!kind.value || relation(row).includes(kind.value))
        && words.every(word => content.includes(word));
      row.hidden = !fits;
      shown += fits;
    }
    count.value = `${shown} of ${rows.length} questions`;
  }

  heads.forEach((head, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const sorted = [...rows].sort((a, b) => a.cells[at].textContent.localeCompare(b.cells[at].textContent, "en"));
      body.append(...(up ? sorted : sorted.reverse()));
    });
  });
  apply();
})();
