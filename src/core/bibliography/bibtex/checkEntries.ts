import type { TextRange } from '../../model/textRange';
import { say } from '../../util/say';
import { duplicateKeys } from '../duplicateKeys';
import type { Finding } from '../parsedBibliography';
import { maxListed } from '../problemLines';
import { expressionParts } from './bibtexFile';
import { valueKind } from './scan/fieldTable';
import type { BibtexScanner, ScannedEntry } from './scan/scanBibtex';
import { styleAbbreviations } from './styleAbbreviations';

/** Names that every BibTeX style defines, with the usual longer forms. */
const months = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*$/;

/** What the entries of a scanned file have wrong that does not hinder reading them: keys and fields that come twice, undefined abbreviations. */
export function checkEntries(scanned: BibtexScanner): Finding[] {
  const { entries, text } = scanned;
  // From the sign on: what is marked says which entry it is, and the key may be a letter of `@article`.
  const placeOf = ({ key, start }: ScannedEntry): TextRange => {
    const open = start + text.slice(start).search(/[{(]/);
    return [start, text.indexOf(key, open) + key.length];
  };
  const findings: Finding[] = [...duplicateKeys(entries, placeOf, true)];
  for (const finding of repeatedFields(scanned)) {
    if (findings.length >= maxListed) return findings;
    findings.push(finding);
  }
  return findings.concat(undefinedStrings(scanned));
}

function* repeatedFields({ fields, entries }: BibtexScanner): Generator<Finding> {
  /** By the number of its name, the field that had it last. */
  const last: number[] = [];
  for (const entry of entries)
    for (let field = entry.firstField; field < entry.endField; field++) {
      const id = fields.nameId(field);
      if (last[id] !== undefined && last[id] >= entry.firstField)
        yield {
          start: fields.start(field),
          end: fields.end(field),
          severity: 'information',
          code: 'repeated-field',
          message: say(
            'The field “{0}” comes twice in the entry “{1}”: BibTeX takes the first, biber and Pandoc the last. Remove one.',
            fields.name(field),
            entry.key,
          ),
        };
      last[id] = field;
    }
}

/** Told once for each name, where it is used first: those of a file whose abbreviations are defined in another may be thousands. */
function undefinedStrings({ fields, entries, strings, text }: BibtexScanner): Finding[] {
  const own = new Set(strings.map(({ name }) => name));
  const isUndefined = (name: string) =>
    /^[a-z]/.test(name) && !months.test(name) && !own.has(name) && !styleAbbreviations.has(name);
  /** By the value as written: most are months. */
  const known = new Map<string, readonly string[]>();
  const undefinedIn = (expression: string): readonly string[] => {
    if (/\s/.test(expression.trim()) && !expression.includes('#')) return [];
    const names = [...expressionParts(expression)].map(({ name }) => name);
    return names.filter(name => isUndefined(name.toLowerCase()));
  };
  const uses = new Map<string, { name: string; start: number; end: number; others: number }>();
  for (const entry of entries)
    for (let field = entry.firstField; field < entry.endField; field++) {
      if (fields.kind(field) !== valueKind.expression) continue;
      const start = fields.start(field);
      const end = fields.end(field);
      const expression = text.slice(start, end);
      const names = known.get(expression) ?? undefinedIn(expression);
      known.set(expression, names);
      for (const name of names) {
        const use = uses.get(name.toLowerCase());
        if (use) use.others++;
        else uses.set(name.toLowerCase(), { name, start, end, others: 0 });
      }
    }
  return [...uses].map(([abbreviation, { name, start, end, others }]) => {
    const message = undefinedString(name, others);
    return { start, end, severity: 'warning', code: 'undefined-string', message, abbreviation };
  });
}

function undefinedString(name: string, others: number): string {
  if (others === 0)
    return say(
      'No @string in this file defines “{0}”; the word itself was taken. Define it, or put the value in braces.',
      name,
    );
  return others === 1
    ? say(
        'No @string in this file defines “{0}”; the word itself was taken, here and in 1 more field. Define it, or put the value in braces.',
        name,
      )
    : say(
        'No @string in this file defines “{0}”; the word itself was taken, here and in {1} more fields. Define it, or put the value in braces.',
        name,
        others,
      );
}
