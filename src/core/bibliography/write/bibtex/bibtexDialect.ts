import type { BibtexScanner } from '../../bibtex/scan/scanBibtex';

/** The two data models a `.bib` can have: that of BibTeX's own styles, or biblatex's (manual § 2). */
export type Dialect = 'bibtex' | 'biblatex';

/** Fields that only one of them has, of those that are in most entries. */
const biblatexFields = new Set(['date', 'journaltitle', 'eprinttype', 'eprintclass']);
const bibtexFields = new Set(['year', 'journal', 'archiveprefix', 'school']);

/** Types that BibTeX's own styles do not know. `location` alone tells nothing, as ACM's BibTeX has it too. */
export const biblatexTypes: ReadonlySet<string> = new Set(
  (
    'online report thesis software dataset collection mvbook mvcollection mvproceedings mvreference reference inreference ' +
    'bookinbook suppbook suppcollection suppperiodical periodical patent audio video image movie music performance artwork ' +
    'jurisdiction legislation legal letter review standard commentary set xdata'
  ).split(' '),
);

/** The dialect of a file; `undefined` where it shows none. JabRef says it; else what most entries have. */
export function dialectOf({ text, fields, entries, asides }: BibtexScanner): Dialect | undefined {
  for (const { type, start, end } of asides) {
    const said =
      type === 'comment' && /\bdatabaseType:\s*(biblatex|bibtex)\b/i.exec(text.slice(start, end))?.[1];
    if (said) return said.toLowerCase() as Dialect;
  }
  let biblatex = 0;
  let bibtex = 0;
  for (let field = 0; field < fields.length; field++) {
    const name = fields.name(field);
    if (biblatexFields.has(name)) biblatex++;
    else if (bibtexFields.has(name)) bibtex++;
  }
  for (const { type } of entries) if (biblatexTypes.has(type)) biblatex++;
  if (biblatex === bibtex) return undefined;
  return biblatex > bibtex ? 'biblatex' : 'bibtex';
}
