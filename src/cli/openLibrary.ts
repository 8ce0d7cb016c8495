import path from 'node:path';
import { detectFormat } from '../core/bibliography/detectFormat';
import type { LibraryService } from '../core/library/libraryService';
import type { Source } from '../core/model/source';
import { SearchIndex } from '../core/search/searchIndex';
import { readAssets } from '../node/nodeLibrary';
import { readBytes } from '../node/readBytes';
import { readMeaning } from '../scripts/collection/readMeaning';
import { BackgroundWork } from '../worker/backgroundWork';
import { makeLibrary } from '../worker/makeLibrary';

/** The library that the editor would have with this bibliography, once it is settled and all of it understood; throws an `Error` for people. */
export async function openLibrary(
  file: string,
  { withCollection }: { readonly withCollection: boolean },
): Promise<{ readonly library: LibraryService; readonly source: Source }> {
  const content = readBytes(file);
  const format = detectFormat(file, content.subarray(0, 1000).toString());
  if (!format)
    throw new Error(`${file} is no bibliography that can be read (.bib, CSL JSON, CSL YAML, RIS).`);
  const root = process.env.LITERATURE_ROOT ?? process.cwd();
  const meaning = readMeaning();
  let index: SearchIndex | undefined;
  const background = new BackgroundWork(undefined, 1);
  const library = makeLibrary({ ...readAssets(root), withCollection }, background, texts => {
    index = new SearchIndex(texts, undefined, meaning?.scorer);
    return index;
  });
  const source: Source = { id: file, kind: 'bibliography', label: path.basename(file), format };
  await library.load(source, content);
  await library.settled();
  if (index)
    meaning?.fill(index, (done, total) => {
      if (process.stderr.isTTY) process.stderr.write(`\rUnderstanding papers ${done} of ${total} `);
    });
  return { library, source };
}
