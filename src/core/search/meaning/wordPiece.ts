import { normalized } from '../../util/normalized';

const unknown = '[UNK]';
/** Longer words are unknown, as in BERT. */
const maxWordLength = 100;

/** Cuts text into the word pieces of BERT's uncased models: lower case, no accents, the longest known piece first. */
export class WordPieceTokenizer {
  private readonly ids = new Map<string, number>();
  private readonly start: number;
  private readonly end: number;
  private readonly unknown: number;

  constructor(pieces: readonly string[]) {
    for (const [id, piece] of pieces.entries()) this.ids.set(piece, id);
    const known = (piece: string) => this.ids.get(piece) ?? 0;
    this.start = known('[CLS]');
    this.end = known('[SEP]');
    this.unknown = known(unknown);
  }

  /** Whether the folded word is a piece by itself. */
  has(word: string): boolean {
    return this.ids.has(word);
  }

  /** The ids between the marks of start and end, `limit` at most with these. */
  encode(text: string, limit: number): number[] {
    const ids = [this.start];
    for (const [word] of normalise(text).matchAll(wordOrMark)) {
      if (ids.length >= limit - 1) break;
      ids.push(...this.pieces(word));
    }
    ids.length = Math.min(ids.length, limit - 1);
    ids.push(this.end);
    return ids;
  }

  /** How many of a text's pieces, the first `limit` of them, stand for words of which it knows nothing: 0 to 1, 1 for no words. */
  unknownShare(text: string, limit: number): number {
    const ids = this.encode(text, limit).slice(1, -1);
    return ids.length ? ids.filter(id => id === this.unknown).length / ids.length : 1;
  }

  private pieces(word: string): number[] {
    const chars = [...word];
    if (chars.length > maxWordLength) return [this.unknown];
    const found: number[] = [];
    for (let from = 0; from < chars.length; ) {
      let to = chars.length;
      let id: number | undefined;
      for (; to > from; to--) {
        id = this.ids.get((from ? '##' : '') + chars.slice(from, to).join(''));
        if (id !== undefined) break;
      }
      if (id === undefined) return [this.unknown];
      found.push(id);
      from = to;
    }
    return found;
  }
}

/** BERT counts every mark of ASCII as punctuation; ideographs stand alone. */
const alone = String.raw`\p{P}$+<=>^\x60|~\u{4E00}-\u{9FFF}\u{3400}-\u{4DBF}\u{20000}-\u{2CEAF}\u{F900}-\u{FAFF}\u{2F800}-\u{2FA1F}`;
const wordOrMark = new RegExp(String.raw`[${alone}]|[^\s${alone}]+`, 'gu');

function normalise(text: string): string {
  return normalized(text.replace(/[\0\uFFFD]|(?![\t\n\r])[\p{Cc}\p{Cf}\p{Co}]/gu, ''), 'NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}
