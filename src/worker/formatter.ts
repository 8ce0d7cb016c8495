import { signsEncoded } from '../core/bibliography/write/texEncoding';
import {
  bibliographyFormatter,
  type FormattedBibliography,
  type OutputFormat,
} from '../core/display/citationStyle/formatBibliography';
import type { CslItem } from '../core/model/reference';
import type { Port } from './messages';

/** References to be listed by a citation style. */
export interface FormatRequest {
  readonly id: number;
  readonly items: readonly CslItem[];
  /** The text of the style's `.csl` file. */
  readonly style: string;
  /** The texts of the bundled locales by language. */
  readonly locales: Readonly<Record<string, string>>;
  readonly language?: string;
  readonly output: OutputFormat;
}

export interface FormatAnswer {
  readonly id: number;
  readonly bibliography: FormattedBibliography;
}

/** As many styles are kept ready; to make one ready takes a second or two. */
const stylesReady = 3;

/** Formats what arrives at a port. Styles are slow to make ready, which is why this has a thread to itself. */
export function serveFormatter(port: Port): void {
  const ready = new Map<string, ReturnType<typeof bibliographyFormatter>>();
  port.onMessage(message => {
    const { id, items, style, locales, language, output } = message as FormatRequest;
    const name = JSON.stringify([output, language, style]);
    const known = ready.get(name);
    const format =
      known ??
      bibliographyFormatter({
        style,
        localeText: wanted => locales[wanted] ?? locales['en-US'] ?? '',
        output,
        ...(language ? { language } : {}),
      });
    ready.delete(name);
    ready.set(name, format);
    if (ready.size > stylesReady) ready.delete(ready.keys().next().value!);
    const bibliography = format(items);
    const answer: FormatAnswer = {
      id,
      bibliography: output === 'latex' ? inTex(bibliography) : bibliography,
    };
    port.post(answer);
  });
}

/** Signs of mathematics and Greek as commands: pdfTeX stops at them. */
function inTex({ entries, ...rest }: FormattedBibliography): FormattedBibliography {
  return { ...rest, entries: entries.map(({ key, text }) => ({ key, text: signsEncoded(text) })) };
}
