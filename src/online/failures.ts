import { type Catalog, UnreadableAnswer } from '../core/catalogs/catalog';
import { CatalogFailure } from '../core/catalogs/failure';
import { say } from '../core/util/say';
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
    return new CatalogFailure(
      catalog.id,
      'budget',
      say(
        '{0}: the number of free requests is spent. It is renewed in {1}. A key of your own raises it.',
        catalog.name,
        inWords(seconds),
      ),
    );
  }
  return new CatalogFailure(
    catalog.id,
    'rate-limited',
    say('{0} gets too many requests and asks to wait {1}. Try again then.', catalog.name, inWords(seconds)),
  );
}

export function limitedFailure(catalog: Catalog): CatalogFailure {
  if (catalog.id === 'google-books')
    return new CatalogFailure(
      catalog.id,
      'budget',
      say(
        '{0}: the free requests of today that all the world shares are spent (HTTP 429). A key of your own has its own.',
        catalog.name,
      ),
    );
  return new CatalogFailure(
    catalog.id,
    'rate-limited',
    catalog.id === 'semantic-scholar'
      ? say(
          '{0} gets too many requests just now (HTTP 429). Try again in a minute. Without a key all the world shares one limit.',
          catalog.name,
        )
      : say('{0} gets too many requests just now (HTTP 429). Try again in a minute.', catalog.name),
  );
}

/** A status that is no answer. */
export function statusFailure(catalog: Catalog, status: number, body: string): CatalogFailure {
  const said = saidIn(body);
  if (status === 511)
    return new CatalogFailure(
      catalog.id,
      'refused',
      say(
        'The network wants a sign-in before {0} can be reached (HTTP 511). Open any page in a browser.',
        catalog.name,
      ),
    );
  if (status >= 500)
    return new CatalogFailure(
      catalog.id,
      'server',
      say('{0} is out of order just now (HTTP {1}). Try again later.', catalog.name, status),
    );
  if (catalog.id === 'unpaywall' && status === 422)
    return new CatalogFailure(
      catalog.id,
      'refused',
      say(
        'Unpaywall answers only with an e-mail address: set literature.catalogs.email (on the command line --email).',
      ),
    );
  if (status === 401 || status === 403)
    return new CatalogFailure(
      catalog.id,
      'refused',
      say('{0} refuses the request (HTTP {1}){2}. Is its key right?', catalog.name, status, said),
    );
  if (status < 300)
    return new CatalogFailure(
      catalog.id,
      'unreadable',
      say('The answer of {0} is not whole (HTTP {1}). Try again later.', catalog.name, status),
    );
  if (status >= 300 && status < 400)
    return new CatalogFailure(
      catalog.id,
      'unreadable',
      say('{0} answers with a redirect that leads nowhere (HTTP {1}).', catalog.name, status),
    );
  return new CatalogFailure(
    catalog.id,
    'refused',
    say('{0} does not take the request (HTTP {1}){2}.', catalog.name, status, said),
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

/** @param host where it leads; empty where that is no address of the web */
export function redirectFailure(catalog: Catalog, host: string): CatalogFailure {
  if (!host)
    return new CatalogFailure(
      catalog.id,
      'redirect',
      say('{0} redirects to what is no address of the web. It was not followed.', catalog.name),
    );
  return new CatalogFailure(
    catalog.id,
    'redirect',
    say(
      '{0} redirects to {1}, which is none of the services. It was not followed: is a sign-in page of the network in between?',
      catalog.name,
      host,
    ),
  );
}

/** A web page where data was asked for. */
export function webPageFailure(catalog: Catalog): CatalogFailure {
  return new CatalogFailure(
    catalog.id,
    'unreadable',
    say(
      '{0} answers with a web page instead of data: a sign-in page of the network, or its protection against robots. Open {1} in a browser, or try again later.',
      catalog.name,
      catalog.hosts[0] ?? '',
    ),
  );
}

/** What was thrown on the way, as a failure that a person can read. */
export function failureOf(thrown: unknown, catalog: Catalog, host: string): CatalogFailure {
  const { id, name } = catalog;
  if (thrown instanceof CatalogFailure) return thrown;
  if (thrown instanceof UnreadableAnswer)
    return new CatalogFailure(
      id,
      'unreadable',
      say('The answer of {0} {1}. Try again later.', name, thrown.message),
    );
  if (thrown instanceof BodyTooLarge)
    return new CatalogFailure(
      id,
      'too-large',
      say(
        'The answer of {0} is larger than {1} MB. It was not read further.',
        name,
        maxBodyBytes / 1024 / 1024,
      ),
    );
  if (thrown instanceof GivenUp)
    return new CatalogFailure(
      id,
      'timeout',
      thrown.heard
        ? say('{0} did not end its answer within {1}. Try again later.', name, inWords(thrown.after / 1000))
        : say('{0} did not answer within {1}. Try again later.', name, inWords(thrown.after / 1000)),
    );
  const code = codeOf(thrown);
  if (code === 'PROXY_AUTHENTICATION') return proxyFailure(catalog);
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(code))
    return new CatalogFailure(
      id,
      'offline',
      say(
        '{0} ({1}) cannot be trusted: its certificate is refused ({2}). A proxy in between? See the setting http.proxy.',
        name,
        host,
        code,
      ),
    );
  if (/ECONNREFUSED/.test(code))
    return new CatalogFailure(
      id,
      'offline',
      say('{0} cannot be reached: nothing answers at {1}.', name, host),
    );
  if (/ECONNRESET|EPIPE|UND_ERR_SOCKET|terminated|ERR_STREAM|HPE_|UND_ERR_RES|aborted/i.test(code))
    return new CatalogFailure(
      id,
      'unreadable',
      say('The connection to {0} ({1}) broke off before its answer was complete. Try again.', name, host),
    );
  return new CatalogFailure(
    id,
    'offline',
    say('{0} ({1}) cannot be reached. Is this computer online?', name, host) + (code ? ` (${code})` : ''),
  );
}

function proxyFailure({ id, name }: Catalog): CatalogFailure {
  return new CatalogFailure(
    id,
    'refused',
    say(
      'The proxy of the network wants a sign-in before {0} can be reached (HTTP 407). See the setting http.proxy.',
      name,
    ),
  );
}

/** The code of a network error, wherever the platform puts it. */
function codeOf(thrown: unknown): string {
  for (let at = thrown, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth++) {
    // As undici says what a proxy answers to CONNECT.
    if (/^Proxy response \(407\)/.test(at.message)) return 'PROXY_AUTHENTICATION';
    const code = (at as { code?: unknown }).code;
    if (typeof code === 'string') return code;
    if (at.message === 'terminated') return 'terminated';
  }
  return '';
}
