// Folded parts open for what a link leads to. Previews of claims and notes: Escape closes them, and a touch on a mark shows its note in place.
// Enter follows the mark, as does a touch where no script runs or no preview comes.
(() => {
  const PREVIEW = ".md-tooltip2", WAIT = 700;
  let touched = false;
  addEventListener("pointerdown", event => { touched = event.pointerType === "touch"; }, true);
  addEventListener("click", event => {
    const mark = event.target.closest?.(".footnote-ref");
    if (!mark || !touched || !event.detail) return;
    event.preventDefault();
    setTimeout(() => { if (!document.querySelector(PREVIEW)) location.assign(mark.href); }, WAIT);
  });
  // What a link leads to is unfolded; newer browsers do that by themselves.
  const unfold = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    let folded = target?.closest("details:not([open])");
    if (!folded) return;
    for (; folded; folded = target.closest("details:not([open])")) folded.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  unfold();
  addEventListener("keydown", event => {
    if (event.key === "Escape") for (const preview of document.querySelectorAll(PREVIEW)) preview.hidden = true;
  });
})();
