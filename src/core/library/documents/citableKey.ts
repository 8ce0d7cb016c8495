import { citationKeyOf } from '../../bibliography/write/citationKey';
import type { Language } from '../../citing/citation';
import { invalidKeyReason } from '../../citing/citationKeySyntax';
import type { CslItem } from '../../model/reference';

/**
 * The key a reference is cited by in a document that has no key for it yet: its own, where that can be written in the document and in a
 * bibliography. The ids of CSL JSON and YAML, and the keys that Zotero tells, may be any text: `x}\input{…}`, `a%b`, `a, b`. Then one is made.
 */
export function citableKey(key: string, item: CslItem, language: Language | undefined): string {
  const reason = invalidKeyReason(key, language) ?? invalidKeyReason(key, 'latex');
  return reason === undefined ? key : citationKeyOf(item);
}
