import type * as vscode from 'vscode';
import type { FoundWork } from '../../core/catalogs/records/mergeRecords';
import { type Provenance, provenanceOf } from '../../core/catalogs/records/provenance';
import type { LibraryReference } from '../../core/library/libraryService';
import { identifierLabel } from '../../core/model/identifiers/identifier';
import { itemIdentifiers } from '../../core/model/identifiers/itemIdentifiers';
import type { CslItem } from '../../core/model/reference';
import type { ReferenceId } from '../references/referenceId';
import type { Origin, ReferenceOrigins } from '../references/referenceOrigins';
import { isFromCatalog } from './foundReference';

const memory = 'literature.provenance';
/** Works whose page can be shown though they are in no file: those of the last few searches. */
const maxFound = 200;
/** Works of which it is remembered where they came from, also over restarts. */
const maxRemembered = 500;

/** Identifier and what each service gave, the oldest first. */
type Remembered = readonly (readonly [identifier: string, provenance: readonly Provenance[]])[];

/** The works that were found in catalogs: where from, and what they are while they are in no file. */
export class FoundWorks implements ReferenceOrigins {
  private readonly listed = new Map<string, { reference: LibraryReference; work: FoundWork }>();

  constructor(private readonly state: vscode.Memento) {}

  /** A work as a list shows it. */
  list(reference: LibraryReference, work: FoundWork): void {
    if (!isFromCatalog(reference)) return;
    const { source } = reference.origin;
    this.listed.delete(source);
    this.listed.set(source, { reference, work });
    const [oldest] = this.listed.keys();
    if (this.listed.size > maxFound && oldest !== undefined) this.listed.delete(oldest);
  }

  /** A work that goes into a bibliography. */
  remember(work: FoundWork): void {
    const ids = work.identifiers.map(identifierLabel);
    if (ids.length === 0) return;
    const provenance = provenanceOf(work);
    const others = this.remembered().filter(([id]) => !ids.includes(id));
    const own = ids.map(id => [id, provenance] as const);
    void this.state.update(memory, [...others, ...own].slice(-maxRemembered));
  }

  found({ key, source }: ReferenceId): LibraryReference | undefined {
    const reference = source === undefined ? undefined : this.listed.get(source)?.reference;
    return reference?.key === key ? reference : undefined;
  }

  of(item: CslItem): readonly Origin[] {
    const ids = itemIdentifiers(item).map(identifierLabel);
    const listed = [...this.listed.values()].find(({ work }) =>
      work.identifiers.some(identifier => ids.includes(identifierLabel(identifier))),
    );
    const remembered = this.remembered().find(([id]) => ids.includes(id))?.[1];
    return (remembered ?? (listed ? provenanceOf(listed.work) : [])).map(({ name, page, fields }) => ({
      name,
      gave: fields.join(', '),
      ...(page && { url: page }),
    }));
  }

  private remembered(): Remembered {
    const kept = this.state.get<Remembered>(memory);
    return Array.isArray(kept) ? kept : [];
  }
}
