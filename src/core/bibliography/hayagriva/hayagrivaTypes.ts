import { tableOf } from '../../util/collections/tableOf';

/** Every type of entry that Hayagriva has, and the type that a parent without one is taken for (file format, "Entry Type"). */
export const entryTypes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    article: 'periodical',
    chapter: 'book',
    entry: 'reference',
    anthos: 'anthology',
    report: 'misc',
    thesis: 'misc',
    web: 'web',
    scene: 'video',
    artwork: 'exhibition',
    patent: 'misc',
    case: 'misc',
    newspaper: 'misc',
    legislation: 'anthology',
    manuscript: 'misc',
    post: 'post',
    // Hayagriva's name for a post before 0.4.
    tweet: 'post',
    misc: 'misc',
    performance: 'misc',
    periodical: 'misc',
    proceedings: 'misc',
    book: 'misc',
    blog: 'misc',
    reference: 'misc',
    conference: 'misc',
    anthology: 'misc',
    repository: 'misc',
    thread: 'misc',
    video: 'video',
    audio: 'audio',
    exhibition: 'misc',
    original: 'misc',
  }),
);

/** CSL's type of an entry that is not decided by its parents. */
const cslTypes: Readonly<Record<string, string>> = tableOf({
  article: 'article',
  chapter: 'chapter',
  entry: 'entry',
  anthos: 'chapter',
  report: 'report',
  thesis: 'thesis',
  web: 'webpage',
  scene: 'broadcast',
  artwork: 'graphic',
  patent: 'patent',
  case: 'legal_case',
  newspaper: 'periodical',
  legislation: 'legislation',
  manuscript: 'manuscript',
  post: 'post',
  tweet: 'post',
  misc: 'document',
  performance: 'performance',
  periodical: 'periodical',
  proceedings: 'book',
  book: 'book',
  blog: 'webpage',
  reference: 'book',
  conference: 'event',
  anthology: 'book',
  repository: 'software',
  thread: 'post',
  video: 'motion_picture',
  audio: 'song',
  exhibition: 'event',
  original: 'document',
});

/** CSL's type of an entry with a parent of a type, as Hayagriva itself hands entries to styles. */
const typesWithParent: Readonly<Record<string, string>> = tableOf({
  'article periodical': 'article-journal',
  'article newspaper': 'article-newspaper',
  'article proceedings': 'paper-conference',
  'article conference': 'paper-conference',
  'entry reference': 'entry-encyclopedia',
  'artwork article': 'figure',
  'video video': 'broadcast',
  'audio audio': 'broadcast',
});

/** CSL's type for an entry of a type with parents of these types. */
export function cslTypeOf(type: string, parents: readonly string[], hasUrl: boolean): string {
  for (const parent of parents) {
    const known = typesWithParent[`${type} ${parent}`];
    if (known) return known;
    if (parent === 'blog' && (type === 'article' || type === 'misc')) return 'post-weblog';
    if (parent === 'thread') return 'post';
  }
  if (type === 'misc' && hasUrl) return 'webpage';
  return cslTypes[type] ?? 'document';
}

/** CSL's variables for the roles of `affiliated`; who has another role contributed. */
export const roleVariables: Readonly<Record<string, string>> = tableOf({
  translator: 'translator',
  compiler: 'compiler',
  composer: 'composer',
  director: 'director',
  illustrator: 'illustrator',
  narrator: 'narrator',
  organizer: 'organizer',
  producer: 'producer',
  'executive-producer': 'executive-producer',
  writer: 'script-writer',
  'cast-member': 'performer',
  founder: 'series-creator',
});
