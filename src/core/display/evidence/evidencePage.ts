import { say } from '../../util/say';
import type { Link } from '../links';
import { escapeHtml } from '../text/escapeHtml';
import { type Finding, type Verdict, verdictOf, verdictText } from './verdict';

/** A cited work beside the sentence that cites it. */
export interface CitedRow extends Finding {
  /** `Bell 2022 · Title`; the key alone where nothing has it. */
  readonly work: string;
  readonly key: string;
  readonly links: readonly Link[];
}

/** A work that may be cited instead. */
export interface BetterRow {
  readonly work: string;
  readonly sentence: string;
  readonly links: readonly Link[];
}

/** One citation, and what could be cited better. */
export interface CitationPage {
  readonly claim: string;
  readonly cited: readonly CitedRow[];
  readonly better: readonly BetterRow[];
}

/** A work that a document cites, with the place where it does. */
export interface ReportRow extends CitedRow {
  readonly claim: string;
  readonly place: Link;
}

/** The inside of `<body>`: what the works of a citation say, beside the sentence that cites them. All text is escaped. */
export function citationEvidencePage({ claim, cited, better }: CitationPage): string {
  const said = claim || say('There is no sentence around this citation.');
  return `<main>
<h1>${escapeHtml(say('What It Says'))}</h1>
<div class="beside">
<section aria-labelledby="claim"><h2 id="claim">${escapeHtml(say('Your Sentence'))}</h2>${quote(said)}</section>
<div>${cited.map(citedSection).join('\n')}</div>
</div>
<section aria-labelledby="better"><h2 id="better">${escapeHtml(say('Nearer in Your Library'))}</h2>
${better.length ? `<ul class="better">${better.map(betterItem).join('\n')}</ul>` : `<p class="missing">${escapeHtml(say('Nothing in the library is nearer to this sentence.'))}</p>`}
</section>
</main>`;
}

/** The inside of `<body>`: all citations of a document, in the order given. */
export function evidenceReport(document: string, rows: readonly ReportRow[]): string {
  const verdicts = rows.map(verdictOf);
  const count = (verdict: Verdict) => verdicts.filter(one => one === verdict).length;
  const all = rows.length === 1 ? say('1 citation') : say('{0} citations', rows.length);
  const parts = [
    count('unknown') ? say('{0} not in the library', count('unknown')) : '',
    count('none') ? say('{0} whose abstract has no sentence that speaks of it', count('none')) : '',
    count('noAbstract') ? say('{0} without an abstract', count('noAbstract')) : '',
  ].filter(Boolean);
  return `<main>
<h1>${escapeHtml(say('What the Citations of {0} Say', document))}</h1>
<p class="byline">${escapeHtml(say('{0}. The weakest first.', [all, ...parts].join(', ')))}</p>
<ol class="report">
${rows.map(reportItem).join('\n')}
</ol>
</main>`;
}

function reportItem(row: ReportRow): string {
  return `<li class="${verdictOf(row)}"><div class="beside">
<div><p class="place">${anchor(row.place)}</p>${quote(row.claim)}</div>
<div>${citedBody(row)}</div>
</div></li>`;
}

function citedSection(row: CitedRow): string {
  return `<section class="${verdictOf(row)}">${citedBody(row)}</section>`;
}

function citedBody(row: CitedRow): string {
  const verdict = verdictOf(row);
  return `<h2>${escapeHtml(row.work)}</h2>
<p class="verdict">${escapeHtml(verdictText(verdict))}</p>
${row.sentence === undefined ? '' : quote(row.sentence)}
${actions(row.links)}`;
}

function betterItem({ work, sentence, links }: BetterRow): string {
  return `<li><h3>${escapeHtml(work)}</h3>${quote(sentence)}${actions(links)}</li>`;
}

function quote(text: string): string {
  return `<blockquote>${escapeHtml(text)}</blockquote>`;
}

function actions(links: readonly Link[]): string {
  return links.length ? `<p class="links">${links.map(anchor).join(' ')}</p>` : '';
}

function anchor({ label, url }: Link): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`;
}
