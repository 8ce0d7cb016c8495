import { readDate } from '../../bibtex/item/dates';
import { plainTex } from '../../tex/plainTex';
import type { Field } from './bibtexField';

/**
 * Fields as Typst takes them: a `year` or `date` that is no date (`in press`) makes it refuse the whole file, so what it says becomes
 * `pubstate`, where biblatex has such words.
 */
export function withTypstDates(fields: readonly Field[]): readonly Field[] {
  const hasState = fields.some(({ name }) => name === 'pubstate');
  return fields.flatMap(field => {
    if (!/^(?:event|orig|url)?(?:date|year)$/.test(field.name) || isTypstDate(field.value)) return [field];
    const isOwn = field.name === 'year' || field.name === 'date';
    return isOwn && !hasState ? [{ name: 'pubstate', value: field.value }] : [];
  });
}

function isTypstDate(value: string): boolean {
  return /^[\d./~?%-]+$/.test(plainTex(value).replace('–', '-')) && readDate(value) !== undefined;
}
