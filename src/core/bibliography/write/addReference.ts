import type { CslItem } from '../../model/reference';
import type { TextEdit } from '../../model/textEdit';
import { appendCslJson, appendCslYaml } from './appendCsl';
import { appendEntry } from './appendEntry';
import { appendRis } from './appendRis';
import { habitsOf } from './bibStyle';
import { writeBibtex } from './writeBibtex';

/** The formats a bibliography file can have. */
type Format = 'bibtex' | 'csl-json' | 'csl-yaml' | 'ris';

export interface AddingOptions {
  /** The entry of another `.bib`, which is taken over as it is. */
  readonly entry?: string | undefined;
  /** Write nothing but ASCII, for a file in another encoding than UTF-8. */
  readonly ascii?: boolean;
}

/**
 * The edit that adds a reference to the text of a bibliography, in its format and habits. `undefined` where the text is not what the
 * format promises.
 */
export function addReference(
  text: string,
  format: Format,
  item: CslItem,
  key: string,
  { entry, ascii = false }: AddingOptions = {},
): TextEdit | undefined {
  switch (format) {
    case 'bibtex': {
      const habits = habitsOf(text);
      const dialect = habits.biblatex ? 'biblatex' : 'bibtex';
      const encoding = ascii ? 'tex' : 'utf8';
      const own = entry && !(ascii && /[^\0-\x7f]/.test(entry)) ? entry : undefined;
      return appendEntry(text, own ?? writeBibtex(item, key, { dialect, habits, encoding }));
    }
    case 'csl-json':
      return appendCslJson(text, item, key);
    case 'csl-yaml':
      return appendCslYaml(text, item, key);
    case 'ris':
      return appendRis(text, item, key);
  }
}
