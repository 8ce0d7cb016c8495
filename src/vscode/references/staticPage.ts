import * as vscode from 'vscode';
import { escapeHtml } from '../../core/display/text/escapeHtml';

/** A page without scripts, for a webview: nothing is loaded, only the style given applies. */
export function staticPage(title: string, body: string, style: string): string {
  const nonce = crypto.randomUUID();
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>${body}</body>
</html>`;
}
