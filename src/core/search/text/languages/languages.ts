/** Languages whose endings or common words the search knows, a bit each. */
export const Language = {
  english: 1,
  german: 2,
  french: 4,
  spanish: 8,
  portuguese: 16,
  italian: 32,
  /** Those whose letters tell them: Russian, Ukrainian, Greek, Arabic. What one knows of them can lie together. */
  nonLatin: 64,
  polish: 128,
  czech: 256,
  turkish: 512,
  vietnamese: 1024,
  dutch: 2048,
  scandinavian: 4096,
  /** Nothing tells which. */
  unknown: 8192,
  finnish: 16384,
  hungarian: 32768,
} as const;

export type LanguageName = Exclude<keyof typeof Language, 'unknown'>;

/** Some languages, as bits. */
export type Languages = number;
