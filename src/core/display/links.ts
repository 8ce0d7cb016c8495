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
      links.push({ label: labelOf(label, address), url });
  }
  return links;
}

function webAddress(value: unknown): string | undefined {
  if (typeof value !== 'string' || !URL.canParse(value.trim())) return undefined;
  const url = new URL(value.trim());
  // `https://journal.org@elsewhere.org` leads elsewhere.
  url.username = '';
  url.password = '';
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}

function labelOf(label: string, address: string): string {
  if (label !== 'Web') return label;
  if (address.includes('//arxiv.org/')) return 'arXiv';
  return address.includes('//doi.org/') ? 'DOI' : new URL(address).hostname.replace(/^www\./, '');
}

/** Without characters that could end a link in Markdown or HTML; the brackets around an IPv6 address (RFC 3986 § 3.2.2) cannot. */
function safe(url: string): string {
  const host = /^https?:\/\/\[[0-9a-f:.]+\](?::\d+)?/.exec(url)?.[0] ?? '';
  return (
    host +
    url
      .slice(host.length)
      .replace(
        /[()<>[\]"'`\\\s|*]/g,
        character => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
      )
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
