// Search in a dialog, opened by its button, by a key, or by an address that holds a search. What the
// dialog does is loaded when it first opens (find.js); what is typed until then is searched for then.
(() => {
  const opener = document.querySelector(".find-open");
  if (!opener) return;
  if (!window.HTMLDialogElement) return opener.remove();
  const base = document.currentScript.src;
  let dialog, searching, entered;

  function made() {
    document.body.insertAdjacentHTML("beforeend", `<dialog class="find" aria-label="Search">
      <form class="find-form" role="search">
        <label class="find-words">${opener.querySelector("svg").outerHTML}
          <input type="search" name="q" aria-label="Search" placeholder="A name, a claim’s id, a question" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="go" aria-describedby="find-keys">
        </label>
        <button type="button" class="find-close" aria-label="Close search"><svg viewBox="0 0 24 24"><path d="M19 6.4 17.6 5 12 10.6 6.4 5 5 6.4l5.6 5.6L5 17.6 6.4 19l5.6-5.6 5.6 5.6 1.4-1.4-5.6-5.6z"/></svg></button>
        <div class="find-filters">${["Brief", "Kind", "Topic", "Actor"].map(name =>
          `<label>${name} <select name="${name.toLowerCase()}"><option value="">all</option></select></label>`).join(" ")}</div>
      </form>
      <p class="find-status" role="status"></p>
      <ol class="find-results"></ol>
      <button type="button" class="find-more" hidden>More results</button>
      <p class="find-keys" id="find-keys"><kbd>↑</kbd> <kbd>↓</kbd> move, <kbd>Enter</kbd> opens, <kbd>Esc</kbd> closes</p>
    </dialog>`);
    const dialog = document.body.lastElementChild;
    dialog.querySelector("form").addEventListener("submit", event => {
      event.preventDefault();
      entered = true;
    });
    dialog.querySelector(".find-close").addEventListener("click", () => dialog.close());
    dialog.addEventListener("keydown", event => {
      event.stopPropagation();  // the theme's own keys lead to other pages
      if (event.key !== "Escape") return;
      event.preventDefault();
      dialog.close();
      // Where nothing had the focus before, the hidden field keeps it for a frame and takes the next key.
      if (dialog.contains(document.activeElement)) document.activeElement.blur();
    });
    return dialog;
  }

  function open() {
    if (dialog?.open) return;
    dialog ||= made();
    dialog.showModal();
    dialog.querySelector("input").select();
    entered = false;
    searching ||= import(new URL("find.js", base)).then(find => find.default(dialog));
    searching.then(search => search(entered), () => {
      searching = null;
      dialog.querySelector(".find-status").textContent = "Search cannot be loaded here.";
    });
  }

  opener.addEventListener("click", open);
  addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || !["/", "s", "f"].includes(event.key)
      || event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    open();
  });

  const asked = new URL(location).searchParams;
  if (!asked.has("q")) return;
  dialog = made();
  for (const control of dialog.querySelectorAll("input, select")) {
    const value = asked.get(control.name);
    if (value && control.options) control.add(new Option(value, value, true, true));
    else if (value) control.value = value;
  }
  open();
})();
