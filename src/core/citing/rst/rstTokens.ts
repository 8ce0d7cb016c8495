import type { Citation } from '../citation';
import { paragraphAt } from '../place/paragraph';
import type { Token } from '../place/token';
import { citationsByStart, TokenList } from '../place/tokenList';
import { emphasised } from './readRst';

const blockStart = /[ \t]*(?:(?:(?:[-*+]|\d+[.)]|#\.|\|)[ \t]+)+|\.\.[ \t]+[^\n]*(?:\n|$))?/y;
const interpreted = /(?::[A-Za-z][\w:.+-]{0,60}:)?`[^`]+`(?::[A-Za-z][\w:.+-]{0,60}:|__?)?/y;
const literal = /``(?:[^`]|`(?!`))+``/y;
const reference = /\[[^[\]\n]+\]_|[A-Za-z0-9]\w*__?(?!\w)/y;
const address = /https?:\/\/[^\s<>"\])}]*[^\s<>"\])}.,;:!?'”’]/y;
const emphasis = new RegExp(emphasised.source, 'y');
const mark = /\*\*|\*/y;

/** The paragraph around a position as it is to a citation. What the document cites there is in `citations`. */
export function rstTokens(text: string, offset: number, citations: readonly Citation[] = []): Token[] {
  const [start, end] = paragraphAt(text, offset);
  const list = new TokenList(text, start, end);
  const cited = citationsByStart(citations, start, end);
  while (list.at < end) {
    const citation = cited.get(list.at);
    const opening = list.isLineStart ? list.match(blockStart) : undefined;
    if (citation) list.add('word', citation.end);
    else if (opening !== undefined && opening > list.at) list.add('start', opening);
    else {
      const atom = [literal, interpreted, reference, address, emphasis]
        .map(one => list.match(one))
        .find(one => one);
      const single = list.match(mark);
      if (atom !== undefined) list.add('word', atom);
      else if (single !== undefined) list.mark(text.slice(list.at, single));
      else list.plain();
    }
  }
  return list.tokens;
}
