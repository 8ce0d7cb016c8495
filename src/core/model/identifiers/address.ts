import { arxivIdentifier } from './arxiv';
import { decodeCharacterReferences, decodePercent } from './decodeAddress';
import { canonicalDoi, doiIdentifier } from './doi';
import type { Identifier } from './identifier';
import { isbnIdentifier } from './isbn';
import { publisherDoi } from './publisherAddress';
import { pmcidIdentifier, pmidIdentifier } from './pubmed';

/** An address taken apart, percent-encoding undone; `path` without the slash in front. */
interface Address {
  readonly host: string;
  readonly path: string;
  readonly query: string;
}

/**
 * The identifier that a web address carries: a DOI in any publisher's path, arXiv's addresses and those of sites that show its papers,
 * PubMed's, PubMed Central's and Europe PMC's, and those of sites that list books by their ISBN.
 */
export function identifierOfAddress(url: string): Identifier | undefined {
  const address = takeApart(url);
  if (!address) return undefined;
  const found =
    arxivOf(address) ?? pubmedOf(address) ?? doiOf(address) ?? labelledIn(address) ?? isbnOf(address);
  if (found) return found;
  const within = addressWithin(address);
  return within === undefined ? undefined : identifierOfAddress(within);
}

/** The address that an archive of pages or a library's proxy leads to: `web.archive.org/web/2020/https://…`, `login?url=https://…`. */
function addressWithin({ path, query }: Address): string | undefined {
  const inPath = /(?:^|\/)(https?:\/\/?.+)$/i.exec(path)?.[1];
  if (inPath) return inPath.replace(/^(https?:\/)(?!\/)/i, '$1/');
  const value = parameter(query, /^(?:q?url|u|target|dest|link)$/i);
  return value && /^https?:\/\//i.test(value) ? value : undefined;
}

const labelled: readonly (readonly [label: RegExp, read: (id: string) => Identifier | undefined])[] = [
  [/^arxiv:/i, arxivIdentifier],
  [/^(?:pmid|pubmed|med):/i, pmidIdentifier],
  [/^(?:pmcid|pmc):/i, pmcidIdentifier],
  [/^isbn:/i, isbnIdentifier],
];

/** An identifier under its own name, on whatever site: `identifiers.org/pubmed:27994041`, `?q=arXiv:1706.03762`. */
function labelledIn({ path, query }: Address): Identifier | undefined {
  const values = query.split('&').map(part => decodePercent(part.slice(part.indexOf('=') + 1)));
  for (const part of [/(?:^|[/:])((?:arxiv|pmid|pubmed|pmcid|pmc|isbn):.+)$/i.exec(path)?.[1], ...values])
    for (const [label, read] of labelled) {
      const found =
        part && label.test(part) ? read(part.replace(label, '').replace(/\/+$/, '').trim()) : undefined;
      if (found) return found;
    }
  return undefined;
}

function takeApart(url: string): Address | undefined {
  const match = /^(?:https?:)?(?:\/\/)?([\w.-]+)(?::\d+)?\/(.*)$/is.exec(decodeCharacterReferences(url));
  if (!match) return undefined;
  const rest = match[2]!;
  // The check character of a SICI may be `#`, which nobody encodes.
  const fragment = /;2-#$/.test(rest) ? -1 : rest.indexOf('#');
  const address = fragment < 0 ? rest : rest.slice(0, fragment);
  const question = address.indexOf('?');
  return {
    host: match[1]!.toLowerCase().replace(/^www\d?\./, ''),
    path: decodePercent(question < 0 ? address : address.slice(0, question)).trim(),
    query: question < 0 ? '' : address.slice(question + 1),
  };
}

/** The value of a parameter, percent-encoding undone. */
function parameter(query: string, name: RegExp): string | undefined {
  for (const part of query.split('&')) {
    const [key, ...value] = part.split('=');
    if (name.test(key ?? '')) return decodePercent(value.join('=').replace(/\+/g, ' ')).trim();
  }
  return undefined;
}

function isOn(host: string, site: string): boolean {
  return host === site || host.endsWith(`.${site}`);
}

