// A short row whose record stands in full on another page: who comes by the row's address is led there.
// Without this script the row's own link leads there.
(() => {
  const row = location.search ? null : document.getElementById(location.hash.slice(1));
  const link = row?.closest(".rows :is(tr, li)")?.querySelector("a[href]:not(.headerlink)");
  if (link) location.replace(link.href);
})();
