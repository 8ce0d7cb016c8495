/** Combining marks and the TeX accents that make them. */
const accents: Record<string, string> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '=',
  '\u0306': 'u',
  '\u0307': '.',
  '\u0308': '"',
  '\u030a': 'r',
  '\u030b': 'H',
  '\u030c': 'v',
  '\u0323': 'd',
  '\u0327': 'c',
  '\u0328': 'k',
  '\u0331': 'b',
};

/** Characters that TeX writes by a command or by other characters. */
const commands: Record<string, string> = {
  ß: '{\\ss}',
  æ: '{\\ae}',
  Æ: '{\\AE}',
  œ: '{\\oe}',
  Œ: '{\\OE}',
  ø: '{\\o}',
  Ø: '{\\O}',
  å: '{\\aa}',
  Å: '{\\AA}',
  ł: '{\\l}',
  Ł: '{\\L}',
  ı: '{\\i}',
  đ: '{\\dj}',
  Đ: '{\\DJ}',
  ð: '{\\dh}',
  Ð: '{\\DH}',
  þ: '{\\th}',
  Þ: '{\\TH}',
  '–': '--',
  '—': '---',
  '“': '``',
  '”': "''",
  '‘': '`',
  '’': "'",
  '…': '{\\ldots}',
  '\u00a0': '~',
  '¿': '?`',
  '¡': '!`',
  '§': '{\\S}',
  '©': '{\\copyright}',
  '°': '{\\textdegree}',
  '€': '{\\texteuro}',
  '£': '{\\pounds}',
  '×': '$\\times$',
  '±': '$\\pm$',
  '≤': '$\\leq$',
  '≥': '$\\geq$',
  '≈': '$\\approx$',
  '∞': '$\\infty$',
  '→': '$\\rightarrow$',
  '·': '{\\textperiodcentered}',
};

const greek =
  'alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ ' +
  'upsilon υ phi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω';
for (const [, name, letter] of greek.matchAll(/(\w+) (\S)/g)) commands[letter!] = `$\\${name}$`;

/**
 * A text that is already valid TeX, with what is not ASCII in it written as TeX does: `é` → `{\'e}`, as BibTeX sorts and
 * changes case best. Characters that TeX has no plain way for stay.
 */
export function texEncoded(text: string): string {
  let encoded = '';
  for (const character of text.normalize('NFC'))
    encoded += character < '\u0080' ? character : inTex(character);
  return encoded;
}

function inTex(character: string): string {
  const command = commands[character];
  if (command) return command;
  const script = raisedOrLowered(character);
  if (script) return script;
  const [base, ...marks] = character.normalize('NFD');
  if (!base || marks.length === 0 || !(base < '\u0080' || base === 'ı')) return character;
  let inner = base;
  for (const mark of marks) {
    const accent = accents[mark];
    if (!accent) return character;
    inner = /[a-z]/i.test(accent) || inner.length > 1 ? `\\${accent}{${inner}}` : `\\${accent}${inner}`;
  }
  return `{${inner}}`;
}

function raisedOrLowered(character: string): string | undefined {
  const plain = character.normalize('NFKC');
  if (!/^[0-9+\-=()n]$/.test(plain)) return undefined;
  return /[\u2080-\u209c]/.test(character) ? `\\textsubscript{${plain}}` : `\\textsuperscript{${plain}}`;
}
