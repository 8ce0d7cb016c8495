import type { CitationItem, Engine } from 'citeproc';
import { say } from '../../util/say';
import { escapeHtml } from '../text/escapeHtml';
import { checkStyle } from './citationStyle';
import type { CitedWork, CitingDocument, FormattedCitation, FormattedDocument } from './citingDocument';
import { documentPlainly, withoutItem } from './documentPlainly';
import { onlyMarkup } from './onlyMarkup';
import { citable, engineFor, type StyleOptions, withoutEmptyGroups } from './styleEngine';

/** Formats whole documents by one style; see `bibliographyFormatter` for what that takes. */
export function documentFormatter(
  options: Omit<StyleOptions, 'output'>,
): (document: CitingDocument) => FormattedDocument {
  const check = checkStyle(options.style);
  if (!check.usable) return document => documentPlainly(document, check.problem);
  const known = new Map<string, object>();
  let engine: Engine | undefined;
  return document => {
    for (const item of document.items) known.set(item.id, citable(item, 'html'));
    try {
      engine ??= engineFor({ ...options, output: 'html' }, id => known.get(id)!);
      return formatted(engine, document, check.hasBibliography);
    } catch (failure) {
      engine = undefined;
      return documentPlainly(document, say('The style could not be used: {0}', String(failure)));
    } finally {
      known.clear();
    }
  };
}

function formatted(engine: Engine, document: CitingDocument, hasBibliography: boolean): FormattedDocument {
  const has = new Set(document.items.map(({ id }) => id));
  const elsewhere = new Set(document.elsewhere);
  const uncited = document.uncited.filter(key => has.has(key));
  const isNote = engine.opt.xclass === 'note';
  const namesAuthors = document.items.length > 0 && citesByAuthor(engine, document.items[0]!.id);
  const clusters = document.citations.map((works, index) => ({
    citationID: `citation-${index}`,
    citationItems: works.filter(({ key }) => has.has(key)).map(work => citationItem(work, isNote)),
    properties: {
      noteIndex: isNote ? index + 1 : 0,
      unsorted: keepsItsOrder(works, namesAuthors),
    },
  }));
  const cited = clusters.filter(({ citationItems }) => citationItems.length > 0);
  // What the last call left in the engine would be taken for the new items; works that are only listed count
  // where names and years have to be told apart, which the second call knows of.
  engine.updateUncitedItems([]);
  engine.updateItems([]);
  if (uncited.length) engine.rebuildProcessorState(cited, 'html', uncited);
  const texts = new Map(
    engine.rebuildProcessorState(cited, 'html', uncited).map(([id, , text]) => [id, text]),
  );
  const citations = document.citations.map((works, index) =>
    citation(engine, works, texts.get(`citation-${index}`), has, elsewhere),
  );
  const listed = hasBibliography && engine.makeBibliography();
  if (!listed) return { citations, entries: [] };
  const [{ entry_ids, hangingindent }, entries] = listed;
  return {
    citations,
    entries: entries.map((text, index) => ({
      key: entry_ids[index]![0]!,
      text: onlyMarkup(withoutEmptyGroups(text.trim())),
    })),
    ...(hangingindent && { hasHangingIndent: true }),
  };
}

function citationItem(
  { key, form, prefix, locator, label, suffix }: CitedWork,
  isNote: boolean,
): CitationItem {
  return {
    id: key,
    ...(prefix && { prefix: `${prefix} ` }),
    ...(suffix && { suffix }),
    ...(locator && { locator, label: label ?? 'page' }),
    // The name of one that is cited in the text stands before its citation; a note has all of it again.
    ...((form === 'suppressAuthor' || (form === 'inText' && !isNote)) && { 'suppress-author': true }),
  };
}

/** Works are put into the style's order, but not across what is written before or behind them. */
function keepsItsOrder(works: readonly CitedWork[], namesAuthors: boolean): boolean {
  return (
    // The one that is named in the text comes first behind its name.
    (namesAuthors && works[0]?.form === 'inText') ||
    works.some(({ prefix, suffix }, index) => (prefix && index > 0) || (suffix && index < works.length - 1))
  );
}

function citation(
  engine: Engine,
  works: readonly CitedWork[],
  text: string | undefined,
  has: ReadonlySet<string>,
  elsewhere: ReadonlySet<string>,
): FormattedCitation {
  const first = works[0]!;
  const isInText = first.form === 'inText' && has.has(first.key);
  const unknown = works.filter(({ key }) => !has.has(key)).map(work => withoutItem(work, elsewhere));
  const whole =
    text === undefined && !unknown.length ? '' : withUnknown(engine, onlyMarkup(text ?? ''), unknown);
  const name = isInText ? nameOf(engine, first.key) : '';
  if (engine.opt.xclass === 'note') return { html: name, note: whole };
  return { html: [name, whole].filter(part => part !== '').join(' ') };
}

/** Whether the style cites by names, and not by numbers alone. */
function citesByAuthor(engine: Engine, key: string): boolean {
  engine.updateItems([key]);
  return nameOf(engine, key) !== '';
}

/** The authors as a sentence names them; nothing in styles that cite by numbers alone. */
function nameOf(engine: Engine, key: string): string {
  const name = engine.makeCitationCluster([{ id: key, 'author-only': true }]);
  return name.includes('[NO_PRINTED_FORM]') ? '' : onlyMarkup(name);
}

/** Keys that nothing defines follow the others, within what the style puts around all of them. */
function withUnknown(engine: Engine, text: string, unknown: readonly string[]): string {
  if (!unknown.length) return text;
  const { layout_prefix, layout_suffix, layout_delimiter = '; ', layout_decorations } = engine.citation.opt;
  const isRaised = layout_decorations?.some(([name, value]) => name === '@vertical-align' && value === 'sup');
  const before = (isRaised ? '<sup>' : '') + escapeHtml(layout_prefix ?? '');
  const behind = escapeHtml(layout_suffix ?? '') + (isRaised ? '</sup>' : '');
  const between = escapeHtml(layout_delimiter);
  if (text === '') return before + unknown.join(between) + behind;
  const isInside = behind !== '' && text.endsWith(behind);
  const inside = isInside ? text.slice(0, -behind.length) : text;
  return [inside, ...unknown].join(between) + (isInside ? behind : '');
}
