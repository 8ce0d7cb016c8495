import type { Target } from './target';
import { bibliographyTargets } from './targets/bibliographies';
import { documentTargets } from './targets/documents';
import { otherTargets } from './targets/other';

/** Everything that takes text of others, by the name of its parser. */
export const targets: Readonly<Record<string, Target>> = {
  ...bibliographyTargets,
  ...documentTargets,
  ...otherTargets,
};
