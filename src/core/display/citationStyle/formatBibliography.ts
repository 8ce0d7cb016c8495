import CSL, { type Engine } from 'citeproc';
import { toCiteprocItem } from '../../model/citeprocItem';
import type { CslItem } from '../../model/reference';
import { nearestLocale } from './bundledStyles';
import { checkStyle } from './citationStyle';
import {
  type FormattedBibliography,
  finished,
  formattedItem,
  formattedPlainly,
  type OutputFormat,
} from './formattedPlainly';
import { addLatexFormat } from './latexFormat';
import { addMarkdownFormat } from './markdownFormat';
import { addTypstFormat } from './typstFormat';

export interface StyleOptions {
  /** The text of a `.csl` file. */
  readonly style: string;
  /** The text of a locale file of `bundledLocales`. */
  readonly localeText: (language: string) => string;
  /** Language of the document; without it the style's own, or American English. */
  readonly language?: string;
  readonly output: OutputFormat;
}

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
      : `“${check.title}” has no reference list.`
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
      return formattedPlainly(items, `The style could not be used: ${failure}`, options.output);
    } finally {
      known.clear();
    }
  };
}

function engineFor(options: StyleOptions, retrieveItem: (id: string) => object): Engine {
  if (options.output === 'markdown') addMarkdownFormat();
  if (options.output === 'latex') addLatexFormat();
  if (options.output === 'typst') addTypstFormat();
  const retrieveLocale = (language: string) => options.localeText(nearestLocale(language));
  const system = { retrieveLocale, retrieveItem };
  const engine = new CSL.Engine(
    system,
    options.style,
    options.language ?? 'en-US',
    options.language !== undefined,
  );
  engine.setOutputFormat(options.output);
  return engine;
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

/** citeproc-js keeps the full stop of a group that came out empty: `2023. . Retrieved`. */
function withoutEmptyGroups(text: string): string {
  return text.replace(/(?<!\.|\. )\. \. (?!\.)/g, '. ');
}

/** A copy, since citeproc writes into its items, with the markup of titles and the names that are missing marked in the list. */
function citable(item: CslItem, output: OutputFormat): object {
  const { custom: _, abstract: __, ...fields } = toCiteprocItem(item);
  const copy: Record<string, unknown> = structuredClone(fields);
  if (typeof copy.type !== 'string' || copy.type === '') copy.type = 'document';
  // Text without markup has small characters (10³) where citeproc would leave 103.
  if (output === 'text')
    for (const [field, value] of Object.entries(item.custom?.formatted ?? {}))
      if (/<su[bp]>/.test(value)) copy[field] = item[field];
  return copy;
}
