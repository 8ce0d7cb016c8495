import { isResolvingPackage } from './resolvingRules';
import { withoutComments } from './withoutComments';

/** The templates that a Typst file hands its text to, and where names come from in it. */
export interface TemplateUse {
  /** Functions that the whole text is handed to, together with a title, authors or the like: `conf` of `#show: conf.with(title: …)`. */
  readonly applied: readonly string[];
  /** Names that packages give; `*` where one gives all of its own. */
  readonly fromPackages: readonly string[];
  /** Names that the file gives itself. */
  readonly own: readonly string[];
}

const name = '[\\p{XIDS}_][\\p{XIDC}_-]*';
const rule = new RegExp(
  `\\bshow\\s*:\\s*(?:\\(?\\s*${name}\\s*\\)?\\s*=>\\s*)?(${name})(?:\\.${name})*\\s*\\(`,
  'gu',
);
/** What a template is told of a text, and other functions that everything is handed to (numbering, code listings) are not. */
const ofText = /\b(?:title|subtitle|authors?|abstract|bibliography|supervisors?|degree|keywords)\s*:/;
/** So far behind its begin the arguments of a template are looked at. */
const argumentsSeen = 3000;
const binding = new RegExp(`\\blet\\s+(${name})`, 'gu');
const packageImport =
  /\bimport\s+"(@[\w-]+\/([\w-]+)[^"\n]*)"(?:[ \t]+as[ \t]+([\w-]+))?(?:[ \t]*:[ \t]*(\*|\([^)]*\)|[^\n;]+))?/g;

export function templateUse(text: string): TemplateUse {
  const code = withoutComments(text);
  return {
    applied: [...code.matchAll(rule)]
      .filter(({ 0: { length }, index }) => ofText.test(callAt(code, index + length)))
      .map(([, applied]) => applied!),
    own: [...code.matchAll(binding)].map(([, own]) => own!),
    fromPackages: [...code.matchAll(packageImport)].flatMap(([, from, module, alias, items]) => {
      if (isResolvingPackage(from!)) return [];
      if (items === undefined) return [alias ?? module!];
      if (items.trim() === '*') return ['*'];
      return items
        .replace(/[()]/g, '')
        .split(',')
        .map(
          item =>
            item
              .trim()
              .split(/\s+as\s+/)
              .at(-1)!,
        );
    }),
  };
}

/**
 * Whether the files of a document hand it to a template of a package. Such a template may give labels to parts of its own and read
 * glossaries, and so define what references name (Typst's tutorial, “Making a Template”).
 */
export function usesPackageTemplate(files: readonly TemplateUse[]): boolean {
  const given = new Set(files.flatMap(({ fromPackages }) => fromPackages));
  const own = new Set(files.flatMap(file => file.own));
  return files.some(({ applied }) =>
    applied.some(name => given.has(name) || (given.has('*') && !own.has(name))),
  );
}

/** The arguments of a call from behind its parenthesis to where that closes. */
function callAt(code: string, start: number): string {
  const limit = Math.min(code.length, start + argumentsSeen);
  let depth = 1;
  for (let at = start; at < limit; at++) {
    if (code[at] === '(') depth++;
    else if (code[at] === ')' && --depth === 0) return code.slice(start, at);
  }
  return code.slice(start, limit);
}
