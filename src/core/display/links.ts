import { arxivOf, doiOf } from '../model/identifiers/itemIdentifiers';
import type { CslItem } from '../model/reference';

/** An address of a work on the web. Safe inside Markdown's `[…](…)` and an HTML attribute. */
export interface Link {
  readonly label: string;
  readonly url: string;
}

/** Where a work is found on the web, best first: its DOI, its own address, arXiv. Only http and https, each address once. */
export function linksOf(item: CslItem): Link[] {
  const doi = doiOf(item);
  const arxiv = arxivOf(item);
  const candidates: (readonly [string, string | undefined])[] = [
    ['DOI', doi && `https://doi.org/${encodeURI(wellFormed(doi)).replace(/[?#]/g, encodeURIComponent)}`],
    ['Web', webAddress(item.URL)],
    ['arXiv', arxiv && `https://arxiv.org/abs/${arxiv}`],
  ];
  const links: Link[] = [];
  for (const [label, address] of candidates) {
    const url = address && safe(address);
    if (url && !links.some(link => sameAddress(link.url, url)))
      links.push({ label: labelOf(label, url), url });
  }
  return links;
}

function webAddress(value: unknown): string | undefined {
  if (typeof value !== 'string' || !URL.canParse(value.trim())) return undefined;
  const url = new URL(value.trim());
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}

function labelOf(label: string, url: string): string {
  if (label !== 'Web') return label;
  if (url.includes('//arxiv.org/')) return 'arXiv';
  return url.includes('//doi.org/') ? 'DOI' : new URL(url).hostname.replace(/^www\./, '');
}

/** Characters that could end a link in Markdown or HTML. */
function safe(url: string): string {
  return url.replace(
    /[()<>[\]"'`\\\s|*]/g,
    character => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

function sameAddress(a: string, b: string): boolean {
  const bare = (url: string) =>
    url
      .replace(/^https?:\/\/(?:www\.|dx\.)?/, '')
      .replace(/\/$/, '')
      .toLowerCase();
  return bare(a) === bare(b);
}

function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, '');
}
