import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AgentDocument, AgentError } from '../core/agents/agentTool';
import type { CiteRequest } from '../core/agents/citeTool';
import { detectFormat } from '../core/bibliography/detectFormat';
import { addEntries } from '../core/bibliography/write/addEntries';
import { writePermission } from '../core/bibliography/write/filePermission';
import { invalidKeyReason } from '../core/citing/citationKeySyntax';
import { insertCitation } from '../core/citing/edit/insertCitation';
import { additionsOf, citedAs, type LackingEntry, readerOf } from '../core/library/documents/lackingEntries';
import type { LibraryService } from '../core/library/libraryService';
import { applyEdits, type TextEdit } from '../core/model/textEdit';
import { TextLines } from '../core/util/lines/lineIndex';
import { fromUtf8 } from '../node/nodeFiles';

/** Changes of one file. */
interface FileEdits {
  readonly file: string;
  readonly before: string;
  readonly edits: readonly TextEdit[];
}

/**
 * Cites in a document on disk: gives the edits of the document and of its bibliography, and makes them where `write` says so. Entries go
 * into the last bibliography of the document that may be written.
 */
export async function citeInFiles(
  { document, offset, references, form, locator }: CiteRequest,
  library: LibraryService,
  folder: string,
  write: boolean,
): Promise<object> {
  const { language } = document.citations;
  const { keys, lacking } = await citedAs(
    references,
    document.sources,
    () => library.keys(document.sources),
    language,
  );
  for (const key of keys) {
    const reason = invalidKeyReason(key, language);
    if (reason) throw new AgentError(`“${key}” cannot be cited here: ${reason} Give the entry another key.`);
  }
  const { edits, isRefused } = insertCitation(document.text, offset, keys, language, {
    form,
    ...(locator && { locator }),
    parsed: document.citations,
  });
  if (isRefused)
    throw new AgentError(`Nothing can be cited at this place of ${document.path}. Give another one.`);
  const file = path.join(folder, document.path);
  const changes: FileEdits[] = [{ file, before: write ? unchanged(document, file) : document.text, edits }];
  if (lacking.length) changes.push(await additions(lacking, document, library, folder));
  // The bibliography first: a citation without its entry would be worse than an entry nobody cites yet.
  if (write)
    for (const change of [...changes].reverse())
      replaceFile(change.file, applyEdits(change.before, change.edits));
  return {
    written: write,
    keys,
    edits: changes.flatMap(change => described(change, folder)),
  };
}

async function additions(
  lacking: readonly LackingEntry[],
  { citations, sources }: AgentDocument,
  library: LibraryService,
  folder: string,
): Promise<FileEdits> {
  const files = sources.filter(id => id.startsWith('file:')).map(id => fileURLToPath(id));
  const file = files.reverse().find(one => isWritable(one, folder));
  if (!file)
    throw new AgentError(
      `${lacking.map(({ key }) => key).join(', ')} would have to be added to a bibliography, and the document has none in this folder. Declare one first.`,
    );
  const before = readUtf8(file);
  const reader = readerOf(citations);
  const format = detectFormat(file, before, reader.readBy) ?? 'bibtex';
  const added = addEntries(before, format, await additionsOf(lacking, library), {
    ...reader,
    keysAreFixed: true,
  });
  if (!added) throw new AgentError(`${path.basename(file)} is not in the form its name promises.`);
  return { file, before, edits: added.edit ? [added.edit] : [] };
}

function isWritable(file: string, folder: string): boolean {
  const permission = writePermission({
    kind: 'bibliography',
    path: file.replaceAll('\\', '/'),
    target: fs.realpathSync(file).replaceAll('\\', '/'),
    roots: [fs.realpathSync(folder).replaceAll('\\', '/')],
    trusted: true,
  });
  return permission === 'free';
}

function readUtf8(file: string): string {
  const text = fromUtf8(fs.readFileSync(file));
  if (text === undefined)
    throw new AgentError(`${path.basename(file)} is not in UTF-8, and is left as it is.`);
  return text;
}

/** What stands in the document still, which the edits are for. */
function unchanged(document: AgentDocument, file: string): string {
  const before = readUtf8(file);
  if (before !== document.text) throw new AgentError(`${document.path} was changed meanwhile. Try again.`);
  return before;
}

/** Whole or not at all: what is written stands beside the file until it is complete. */
function replaceFile(file: string, text: string): void {
  const target = fs.realpathSync(file);
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  try {
    fs.writeFileSync(beside, text, { mode: fs.statSync(target).mode });
    fs.renameSync(beside, target);
  } finally {
    fs.rmSync(beside, { force: true });
  }
}

/** Edits for whoever makes them: lines and columns from 1, columns in UTF-16 code units, without a byte order mark, as editors count. */
function described({ file, before, edits }: FileEdits, folder: string): object[] {
  const lines = new TextLines(before);
  const place = (offset: number) => {
    const { line, character } = lines.positionAt(offset);
    return { line: line + 1, column: character + (line === 0 && before.startsWith('\ufeff') ? 0 : 1) };
  };
  return edits.map(({ start, end, text }) => ({
    file: path.relative(folder, file).replaceAll('\\', '/'),
    start: place(start),
    end: place(end),
    newText: text,
  }));
}
