import { lazy } from '../../util/lazy';
import type { Token } from './token';

/** Ends of words, with their period, behind which a sentence goes on. */
const abbreviations = new Set(
  `vs. e.g. i.e. cf. viz. al. resp. approx. ca. c. fig. figs. eq. eqs. eqn. eqns. sec. secs. sect. ch. chap. chaps. app. tab. alg. thm. def.
   defs. prop. lem. cor. ex. ref. refs. no. nos. nr. vol. vols. p. pp. pg. ed. eds. trans. dr. prof. mr. mrs. ms. st. jr. sr. inc. ltd. co. corp.
   dept. univ. w.r.t. a.k.a. ph.d. jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. bzw. vgl. abb. u.a. z.b. d.h. s. hrsg. incl. op. cit.`.split(
    /\s+/,
  ),
);

/** A sentence, and where a citation for it goes. */
export interface Sentence {
  /** What it says: without markup and citations, on one line. */
  readonly text: string;
  readonly start: number;
  /** Before its full stop. */
  readonly beforeStop: number;
  /** Behind its full stop and the quotes and brackets that close there. */
  readonly afterStop: number;
}

const segmenter = lazy(() => new Intl.Segmenter('en', { granularity: 'sentence' }));

/**
 * The sentence of a paragraph at `offset`; between two sentences the one before, for one cites what one has just written. `undefined`
 * where nothing is said. Items of lists, headings, captions, notes and cells are paragraphs of their own.
 */
export function sentenceIn(tokens: readonly Token[], offset: number): Sentence | undefined {
  const block = blockAt(tokens, offset);
  let found: Token[] | undefined;
  for (const sentence of sentencesOf(block)) {
    if (!/[\p{L}\p{N}]/u.test(said(sentence))) continue;
    if (!found || sentence[0]!.start < offset) found = sentence;
    if (sentence.at(-1)!.end >= offset) break;
  }
  return found && withEnds(found);
}

/** All sentences of the paragraph at `offset` that say something, in order. */
export function sentencesIn(tokens: readonly Token[], offset: number): Sentence[] {
  return sentencesOf(blockAt(tokens, offset))
    .filter(sentence => /[\p{L}\p{N}]/u.test(said(sentence)))
    .map(withEnds);
}

/** What is said in a stretch of text, as a sentence has it. */
export function saidBetween(tokens: readonly Token[], start: number, end: number): string {
  return said(tokens.filter(token => token.start >= start && token.end <= end)).replace(/^[\s,;:.]+/, '');
}

interface Block {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
}

/** The tokens of the innermost block at a place that says something, without what is set apart in it. */
function blockAt(tokens: readonly Token[], offset: number): readonly Token[] {
  const around = blocksOf(tokens).filter(
    ({ start, end, tokens: inside }) => start <= offset && offset <= end && said(inside).trim() !== '',
  );
  const isIn = (inner: Block, outer: Block) =>
    inner !== outer &&
    outer.start <= inner.start &&
    inner.end <= outer.end &&
    inner.end - inner.start < outer.end - outer.start;
  // At the edge of two it is the one that was written first.
  const innermost = around.filter(block => !around.some(other => isIn(other, block)));
  return innermost.sort((a, b) => a.start - b.start)[0]?.tokens ?? [];
}

function blocksOf(tokens: readonly Token[]): Block[] {
  const blocks: Block[] = [];
  const open: { start: number; tokens: Token[] }[] = [{ start: tokens[0]?.start ?? 0, tokens: [] }];
  const end = (at: number) => blocks.push({ ...open.pop()!, end: at });
  for (const token of tokens) {
    if (token.parts) {
      end(token.start);
      open.push({ start: token.start, tokens: [] });
    }
    if ((token.nests === 'out' || token.nests === 'next') && open.length > 1) end(token.start);
    if (token.nests === 'in' || token.nests === 'next') open.push({ start: token.end, tokens: [] });
    if (!token.parts && !token.nests) open.at(-1)!.tokens.push(token);
  }
  while (open.length) end(tokens.at(-1)?.end ?? 0);
  return blocks;
}

/** Split at full stops. What is said is put together for that with each token's length, so that places stay. */
function sentencesOf(block: readonly Token[]): Token[][] {
  const [first] = block;
  if (!first) return [];
  let written = '';
  for (const { start, end, says, kind } of block) {
    const at = start - first.start;
    // What was set apart is passed over; a formula is a word, whatever signs it has.
    written = written.padEnd(at);
    const isPlain = says !== undefined && says.length === end - start && !/^\s/.test(says);
    written += isPlain ? says : (kind === 'word' && says ? 'x' : ' ').repeat(end - start);
  }
  const sentences: Token[][] = [];
  let from = 0;
  let sentence = '';
  let next = 0;
  const tokensBefore = (end: number) => {
    const begin = next;
    while (next < block.length && block[next]!.start < end) next++;
    return block.slice(begin, next);
  };
  for (const { segment } of segmenter().segment(written)) {
    sentence += segment;
    if (goesOn(sentence)) continue;
    from += sentence.length;
    sentences.push(tokensBefore(first.start + from));
    sentence = '';
  }
  if (sentence) sentences.push(tokensBefore(Number.POSITIVE_INFINITY));
  return sentences;
}

/** Whether what looks like a sentence ends with an abbreviation or an initial. */
function goesOn(sentence: string): boolean {
  const last = /(?:^|[\s([{~])((?:[\p{L}\p{M}][\p{L}\p{M}-]*\.)+)\s*$/u.exec(sentence)?.[1]?.toLowerCase();
  return last !== undefined && (abbreviations.has(last) || /^(?:\p{L}\.)+$/u.test(last));
}

function said(tokens: readonly Token[]): string {
  let text = '';
  for (const { says, kind } of tokens) text += says ?? (kind === 'blank' || kind === 'word' ? ' ' : '');
  return text
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?)\]])/g, '')
    .trim();
}

function withEnds(tokens: readonly Token[]): Sentence {
  const spoken = tokens.filter(({ kind }) => kind !== 'blank');
  let end = spoken.length;
  const isStop = (index: number) => /^[.!?…。！？]$/.test(spoken[index]?.says ?? '');
  let stop = end;
  while (stop > 0 && spoken[stop - 1]!.kind === 'close' && !isStop(stop - 1)) stop--;
  if (isStop(stop - 1)) {
    while (isStop(stop - 1)) stop--;
    end = stop;
  }
  return {
    text: said(tokens),
    start: tokens[0]!.start,
    beforeStop: spoken[end - 1]?.end ?? tokens[0]!.start,
    afterStop: spoken.at(-1)?.end ?? tokens[0]!.start,
  };
}
