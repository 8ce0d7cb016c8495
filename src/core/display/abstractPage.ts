import type { CslItem, Reference } from '../model/reference';
import { yearOf } from '../model/year';
import { say } from '../util/say';
import { authorsInFull } from './authors';
import { titleOf } from './describe';
import { type Link, linksOf } from './links';
import { escapeHtml } from './text/escapeHtml';
import { bounded } from './text/shorten';
import { venueInFull } from './venue';

export interface AbstractPageOptions {
  /** Labels of the topics the work is in. */
  readonly topics?: readonly string[];
  /** What can be done with the reference: `command:` addresses, made by the caller. */
  readonly actions?: readonly Link[];
  /** Ways to write the citation: `Markdown` → `[@key]`. */
  readonly howToCite?: readonly { readonly label: string; readonly text: string }[];
  /** The reference as a style formats it, plain text. */
  readonly formatted?: string;
  /** The style that did, for people: `APA`. */
  readonly style?: string;
  readonly bibtex?: string;
  /** Who gave what of it: `Crossref`, with its page there, and `title, authors`. */
  readonly origins?: readonly { readonly name: string; readonly gave: string; readonly url?: string }[];
  /** What the writer noted of it elsewhere: notes in Zotero, plain text. */
  readonly notes?: readonly string[];
  /** Works to read next. */
  readonly related?: readonly Link[];
}

/** The longest lists of authors have five thousand. */
const maxAuthors = 6000;
/** Of a text, in characters; a book has ten times as many. */
const maxText = 100_000;

/**
 * A reference as a page to read: the inside of `<body>`, semantic and without script or style. All its text is escaped. Classes
 * to style it by: `byline`, `actions`, `facts`, `abstract`, `notes`, `topics`, `cite`, `origins`, `related`.
 */
export function abstractPage(reference: Reference, options: AbstractPageOptions = {}): string {
  const { item } = reference;
  const authors = authorsInFull(item, maxAuthors);
  const lang = languageAttribute(item.language);
  return `<main>
<header>
<h1${lang}>${escapeHtml(titleOf(item))}</h1>
${authors ? `<p class="byline">${escapeHtml(authors)}</p>` : ''}
</header>
${actions(options.actions)}
${facts([
  [say('Published in'), escapeHtml(venueInFull(item) ?? '')],
  [say('Year'), escapeHtml(yearOf(item) ?? '')],
  [say('Links'), linksOf(item).map(anchor).join(' ')],
  [say('Citation key'), `<code>${escapeHtml(reference.key)}</code>`],
])}
${section('abstract', say('Abstract'), paragraphs(item.abstract, lang) || noAbstract())}
${section('notes', say('Notes'), notes([...notesOf(item), ...(options.notes ?? [])]))}
${section('topics', say('Topics'), list((options.topics ?? []).map(escapeHtml)))}
${section('cite', say('How to Cite'), citing(options))}
${section('origins', say('Where This Comes From'), origins(options.origins))}
${section('related', say('Related Papers'), list((options.related ?? []).map(anchor)))}
</main>`.replace(/\n{2,}/g, '\n');
}

function noAbstract(): string {
  return `<p class="missing">${escapeHtml(say('No abstract is known.'))}</p>`;
}

function notes(texts: readonly string[]): string {
  return texts.map(note => paragraphs(note, '')).join('\n');
}

/** What the writer noted: JabRef's and biblatex's `note` and `annotation`, Zotero's Extra without its lines for programs. */
function notesOf({ note, annote }: CslItem): string[] {
  return [note, annote]
    .filter(text => typeof text === 'string')
    .map(text =>
      bounded(text, maxText)
        .replace(/^[ \t]*(?:citation[ -]?key|tex\.[\w.-]+|pmc?id|arxiv)[ \t]*:.*$/gim, '')
        .trim(),
    )
    .filter(text => text !== '');
}

function facts(rows: readonly (readonly [term: string, html: string])[]): string {
  const known = rows.filter(([, html]) => html !== '');
  return `<dl class="facts">\n${known.map(([term, html]) => `<dt>${escapeHtml(term)}</dt><dd>${html}</dd>`).join('\n')}\n</dl>`;
}

function section(name: string, heading: string, html: string): string {
  if (html === '') return '';
  return `<section class="${name}" aria-labelledby="${name}">\n<h2 id="${name}">${escapeHtml(heading)}</h2>\n${html}\n</section>`;
}

function actions(links: readonly Link[] = []): string {
  if (links.length === 0) return '';
  return `<nav class="actions" aria-label="${escapeHtml(say('Actions'))}">\n${list(links.map(anchor))}\n</nav>`;
}

function citing({ howToCite = [], formatted, style, bibtex }: AbstractPageOptions): string {
  const ways = howToCite.map(
    ({ label, text }) => `<dt>${escapeHtml(label)}</dt><dd><code>${escapeHtml(text)}</code></dd>`,
  );
  return [
    formatted ? `<p class="formatted">${escapeHtml(formatted)}</p>` : '',
    formatted && style ? `<p class="missing">${escapeHtml(say('In {0}', style))}</p>` : '',
    ways.length > 0 ? `<dl>${ways.join('\n')}</dl>` : '',
    bibtex
      ? `<pre tabindex="0" aria-label="${escapeHtml(say('BibTeX entry'))}"><code>${escapeHtml(bounded(bibtex, maxText))}</code></pre>`
      : '',
  ].join('');
}

function origins(given: AbstractPageOptions['origins'] = []): string {
  const rows = given.map(
    ({ name, gave, url }) =>
      `<dt>${url ? anchor({ label: name, url }) : escapeHtml(name)}</dt><dd>${escapeHtml(gave)}</dd>`,
  );
  return rows.length > 0 ? `<dl>${rows.join('\n')}</dl>` : '';
}

function list(entries: readonly string[]): string {
  return entries.length > 0 ? `<ul>\n${entries.map(entry => `<li>${entry}</li>`).join('\n')}\n</ul>` : '';
}

function anchor({ label, url }: Link): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`;
}

function paragraphs(text: unknown, lang: string): string {
  if (typeof text !== 'string') return '';
  return bounded(text, maxText)
    .split(/\n\s*\n/)
    .filter(paragraph => paragraph.trim() !== '')
    .map(paragraph => `<p${lang}>${escapeHtml(paragraph.trim())}</p>`)
    .join('\n');
}

/** What the work itself says is in its language; the words around it are not. */
function languageAttribute(language: unknown): string {
  const isTag = typeof language === 'string' && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language);
  return isTag ? ` lang="${language}"` : '';
}
