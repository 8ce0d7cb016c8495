import type { Citation, Form } from '../citation';

/** As many citations as a habit needs that sets them off by nothing, which is more often a slip than a wish. */
const minUnspaced = 2;
/** The document's first citations tell how it sets them off. */
const maxLookedAt = 2000;

/**
 * What the document puts between a word and a citation behind it: a blank, a tie (`~`, a no-break space, Pandoc's `\ `), or nothing where
 * numbers are superscripts. A citation in the text follows its words less closely than one in parentheses: each form by itself.
 */
export function leadHabit(text: string, citations: readonly Citation[], form: Form): string {
  const counts = new Map<string, number>();
  for (const { start, keys } of citations.slice(0, maxLookedAt)) {
    if (!keys[0] || (keys[0].form === 'inText') !== (form === 'inText')) continue;
    const before = text.slice(Math.max(0, start - 3), start);
    const lead = /(?:~|\u00a0|\u202f|\\ )$/.exec(before)?.[0] ?? (/\s$/.test(before) ? ' ' : '');
    const hasWord = /[\p{L}\p{N}.,)\]}”’'"*_]$/u.test(before.slice(0, before.length - lead.length));
    if (hasWord) counts.set(lead, (counts.get(lead) ?? 0) + 1);
  }
  const unspaced = counts.get('') ?? 0;
  const [most = ' ', count = 0] =
    [...counts].filter(([lead]) => lead !== '').sort((a, b) => b[1] - a[1])[0] ?? [];
  return unspaced >= minUnspaced && unspaced > 2 * count ? '' : most;
}
