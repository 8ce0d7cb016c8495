import { elsevierNumber } from '../../model/identifiers/elsevierNumber';

/** Sites that show one paper under several addresses: its own number there, from the host and what follows. */
const sites: readonly (readonly [address: RegExp, name: string])[] = [
  [/^openreview\.net\/\w+\?(?:.*&)?id=([\w-]+)/i, 'openreview.net/'],
  [/^[\w.-]*(?:\bhal\b|archives-ouvertes)[\w.-]*\/([a-z]+-\d{8})(?!\d)/i, ''],
  [
    /^(?:\w+\.)*semanticscholar\.org\/(?:paper|reader)\/(?:[^/]+\/)?([\da-f]{40})(?![\da-f])/i,
    'semanticscholar.org/',
  ],
  [/^ieeexplore\.ieee\.org\/(?:(?:abstract\/)?document\/|\S*[?&]arnumber=)(\d+)/i, 'ieeexplore.ieee.org/'],
  [/^(?:papers\.|proceedings\.)?(?:nips|neurips)\.cc\/\S*\/([\da-f]{32})-/i, 'cc/'],
  [/^proceedings\.mlr\.press\/(v\d+\/[\w-]+)/i, 'proceedings.mlr.press/'],
  [
    /^openaccess\.thecvf\.com\/content\S*\/(?:html|papers)\/([\w-]+)\.(?:html|pdf)$/i,
    'openaccess.thecvf.com/',
  ],
];

/** HAL's own numbers of papers and theses, which people also write alone. */
const halNumber = /^((?:hal|tel|inria|halshs|cel|dumas|insu|ird|cea|ensl)-\d{8})(?:v\d+)?$/i;

/** Whether a text is the number that a site gives a paper. */
export function isSiteNumber(text: string): boolean {
  return halNumber.test(text);
}

/**
 * Addresses are the same without scheme, `www.`, a slash at the end, a place in the page and marks of advertisers; and all views
 * of a paper by one site.
 */
export function comparableUrl(url: string): string {
  const plain = decoded(url.trim().replace(/^["“<]|["”>]$/g, ''))
    .replace(/^https?:\/\//i, '')
    .replace(/^www\d?\./i, '')
    .replace(/#[^/?]*$/, '')
    .replace(/([?&])(?:utm_[^=&]*|ref|source)=[^&]*/g, '$1')
    .replace(/[?&/]+$/, '')
    .replace(/^[^/?]+/, host => host.toLowerCase());
  const number = halNumber.exec(plain)?.[1];
  if (number) return number.toLowerCase();
  const pii = elsevierNumber(plain);
  if (pii) return `pii/${pii}`;
  for (const [address, name] of sites) {
    const id = address.exec(plain)?.[1];
    if (id) return name + (name ? id : id.toLowerCase());
  }
  return plain;
}

/** Percent-encoding undone, where there is any to undo. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
