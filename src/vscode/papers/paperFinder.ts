import * as vscode from 'vscode';
import { linksOf } from '../../core/display/links';
import type { LibraryReference, LibraryService } from '../../core/library/libraryService';
import { attachmentPlace, byKind, jabrefFolders } from '../../core/library/papers/attachmentPlace';
import { openInZotero, zoteroPlaceOf } from '../../core/library/papers/zoteroLinks';
import { arxivOf, doiOf } from '../../core/model/identifiers/itemIdentifiers';
import { isReadable } from '../files/trustedFiles';
import type { ZoteroAttachment } from '../sources/zotero/zoteroClient';

/** A way to the paper itself. */
export type Paper =
  | { readonly kind: 'file'; readonly uri: vscode.Uri; readonly title?: string }
  | { readonly kind: 'zotero'; readonly url: string; readonly title: string }
  | { readonly kind: 'web'; readonly url: string; readonly title?: string };

export interface Papers {
  /** Best first: files of the reference, those that Zotero has, the web. */
  readonly papers: readonly Paper[];
  /** Paths that a bibliography names and where nothing is. */
  readonly missing: readonly string[];
}

/** What Zotero has attached to an item; empty where it is not used. */
export type AskZotero = (libraryPath: string, itemKey: string) => Promise<readonly ZoteroAttachment[]>;

/** Finds the papers of references: the files that any of their entries name, and what Zotero keeps. */
export class PaperFinder {
  constructor(
    private readonly library: LibraryService,
    private readonly askZotero: AskZotero,
    private readonly home: vscode.Uri | undefined,
  ) {}

  /** @param page of the file, from 1, where the viewer can go to one */
  async of(reference: LibraryReference, page: number | undefined): Promise<Papers> {
    const papers: Paper[] = [];
    const missing: string[] = [];
    for (const entry of await this.entriesOf(reference)) {
      for (const { path, title } of byKind(entry.item.custom?.attachments ?? [])) {
        const paper = await this.paperAt(path, title, entry.origin.source, page);
        if (paper) papers.push(paper);
        else missing.push(path);
      }
      papers.push(...(await this.inZotero(entry, page)));
    }
    papers.push(...onWeb(reference, page));
    return { papers: distinct(papers), missing: [...new Set(missing)] };
  }

  /** The reference as each of its sources has it: one may name files that another does not. */
  async entriesOf(reference: LibraryReference): Promise<readonly LibraryReference[]> {
    const others = await Promise.all(
      reference.origins
        .filter(({ source }) => source !== reference.origin.source)
        .map(async ({ key, source }) => (await this.library.find([key], [source]))[0]),
    );
    const found = others.filter(other => other !== undefined);
    return [reference, ...found.filter(({ origin }) => origin.source !== reference.origin.source)];
  }

  private async paperAt(
    path: string,
    title: string | undefined,
    source: string,
    page: number | undefined,
  ): Promise<Paper | undefined> {
    const place = attachmentPlace(path);
    const named = title ? { title } : {};
    if (!place) return undefined;
    if (place.kind === 'web') return { kind: 'web', url: atPage(place.url, page), ...named };
    if (place.kind === 'zotero') return { kind: 'zotero', url: place.url, title: title ?? 'Zotero' };
    const bibliography = vscode.Uri.parse(source);
    const uri =
      place.kind === 'relative'
        ? await this.besideBibliography(bibliography, place.path)
        : place.kind === 'home'
          ? this.home && (await existing(vscode.Uri.joinPath(this.home, place.path), bibliography))
          : await existing(
              bibliography.with({ path: place.path, ...(place.server && { authority: place.server }) }),
              bibliography,
            );
    return uri && { kind: 'file', uri, ...named };
  }

  /** In the bibliography's folder, or in one that JabRef keeps its files in. */
  private async besideBibliography(bibliography: vscode.Uri, path: string): Promise<vscode.Uri | undefined> {
    const folder = vscode.Uri.joinPath(bibliography, '..');
    const beside = await existing(vscode.Uri.joinPath(folder, path), bibliography);
    if (beside) return beside;
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(bibliography));
    for (const written of jabrefFolders(text)) {
      const place = attachmentPlace(written);
      const base =
        place?.kind === 'relative'
          ? vscode.Uri.joinPath(folder, place.path)
          : place?.kind === 'absolute'
            ? bibliography.with({ path: place.path })
            : undefined;
      const there = base && (await existing(vscode.Uri.joinPath(base, path), bibliography));
      if (there) return there;
    }
    return undefined;
  }

  private async inZotero({ item }: LibraryReference, page: number | undefined): Promise<Paper[]> {
    const place = zoteroPlaceOf(item);
    if (!place) return [];
    const attached = await this.askZotero(place.library, place.item);
    return attached.flatMap(({ key, title, isPdf, url }): Paper[] => {
      if (url === undefined) {
        const attachment = { library: place.library, item: key };
        return [{ kind: 'zotero', url: openInZotero(attachment, isPdf, page), title }];
      }
      const web = attachmentPlace(url);
      return web?.kind === 'web' ? [{ kind: 'web', url: web.url, title }] : [];
    });
  }
}

/** Its own PDF, where one is known to be there for everybody; else its page. */
function onWeb({ item }: LibraryReference, page: number | undefined): Paper[] {
  const links = linksOf(item);
  const arxiv = arxivOf(item);
  const pdf = links.find(({ url }) => /\.pdf$/i.test(url))?.url;
  // The preprint of a published paper has other pages.
  const isPublished = doiOf(item) !== undefined && !/arxiv/i.test(doiOf(item)!);
  const preprint = arxiv && atPage(`https://arxiv.org/pdf/${arxiv}`, isPublished ? undefined : page);
  const urls = [pdf && atPage(pdf, page), preprint, links[0]?.url].filter(
    url => url !== undefined && url !== '',
  );
  return urls.slice(0, 1).map(url => ({ kind: 'web', url: url as string }));
}

/** Browsers go to a page of a PDF by RFC 8118. */
function atPage(url: string, page: number | undefined): string {
  const isPdf = /\.pdf$|arxiv\.org\/pdf\//i.test(url);
  return page === undefined || !isPdf ? url : `${url}#page=${page}`;
}

/** In a workspace that is not trusted, what others wrote leads to nothing outside of it. */
async function existing(uri: vscode.Uri, bibliography: vscode.Uri): Promise<vscode.Uri | undefined> {
  if (!isReadable(uri, bibliography)) return undefined;
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    return type & vscode.FileType.File ? uri : undefined;
  } catch {
    return undefined;
  }
}

function distinct(papers: readonly Paper[]): Paper[] {
  const addressOf = (paper: Paper) => (paper.kind === 'file' ? paper.uri.toString() : paper.url);
  return papers.filter(
    (paper, at) => papers.findIndex(other => addressOf(other) === addressOf(paper)) === at,
  );
}