/** Sites that show arXiv's papers under its own identifiers, with what stands before them in the path. */
const arxivSites: readonly (readonly [site: string, before: RegExp])[] = [
  ['arxiv.org', /^(?:ftp\/arxiv\/papers\/\d{4}|[a-z][a-z-]*)\/(?:arxiv:)?/i],
  ['xxx.lanl.gov', /^(?:abs|pdf|ps)\//i],
  ['ar5iv.org', /^(?:abs|html|pdf)?\/?/i],
  ['huggingface.co', /^papers\//i],
  ['hf.co', /^papers\//i],
  ['alphaxiv.org', /^(?:[a-z]{2}\/)?(?:abs|pdf|overview|html)\//i],
  ['scirate.com', /^arxiv\//i],
  ['arxiv-vanity.com', /^papers\//i],
  ['emergentmind.com', /^papers\//i],
  ['semanticscholar.org', /^arxiv[:/]/i],
  ['inspirehep.net', /^(?:api\/)?arxiv\//i],
  ['adsabs.harvard.edu', /^abs\/arxiv:/i],
];

function arxivOf({ host, path, query }: Address): Identifier | undefined {
  for (const [site, before] of arxivSites) {
    if (!isOn(host, site)) continue;
    const id = path.replace(before, '');
    if (id === path && site !== 'ar5iv.org') continue;
    const found = arxivIdentifier(id.replace(/(?:\.pdf|\.ps|\.gz|\.md)+$/i, '').replace(/\/+$/, ''));
    if (found) return found;
  }
  const listed = isOn(host, 'arxiv.org') && parameter(query, /^id_list$/i);
  if (listed) return arxivIdentifier(listed);
  const corr =
    /^dblp\.(?:org|uni-trier\.de|dagstuhl\.de)$/.test(host) &&
    /corr\/abs-(\d{4})-(\d{4,5})(?:\.\w+)?$/i.exec(path);
  if (corr) return arxivIdentifier(`${corr[1]}.${corr[2]}`);
  // ADS names arXiv's papers by year, number and initial: `2023arXiv230600629S`.
  const bibcode = isOn(host, 'adsabs.harvard.edu') && /^abs\/\d{4}arXiv(\d{4})\.?(\d{4,5})[A-Z]/i.exec(path);
  return bibcode ? arxivIdentifier(`${bibcode[1]}.${bibcode[2]}`) : undefined;
}

function pubmedOf({ host, path, query }: Address): Identifier | undefined {
  if (isOn(host, 'pubmedcentral.nih.gov')) return pmcidIdentifier(parameter(query, /^artid$/i) ?? '');
  if (isOn(host, 'nih.gov')) {
    const pmcid = /^(?:pmc\/)?articles\/((?:PMC)?\d+(?:\.\d+)?|pmid\/\d+)/i.exec(path)?.[1];
    if (pmcid?.toLowerCase().startsWith('pmid/')) return pmidIdentifier(pmcid.slice(5));
    if (pmcid) return pmcidIdentifier(pmcid);
    const onPubMed = host === 'pubmed.ncbi.nlm.nih.gov' || /^(?:m\/)?pubmed\b/i.test(path);
    const pmid =
      /^(?:(?:m\/)?pubmed\/)?(\d{1,8})\/?$/.exec(path)?.[1] ??
      parameter(query, /^(?:term|list_uids)$/i)?.replace(/\[.*$/, '');
    return (onPubMed || /^entrez\/query/i.test(path)) && pmid ? pmidIdentifier(pmid) : undefined;
  }
  if (isOn(host, 'pubmed.gov')) return pmidIdentifier(path.replace(/\/$/, ''));
  if (!isOn(host, 'europepmc.org')) return undefined;
  const [, source, id] = /(?:^|\/)(MED|PMC|articles?)\/((?:PMC)?\d[\d.]*)(?:\/|$)/i.exec(path) ?? [];
  if (!id) return pmcidIdentifier(parameter(query, /^accid$/i) ?? '');
  return source!.toUpperCase() === 'MED' ? pmidIdentifier(id) : pmcidIdentifier(id);
}

function doiOf({ host, path, query }: Address): Identifier | undefined {
  // Files of a release lie under its number, which can look like a DOI's prefix.
  if (/(?:^|\/)(?:releases?|download|tag|tree|blob)\/[^/]*$/i.test(path.split(/10\.\d/)[0] ?? ''))
    return undefined;
  const derived = publisherDoi(host, path, query);
  if (derived) return doiIdentifier(derived, arxivIdentifier);
  const inQuery = query.split('&').map(part => decodePercent(part.slice(part.indexOf('=') + 1)).trim());
  for (const [part, ofPath] of [
    [withoutNumber.exec(path)?.[1] ?? path, true],
    ...inQuery.filter(value => doiAlone.test(value)).map(value => [value, false] as const),
  ] as const) {
    const written = /(?:^|[/=:.]|doi)(10\.\d{4,9}(?:\.\d+)*\/.+)$/i.exec(part)?.[1];
    const doi =
      written &&
      canonicalDoi(ofPath && !isResolver(host) ? withoutView(written, host) : written.replace(/\/+$/, ''));
    if (doi) return doiIdentifier(doi, arxivIdentifier);
  }
  return undefined;
}

/** Journals on Silverchair's platform, like those of Oxford, MIT and AIP, write a number of theirs behind the DOI, and words of the title. */
const withoutNumber = /^(.*\barticle(?:-\w+)?\/doi\/10\.\d{4,9}\/.+?)\/\d{3,}(?:\/[^/]*)?$/i;

/** The value of a parameter that is a DOI, perhaps with its label or resolver. */
const doiAlone = /^(?:(?:info:)?doi[:/]\s*|https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}/i;

/** Where all that follows is the DOI. */
function isResolver(host: string): boolean {
  return (
    isOn(host, 'doi.org') ||
    host === 'api.crossref.org' ||
    host === 'api.datacite.org' ||
    isOn(host, 'handle.net')
  );
}

/** What publishers write behind a DOI to name one view of the paper: `/full`, `.pdf`, on bioRxiv also a version. */
function withoutView(written: string, host: string): string {
  let doi = written.replace(/\/+$/, '');
  for (let before = ''; before !== doi; ) {
    before = doi;
    doi = doi
      .replace(
        /\/(?:full|abstract|pdf|epdf|pdfdirect|epub|html?|meta|summary|references|figures(?:\/\d+)?|tables(?:\/\d+)?|text|fulltext|full-text|full\/html|export|citation|cite|asset|supplementary[\w-]*|suppl_file(?:\/.*)?|metrics|article[\w-]*|download|version\/\d+)$/i,
        '',
      )
      .replace(
        /\.(?:pdf|html?|xml|epub|svg|full|abstract|short|long|full-text|figures-only|article-info|article-metrics|supplementary-material)(?:\+html)?$/i,
        '',
      )
      .replace(/;jsessionid=.*$/i, '');
    if (/(?:^|\.)(?:biorxiv|medrxiv)\.org$/.test(host)) doi = doi.replace(/v\d{1,2}$/i, '');
  }
  return doi;
}

/** Sites that name books by their ISBN in the path. */
const bookPath =
  /(?:^|\/)(?:isbn|dp|gp\/product|gp\/aw\/d|ISBN|isbn13|book\/isbn)[/:=](?:isbn:?)?([\dXx-]{10,17})(?:$|[/.])/;

/** A part of a path that is or ends with what can be nothing else: `/9780262033848/`, `/a-title-9780262033848`. */
const isbnInPath = /(?:^|[/_-])(97[89]\d{10})(?=$|[/.])/;

function isbnOf({ path, query }: Address): Identifier | undefined {
  const inQuery = parameter(query, /^(?:isbn(?:13)?|ean|vid|bibkeys|q)$/i)?.replace(/^isbn[: ]?/i, '');
  const written =
    bookPath.exec(path)?.[1] ??
    isbnInPath.exec(path)?.[1] ??
    (inQuery && /^[\dXx-]{10,17}$/.test(inQuery) ? inQuery : undefined);
  return written ? isbnIdentifier(written) : undefined;
}
