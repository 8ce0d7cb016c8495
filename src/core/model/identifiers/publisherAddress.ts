import { canonicalDoi } from './doi';

/** A site whose addresses hold a number from which the DOI follows by a rule that the site keeps. */
interface Rule {
  readonly site: RegExp;
  readonly path: RegExp;
  /** The DOI, from the groups of `path`. */
  doi(groups: readonly (string | undefined)[]): string | undefined;
}

/** Servers of preprints on osf.io, with their prefixes. */
const osfServers: ReadonlyMap<string, string> = new Map([
  ['psyarxiv', '10.31234'],
  ['socarxiv', '10.31235'],
  ['metaarxiv', '10.31222'],
  ['edarxiv', '10.35542'],
  ['osf', '10.31219'],
]);

function osfDoi(server: string, id: string): string | undefined {
  const prefix = osfServers.get(server.toLowerCase());
  return prefix && `${prefix}/osf.io/${id}`;
}

const rules: readonly Rule[] = [
  {
    site: /(?:^|\.)nature\.com$/,
    path: /^articles\/(s?\d{4,5}-\d{2,3}-[\w-]+|[a-z]+\d+[\w.-]*)(?:\.pdf)?(?:\/.*)?$/i,
    doi: ([id]) => `10.1038/${id!.replace(/\.pdf$/i, '')}`,
  },
  {
    site: /(?:^|\.)nature\.com$/,
    path: /^[a-z]+\/journal\/v\d+\/n\w+\/(?:full|abs|pdf)\/([a-z]+\.?\d+(?:\.\d+)*)\.(?:html|pdf)$/i,
    doi: ([id]) => `10.1038/${id}`,
  },
  {
    site: /(?:^|\.)elifesciences\.org$/,
    path: /^(?:articles|reviewed-preprints)\/(\d{5,6})(?:v\d+)?(?:\.pdf)?(?:\/.*)?$/,
    doi: ([id]) => `10.7554/elife.${id}`,
  },
  {
    site: /^pubs\.rsc\.org$/,
    path: /^(?:en\/)?content\/article\w+\/\d{4}\/\w+\/([a-z]\d\w{6,10})\/?$/i,
    doi: ([id]) => `10.1039/${id}`,
  },
  {
    site: /(?:^|\.)thelancet\.(?:com|org)$/,
    path: /\/article\/PII(S\d{4}-\d{3}[\dX]\(\d\d\)\d{5}-[\dX])(?:\/|$)/i,
    doi: ([id]) => `10.1016/${id}`,
  },
  {
    site: /^drops\.dagstuhl\.de$/,
    path: /^storage\/.*\/((?:LIPIcs|OASIcs|DagRep|DagMan|DARTS|LITES|TGDK)\.[\w.-]+?)(?:\.pdf)?$/i,
    doi: ([id]) => `10.4230/${id}`,
  },
  {
    site: /^osf\.io$/,
    path: /^preprints\/(?:([a-z]+)\/)?([a-z\d]{5}(?:_v\d+)?)(?:\/.*)?$/i,
    doi: ([server = 'osf', id]) => osfDoi(server, id!),
  },
  {
    site: /(?:^|\.)(?:biorxiv|medrxiv)\.org$/,
    path: /^content\/(?:biorxiv\/)?early\/\d{4}\/\d\d\/\d\d\/(\d{6,8})(?!\d)/i,
    doi: ([id]) => `10.1101/${id}`,
  },
  {
    site: /(?:^|\.)jstor\.org$/,
    path: /^(?:stable\/(?:pdf\/|pdfplus\/)?|discover\/)(\d{4,9})(?:\.pdf)?\/?$/i,
    doi: ([id]) => `10.2307/${id}`,
  },
  {
    site: /(?:^|\.)researchsquare\.com$/,
    path: /^article\/(rs-\d+\/v\d+)(?:\.pdf)?(?:\/.*)?$/i,
    doi: ([id]) => `10.21203/rs.3.${id}`,
  },
  {
    site: /(?:^|\.)preprints\.org$/,
    path: /^manuscript\/(\d{6}\.\d{4})\/(v\d+)(?:\/.*)?$/i,
    doi: ([id, version]) => `10.20944/preprints${id}.${version}`,
  },
  { site: /^psyarxiv\.com$/, path: /^([a-z\d]{5})\/?$/i, doi: ([id]) => osfDoi('psyarxiv', id!) },
  { site: /(?:^|\.)zenodo\.org$/, path: /^records?\/(\d+)/, doi: ([id]) => `10.5281/zenodo.${id}` },
  {
    site: /(?:^|\.)peerj\.com$/,
    path: /^articles\/(?:([a-z]+)-)?(\d+)(?:\.pdf)?\/?$/i,
    doi: ([journal, id]) => `10.7717/peerj${journal ? `-${journal}` : ''}.${id}`,
  },
  {
    site: /(?:^|\.)peerj\.com$/,
    path: /^preprints\/(\d+)(?:v\d+)?(?:\.pdf)?\/?$/i,
    doi: ([id]) => `10.7287/peerj.preprints.${id}`,
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
  const acm = host === 'dl.acm.org' && /(?:^|&)doid=(\d+\.\d+)(?:&|$)/.exec(query)?.[1];
  if (acm) return `10.1145/${acm}`;
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
