// What the search dialog does. Nothing of the index is loaded before it opens. What the index holds
// is shown as text only, never as markup.

// Makes a dialog (search.js) work; returns what to call whenever it was opened, with whether Enter was
// pressed since.
export default function start(dialog) {
  const index = new URL("../pagefind/", import.meta.url);
  const form = dialog.querySelector("form"), input = form.elements.q;
  const selects = [...form.querySelectorAll("select")];
  const [status, list, more] = [".find-status", ".find-results", ".find-more"].map(name => dialog.querySelector(name));
  const WEIGHTS = { name: 9, title: 5, also: 4, lesser: 2, place: .5 };
  const BREAK = "│", PAGE = 10, FEW = 3, LINES = 3, LONG = 45, WAIT = 120;
  const EXACT = /^\s*".+"\s*$/, SENTENCE = /[.!?]["”’)\]]*$/;
  const COMMON = new Set(("a an and are as at be between by did do does for from had has have how if in into is it its of on or s say says so than that the"
    + " their them there these they this those to was were what when where which while who whom whose why will with would").split(" "));

  let loading, labels, total, latest = 0, found = [], busy = Promise.resolve();
  const load = () => loading ||= Promise.all([import(new URL("pagefind.js", index)), fetch(new URL("labels.json", index)).then(answer => answer.json())])
    .then(async ([pagefind, names]) => {
      labels = names;
      await pagefind.options({ ranking: { metaWeights: WEIGHTS } });
      total = Object.values((await pagefind.filters()).kind).reduce((sum, count) => sum + count, 0);
      return pagefind;
    });

  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  };
  const text = (word, marked) => {
    const shown = /\p{Script=Hangul}/u.test(word) ? Object.assign(element("span", "", word), { lang: "ko" }) : word;
    return marked ? element("mark", "", shown) : shown;
  };

  // The words that matter: a question's "what does" stands in no entry that answers it.
  const words = query => {
    const all = query.split(/\s+/).filter(Boolean);
    const telling = all.filter(word => !COMMON.has(word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")));
    return telling.length ? telling : all;
  };
  const chosen = but => Object.fromEntries(selects.filter(select => select.value && select !== but).map(select => [select.name, select.value]));

  // For a word that it does not have, Pagefind gives those that begin alike, down to a single letter.
  const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  async function holds(result, word) {
    const { meta, content } = await result.data();
    return plain([...Object.values(meta), content].join(" ")).includes(plain(word).replace(/[^\p{L}\p{N}].*/u, "").slice(0, 4));
  }

  // Where few entries hold every word, those count too that hold most: by how well each word fits, and
  // how rare it is.
  async function results(ask, query, filters) {
    const exact = EXACT.test(query), parts = exact ? [query] : words(query);
    let { results: whole } = await ask(parts.join(" ") || null, filters);
    if (whole.length && !exact && !(await Promise.all(parts.map(part => holds(whole[0], part)))).every(Boolean)) whole = [];
    if (whole.length >= FEW || parts.length < 2) return { all: whole.length, every: whole };
    const scores = new Map();
    for (const part of parts.slice(0, 8)) {
      const { results: some } = await ask(part, filters);
      if (!some.length || !await holds(some[0], part)) continue;
      for (const result of some) {
        const entry = scores.get(result.id) || { result, score: 0 };
        entry.score += (1 + result.score / some[0].score / 2) * Math.log(1 + total / some.length);
        scores.set(result.id, entry);
      }
    }
    const ranked = [...scores.values()].sort((a, b) => b.score - a.score).map(entry => entry.result);
    return { all: whole.length, every: ranked.slice(0, 2 * PAGE) };
  }

  // Every select wants its counts, and without a filter all of these and the results are one search: for a
  // word of every second entry Pagefind ranks thousands.
  function asking(pagefind) {
    const asked = new Map();
    return (term, filters) => {
      const key = JSON.stringify([term, filters]);
      if (!asked.has(key)) asked.set(key, pagefind.search(term, { filters }));
      return asked.get(key);
    };
  }

  async function search() {
    if (!dialog.open) return;
    const turn = ++latest, query = input.value.trim(), filters = chosen();
    remember();
    const pagefind = await load().catch(() => null);
    if (turn !== latest) return;
    if (!pagefind) return status.textContent = "Search cannot be loaded here.";
    const term = (EXACT.test(query) ? query : words(query).join(" ")) || null;
    const ask = asking(pagefind);
    const counts = await Promise.all(selects.map(select => ask(term, chosen(select))));
    const { all, every } = query || Object.keys(filters).length ? await results(ask, query, filters) : { all: 0, every: [] };
    if (turn !== latest) return;
    selects.forEach((select, at) => offer(select, query && !all ? null : counts[at].filters[select.name] || {}));
    found = every;
    await show(turn, true);
    if (turn !== latest) return;
    const some = every.length - all, entries = number => `${number} ${number === 1 ? "result" : "results"}`;
    status.textContent = !query && !Object.keys(filters).length ? ""
      : !every.length ? `No results${query ? ` for “${query}”` : ""}. Fewer words or other filters may help.`
      : !some ? entries(all)
      : all ? `${entries(all)} with all words, ${some} with some` : `Nothing holds all of these words; ${entries(some)} with some`;
  }

  // The choices of a filter, with how many results each leaves; without counts all are offered.
  function offer(select, counts) {
    const value = select.value;
    const options = Object.entries(labels[select.name]).filter(([key]) => !counts || counts[key] || key === value)
      .map(([key, name]) => new Option(counts ? `${name} (${counts[key] || 0})` : name, key, false, key === value));
    select.replaceChildren(new Option("all", ""), ...options);
    select.value = value;
  }

  async function show(turn, anew) {
    const start = anew ? 0 : list.children.length;
    const data = await Promise.all(found.slice(start, start + PAGE).map(result => result.data()));
    if (turn !== latest) return;
    const named = entry => title(entry).toLowerCase() === input.value.trim().toLowerCase();
    data.sort((a, b) => named(b) - named(a));
    if (anew) list.replaceChildren();
    list.append(...data.map(item));
    more.hidden = found.length <= list.children.length;
    if (!anew) list.children[start]?.querySelector("a").focus();
  }

  const title = ({ meta }) => meta.name || meta.title || meta.lesser;

  // A page is shown by the section that fits best, or as a whole when its name holds every word.
  function section({ meta, locations, sub_results: parts, anchors }) {
    const named = meta.name && locations.filter(at => at < meta.name.split(/\s+/).length).length >= words(input.value).length;
    const part = named ? parts[0] : parts.reduce((best, other) => (other.locations.length > (best?.locations.length || 0) ? other : best), null);
    if (!part?.anchor) return { locations, start: 0, end: Infinity };
    const after = anchors.map(anchor => anchor.location).filter(at => at > part.anchor.location);
    const start = part.anchor.location + part.title.trim().split(/\s+/).length;
    const own = part.anchor.element === "h1" ? {} : { title: part.title, url: part.url };
    return { ...own, locations: part.locations, start, end: Math.min(...after) };
  }

  function item(data) {
    const { filters, meta } = data, part = section(data);
    const link = element("a", "", text(part.title ? `${title(data)} › ${part.title}` : title(data)));
    link.href = part.url || data.url;
    const kind = element("span", "find-kind", labels.kind[filters.kind[0]]);
    kind.dataset.kind = filters.kind[0];
    const head = element("p", "find-head", kind, " ", link);
    if (meta.place) head.append(" ", element("span", "find-place", meta.place));
    const facets = ["topic", "actor"].filter(name => filters[name]).map(name => element("p", "find-facets", `${form.elements[name].labels[0].firstChild.data.trim()}:`,
      ...filters[name].slice(0, 4).flatMap(key => {
        const made = element("button", "", labels[name][key] || key);
        Object.assign(made, { type: "button", title: "Only results with this" });
        made.addEventListener("click", () => choose(name, key));
        return [" ", made];
      })));
    return element("li", "", head, ...excerpt(data.content, part, data.anchors.length), ...facets.length ? [element("div", "find-facets", ...facets)] : []);
  }

  // Nothing is cut within a sentence, or "some argue" and "extremely unlikely" would be lost: of an
  // entry the whole lines that hold a match, of a page's prose the sentences from the first match on.
  function excerpt(content, { locations, start, end }, prose) {
    const marked = new Set(locations), lines = [[]];
    content.split(/\s+/).forEach((word, at) => {
      if (word === BREAK) lines.push([]);
      else if (at >= start && at < end) lines.at(-1).push({ word, marked: marked.has(at) });
      if (prose && SENTENCE.test(word) && !/^(\p{L}\.)+$/u.test(word)) lines.push([]);
    });
    const whole = lines.filter(line => line.length), hits = whole.filter(line => line.some(({ marked }) => marked));
    let shown = (hits.length ? hits : whole).slice(0, LINES);
    if (prose) {
      const first = Math.max(0, whole.indexOf(hits[0])), more = { word: "…" };
      let last = first + 1, length = whole[first]?.length || 0;
      while (last < whole.length && (length += whole[last].length) <= LONG) last++;
      shown = [[...first ? [more] : [], ...whole.slice(first, last).flat(), ...last < whole.length ? [more] : []]];
    }
    return shown.map(line => element("p", "find-text", ...line.flatMap(({ word, marked }) => [text(word, marked), " "])));
  }

  // The search stands in the address, so that it can be sent to somebody.
  function remember(gone) {
    const address = new URL(location), any = [input, ...selects].some(control => control.value);
    for (const { name, value } of [input, ...selects]) {
      address.searchParams.delete(name);
      if (!gone && (value || (any && name === "q"))) address.searchParams.set(name, value);
    }
    history.replaceState(history.state, "", address);
  }

  function choose(name, key) {
    const select = form.elements[name];
    if (![...select.options].some(option => option.value === key)) select.add(new Option(labels[name]?.[key] || key, key));
    select.value = key;
    input.focus();
    busy = search();
  }

  function close() {
    remember(true);
    dialog.close();
  }

  dialog.addEventListener("close", () => remember(true));
  dialog.addEventListener("click", event => {
    const link = event.target.closest("a");
    // On the page itself the address loses the search first: the link is a jump then, not a reload.
    if (event.target === dialog || (link && link.pathname === location.pathname && !event.metaKey && !event.ctrlKey)) close();
  });
  more.addEventListener("click", () => show(latest));
  form.addEventListener("submit", async event => {
    event.preventDefault();
    await busy;
    list.querySelector("a")?.click();
  });
  let timer;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    busy = new Promise(done => timer = setTimeout(done, WAIT)).then(search);
  });
  form.addEventListener("change", event => event.target !== input && (busy = search()));
  dialog.addEventListener("keydown", event => {
    if (event.key === "Escape") return remember(true);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target.matches("select")) return;
    event.preventDefault();
    const stops = [input, ...list.querySelectorAll("a")];
    const here = stops.indexOf(event.target.closest("li")?.querySelector("a") || input);
    stops[Math.min(stops.length - 1, Math.max(0, here + step))].focus();
  });
  return enter => {
    busy = search();
    if (enter) form.requestSubmit();
  };
}
