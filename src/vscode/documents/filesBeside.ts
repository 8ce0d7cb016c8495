import * as vscode from 'vscode';
import type { ProjectFiles } from '../../core/citing/project/projectFiles';
import { namesIn, readFile } from '../files/fileAccess';
import { openDocument } from '../files/fileDocument';
import type { TexBibliographies } from '../files/texBibliographies';
import { isReadable } from '../files/trustedFiles';

/**
 * The files of a project wherever they are stored, as far as they may be read; the text of an open editor counts, saved or not.
 *
 * @param document the one in hand
 */
export function filesBeside(base: vscode.Uri, document: vscode.Uri, tex?: TexBibliographies): ProjectFiles {
  const at = (path: string) => base.with({ path, query: '', fragment: '' });
  return {
    async read(path) {
      const uri = at(path);
      if (!isReadable(uri, document)) return undefined;
      const open = openDocument(uri);
      if (open) return open.getText();
      try {
        return new TextDecoder().decode(await readFile(uri));
      } catch {
        return undefined;
      }
    },
    async list(folder) {
      // `/a/.` lies in `/a`, as far as reading goes.
      if (!isReadable(vscode.Uri.joinPath(at(folder), 'any'), document)) return [];
      try {
        return await namesIn(at(folder));
      } catch {
        return [];
      }
    },
    ...(tex && { findByTex: (name, folder) => tex.find(name, at(folder)) }),
  };
}
