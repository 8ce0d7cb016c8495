/** More than any answer needs; search results are a hundredth of it. */
export const maxBodyBytes = 8 * 1024 * 1024;

/** The body is larger than an answer may be. */
export class BodyTooLarge extends Error {}

/** The text of a body, in the encoding its type names, read no further than it may be long. */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  header: (name: string) => string | undefined,
  heard: () => void,
): Promise<string> {
  if (Number(header('content-length')) > maxBodyBytes) throw new BodyTooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    heard();
    length += chunk.length;
    if (length > maxBodyBytes) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return decoder(header('content-type')).decode(bytes);
}

/** JSON is UTF-8 whatever its type says (RFC 8259, 8.1). */
function decoder(type: string | undefined): TextDecoder {
  const label = /charset="?([\w-]+)/i.exec(type ?? '')?.[1];
  try {
    return new TextDecoder(label && !/json/i.test(type ?? '') ? label : 'utf-8');
  } catch {
    return new TextDecoder();
  }
}
