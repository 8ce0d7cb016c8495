import CSL, { type Engine } from 'citeproc';
import { toCiteprocItem } from '../../model/citeprocItem';
import type { CslItem } from '../../model/reference';
import { bounded } from '../text/shorten';
import { nearestLocale } from './bundledStyles';
import type { OutputFormat } from './formattedPlainly';
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

/** A style made ready, which takes a second or two where it is large. `retrieveItem` gives what `citable` made. */
export function engineFor(options: StyleOptions, retrieveItem: (id: string) => object): Engine {
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

/** citeproc-js keeps the full stop of a group that came out empty: `2023. . Retrieved`. */
export function withoutEmptyGroups(text: string): string {
  return text.replace(/(?<!\.|\. )\. \. (?!\.)/g, '. ');
}

/** Of a text, in characters: some of citeproc's patterns take time by the square of it, and longer ones are in no list of references. */
const maxText = 5000;

/** A copy whose texts cost citeproc no time: of a length that somebody reads, without runs of blanks. */
function quicklyFormatted(value: unknown): unknown {
  if (typeof value === 'string') return bounded(value.replace(/\s+/g, oneBlank), maxText);
  if (Array.isArray(value)) return value.map(quicklyFormatted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, quicklyFormatted(inner)]));
}

function oneBlank(run: string): string {
  // Lines of `note` set variables.
  return run.includes('\n') ? '\n' : ' ';
}

/** A copy, since citeproc writes into its items, with the markup of titles and the names that are missing marked in the list. */
export function citable(item: CslItem, output: OutputFormat): object {
  const { custom: _, abstract: __, ...fields } = toCiteprocItem(item);
  const copy: Record<string, unknown> = { ...(quicklyFormatted(fields) as object), id: item.id };
  if (typeof copy.type !== 'string' || copy.type === '') copy.type = 'document';
  // Text without markup has small characters (10³) where citeproc would leave 103.
  if (output === 'text')
    for (const [field, value] of Object.entries(item.custom?.formatted ?? {}))
      if (/<su[bp]>/.test(value)) copy[field] = item[field];
  return copy;
}
