import type { CslItem } from './reference';

const arxivId = /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?=v\d+$|$)/;

/** The arXiv identifier without version, from wherever an item carries it: `2306.00629`, `hep-th/9901001`. */
export function arxivOf(item: CslItem): string | undefined {
  const url = /^https?:\/\/(?:www\.)?arxiv\.org\/(?:abs|pdf)\/([^?#]+)/i.exec(text(item.URL))?.[1];
  const number = /^arxiv:\s*(\S+)/i.exec(text(item.number))?.[1];
  const doi = /^10\.48550\/arxiv\.(.+)$/i.exec(doiOf(item) ?? '')?.[1];
  for (const candidate of [item.custom?.arxiv, number, doi, url?.replace(/\.pdf$/i, '')]) {
    const id = arxivId.exec(text(candidate).replace(/^arxiv:/i, ''))?.[0];
    if (id) return id;
  }
  return undefined;
}

/** Web of Science writes article numbers before it (`Artn 114306 10.1063/1.4767456`), others a resolver or `doi:`. */
const doiAtEnd = /(?:^|\s|^https?:\/\/(?:dx\.)?doi\.org\/|doi:)(10\.\d{4,9}\/\S{1,300})$/i;

/** The DOI alone; `undefined` when the field holds something else. */
export function doiOf(item: CslItem): string | undefined {
  return doiAtEnd.exec(text(item.DOI).trim())?.[1];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
