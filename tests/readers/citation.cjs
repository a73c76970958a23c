// Reads a JSON object {file name: text} from standard input with citation-js, and writes {file name: CSL-JSON items}.
const { plugins, Cite } = require("@citation-js/core");
require("@citation-js/plugin-bibtex");
require("@citation-js/plugin-csl");
require("@citation-js/plugin-ris");

plugins.config.get("@bibtex").parse.strict = false;
const FORMS = { bib: "@biblatex/text", ris: "@ris/file", json: "@csl/list+object" };

const read = (name, text) => {
  const form = name.split(".").pop();
  const data = form === "json" ? JSON.parse(text) : text;
  return new Cite(data, { forceType: FORMS[form] }).data.map(({ _graph, ...item }) => item);
};

let text = "";
process.stdin.on("data", piece => { text += piece; }).on("end", () => {
  const files = Object.entries(JSON.parse(text));
  process.stdout.write(JSON.stringify(Object.fromEntries(files.map(([name, content]) => [name, read(name, content)]))));
});
