import type { Reference } from '../../model/reference';
import { stopWords } from '../../search/text/stopWords';
import { BoundedCache } from '../../util/collections/boundedCache';
import { TopList } from '../../util/collections/topList';

/** Mentions farther into an entry count half: titles and names mostly stand in its first lines, before its abstract. */
const headLength = 300;
const farMention = 0.5;
const shortestWord = 2;
/** The longest words of a query are looked for: they tell most, and each takes a pass through the file. */
const maxWords = 4;
/** Words whose mentions are remembered while somebody types on. */
const maxRemembered = 32;
const nowhere = -1;

interface Mentions {
  /** How far into each entry the word is mentioned first. */
  readonly places: Int32Array;
  /** How many entries mention it. */
  readonly count: number;
}

/** Finds references of a file by its bare text: at once, but only words as they are written there, or their beginnings. */
export class TextMentions {
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private readonly remembered = new BoundedCache<string, Mentions>(maxRemembered);

  /** `text` is what the references' places are offsets into; those without a place are never found. */
  constructor(
    private readonly references: readonly Reference[],
    private readonly text: string,
  ) {
    this.starts = new Int32Array(references.length);
    this.ends = new Int32Array(references.length);
    for (let at = 0; at < references.length; at++) {
      const { start = 0, end = 0 } = references[at]!.origin;
      this.starts[at] = start;
      this.ends[at] = end;
    }
  }

  /** The references that mention the words of a query, those with more and with rarer words first. */
  of(query: string, limit: number): Reference[] {
    const scores = new Float64Array(this.references.length);
    for (const word of wordsOf(query)) {
      const { places, count } = this.mentions(word);
      const weight = Math.log(1 + places.length / count);
      for (let at = 0; at < places.length; at++)
        if (places[at]! !== nowhere) scores[at]! += places[at]! < headLength ? weight : weight * farMention;
    }
    const top = new TopList(limit);
    for (let at = 0; at < scores.length; at++)
      if (scores[at]! > 0 && top.takes(scores[at]!, at)) top.add(scores[at]!, at);
    return top.descending().map(({ id }) => this.references[id]!);
  }

  private mentions(word: string): Mentions {
    const known = this.remembered.get(word);
    if (known) return known;
    const places = new Int32Array(this.references.length).fill(nowhere);
    const { text } = this;
    const mention = mentionOf(word);
    let count = 0;
    let entry = 0;
    for (let match = mention.exec(text); match; match = mention.exec(text)) {
      while (entry < places.length && this.ends[entry]! <= match.index) entry++;
      if (entry === places.length) break;
      // The first mention in an entry is enough; one before it stands between entries.
      const place = match.index - this.starts[entry]!;
      mention.lastIndex = place >= 0 ? this.ends[entry]! : this.starts[entry]!;
      if (place < 0) continue;
      places[entry] = place;
      count++;
    }
    const mentions = { places, count };
    return this.remembered.set(word, mentions);
  }
}

function wordsOf(query: string): string[] {
  const words = new Set(query.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  return [...words]
    .filter(word => word.length >= shortestWord && !stopWords.has(word))
    .sort((a, b) => b.length - a.length)
    .slice(0, maxWords);
}

/** A word, or its beginning, also where its capital is protected: `{L}anguage`. Letters and digits need no escaping. */
function mentionOf(word: string): RegExp {
  const [first = '', ...rest] = word;
  return new RegExp(`(?<![a-z])${first}\\}?${rest.join('')}`, 'gi');
}
