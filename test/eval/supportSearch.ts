import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openLibrary } from '../../src/cli/openLibrary';

interface Paper {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
}

/** What “Find Support” lists for a sentence where these papers are the writer's bibliography: the best, each with the sentence that is shown. */
export async function supportSearch(papers: readonly Paper[]) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'literature-support-'));
  const file = path.join(folder, 'papers.json');
  const items = papers.map(({ id, title, abstract }) => ({ id: `p${id}`, type: 'article', title, abstract }));
  fs.writeFileSync(file, JSON.stringify(items));
  const { library, source } = await openLibrary(file, { withCollection: false });
  fs.rmSync(folder, { recursive: true });
  return async (query: string, limit: number) => {
    const { hits } = await library.search({
      query,
      limit,
      meaning: true,
      isSentence: true,
      preferredSources: [source.id],
    });
    return hits.map(({ reference, sentence }) => ({
      id: reference.key.slice(1),
      title: reference.item.title,
      sentence: sentence?.text,
      abstract: reference.item.abstract,
    }));
  };
}
