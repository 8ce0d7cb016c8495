import fs from 'node:fs';

/** package.json as VS Code shows it in English: its texts stand in package.nls.json. */
export function manifestWithTexts() {
  const texts: Record<string, string> = JSON.parse(fs.readFileSync('package.nls.json', 'utf8'));
  const written = fs.readFileSync('package.json', 'utf8');
  return JSON.parse(written.replace(/"%([^"%]+)%"/g, (_, name: string) => JSON.stringify(texts[name])));
}
