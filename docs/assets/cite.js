// Copying citations. Without this script every text and file is there; only the buttons are missing.
(() => {
  const live = document.createElement("div");
  live.className = "cite-live";
  live.setAttribute("role", "status");
  document.body.append(live);

  const copied = (button, text) => {
    const done = () => { live.textContent = "Copied: " + text.slice(0, 80); flash(button, "Copied"); };
    const failed = () => { live.textContent = "Copying is not allowed here; select the text instead."; flash(button, "Not allowed"); };
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, failed); else failed();
  };
  const flash = (button, word) => {
    const before = button.dataset.label;
    button.textContent = word;
    setTimeout(() => { button.textContent = before; }, 1600);
  };
  const button = (label, name, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "cite-copy";
    made.dataset.label = made.textContent = label;
    made.setAttribute("aria-label", name);
    made.addEventListener("click", () => act(made));
    return made;
  };
  const plain = element => element.textContent.replace(/\s+/g, " ").trim();
  const box = document.querySelector(".cite-box");

  // A claim's own citation, and its full form made from the box: the brief, then this page at the claim's address.
  const full = id => {
    const style = (box.querySelector("select") || {}).value || box.querySelector(".cite-form").dataset.style;
    const [page, brief] = [...box.querySelectorAll(`.cite-form[data-style="${style}"] .cite-text:not(.cite-short)`)]
      .map(text => plain(withoutButtons(text)));
    const address = document.querySelector('link[rel="cite-as"]').href;
    const place = document.querySelector(`#${id} ~ .about-claim .claim-citation`).textContent.match(/¶ \d+/)[0];
    return `${brief.replace(/\.?$/, "")} (${place}). Restated as claim ${id}: ${page.split(address).join(`${address}#${id}`)}`;
  };

  for (const text of document.querySelectorAll("[data-copy]")) {
    const claim = text.matches(".claim-citation") && plain(text).match(/\S+$/)[0];
    const after = claim ? text : text.lastChild;
    after.after(" ", button("Copy", "Copy this citation", made => copied(made, plain(claim ? text : withoutButtons(text)))));
    if (claim && box) {
      text.nextElementSibling.after(" ", button("Copy in full", `Copy in full the citation of claim ${claim}`,
        made => copied(made, full(claim))));
    }
  }
  function withoutButtons(element) {
    const copy = element.cloneNode(true);
    for (const made of copy.querySelectorAll("button")) made.remove();
    return copy;
  }
  // A page opened from a file cannot read another; there the file is to be had by its link alone.
  for (const link of location.protocol === "file:" ? [] : document.querySelectorAll("[data-copy-file]")) {
    link.after(" ", button("Copy", `Copy ${link.textContent}`, made =>
      fetch(link.href).then(answer => answer.text()).then(text => copied(made, text))));
  }

  // One style at a time, remembered.
  if (!box) return;
  const forms = [...box.querySelectorAll(".cite-form")];
  const styles = new Map(forms.map(form => [form.dataset.style, form.querySelector("h4").textContent]));
  const label = document.createElement("label");
  label.className = "cite-style";
  const select = document.createElement("select");
  for (const [value, name] of styles) select.add(new Option(name, value));
  label.append("Style ", select);
  const show = () => { for (const form of forms) form.hidden = form.dataset.style !== select.value; };
  try { if (styles.has(localStorage.getItem("cite-style"))) select.value = localStorage.getItem("cite-style"); } catch { /* not kept */ }
  select.addEventListener("change", () => { show(); try { localStorage.setItem("cite-style", select.value); } catch { /* not kept */ } });
  box.querySelector("h3").before(label);
  show();
})();
