import type { CatalogQuery, ServiceId } from '../catalog';

/** An address with its parameters encoded; those without a value are left out. */
export function address(
  base: string,
  parameters: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const query = Object.entries(parameters)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');
  return query ? `${base}?${query}` : base;
}

/** An identifier as part of a path; its slashes stay. */
export function inPath(identifier: string): string {
  return encodeURI(identifier).replace(/[?#]/g, encodeURIComponent);
}

/** The DOI that is asked for: arXiv's papers have one too. */
export function askedDoi(query: CatalogQuery): string | undefined {
  if (query.kind === 'arxiv') return `10.48550/arxiv.${query.id}`;
  return query.kind === 'doi' ? query.id : undefined;
}

/** Sent by the services that show who asks. */
export const toolName = 'literature-lookup';

export const json = 'application/json';

/** A header with the key of a service, if there is one. */
export function keyHeader(
  name: string,
  service: ServiceId,
  keys: Readonly<Partial<Record<ServiceId, string>>> | undefined,
): { headers?: Readonly<Record<string, string>> } {
  const key = keys?.[service];
  return key ? { headers: { [name]: key } } : {};
}
