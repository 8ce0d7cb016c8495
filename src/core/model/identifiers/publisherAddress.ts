import { canonicalDoi } from './doi';

/** A site whose addresses hold a number from which the DOI follows by a rule that the site keeps. */
interface Rule {
  readonly site: RegExp;
  readonly path: RegExp;
  /** The DOI, from the groups of `path`. */
  doi(groups: readonly string[]): string | undefined;
}

const rules: readonly Rule[] = [
  {
    site: /(?:^|\.)nature\.com$/,
    path: /^articles\/(s?\d{4,5}-\d{2,3}-[\w-]+|[a-z]+\d+[\w.-]*)(?:\.pdf)?\/?$/i,
    doi: ([id]) => `10.1038/${id!.replace(/\.pdf$/i, '')}`,
  },
  {
    site: /(?:^|\.)elifesciences\.org$/,
    path: /^(?:articles|reviewed-preprints)\/(\d{5,6})(?:v\d+)?\/?$/,
    doi: ([id]) => `10.7554/elife.${id}`,
  },
  { site: /(?:^|\.)zenodo\.org$/, path: /^records?\/(\d+)/, doi: ([id]) => `10.5281/zenodo.${id}` },
  {
    site: /(?:^|\.)peerj\.com$/,
    path: /^articles\/((?:cs-)?\d+)\/?$/i,
    doi: ([id]) => `10.7717/peerj${id!.startsWith('cs-') ? `-${id!.replace('cs-', 'cs.')}` : `.${id}`}`,
  },
  {
    site: /(?:^|\.)(?:aclanthology\.org|aclanthology\.info|aclweb\.org)$/,
    path: /^(?:anthology\/|papers\/)?([^/]+?)(?:\.pdf|\.bib)?\/?$/i,
    doi: ([id]) => aclDoi(id!),
  },
];

const ssrn = /(?:^|&)abstract(?:_?id)?=(\d+)/i;

/** The DOI of a paper whose address does not show it but determines it; `path` without the slash in front. */
export function publisherDoi(host: string, path: string, query: string): string | undefined {
  if (/(?:^|\.)ssrn\.com$/.test(host)) {
    const id = ssrn.exec(query)?.[1] ?? /^abstract=(\d+)/i.exec(path)?.[1];
    return id ? `10.2139/ssrn.${id}` : undefined;
  }
  for (const rule of rules) {
    const groups = rule.site.test(host) ? rule.path.exec(path) : undefined;
    const doi = groups && rule.doi(groups.slice(1));
    if (doi) return canonicalDoi(doi);
  }
  return undefined;
}

/** Venues of the Anthology whose papers have no DOI of the ACL's, or one that does not follow from the identifier. */
const withoutAclDoi =
  /^\d{4}\.(?:tacl|cl|lrec|coling|jeptalnrecital|paclic|rocling|ccl|lilt|mtsummit|eamt|amta|iwslt-1|icon)/i;

/**
 * The DOI of a paper of the ACL Anthology (aclanthology.org/info/ids): `10.18653/v1/` and its identifier since 2016, `10.3115/v1/` in 2014
 * and for most of 2015.
 */
function aclDoi(id: string): string | undefined {
  if (/^\d{4}\.[a-z\d_]+-[a-z\d_]+\.\d+$/i.test(id))
    return withoutAclDoi.test(id) ? undefined : `10.18653/v1/${id}`;
  const [, venue, digits] = /^([DEIKNPSW])(\d\d)-\d{4}$/i.exec(id) ?? [];
  const year = Number(digits);
  if (!venue || year > 19 || year < 14) return undefined;
  const newPrefix = year > 15 || (year === 15 && /[DKS]/i.test(venue));
  return `${newPrefix ? '10.18653' : '10.3115'}/v1/${id}`;
}
