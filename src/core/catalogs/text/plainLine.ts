import { plainText } from '../../bibliography/tex/inline';
import { normalized } from '../../util/normalized';
import { readInlines } from './markupInlines';
import { withAccentsJoined } from './spacingAccents';

/** The plain text of a name of a person, publisher or the like; empty when there is none. */
export function plainLine(raw: unknown): string {
  if (typeof raw === 'number') return String(raw);
  if (typeof raw !== 'string') return '';
  const line = withPlainSigns(plainText(readInlines(raw))).trim();
  return isPlaceholder(line) ? '' : line;
}

/** Hyphens as keyboards have them, letters in one character each, and none that nobody sees: what typesetting left, and searches trip over. */
export function withPlainSigns(text: string): string {
  return withoutLigatures(
    withAccentsJoined(normalized(text, 'NFC'))
      .replace(/[\u2010\u2011]/g, '-')
      .replace(/[\u00ad\u200b\u2060\ufeff]/g, ''),
  );
}

export function withoutLigatures(text: string): string {
  return text.replace(/[\ufb00-\ufb06]/g, ligature => ligature.normalize('NFKC'));
}

/** What services say where they have nothing: DataCite's codes for the unknown (schema 4.5, appendix 3), `[Not Available]`. */
export function isPlaceholder(text: string): boolean {
  return /^(?:\(?:(?:unac|unal|unap|unas|unav|unkn|none|null|tba|etal)\)?|n\/a|-+|\[?(?:no title|title not available|no title available|not available|s\.\s?[nl]\.|(?:publisher|place of publication|date of publication) not identified)\]?\.?)$/i.test(
    text,
  );
}
