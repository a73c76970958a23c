// Filters of a list. Without this script the list stands complete and its form stays hidden.
//
// <form class="filters" data-filters="ID of the box" data-items="CSS of the items" data-groups="CSS, optional" hidden>
// with a <select> for each data-… attribute of the items (several values parted by spaces), perhaps
// an <input type="search"> for words, and an <output>. What is chosen is kept in the address.
(() => {
  for (const form of document.querySelectorAll("form[data-filters]")) start(form);

  function start(form) {
    const box = document.getElementById(form.dataset.filters);
    if (!box) return;
    const items = [...box.querySelectorAll(form.dataset.items)];
    const groups = form.dataset.groups ? [...box.querySelectorAll(form.dataset.groups)] : [];
    const fields = [...form.elements].filter(field => field.name);
    const output = form.querySelector("output");
    const clear = form.querySelector("[type=reset]");

    const fits = (item, field) => field.type === "search"
      ? field.value.toLowerCase().split(/\s+/).every(word => item.textContent.toLowerCase().includes(word))
      : (item.dataset[field.name] || "").split(" ").includes(field.value);

    function apply() {
      const chosen = fields.filter(field => field.value.trim());
      let shown = 0;
      for (const item of items) shown += !(item.hidden = !chosen.every(field => fits(item, field)));
      for (const group of groups) group.hidden = !items.some(item => !item.hidden && group.contains(item));
      if (output) output.value = `${shown} of ${items.length} shown`;
      if (clear) clear.hidden = !chosen.length;
      box.dispatchEvent(new CustomEvent("filtered", { bubbles: true }));
    }

    function keep() {
      const address = new URL(location.href);
      for (const field of fields) {
        if (field.value.trim()) address.searchParams.set(field.name, field.value);
        else address.searchParams.delete(field.name);
      }
      history.replaceState(history.state, "", address);
    }

    function read() {
      const asked = new URL(location.href).searchParams;
      for (const field of fields) {
        field.value = asked.get(field.name) || "";
        if (field.selectedIndex === -1) field.value = "";
      }
      apply();
    }

    // A link to an entry that the filters hide must not lead nowhere.
    function reach() {
      const aim = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!aim || !items.some(item => item.hidden && item.contains(aim))) return;
      for (const field of fields) field.value = "";
      keep();
      apply();
      aim.scrollIntoView();
    }

    form.addEventListener("input", () => { apply(); keep(); });
    form.addEventListener("submit", event => event.preventDefault());
    form.addEventListener("reset", event => {
      event.preventDefault();
      for (const field of fields) field.value = "";
      apply();
      keep();
      fields[0].focus();
    });
    addEventListener("popstate", read);
    addEventListener("hashchange", reach);
    form.hidden = false;
    read();
    reach();
  }
})();
