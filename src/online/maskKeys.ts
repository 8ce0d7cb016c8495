const keyParameter = /([?&](?:api[_-]?key|key|token|access_token)=)[^&#]*/gi;

/** An address without the keys in it, for people to see and for caches to know it by. */
export function maskKeys(url: string): string {
  return url.replace(keyParameter, '$1***').replace(/\/\/[^/@]*@/, '//***@');
}

/** What an answer is remembered under: the address without keys and e-mail addresses. */
export function cacheKey(url: string): string {
  return url
    .replace(keyParameter, '')
    .replace(/([?&])(?:mailto|email|tool)=[^&#]*/gi, '$1')
    .replace(/[?&]+$/, '')
    .replace(/[?&]{2,}/g, '&');
}
