// Bundles the theme's script again, from the sources in its source map, without what this site has
// none of: node bundle.mjs FOLDER-OF-THE-THEME'S-SCRIPTS TARGET. make theme-script does.
import { build } from "esbuild";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const [scripts, target] = process.argv.slice(2);
const name = fs.readdirSync(scripts).find(file => /^bundle\.\w+\.min\.js$/.test(file));
const map = JSON.parse(fs.readFileSync(path.join(scripts, `${name}.map`), "utf8"));

// Parts without anything to work on here: each function that one exports does nothing.
const UNUSED = new RegExp(`/(?:${[
  "components/(?:announce|consent|dialog|progress|search/\\w+|source/_|content/(?:annotation/\\w+|mermaid|tabs))",
  "integrations/(?:alternate|clipboard|instant|version)",
].join("|")})/index\\.tsx?$`);
// Old browsers, and those that do not know :focus-visible.
const POLYFILLS = /(?:polyfills\/index\.ts|focus-visible\.js)$/;
// Parts that are ours instead.
const OURS = { "content.ts": /components\/content\/_\/index\.ts$/, "code.ts": /components\/content\/code\/_\/index\.ts$/ };

// As a page opens in the colors that it has already, every style was computed three times.
const PALETTE = {
  'document.body.setAttribute("data-md-color-switching", "")':
    'if (document.body.dataset.mdColorScheme !== palette.color.scheme) document.body.setAttribute("data-md-color-switching", "")',
  "  document.head.appendChild(scheme)\n": "",
  "scheme.content = style.colorScheme":
    'if (scheme.isConnected || style.colorScheme !== "light") document.head.append(Object.assign(scheme, { content: style.colorScheme }))',
};

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "theme-script-"));
const home = path.join(folder, "src/templates/assets/javascripts");
const rxjs = path.join(folder, "node_modules/rxjs/src/internal");

// The map lacks files that hold no code of their own, such as those that only name others.
function unpack() {
  const folders = new Set();
  map.sources.forEach((source, at) => {
    const file = path.join(folder, source.replace(/^(\.\.\/)+/, ""));
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, map.sourcesContent[at]);
    for (let one = path.dirname(file); one.startsWith(home); one = path.dirname(one)) folders.add(one);
  });
  for (const one of folders) {
    if (fs.readdirSync(one).some(file => file.startsWith("index.ts"))) continue;
    exporting(path.join(one, "index.ts"), [...folders].filter(other => path.dirname(other) === one));
  }
  const operators = "observable operators scheduler".split(" ").flatMap(part => fs.readdirSync(path.join(rxjs, part)).map(file => path.join(rxjs, part, file)));
  const named = new Map(operators.reverse().map(file => [path.basename(file), file]));
  exporting(path.join(folder, "node_modules/rxjs/index.ts"), [...named.values(), ...["Observable", "Subject", "BehaviorSubject", "ReplaySubject", "util/identity"].map(file => path.join(rxjs, file))]);
}
const exporting = (file, others) => fs.writeFileSync(file, others.map(other => `export * from ${JSON.stringify(other.replace(/\.ts$/, ""))}\n`).join(""));

const without = {
  name: "without-unused",
  setup(bundling) {
    const as = (filter, contents) => bundling.onLoad({ filter }, file => ({ contents: contents(file.path), loader: "ts", resolveDir: path.dirname(file.path) }));
    as(POLYFILLS, () => "");
    for (const [file, filter] of Object.entries(OURS)) as(filter, () => fs.readFileSync(path.join(import.meta.dirname, file), "utf8"));
    as(/components\/palette\/index\.ts$/, file => {
      let source = fs.readFileSync(file, "utf8");
      for (const [theirs, ours] of Object.entries(PALETTE)) {
        if (!source.includes(theirs)) throw new Error(`${file} no longer holds ${theirs}`);
        source = source.replace(theirs, ours);
      }
      return source;
    });
    as(UNUSED, file => `import { EMPTY } from "rxjs"\n${[...fs.readFileSync(file, "utf8").matchAll(/^export function (\w+)/gm)].map(([, name]) => `export const ${name} = () => EMPTY`).join("\n")}`);
  },
};

try {
  unpack();
  await build({
    entryPoints: [path.join(home, "bundle.ts")],
    outfile: target,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2020",
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    alias: {
      "~": home,
      rxjs: path.join(folder, "node_modules/rxjs/index.ts"),
      "escape-html": path.join(folder, "node_modules/escape-html/index.js"),
      "focus-visible": path.join(folder, "node_modules/focus-visible/dist/focus-visible.js"),
    },
    plugins: [without],
    jsxFactory: "h",
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
    banner: { js: `// What the theme's script (${name} of Material for MkDocs) does on this site, and no more: made by make theme-script. MIT, (c) Martin Donath; with RxJS, Apache-2.0, and escape-html, MIT.` },
  });
} finally {
  fs.rmSync(folder, { recursive: true });
}
