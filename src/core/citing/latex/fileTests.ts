import type { TextRange } from '../../model/textRange';
import type { Member } from '../project/inclusionTree';
import { exists, folderOf, nameOf, type ProjectFiles, resolvePath } from '../project/projectFiles';
import type { FileTest, LatexDocument } from './latexDocument';
import { expandMacros } from './latexProject';

/** Files that only a writer makes: others TeX may find among its own, or write itself. */
const ofWriters = /^[^.]*$|\.(?:tex|bib|pdf|png|jpe?g|eps|svg|txt|csv|dat|tikz)$/i;

/** What of a file TeX sets only where other files are there, or are not. */
export interface UnsetText {
  /** It is left out. */
  readonly leftOut: readonly TextRange[];
  /** It is left out, or it is set: nobody can tell. */
  readonly open: readonly TextRange[];
}

/** What TeX does not set of one file of a document, by the files that are there. */
export async function unsetText(
  member: Member<LatexDocument>,
  root: string,
  members: readonly Member<LatexDocument>[],
  files: ProjectFiles,
): Promise<UnsetText> {
  const leftOut: TextRange[] = [];
  const open: TextRange[] = [];
  for (const test of member.document.fileTests) {
    const ranges = { ifThere: rangeOf(test.ifThere), otherwise: rangeOf(test.otherwise) };
    const path = expandMacros(test.path, root, members);
    if (await isThere(path, root, member, files)) leftOut.push(ranges.otherwise);
    else if (/\\/.test(path) || !ofWriters.test(nameOf(path))) open.push(ranges.ifThere, ranges.otherwise);
    else leftOut.push(ranges.ifThere);
  }
  return { leftOut, open };
}

function rangeOf({ start, end }: FileTest['ifThere']): TextRange {
  return [start, end];
}

/** TeX looks from the folder it was started in, which is the root's or the file's own, with the ending it would add. */
async function isThere(
  path: string,
  root: string,
  { path: from, base }: Member<LatexDocument>,
  files: ProjectFiles,
): Promise<boolean> {
  const starts = new Set([folderOf(root), base, folderOf(from)]);
  for (const start of starts)
    for (const ending of ['', '.tex'])
      if (await exists(files, resolvePath(start, path + ending))) return true;
  return false;
}
