import { isObject, parseJson, textAt } from '../core/catalogs/json';
import { checkStyle, parentStyle } from '../core/display/citationStyle/citationStyle';
import { say } from '../core/util/say';
import { readBody } from './boundedBody';
import type { Transport } from './transport';

/** A style of the repository of CSL styles, as its list has it. */
export interface ListedStyle {
  /** Its file's name, without `.csl`: `journal-of-rivers`. */
  readonly name: string;
  readonly title: string;
}

/** Where the repository can be had as one list, and style by style. */
export const styleRepositoryBase = 'https://www.zotero.org';
const timeLimit = 30_000;

/** The repository of CSL styles (github.com/citation-style-language/styles), as Zotero serves it. Redirects are not followed. */
export class StyleRepository {
  constructor(
    private readonly transport: Transport,
    private readonly base: string,
  ) {}

  /** All styles, in the order of their titles. */
  async list(signal: AbortSignal): Promise<readonly ListedStyle[]> {
    const list = parseJson(await this.get('/styles-files/styles.json', signal));
    const styles = (Array.isArray(list) ? list : []).filter(isObject).flatMap(entry => {
      const [name, title] = [textAt(entry, 'name'), textAt(entry, 'title')];
      return isName(name) && title ? [{ name, title }] : [];
    });
    if (styles.length === 0)
      throw new Error(say('The list of citation styles cannot be read. Try again later.'));
    return styles.sort((a, b) => a.title.localeCompare(b.title));
  }

  /** The text of a style that can be used: of one that only refers to another, that other's. */
  async fetch(name: string, signal: AbortSignal): Promise<string> {
    const text = await this.get(`/styles/${name}`, signal);
    const parent = parentStyle(text);
    const csl = parent && isName(parent) ? await this.get(`/styles/${parent}`, signal) : text;
    const check = checkStyle(csl);
    if (!check.usable) throw new Error(check.problem);
    return csl;
  }

  private async get(path: string, signal: AbortSignal): Promise<string> {
    const { host } = new URL(this.base);
    const limit = AbortSignal.any([signal, AbortSignal.timeout(timeLimit)]);
    const answer = await this.transport({
      url: this.base + path,
      headers: { accept: '*/*' },
      signal: limit,
    }).catch(error => {
      if (signal.aborted) throw error;
      throw new Error(
        say('The repository of citation styles ({0}) cannot be reached. Is this computer online?', host),
      );
    });
    if (answer.status === 404)
      throw new Error(
        say('The repository of citation styles has no {0}.', path.slice(path.lastIndexOf('/') + 1)),
      );
    if (answer.status !== 200)
      throw new Error(
        say(
          'The repository of citation styles ({0}) does not answer as it should (HTTP {1}). Try again later.',
          host,
          answer.status,
        ),
      );
    return readBody(answer.body, answer.header, () => {});
  }
}

function isName(name: string): boolean {
  return /^[a-z0-9][a-z0-9.-]{0,150}$/i.test(name);
}
