import type { Finding } from '../parsedBibliography';
import { mostListed } from '../problemLines';
import { expressionParts } from './bibtexFile';
import { valueKind } from './fieldTable';
import type { BibtexScanner, ScannedEntry } from './scanBibtex';

/** Names that every BibTeX style defines, with the usual longer forms. */
const months = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*$/i;

/** What the entries of a scanned file have wrong that does not hinder reading them: keys and fields that come twice, undefined abbreviations. */
export function checkEntries(scanned: BibtexScanner): Finding[] {
  const findings: Finding[] = [];
  const lineOfKey = new Map<string, number>();
  const defined = new Set(scanned.strings.map(({ name }) => name));
  for (const entry of scanned.entries) {
    const earlier = lineOfKey.get(entry.key);
    if (entry.key === '') continue;
    if (earlier === undefined) lineOfKey.set(entry.key, entry.line);
    else if (findings.length < mostListed)
      findings.push({
        start: entry.start,
        end: scanned.text.indexOf(entry.key, entry.start) + entry.key.length,
        severity: 'warning',
        message: `The key “${entry.key}” is also that of the entry in line ${earlier + 1}; both are kept. Give one of them another key.`,
      });
  }
  for (const finding of repeatedFields(scanned)) {
    if (findings.length >= mostListed) return findings;
    findings.push(finding);
  }
  for (const entry of scanned.entries) {
    if (findings.length >= mostListed) return findings;
    for (const finding of undefinedStrings(scanned, entry, defined)) findings.push(finding);
  }
  return findings;
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
          message: `The field “${fields.name(field)}” comes twice in the entry “${entry.key}”; the last one counts. Remove the other.`,
        };
      last[id] = field;
    }
}

function* undefinedStrings(
  { fields, text }: BibtexScanner,
  entry: ScannedEntry,
  defined: ReadonlySet<string>,
): Generator<Finding> {
  for (let field = entry.firstField; field < entry.endField; field++) {
    if (fields.kind(field) !== valueKind.expression) continue;
    const start = fields.start(field);
    const expression = text.slice(start, fields.end(field));
    if (/\s/.test(expression.trim()) && !expression.includes('#')) continue;
    for (const { name } of expressionParts(expression))
      if (/^[A-Za-z]/.test(name) && !months.test(name) && !defined.has(name.toLowerCase()))
        yield {
          start,
          end: fields.end(field),
          severity: 'warning',
          message: `No @string defines “${name}”; the word itself was taken. Define it, or put the value in braces.`,
        };
  }
}
