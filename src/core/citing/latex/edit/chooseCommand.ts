import type { Form } from '../../citation';
import { commandHabits, mostUsed } from '../commandHabits';
import type { LatexDocument } from '../latexDocument';

export type Commands = Readonly<Record<Form, string>>;

/** Classes that load natbib themselves. */
const natbibClasses =
  /^(?:elsarticle|acmart|revtex4(?:-[12])?|mnras|aastex\w*|emulateapj|aa|copernicus|ametsoc\w*|agujournal\w*|jss|pnas-new|sn-jnl|interact|apa6|plos\w*)$/;

/** Venues' style files that load natbib. */
const natbibStyles =
  /^(?:neurips|nips|iclr|icml|colm|corl|acl|naacl|eacl|emnlp|jmlr|tmlr|rlc)(?:\d|_|$|[a-z]?\d)/i;

/**
 * The command to cite with: the one the document uses most for this form, else the rest of its project, else that of the package it loads.
 * With its star where it has one: `parencite*`.
 */
export function chooseCommand(document: LatexDocument, form: Form): string {
  return (
    mostUsed(commandHabits([document]), form) ??
    mostUsed(document.projectHabits, form) ??
    commandsOf(document.packages)[form]
  );
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
