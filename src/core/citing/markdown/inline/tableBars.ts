import { type TextRange, within } from '../../../model/textRange';
import { InlineReader } from './inlineReader';

/** Where the bars of a pipe table's row stand that part its cells: not those that are escaped, nor in code, math, raw HTML or TeX. */
export function tableBars(row: string): readonly number[] {
  const bars = [...row.matchAll(/\|/g)].map(({ index }) => index);
  if (!bars.length || !/[\\`$<]/.test(row)) return bars;
  const verbatim: TextRange[] = [];
  // Keys and addresses are no pieces yet.
  const signs = row.replace(/@|(?<=\])\(|<(?=[a-z][\w+.-]*:)/gi, ' ');
  new InlineReader(signs, {}, (from, to) => verbatim.push([from, to])).read();
  const isVerbatim = within(verbatim);
  return bars.filter(bar => !isVerbatim({ start: bar, end: bar + 1 }));
}
