import type { SourceState } from '../model/source';

/** What an issue says of the machine it was seen on, and nothing of what is read or written there. */
export interface Environment {
  readonly extension: string;
  readonly editor: string;
  /** `process.platform`; `web` in a browser without a machine behind it. */
  readonly platform: string;
  readonly place: 'desktop' | 'browser';
  /** As VS Code has it; it may go on with the name of a machine, which is left out. */
  readonly remoteName: string | undefined;
  readonly isTrusted: boolean;
  /** Language id of the document in hand. */
  readonly language: string | undefined;
  /** `undefined` when the library does not answer. */
  readonly sources: readonly SourceState[] | undefined;
  /** Names of the settings that are not as delivered. Their values stay here. */
  readonly settings: readonly string[];
}

/** Kinds of remotes, by how VS Code's own extensions name them; another name may be that of a machine. */
const remotes = /^(?:ssh-remote|wsl|dev-container|attached-container|codespaces|tunnel|k8s-container)\b/;

/** The environment as lines of Markdown. Titles, keys, paths, addresses and messages, which quote them, are not in it. */
export function environmentReport(environment: Environment): string {
  const { extension, editor, platform, place, remoteName, isTrusted, language, sources, settings } =
    environment;
  const remote = remoteName === undefined ? 'none' : (remotes.exec(remoteName)?.[0] ?? 'another');
  return [
    `- Literature Lookup ${extension}, VS Code ${editor}, ${place}, ${platform}, remote: ${remote}`,
    `- Workspace ${isTrusted ? 'trusted' : 'in Restricted Mode'}, document: ${language ?? 'none'}`,
    `- Settings changed: ${settings.join(', ') || 'none'}`,
    ...(sources ? kindsOf(sources).map(line => `- ${line}`) : ['- The library does not answer.']),
  ].join('\n');
}

/** `3 × bibliography (bibtex): 120 references, 2 problems, 1 failed`. */
function kindsOf(sources: readonly SourceState[]): string[] {
  const groups = new Map<string, SourceState[]>();
  for (const state of sources) {
    const { kind, format } = state.source;
    const name = kind === 'bibliography' ? `${kind} (${format})` : kind;
    groups.set(name, [...(groups.get(name) ?? []), state]);
  }
  return [...groups].map(([name, states]) => {
    const sum = (count: (state: SourceState) => number) =>
      states.reduce((total, state) => total + count(state), 0);
    const inState = (status: SourceState['status']) => sum(state => (state.status === status ? 1 : 0));
    return [
      `${states.length} × ${name}: ${sum(({ count }) => count)} references`,
      `${sum(({ problems }) => problems.length)} problems`,
      `${inState('loading')} being read`,
      `${inState('failed')} failed`,
    ].join(', ');
  });
}
