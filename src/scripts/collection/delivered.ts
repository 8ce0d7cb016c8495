/** One paper of the delivered file, its text as delivered. */
export interface DeliveredPaper {
  readonly title: string;
  readonly abstract: string;
}

const chromeLines = 2;
const scrapedPrefix = 'Subscribe';

/** Reads `data/abstracts.txt`: two lines of page chrome, then title and abstract in turn; a link's text sticks to the first title. */
export function readDelivered(text: string): DeliveredPaper[] {
  const lines = text.split(/\r?\n/).slice(chromeLines);
  while (lines.at(-1) === '') lines.pop();
  if (lines.length % 2 !== 0)
    throw new Error(`A title or an abstract is missing: ${lines.length} lines after the chrome.`);
  const papers: DeliveredPaper[] = [];
  for (let line = 0; line < lines.length; line += 2)
    papers.push({ title: withoutPrefix(lines[line]!, line === 0), abstract: lines[line + 1]! });
  return papers;
}

function withoutPrefix(title: string, first: boolean): string {
  return first && title.startsWith(scrapedPrefix) ? title.slice(scrapedPrefix.length) : title;
}
