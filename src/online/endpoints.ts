import type { ServiceId } from '../core/catalogs/catalog';
import { catalogOf, catalogs } from '../core/catalogs/services/catalogs';

/** Other base addresses for services: mirrors and proxies. A path may be part of one. */
export type Endpoints = Readonly<Partial<Record<ServiceId, string>>>;

/** A base address that can be used, without the slash at its end; `undefined` for what is none. */
export function readEndpoint(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.search || url.hash) return undefined;
  return (url.origin + url.pathname).replace(/\/+$/, '');
}

/** The address that a service's request goes to: its own, or the same path below the other base. */
export function endpointAddress(url: string, service: ServiceId, endpoints: Endpoints): string {
  const base = endpoints[service];
  if (!base) return url;
  const { origin } = new URL(url);
  return base + url.slice(origin.length);
}

/**
 * Where a redirect of a service leads: to its own hosts, from doi.org also to those of the agencies, or within its other base address.
 * `undefined` when it must not be followed.
 */
export function redirectTarget(
  location: string,
  from: string,
  service: ServiceId,
  endpoints: Endpoints,
): { readonly url: string; readonly service: ServiceId } | undefined {
  if (!URL.canParse(location, from)) return undefined;
  const target = new URL(location, from);
  if (target.username || target.password) return undefined;
  for (const id of reachable(service)) {
    const base = endpoints[id];
    if (base && isWithin(target, base)) return { url: target.href, service: id };
    if (!catalogOf(id).hosts.includes(target.hostname) || target.port) continue;
    if (base) return { url: endpointAddress(target.href, id, endpoints), service: id };
    target.protocol = 'https:';
    return { url: target.href, service: id };
  }
  return undefined;
}

function reachable(service: ServiceId): ServiceId[] {
  return service === 'doi-org' ? ['doi-org', 'crossref', 'datacite'] : [service];
}

function isWithin(target: URL, base: string): boolean {
  const { origin, pathname } = new URL(base);
  const folder = pathname.replace(/\/*$/, '/');
  return target.origin === origin && target.pathname.startsWith(folder);
}

/** Every host that may be spoken to. */
export function allHosts(): string[] {
  return catalogs.flatMap(({ hosts }) => hosts);
}
