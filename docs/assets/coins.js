// Each work of the bibliography as COinS, for reference managers. They are a quarter of the page's
// weight and nothing that readers see, so they come at the first move of a mouse or press of a key:
// nobody saves a work without either, and a phone is spared. Zotero is told to look again.
(() => {
  if (!location.protocol.startsWith("http")) return;
  const signs = ["mousemove", "keydown"];
  for (const sign of signs) addEventListener(sign, add);

  async function add() {
    for (const sign of signs) removeEventListener(sign, add);
    const works = await fetch("coins.json").then(answer => answer.json());
    for (const [key, title] of Object.entries(works)) {
      document.getElementById(key)?.append(Object.assign(document.createElement("span"), { className: "Z3988", title }));
    }
    document.dispatchEvent(new Event("ZoteroItemUpdated", { bubbles: true, cancelable: true }));
  }
})();
