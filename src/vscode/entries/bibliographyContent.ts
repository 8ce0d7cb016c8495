import type * as vscode from 'vscode';
import { BoundedCache } from '../../core/util/collections/boundedCache';
import type { Content } from '../../worker/writer';
import { readFile } from '../files/fileAccess';
import { documentWith, openDocument } from '../files/fileDocument';
import { fileStamp } from '../files/fileStamp';
import type { HeldContent } from './entryWriter';

/** A file beyond this length is changed on disk and in no editor: VS Code takes seconds to open it, and opens none beyond 50 MB. */
const maxOpenedLength = 5_000_000;
/** Files of which it is known what was read last. */
const maxKnown = 10;

/** A bibliography as it was read: the text of its document, or its bytes where it has none. */
export interface ReadBibliography {
  readonly content: HeldContent;
  readonly document?: vscode.TextDocument;
  /** Of the document, when it had this text. */
  readonly version?: number;
}

interface Known extends ReadBibliography {
  readonly stamp: string;
}

const known = new BoundedCache<string, Known>(maxKnown);

/** What a bibliography holds, which is not read again while neither its file nor its document change. `undefined` where it is in UTF-16. */
export async function readBibliography(
  uri: vscode.Uri,
  stat: vscode.FileStat,
): Promise<ReadBibliography | undefined> {
  const stamp = fileStamp(stat);
  const last = knownBibliography(uri, stamp);
  if (last) return last;
  const bytes = await readFile(uri);
  if (isUtf16(bytes)) return undefined;
  const document =
    openDocument(uri) || bytes.length <= maxOpenedLength ? await documentWith(uri, bytes) : undefined;
  if (!document) return known.set(uri.toString(), { stamp, content: held(bytes, () => readAgain(uri)) });
  const { version } = document;
  const content = held(document.getText(), () => document.getText());
  return known.set(uri.toString(), { stamp, content, document, version });
}

/** What a bibliography that is in this state holds, if that was read. */
export function knownBibliography(uri: vscode.Uri, stamp: string | undefined): ReadBibliography | undefined {
  const last = known.get(uri.toString());
  const open = openDocument(uri);
  const isSame = last?.stamp === stamp && last?.document === open && last?.version === open?.version;
  return isSame ? last : undefined;
}

/** @param again gives the content once more when it was forgotten; else it is kept */
export function held(content: Content, again?: () => Content | Promise<Content>): HeldContent {
  let first: Content | undefined = content;
  return {
    length: content.length,
    get() {
      const given = first ?? again!();
      if (again) first = undefined;
      return given;
    },
  };
}

async function readAgain(uri: vscode.Uri): Promise<Content> {
  return readFile(uri);
}

/** With a byte order mark, or with the zeros that ASCII text has in it. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return (
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff) ||
    bytes.subarray(0, 1000).includes(0)
  );
}
