import { detachString } from '../../../util/detachString';
import { type Inline, lastCharacter, plainText, taggedText } from '../../tex/inline';
import { readTex } from '../../tex/readTex';
import { sentenceCase } from '../../tex/sentenceCase';

/** Collects the texts of an item: as people read them, and as citation processors take them where that differs. */
export class ItemText {
  readonly plain: Record<string, string> = {};
  readonly formatted: Record<string, string> = {};

  /** `inEnglish`: titles are to be brought into sentence case for processors, as Pandoc does for English. */
  constructor(
    private readonly inEnglish: boolean,
    private readonly mathematics: 'characters' | 'tex',
  ) {}

  set(field: string, content: readonly Inline[] | undefined, isTitle = false): void {
    if (!content?.length) return;
    const text = plainText(content);
    if (text === '') return;
    const formatted = taggedText(
      isTitle && this.inEnglish ? sentenceCase(content) : content,
      this.mathematics,
    );
    this.plain[field] = detachString(text);
    if (formatted !== text) this.formatted[field] = detachString(formatted);
  }
}

/** Texts with a sign between them, unless the one before ends with a sign of its own: `Title: Subtitle`, `What? An Answer`. */
export function joinedWith(
  sign: string,
  parts: readonly (readonly Inline[] | undefined)[],
): Inline[] | undefined {
  let joined: Inline[] | undefined;
  for (const part of parts) {
    if (!part?.length || (part.length === 1 && part[0] === '')) continue;
    if (!joined) joined = [...part];
    else joined.push(endsWithSign(joined, sign) ? ' ' : `${sign} `, ...part);
  }
  return joined;
}

/** In lists a full stop ends an abbreviation: `Wiley Inc.; Elsevier`. */
function endsWithSign(joined: readonly Inline[], sign: string): boolean {
  return (sign === ';' ? ',;' : '!?.,:;').includes(lastCharacter(joined.at(-1)) || ' ');
}

/** Places and publishers are lists: `New York and Paris` → `New York; Paris`. */
export function literalList(field: string | undefined): Inline[] | undefined {
  if (field === undefined) return undefined;
  if (!/\sand\s/.test(field)) return readTex(field);
  return joinedWith(';', splitOutsideBraces(field).map(readTex));
}

function splitOutsideBraces(field: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  const sign = /[{}]|\\.|\sand(?=\s)/gs;
  for (let match = sign.exec(field); match; match = sign.exec(field)) {
    if (match[0] === '{') depth++;
    else if (match[0] === '}') depth--;
    else if (depth === 0 && match[0].endsWith('and')) {
      parts.push(field.slice(start, match.index));
      start = match.index + match[0].length;
    }
  }
  return [...parts, field.slice(start)];
}
