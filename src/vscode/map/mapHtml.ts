import * as vscode from 'vscode';
import { escapeHtml } from '../../core/display/text/escapeHtml';
import type { MapTexts } from '../../webview/map/texts';

/** The page of the library map. Everything in it is ours; what comes from files is put in as text by its script. */
export function mapHtml(script: string): string {
  const nonce = crypto.randomUUID();
  const [topics, years, papers] = [
    vscode.l10n.t('Topics'),
    vscode.l10n.t('Years'),
    vscode.l10n.t('Papers'),
  ].map(escapeHtml);
  const texts = mapTexts();
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(vscode.l10n.t('Library Map'))}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body data-texts="${escapeHtml(JSON.stringify(texts))}">
<p id="loading" role="status">${escapeHtml(vscode.l10n.t('Drawing the library…'))}</p>
<main id="content" hidden>
<div class="bar" role="toolbar" aria-label="${escapeHtml(vscode.l10n.t('Chart'))}">
<button id="show-map" aria-pressed="true">${escapeHtml(vscode.l10n.t('Map'))}</button>
<button id="show-years" aria-pressed="false">${years}</button>
<span id="document"></span>
<span>${escapeHtml(vscode.l10n.t('Drag with Shift to choose a part.'))}</span>
</div>
<div class="chart"><canvas id="canvas" role="img" aria-label="${escapeHtml(texts.map)}"></canvas><div id="tooltip" hidden></div></div>
<aside>
<h1 id="heading" aria-live="polite"></h1>
<div class="bar"><button id="filter">${escapeHtml(vscode.l10n.t('Filter the Library'))}</button><button id="clear" hidden>${escapeHtml(vscode.l10n.t('Clear Selection'))}</button></div>
<section id="topicsSection" aria-labelledby="topicsHeading"><h2 id="topicsHeading">${topics}</h2><ul id="topics" class="parts"></ul></section>
<section id="yearsSection" aria-labelledby="yearsHeading"><h2 id="yearsHeading">${years}</h2><ul id="years" class="parts"></ul></section>
<section aria-labelledby="foundHeading"><h2 id="foundHeading">${papers}</h2><ul id="found" role="listbox" aria-labelledby="foundHeading"></ul></section>
<p id="unplaced"></p>
</aside>
</main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

/** Texts with `{0}` still in them, which the page fills in. */
function mapTexts(): MapTexts {
  return {
    all: vscode.l10n.t('{0} papers in the library'),
    allOne: vscode.l10n.t('1 paper in the library'),
    some: vscode.l10n.t('{1} papers: {0}'),
    one: vscode.l10n.t('1 paper: {0}'),
    years: vscode.l10n.t('{0} to {1}'),
    part: vscode.l10n.t('a part of the map'),
    marked: vscode.l10n.t('Rings mark what {0} cites.'),
    unplaced: vscode.l10n.t(
      '{0} of the papers have no place on the map yet: nothing is known of what they say, or they are still being read.',
    ),
    more: vscode.l10n.t('and {0} more: choose a topic or a year'),
    cited: vscode.l10n.t('cited'),
    map: vscode.l10n.t('Map of the library; the lists beside it say the same'),
    byYear: vscode.l10n.t('Papers by year; the lists beside it say the same'),
  };
}

const style = `
:root {
  --topic-0: var(--vscode-charts-blue); --topic-1: var(--vscode-terminal-ansiCyan); --topic-2: var(--vscode-charts-green);
  --topic-3: var(--vscode-charts-purple); --topic-4: var(--vscode-charts-red); --topic-5: var(--vscode-charts-yellow);
  --topic-6: var(--vscode-descriptionForeground);
  --faint: color-mix(in srgb, var(--vscode-editor-foreground) 14%, transparent);
}
html, body { height: 100%; margin: 0; padding: 0; }
body { color: var(--vscode-editor-foreground); font: var(--vscode-font-size)/1.5 var(--vscode-font-family); }
#loading { margin: 2rem; }
main:not([hidden]) { display: grid; grid-template: auto 1fr / 1fr minmax(14rem, 22rem); height: 100vh; box-sizing: border-box; }
.bar { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; padding: .6rem 1rem; color: var(--vscode-descriptionForeground); }
.chart { position: relative; grid-column: 1; min-height: 0; min-width: 0; }
canvas { display: block; width: 100%; height: 100%; touch-action: none; font: inherit; }
#tooltip { position: absolute; max-width: 24rem; padding: .2rem .6rem; pointer-events: none; border: 1px solid var(--vscode-editorHoverWidget-border);
  background: var(--vscode-editorHoverWidget-background); color: var(--vscode-editorHoverWidget-foreground); }
aside { grid-area: 1 / 2 / 3 / 3; overflow-y: auto; padding: .2rem 1rem 1rem; border-left: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent)); }
@media (max-width: 38rem) {
  main:not([hidden]) { grid-template: auto minmax(12rem, 60vh) auto / 1fr; height: auto; }
  aside { grid-area: 3 / 1; border-left: none; border-top: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent)); }
}
aside .bar { padding: 0; }
h1 { font-size: 1.1em; font-weight: 600; margin: .6rem 0; }
h2 { font-size: 1em; font-weight: 600; margin: 1.1rem 0 .3rem; }
ul { margin: 0; padding: 0; list-style: none; }
.parts { max-height: 12rem; overflow-y: auto; }
button { font: inherit; padding: .15rem .7rem; cursor: pointer; border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent)); border-radius: 2px;
  background: var(--vscode-button-secondaryBackground); color: var(--vscode-button-secondaryForeground); }
button:disabled { opacity: .5; cursor: default; }
.parts button { display: flex; gap: .5rem; align-items: baseline; width: 100%; text-align: left; border-color: transparent; background: none; color: inherit; }
.parts button:hover { background: var(--vscode-list-hoverBackground); color: var(--vscode-list-hoverForeground, inherit); }
button[aria-pressed="true"], .parts button[aria-pressed="true"] { background: var(--vscode-button-background); color: var(--vscode-button-foreground); border-color: var(--vscode-contrastActiveBorder, var(--vscode-button-border, transparent)); }
button:focus-visible, li:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: -1px; }
.count { margin-left: auto; opacity: .8; }
.swatch { width: .7em; height: .7em; flex: none; align-self: center; }
#found li { padding: .15rem .7rem; cursor: pointer; }
#found li:hover { background: var(--vscode-list-hoverBackground); }
#found em { color: var(--vscode-descriptionForeground); }
.more, #unplaced { color: var(--vscode-descriptionForeground); }
`;
