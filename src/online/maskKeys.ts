const keyParameter = /([?&](?:api[_-]?key|key|token|access_token)=)[^&#]*/gi;

/** An address without the keys in it, for people to see and for caches to know it by. */
export function maskKeys(url: string): string {
  return url.replace(keyParameter, '$1***').replace(/\/\/[^/@]*@/, '//***@');
}

/** What a service says, without the keys that were sent to it, which some repeat. */
export function withoutKeys(
  said: string,
  url: string,
  headers: Readonly<Record<string, string>> = {},
): string {
  const inAddress = [...url.matchAll(keyParameter)].map(([whole]) => decoded(whole));
  const keys = [...inAddress, ...Object.values(headers)].filter(Boolean);
  return keys
    .flatMap(key => [key, encodeURIComponent(key)])
    .reduce((text, key) => text.replaceAll(key, '***'), said);
}

/** `?key=a%2Fb` → `a/b` */
function decoded(parameter: string): string {
  const [value = ''] = new URLSearchParams(parameter.slice(1)).values();
  return value;
}

/** What an answer is remembered under: the address without keys and e-mail addresses. */
export function cacheKey(url: string): string {
  return url
    .replace(keyParameter, '')
    .replace(/([?&])(?:mailto|email|tool)=[^&#]*/gi, '$1')
    .replace(/[?&]+$/, '')
    .replace(/[?&]{2,}/g, '&');
}
