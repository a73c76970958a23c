// Each work of the bibliography as COinS, for reference managers. They are a third of the page's
// weight and nothing that readers see, so they come after it; Zotero is told to look again.
if (location.protocol.startsWith("http")) addEventListener("load", async () => {
  const works = await fetch("coins.json").then(answer => answer.json());
  for (const [key, title] of Object.entries(works)) {
    const place = document.getElementById(key)?.querySelector(".reference");
    place?.append(Object.assign(document.createElement("span"), { className: "Z3988", title }));
  }
  document.dispatchEvent(new Event("ZoteroItemUpdated", { bubbles: true, cancelable: true }));
});
