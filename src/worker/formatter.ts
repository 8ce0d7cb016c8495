import { signsEncoded } from '../core/bibliography/write/tex/texEncoding';
import { bibliographyFormatter } from '../core/display/citationStyle/formatBibliography';
import type { FormattedBibliography, OutputFormat } from '../core/display/citationStyle/formattedPlainly';
import type { CslItem } from '../core/model/reference';
import { BoundedCache } from '../core/util/boundedCache';

/** References to be listed by a citation style. */
export interface FormatRequest {
  readonly items: readonly CslItem[];
  /** The text of the style's `.csl` file. */
  readonly style: string;
  /** The texts of the bundled locales by language. */
  readonly locales: Readonly<Record<string, string>>;
  readonly language?: string;
  readonly output: OutputFormat;
}

/** As many styles are kept ready; to make one ready takes a second or two. */
const stylesReady = 4;

/** Formats what it is given. Styles are slow to make ready, which is why this has a thread to itself. */
export function makeFormatter(): (request: FormatRequest) => FormattedBibliography {
  const ready = new BoundedCache<string, ReturnType<typeof bibliographyFormatter>>(stylesReady);
  return ({ items, style, locales, language, output }) => {
    const name = JSON.stringify([output, language, style]);
    const format = ready.getOrMake(name, () =>
      bibliographyFormatter({
        style,
        localeText: wanted => locales[wanted] ?? locales['en-US'] ?? '',
        output,
        ...(language ? { language } : {}),
      }),
    );
    const bibliography = format(items);
    return output === 'latex' ? inTex(bibliography) : bibliography;
  };
}

/** Signs of mathematics and Greek as commands: pdfTeX stops at them. */
function inTex({ entries, ...rest }: FormattedBibliography): FormattedBibliography {
  return { ...rest, entries: entries.map(({ key, text }) => ({ key, text: signsEncoded(text) })) };
}
