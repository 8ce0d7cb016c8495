import { type Catalog, UnreadableAnswer } from '../core/catalogs/catalog';
import { CatalogFailure } from '../core/catalogs/failure';
import { BodyTooLarge, maxBodyBytes } from './boundedBody';
import { inWords } from './pacing';

/** Why a request was given up by us. */
export class GivenUp extends Error {
  constructor(
    readonly after: number,
    readonly heard: boolean,
  ) {
    super('given up');
  }
}

/** A service that has to be left alone for a while. */
export function pausedFailure(catalog: Catalog, seconds: number): CatalogFailure {
  if (/^(?:openalex|google-books)$/.test(catalog.id)) {
    const key = ' A key of your own raises it.';
    return new CatalogFailure(
      catalog.id,
      'budget',
      `${catalog.name}: the number of free requests is spent. It is renewed in ${inWords(seconds)}.${key}`,
    );
  }
  return new CatalogFailure(
    catalog.id,
    'rate-limited',
    `${catalog.name} gets too many requests and asks to wait ${inWords(seconds)}. Try again then.`,
  );
}

export function limitedFailure(catalog: Catalog): CatalogFailure {
  const key = catalog.id === 'semantic-scholar' ? ' Without a key all the world shares one limit.' : '';
  return new CatalogFailure(
    catalog.id,
    'rate-limited',
    `${catalog.name} gets too many requests just now (HTTP 429). Try again in a minute.${key}`,
  );
}

/** A status that is no answer. */
export function statusFailure(catalog: Catalog, status: number, body: string): CatalogFailure {
  const said = saidIn(body);
  if (status >= 500)
    return new CatalogFailure(
      catalog.id,
      'server',
      `${catalog.name} is out of order just now (HTTP ${status}). Try again later.`,
    );
  if (catalog.id === 'unpaywall' && status === 422)
    return new CatalogFailure(
      catalog.id,
      'refused',
      'Unpaywall answers only with an e-mail address: set literature.catalogs.email (on the command line --email).',
    );
  if (status === 401 || status === 403)
    return new CatalogFailure(
      catalog.id,
      'refused',
      `${catalog.name} refuses the request (HTTP ${status})${said}. Is its key right?`,
    );
  if (status >= 300 && status < 400)
    return new CatalogFailure(
      catalog.id,
      'unreadable',
      `${catalog.name} answers with a redirect that leads nowhere (HTTP ${status}).`,
    );
  return new CatalogFailure(
    catalog.id,
    'refused',
    `${catalog.name} does not take the request (HTTP ${status})${said}.`,
  );
}

/** The first sentence of an error's JSON, never markup. */
function saidIn(body: string): string {
  const message = /"(?:message|error|title|detail)"\s*:\s*"((?:[^"\\]|\\.){1,200})"/.exec(body)?.[1];
  return message
    ? `: ${message
        .replace(/\\./g, ' ')
        .replace(/\s+/g, ' ')
        .replace(/[.\s]+$/, '')}`
    : '';
}

export function redirectFailure(catalog: Catalog, host: string): CatalogFailure {
  return new CatalogFailure(
    catalog.id,
    'redirect',
    `${catalog.name} redirects to ${host}, which is none of the services. It was not followed: is a sign-in page of the network in between?`,
  );
}

/** A web page where data was asked for. */
export function webPageFailure(catalog: Catalog): CatalogFailure {
  return new CatalogFailure(
    catalog.id,
    'unreadable',
    `${catalog.name} answers with a web page instead of data: a sign-in page of the network, or its protection against robots. Open ${catalog.hosts[0]} in a browser, or try again later.`,
  );
}

/** What was thrown on the way, as a failure that a person can read. */
export function failureOf(thrown: unknown, catalog: Catalog, host: string): CatalogFailure {
  const { id, name } = catalog;
  if (thrown instanceof CatalogFailure) return thrown;
  if (thrown instanceof UnreadableAnswer)
    return new CatalogFailure(id, 'unreadable', `The answer of ${name} ${thrown.message}. Try again later.`);
  if (thrown instanceof BodyTooLarge)
    return new CatalogFailure(
      id,
      'too-large',
      `The answer of ${name} is larger than ${maxBodyBytes / 1024 / 1024} MB. It was not read further.`,
    );
  if (thrown instanceof GivenUp)
    return new CatalogFailure(
      id,
      'timeout',
      `${name} ${thrown.heard ? 'did not end its answer' : 'did not answer'} within ${inWords(thrown.after / 1000)}. Try again later.`,
    );
  const code = codeOf(thrown);
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(code))
    return new CatalogFailure(
      id,
      'offline',
      `${name} (${host}) cannot be trusted: its certificate is refused (${code}). A proxy in between? See the setting http.proxy.`,
    );
  if (/ECONNREFUSED/.test(code))
    return new CatalogFailure(id, 'offline', `${name} cannot be reached: nothing answers at ${host}.`);
  if (/ECONNRESET|EPIPE|UND_ERR_SOCKET|terminated|ERR_STREAM|HPE_|UND_ERR_RES|aborted/i.test(code))
    return new CatalogFailure(
      id,
      'unreadable',
      `The connection to ${name} (${host}) broke off before its answer was complete. Try again.`,
    );
  return new CatalogFailure(
    id,
    'offline',
    `${name} (${host}) cannot be reached. Is this computer online?${code ? ` (${code})` : ''}`,
  );
}

/** The code of a network error, wherever the platform puts it. */
function codeOf(thrown: unknown): string {
  for (let at = thrown, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth++) {
    const code = (at as { code?: unknown }).code;
    if (typeof code === 'string') return code;
    if (at.message === 'terminated') return 'terminated';
  }
  return '';
}
