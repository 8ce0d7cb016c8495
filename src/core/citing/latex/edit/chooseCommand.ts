import type { Form } from '../../citation';
import type { LatexDocument } from '../latexDocument';

export type Commands = Readonly<Record<Form, string>>;

/** Classes that load natbib themselves. */
const natbibClasses =
  /^(?:elsarticle|acmart|revtex4(?:-[12])?|mnras|aastex\w*|emulateapj|aa|copernicus|ametsoc\w*|agujournal\w*|jss|pnas-new|sn-jnl|interact|apa6|plos\w*)$/;

/** Venues' style files that load natbib. */
const natbibStyles =
  /^(?:neurips|nips|iclr|icml|colm|corl|acl|naacl|eacl|emnlp|jmlr|tmlr|rlc)(?:\d|_|$|[a-z]?\d)/i;

/** Never a document's habit: they print other things than a reference to the text's claim. */
const notForClaims =
  /^(?:mask|nocite|.*full|bibentry|citetitle|citeurl|citedate|cite(?:full)?author|Cite|.*alt|.*alp|.*alias|citeyear\*?$|.*(?:vol|note|table|field|list|name|quote)|citenum|citen$)/;

/**
 * The command to cite with: the one the document uses most for this form, else that of the package it loads.
 * With its star where it has one: `parencite*`.
 */
export function chooseCommand(document: LatexDocument, form: Form): string {
  const counts = new Map<string, number>();
  for (const { command, keys, parts, unfinished } of document.citations) {
    const isSimple =
      parts.length === 1 && !unfinished && keys[0]?.form === form && !/cites\*?$/i.test(command);
    if (isSimple && !notForClaims.test(command) && takesKeysOnly(document, command))
      counts.set(command, (counts.get(command) ?? 0) + 1);
  }
  const [habit] = [...counts].sort((a, b) => b[1] - a[1]);
  return habit?.[0] ?? commandsOf(document.packages)[form];
}

/** An alias that wants more arguments than keys and notes cannot be written for the author. */
function takesKeysOnly(document: LatexDocument, command: string): boolean {
  const own = document.commands.get(command.replace(/\*$/, ''));
  return !own || /^<?[npPo]*k$/.test(own.arguments);
}

/** The commands of the bibliography package in use. */
export function commandsOf(packages: ReadonlyMap<string, string>): Commands {
  const options = packages.get('biblatex');
  if (options !== undefined) {
    const normal = /\bautocite\s*=|\bstyle\s*=\s*(?:verbose|authortitle-|footnote)/.test(options)
      ? 'autocite'
      : 'parencite';
    return { normal, inText: 'textcite', suppressAuthor: `${normal}*` };
  }
  const apacite = packages.get('apacite');
  if (apacite !== undefined && !apacite.includes('natbibapa'))
    return { normal: 'cite', inText: 'citeA', suppressAuthor: 'citeyear' };
  const names = [...packages.keys()];
  const natbib = ['natbib', 'apacite', 'jurabib', 'usebib'].some(name => packages.has(name));
  if (natbib || names.some(name => natbibClasses.test(name) || natbibStyles.test(name)))
    return { normal: 'citep', inText: 'citet', suppressAuthor: 'citeyearpar' };
  if (packages.has('harvard')) return { normal: 'cite', inText: 'citeasnoun', suppressAuthor: 'citeyear*' };
  if (packages.has('chicago') || packages.has('achicago'))
    return {
      normal: 'cite',
      inText: packages.has('achicago') ? 'citeA' : 'citeN',
      suppressAuthor: 'citeyear',
    };
  return { normal: 'cite', inText: 'cite', suppressAuthor: 'cite' };
}

/** How notes are written in the package in use: `[see][p. 3]`, `<see>[p. 3]`, or `[p. 3]` alone. */
export type NoteStyle = 'both' | 'angle' | 'post';

export function noteStyle(packages: ReadonlyMap<string, string>): NoteStyle {
  if (packages.has('apacite') && !packages.get('apacite')!.includes('natbibapa')) return 'angle';
  return commandsOf(packages).inText === 'cite' || packages.has('harvard') || packages.has('chicago')
    ? 'post'
    : 'both';
}
