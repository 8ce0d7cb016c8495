import fs from 'node:fs';
import path from 'node:path';
import { collectionSource } from '../../core/library/works/collectionSource';
import type { Topic } from '../../core/library/works/groups';
import type { CslItem, Reference } from '../../core/model/reference';

/** The bundled references and their topics, from `data/`. */
export function readCollection(): { readonly references: Reference[]; readonly topics: Topic[] } {
  const data = path.join(process.env.LITERATURE_ROOT ?? process.cwd(), 'data');
  const read = (file: string) => JSON.parse(fs.readFileSync(path.join(data, file), 'utf8'));
  const references = (read('references.json') as CslItem[]).map(item => ({
    key: item.id,
    item,
    origin: { source: collectionSource.id },
    content: item,
  }));
  return { references, topics: read('topics.json') };
}
