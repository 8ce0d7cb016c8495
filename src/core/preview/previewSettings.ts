import { isScalar } from 'yaml';
import { parseMap, valueUnder } from '../citing/markdown/metadata/metadata';

/** What a document's metadata say about its list of references (Pandoc manual, “Citations”). */
export interface PreviewSettings {
  /** `reference-section-title` */
  readonly title?: string;
  /** `suppress-bibliography` */
  readonly isListSuppressed?: boolean;
  /** `lang` */
  readonly language?: string;
}

const tellingWord = /^(?:reference-section-title|suppress-bibliography|lang)[ \t]*:/m;

/** Of several metadata blocks the last that says something counts. */
export function previewSettings(blocks: readonly string[]): PreviewSettings {
  const settings: { title?: string; isListSuppressed?: boolean; language?: string } = {};
  for (const yaml of blocks) {
    const root = tellingWord.test(yaml) ? parseMap(yaml) : undefined;
    if (!root) continue;
    const value = (key: string): unknown => {
      const node = valueUnder(root, key);
      return isScalar(node) ? node.value : undefined;
    };
    const title = value('reference-section-title');
    if (typeof title === 'string' && title.trim()) settings.title = title.trim();
    const suppressed = value('suppress-bibliography');
    if (typeof suppressed === 'boolean') settings.isListSuppressed = suppressed;
    const language = value('lang');
    if (typeof language === 'string' && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(language))
      settings.language = language;
  }
  return settings;
}
