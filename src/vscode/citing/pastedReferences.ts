import { formatOf } from '../../core/bibliography/formats';
import type { PastedCitations } from '../../core/bibliography/pastedCitations';
import type { LibraryReference, LibraryService } from '../../core/library/libraryService';
import { say } from '../../core/util/say';

/** Makes references that come as text known to the library for a moment, which tells which works are there already. */
export class PastedReferences {
  private count = 0;

  constructor(private readonly library: LibraryService) {}

  async using<T>(
    { text, format }: PastedCitations,
    use: (references: readonly LibraryReference[]) => Promise<T>,
  ): Promise<T> {
    const id = `pasted:${++this.count}.${formatOf(format).extensions[0]}`;
    await this.library.load({ id, kind: 'bibliography', label: say('Pasted citations'), format }, text, {
      settled: true,
    });
    try {
      return await use(await this.library.contents(id));
    } finally {
      await this.library.drop(id);
    }
  }
}
