// Ties the marks of a strip to the entries of the page: a name on hover, and what the filters hide is
// dimmed. The strip stands complete without this script, and the list says the same in words.
(() => {
  const marks = [...document.querySelectorAll(".strip [data-e]")];
  if (!marks.length) return;
  const links = new Map();
  for (const link of document.querySelectorAll(".md-content a[href*='timeline/']:not(svg a), .timeline a[href*='#']")) {
    const id = link.hash.slice(1);
    if (id && !link.matches(".headerlink") && !links.has(id)) links.set(id, link);
  }
  const entry = new Map();
  for (const id of new Set(marks.map(mark => mark.dataset.e))) {
    const item = document.getElementById(id) || (links.get(id) && links.get(id).closest("li"));
    if (!item) continue;
    const name = links.get(id) || item.querySelector("strong");
    const when = item.querySelector("time, .undated");
    entry.set(id, { item, text: [when, name].filter(Boolean).map(part => part.textContent.trim()).join(": ") });
  }
  for (const mark of marks) {
    const known = entry.get(mark.dataset.e);
    if (!known || mark.querySelector("title")) continue;
    const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
    title.textContent = known.text;
    mark.append(title);
  }
  document.addEventListener("filtered", () => {
    for (const mark of marks) {
      const known = entry.get(mark.dataset.e);
      mark.classList.toggle("dim", Boolean(known && known.item.hidden));
    }
  });
  for (const list of document.querySelectorAll(".timeline")) list.dispatchEvent(new CustomEvent("filtered", { bubbles: true }));
})();
