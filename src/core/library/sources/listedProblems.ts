import type { Problem } from '../../model/source';
import { say } from '../../util/say';

/** More problems of one file than editors list; each goes to the host with every change of the library. */
const maxListed = 999;

/** Those that are listed; the last says how many more there are. */
export function listedProblems(problems: readonly Problem[]): readonly Problem[] {
  const next = problems[maxListed];
  if (!next) return problems;
  const message = say('{0} more problems are not listed.', problems.length - maxListed);
  return [...problems.slice(0, maxListed), { ...next, severity: 'information', message }];
}
