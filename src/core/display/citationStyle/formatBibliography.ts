import type { Engine } from 'citeproc';
import type { CslItem } from '../../model/reference';
import { say } from '../../util/say';
import { checkStyle } from './citationStyle';
import {
  type FormattedBibliography,
  finished,
  formattedItem,
  formattedPlainly,
  type OutputFormat,
} from './formattedPlainly';
import { citable, engineFor, type StyleOptions, withoutEmptyGroups } from './styleEngine';

export type { StyleOptions } from './styleEngine';

/** References as a citation style lists them. What a style cannot format is listed plainly, and nothing is left out. */
export function formatBibliography(items: readonly CslItem[], options: StyleOptions): FormattedBibliography {
  return bibliographyFormatter(options)(items);
}

/**
 * The same for many calls with one style. To make a large style (APA, Chicago) ready takes a second or two, which the first call
 * does, so it belongs in a worker; each reference then takes milliseconds.
 */
export function bibliographyFormatter(
  options: StyleOptions,
): (items: readonly CslItem[]) => FormattedBibliography {
  const check = checkStyle(options.style);
  const problem = check.usable
    ? check.hasBibliography
      ? undefined
      : say('“{0}” has no reference list.', check.title)
    : check.problem;
  if (problem !== undefined) return items => formattedPlainly(items, problem, options.output);
  const known = new Map<string, object>();
  let engine: Engine | undefined;
  return items => {
    for (const item of items) known.set(item.id, citable(item, options.output));
    try {
      engine ??= engineFor(options, id => known.get(id)!);
      return { entries: listed(engine, items, options.output) };
    } catch (failure) {
      engine = undefined;
      return formattedPlainly(
        items,
        say('The style could not be used: {0}', String(failure)),
        options.output,
      );
    } finally {
      known.clear();
    }
  };
}

function listed(
  engine: Engine,
  items: readonly CslItem[],
  output: OutputFormat,
): FormattedBibliography['entries'] {
  // What the last call left in the engine would be taken for the new items.
  engine.updateItems([]);
  engine.updateItems([...new Set(items.map(({ id }) => id))]);
  const bibliography = engine.makeBibliography();
  if (!bibliography) return items.map(item => formattedItem(item, output));
  const [{ entry_ids }, texts] = bibliography;
  return texts.map((text, index) => ({
    key: entry_ids[index]![0]!,
    text: finished(withoutEmptyGroups(text.trim()), output),
  }));
}
