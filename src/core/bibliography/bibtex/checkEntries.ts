import type { Finding } from '../parsedBibliography';
import { maxListed } from '../problemLines';
import { expressionParts } from './bibtexFile';
import { valueKind } from './fieldTable';
import type { BibtexScanner } from './scanBibtex';
import { styleAbbreviations } from './styleAbbreviations';

/** Names that every BibTeX style defines, with the usual longer forms. */
const months = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*$/;

/** What the entries of a scanned file have wrong that does not hinder reading them: keys and fields that come twice, undefined abbreviations. */
export function checkEntries(scanned: BibtexScanner): Finding[] {
  const findings: Finding[] = [];
  const lineOfKey = new Map<string, number>();
  for (const entry of scanned.entries) {
    const earlier = lineOfKey.get(entry.key);
    if (entry.key === '') continue;
    if (earlier === undefined) lineOfKey.set(entry.key, entry.line);
    else if (findings.length < maxListed)
      findings.push({
        start: entry.start,
        end: scanned.text.indexOf(entry.key, entry.start) + entry.key.length,
        severity: 'warning',
        code: 'duplicate-key',
        key: entry.key,
        message: `The key “${entry.key}” is also that of the entry in line ${earlier + 1}; both are kept. Give one of them another key.`,
      });
  }
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
          message: `The field “${fields.name(field)}” comes twice in the entry “${entry.key}”; the last one counts. Remove the other.`,
        };
      last[id] = field;
    }
}

/** Told once for each name, where it is used first: those of a file whose abbreviations are defined in another may be thousands. */
function undefinedStrings({ fields, entries, strings, text }: BibtexScanner): Finding[] {
  const own = new Set(strings.map(({ name }) => name));
  const isDefined = (name: string) => own.has(name) || styleAbbreviations.has(name);
  const uses = new Map<string, { name: string; start: number; end: number; others: number }>();
  for (const entry of entries)
    for (let field = entry.firstField; field < entry.endField; field++) {
      if (fields.kind(field) !== valueKind.expression) continue;
      const start = fields.start(field);
      const end = fields.end(field);
      const expression = text.slice(start, end);
      if (/\s/.test(expression.trim()) && !expression.includes('#')) continue;
      for (const { name } of expressionParts(expression)) {
        const folded = name.toLowerCase();
        if (!/^[a-z]/.test(folded) || months.test(folded) || isDefined(folded)) continue;
        const known = uses.get(folded);
        if (known) known.others++;
        else uses.set(folded, { name, start, end, others: 0 });
      }
    }
  return [...uses].map(([abbreviation, { name, start, end, others }]) => {
    const elsewhere = others ? `, here and in ${others} more ${others > 1 ? 'fields' : 'field'}` : '';
    const message = `No @string in this file defines “${name}”; the word itself was taken${elsewhere}. Define it, or put the value in braces.`;
    return { start, end, severity: 'warning', code: 'undefined-string', message, abbreviation };
  });
}
