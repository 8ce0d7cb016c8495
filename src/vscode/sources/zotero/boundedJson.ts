/** An answer is longer than it may be. */
export class TooLongError extends Error {
  override readonly name = 'TooLongError';
}

/** The JSON of an answer of at most so many bytes; what comes beyond is not waited for. Throws what `JSON.parse` throws. */
export async function boundedJson(answer: Response, maxBytes: number): Promise<unknown> {
  if (!answer.body) return answer.json();
  const decoder = new TextDecoder();
  const reader = answer.body.getReader();
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > maxBytes) {
      await reader.cancel();
      throw new TooLongError(`more than ${Math.round(maxBytes / 1e6)} MB at once`);
    }
    text += decoder.decode(value, { stream: true });
  }
  return JSON.parse(text + decoder.decode());
}
