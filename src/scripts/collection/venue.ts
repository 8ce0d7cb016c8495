/** Where a work appeared, in CSL-JSON's words. */
export interface Venue {
  readonly type: 'paper-conference' | 'article-journal';
  readonly 'container-title': string;
  readonly 'collection-title'?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  /** The series in short, one name for all its years: `ICML`. */
  readonly series: string;
}

/** What a venue is known by beside its name. */
interface Published {
  readonly venue: string;
  readonly year: number;
  readonly url: string;
  readonly doi?: string;
}

const machineLearningResearch = 'Proceedings of Machine Learning Research';

/** Names of proceedings by what the sources write for them. Only names that are certain; workshops stay as they are written. */
const proceedings: Record<string, string> = {
  'AAAI 2022': 'Proceedings of the AAAI Conference on Artificial Intelligence',
  'AAAI 2024': 'Proceedings of the AAAI Conference on Artificial Intelligence',
  'ACL 2025 (Volume 1: Long Papers)':
    'Proceedings of the 63rd Annual Meeting of the Association for Computational Linguistics (Volume 1: Long Papers)',
  'ACL 2025 (Long Papers)':
    'Proceedings of the 63rd Annual Meeting of the Association for Computational Linguistics (Volume 1: Long Papers)',
  'AISTATS 2025':
    'Proceedings of the 28th International Conference on Artificial Intelligence and Statistics',
  'COLM 2024': 'First Conference on Language Modeling',
  'COLT 2022': 'Proceedings of the 35th Conference on Learning Theory',
  'CVPR 2024': 'Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition',
  'CVPR 2025': 'Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition',
  'ICCV 2025': 'Proceedings of the IEEE/CVF International Conference on Computer Vision',
  'ICML 2018': 'Proceedings of the 35th International Conference on Machine Learning',
  'ICML 2023': 'Proceedings of the 40th International Conference on Machine Learning',
  'ICML 2024': 'Proceedings of the 41st International Conference on Machine Learning',
  'ICML 2025': 'Proceedings of the 42nd International Conference on Machine Learning',
  'ICRA 2024': '2024 IEEE International Conference on Robotics and Automation',
  'IJCAI 2024': 'Proceedings of the 33rd International Joint Conference on Artificial Intelligence',
  'KDD 2023': 'Proceedings of the 29th ACM SIGKDD Conference on Knowledge Discovery and Data Mining',
};

/** Venues with one name for all years. */
const series: Record<string, string> = {
  ICLR: 'International Conference on Learning Representations',
  NeurIPS: 'Advances in Neural Information Processing Systems',
};

const journals: Record<string, string> = {
  'Chemical Engineering Research and Design': 'Chem. Eng. Res. Des.',
  'Journal of Artificial Intelligence Research': 'JAIR',
  'Journal of Machine Learning Research': 'JMLR',
  'SIGKDD Explorations Newsletter': 'SIGKDD Explorations',
};

/** One name per series, and volume, number and pages where the source, the address or the DOI gives them. */
export function venueOf(published: Published): Venue {
  const venue = published.venue.replace(/^JMLR\b/, 'Journal of Machine Learning Research');
  const journal = Object.keys(journals).find(name => venue.startsWith(name));
  if (journal)
    return {
      type: 'article-journal',
      'container-title': journal,
      ...journalPlace(venue, published.url),
      series: journals[journal]!,
    };
  const [, short] = /^(\w+) \d{4}$/.exec(venue) ?? [];
  const name = proceedings[venue] ?? series[short ?? ''] ?? venue;
  return {
    type: 'paper-conference',
    'container-title': name,
    ...proceedingsPlace(published, short),
    series: seriesOf(venue, name),
  };
}

function journalPlace(venue: string, url: string): Pick<Venue, 'volume' | 'issue' | 'page'> {
  // `Chemical … Design 218, 839-853 (2025)`, `SIGKDD … 26(2):21-43`
  const written = / (\d+)(?:\((\d+)\))?[,:] ?(\d+-\d+)/.exec(venue);
  if (written)
    return { volume: written[1]!, ...(written[2] ? { issue: written[2] } : {}), page: written[3]! };
  const volume = /jmlr\.org\/papers\/v(\d+)\//.exec(url)?.[1];
  return volume ? { volume } : {};
}

function proceedingsPlace(
  { url, doi, year }: Published,
  short?: string,
): Pick<Venue, 'collection-title' | 'volume' | 'issue'> {
  const volume = /proceedings\.mlr\.press\/v(\d+)\//.exec(url)?.[1];
  if (volume) return { 'collection-title': machineLearningResearch, volume };
  const aaai = /\/aaai\.v(\d+)i(\d+)\./.exec(doi ?? '');
  if (aaai) return { volume: aaai[1]!, issue: aaai[2]! };
  // The first volume is of 1988.
  if (short === 'NeurIPS') return { volume: String(year - 1987) };
  return {};
}

function seriesOf(venue: string, name: string): string {
  const workshop = /^(\w+) \d{4} .*\bWorkshop\b/.exec(venue);
  if (workshop) return `${workshop[1]} workshops`;
  if (/^Findings of the Association for Computational Linguistics/.test(name)) return 'Findings of ACL';
  if (/Nations of the Americas Chapter/.test(name)) return 'NAACL';
  if (/European Chapter/.test(name)) return 'EACL';
  if (/Empirical Methods/.test(name)) return 'EMNLP';
  if (/Annual Meeting of the Association for Computational Linguistics/.test(name)) return 'ACL';
  if (/\(GEM\)$/.test(name)) return 'GEM';
  return venue.replace(/ \d{4}$/, '');
}
