import type { CitationProblem, UnreadReason } from '../model/citationProblem';

/** What is said of a problem, in the editor and on the command line. */
export function citationProblemText(problem: CitationProblem): string {
  switch (problem.code) {
    case 'undefined-key':
      return `No bibliography of this document has the key “${problem.key}”.`;
    case 'missing-bibliography':
    case 'unreadable-bibliography':
      return `The bibliography “${problem.path}” ${unreadReasons[problem.reason]}.`;
    case 'duplicate-key': {
      const files = problem.sources.map(source => source.slice(source.lastIndexOf('/') + 1));
      return `“${problem.key}” is defined in more than one bibliography: ${files.join(', ')}.`;
    }
  }
}

const unreadReasons: Readonly<Record<UnreadReason, string>> = {
  missing: 'is missing: there is no such file',
  unreadable: 'could not be read',
  remote: 'is on the web, which is not read',
  computed: 'is known only when the document is rendered',
  untrusted: 'lies outside of this workspace, and is not read before you trust it',
};
