import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { detectFormat } from '../core/bibliography/detectFormat';
import { couldBeRead } from '../core/library/documents/appliedBibliographies';
import type { LibraryService } from '../core/library/libraryService';
import type { Source, SourceState } from '../core/model/source';
import { errorMessage } from '../core/util/errorMessage';
import { readBytes } from '../node/readBytes';

/** Folders in which nobody keeps a bibliography of their own. */
const passedOver = new Set(['node_modules', '.git', '.quarto', '_site', '_book', '_freeze', '.venv']);
const maxFiles = 500;
const bibliographyName = /\.(?:bib|bibtex|biblatex|ris)$/i;

/** The bibliographies below a folder, and those that its documents declare, kept in step with the files. */
export class FolderSources {
  /** By path, what of the file was read (its size and time of change), and whether that gave references. */
  private readonly files = new Map<string, { readonly state: string; readonly isRead: boolean }>();
  private readonly declared = new Set<string>();

  constructor(
    private readonly library: LibraryService,
    private readonly folder: string,
  ) {}

  /** Reads what is new or was changed since, and drops what is gone. */
  async refresh(): Promise<void> {
    const files = new Set([...bibliographiesBelow(this.folder), ...this.declared]);
    await Promise.all([...files].map(file => this.read(file)));
    for (const file of this.files.keys()) if (!files.has(file)) await this.drop(file);
  }

  /** Reads bibliographies that a document declares. Gives the ids of those that could be read, in their order. */
  async readDeclared(files: readonly string[]): Promise<string[]> {
    for (const file of files) this.declared.add(file);
    const isRead = await Promise.all(files.map(file => this.read(file)));
    return files.filter((_, index) => isRead[index]).map(idOf);
  }

  private async read(file: string): Promise<boolean> {
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (!stat?.isFile()) {
      await this.drop(file);
      return false;
    }
    const state = `${stat.size} ${stat.mtimeMs}`;
    const known = this.files.get(file);
    if (known?.state === state) return known.isRead;
    const source: Source = {
      id: idOf(file),
      kind: 'bibliography',
      label: path.relative(this.folder, file),
      format: detectFormat(file) ?? 'bibtex',
    };
    const isRead = couldBeRead(await this.load(file, source));
    this.files.set(file, { state, isRead });
    return isRead;
  }

  private async load(file: string, source: Source): Promise<SourceState> {
    try {
      return await this.library.load(source, readBytes(file), { settled: true });
    } catch (error) {
      const failure = `${source.label} could not be read: ${errorMessage(error)}`;
      return this.library.load(source, undefined, { failure });
    }
  }

  private async drop(file: string): Promise<void> {
    if (this.files.delete(file)) await this.library.drop(idOf(file));
  }
}

/** The id of a file's source: its address, as in the editor. */
export function idOf(file: string): string {
  return pathToFileURL(file).toString();
}

function bibliographiesBelow(folder: string): string[] {
  const found: string[] = [];
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined && found.length < maxFiles; next = folders.pop())
    for (const entry of entriesOf(next)) {
      const file = path.join(next, entry.name);
      if (entry.isDirectory() && !passedOver.has(entry.name)) folders.push(file);
      else if (entry.isFile() && bibliographyName.test(entry.name)) found.push(file);
    }
  return found;
}

function entriesOf(folder: string): fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
