// npm run -s lookup -- [--services a,b] [--endpoint SERVICE=URL]… [--email ADDRESS] [--timeout SECONDS] [--json] [--bibtex] ID|WORDS…
// Looks each argument up in the public catalogs, as the editor does when asked to: an identifier, an address, a reference or words. Keys of
// services are read from the environment: LITERATURE_OPENALEX_KEY, LITERATURE_SEMANTIC_SCHOLAR_KEY, …
import fs from 'node:fs';
import { writeBibtex } from '../core/bibliography/write/bibtex/writeBibtex';
import { uniqueCitationKey } from '../core/bibliography/write/citationKey';
import { type ServiceId, serviceIds } from '../core/catalogs/catalog';
import { type Found, find } from '../core/catalogs/find';
import { readQuery } from '../core/catalogs/query';
import { describeWork } from '../core/catalogs/records/describeWork';
import { entryItem, keyItem, retractionNote, withInitials } from '../core/catalogs/records/entryItem';
import { catalogOf, catalogs } from '../core/catalogs/services/catalogs';
import { errorMessage } from '../core/util/errorMessage';
import { CatalogClient } from '../online/catalogClient';
import { type Endpoints, readEndpoint } from '../online/endpoints';
import { fetchTransport } from '../online/fetchTransport';
import { endWithUsage, readArguments } from './readArguments';

const usage =
  'lookup -- [--services a,b] [--endpoint SERVICE=URL]… [--email ADDRESS] [--timeout SECONDS] [--json] [--bibtex] ID|WORDS…';
const { values, positionals } = readArguments(usage, {
  options: {
    services: { type: 'string' },
    endpoint: { type: 'string', multiple: true, default: [] },
    email: { type: 'string' },
    timeout: { type: 'string', default: '15' },
    json: { type: 'boolean', default: false },
    bibtex: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
if (positionals.length === 0) endWithUsage(usage);

const chosen =
  values.services === undefined
    ? undefined
    : [...new Set(values.services.split(',').filter(Boolean).map(readService))];
if (chosen?.length === 0) fail('--services names none.');
const endpoints: Endpoints = Object.fromEntries(values.endpoint.map(readEndpointArgument));
const timeout = 1000 * Number(values.timeout);
if (!(timeout > 0)) fail(`--timeout ${values.timeout} is no number of seconds.`);
let requests: string[] = [];
const client = new CatalogClient({
  transport: fetchTransport(false),
  endpoints,
  beginWithin: timeout,
  endWithin: 2 * timeout,
  userAgent: `literature-lookup (https://github.com/literature-lookup/literature-lookup${values.email ? `; mailto:${values.email}` : ''})`,
  log: url => requests.push(url),
});
const keys = Object.fromEntries(
  serviceIds.flatMap(id => {
    const key = process.env[`LITERATURE_${id.toUpperCase().replaceAll('-', '_')}_KEY`]?.trim();
    return key ? [[id, key]] : [];
  }),
);
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());

const taken = new Set<string>();

main().then(
  allFound => process.exit(allFound ? 0 : 1),
  error => fail(errorMessage(error)),
);

/** One after the other, so that services are asked at their pace. Whether each was found. */
async function main(): Promise<boolean> {
  let allFound = true;
  for (const input of positionals) {
    requests = [];
    const found = await find(input, {
      catalogs: chosen ? chosen.map(catalogOf) : catalogs,
      onlyThese: chosen !== undefined,
      access: { email: values.email, keys },
      // A mirror may answer without the address that the service itself wants.
      able: service =>
        service !== 'unpaywall' || values.email !== undefined || endpoints.unpaywall !== undefined,
      ask: request => client.ask(request, stop.signal),
    });
    if (found.works.length === 0) allFound = false;
    print(input, found);
  }
  return allFound;
}

function print(input: string, found: Found): void {
  const work = found.works[0];
  const key = work && uniqueCitationKey(keyItem(work), other => taken.has(other));
  if (key) taken.add(key);
  const bibtex =
    work && values.bibtex
      ? writeBibtex(entryItem(work, key!), key!, { dialect: 'bibtex', encoding: 'tex' })
      : undefined;
  if (values.json) {
    const { kind, query } = readQuery(input);
    const note = work && retractionNote(work);
    const { item, sources = [], identifiers: _identifiers, ...about } = work ?? { item: undefined };
    write(
      `${JSON.stringify({
        input,
        kind,
        id: kind === 'url' || kind === 'reference' || kind === 'words' ? null : query.id,
        item: item ? { ...withInitials(item), id: key, ...(note ? { note } : {}) } : null,
        sources: sources.map(({ service, fields }) => ({ service, fields })),
        requests,
        ...about,
        ...(bibtex ? { bibtex } : {}),
        ...(found.error ? { error: found.error } : {}),
        ...(work && found.failures.length > 0
          ? { failures: found.failures.map(({ message }) => message) }
          : {}),
      })}\n`,
    );
    return;
  }
  if (found.error) process.stderr.write(`${input}: ${found.error}\n`);
  else for (const { message } of found.failures) process.stderr.write(`${message}\n`);
  if (work) write(bibtex ? `${bibtex}\n` : `${describeWork(work)}\n`);
}

function readService(name: string): ServiceId {
  const id = name.trim() as ServiceId;
  return serviceIds.includes(id)
    ? id
    : fail(`There is no service “${name.trim()}”. There are ${serviceIds.join(', ')}.`);
}

function readEndpointArgument(argument: string): [ServiceId, string] {
  const [name, ...address] = argument.split('=');
  const base = readEndpoint(address.join('='));
  return base === undefined
    ? fail(`--endpoint ${name}=… needs a base address of http or https, like crossref=http://127.0.0.1:8080.`)
    : [readService(name!), base];
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

/** All of it, whatever the other end can take at once. */
function write(text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length; )
    try {
      written += fs.writeSync(1, bytes, written);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
}
