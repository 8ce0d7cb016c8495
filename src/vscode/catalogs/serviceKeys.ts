import * as vscode from 'vscode';
import type { ServiceId } from '../../core/catalogs/catalog';
import { catalogOf } from '../../core/catalogs/services/catalogs';
import { notify } from '../notify';

/** Services that take a key, and where one is to be had. */
const withKeys: readonly (readonly [service: ServiceId, where: string])[] = [
  ['openalex', 'openalex.org/settings/api'],
  ['semantic-scholar', 'semanticscholar.org/product/api'],
  ['pubmed', 'account.ncbi.nlm.nih.gov/settings'],
  ['google-books', 'console.cloud.google.com'],
];

const nameOf = (service: ServiceId) => `catalogs.key.${service}`;

/** The keys of services, in VS Code's store for secrets: never in settings, never in a file of ours. */
export class ServiceKeys implements vscode.Disposable {
  private kept: Promise<Partial<Record<ServiceId, string>>> | undefined;
  private readonly listening: vscode.Disposable;

  constructor(private readonly secrets: vscode.SecretStorage) {
    this.listening = secrets.onDidChange(() => this.forget());
  }

  /** Read from the store once: it answers in another process. */
  all(): Promise<Partial<Record<ServiceId, string>>> {
    this.kept ??= this.read().catch(error => {
      this.forget();
      throw error;
    });
    return this.kept;
  }

  dispose(): void {
    this.listening.dispose();
  }

  private async read(): Promise<Partial<Record<ServiceId, string>>> {
    const keys = await Promise.all(
      withKeys.map(async ([service]) => [service, await this.secrets.get(nameOf(service))] as const),
    );
    return Object.fromEntries(keys.filter(([, key]) => key));
  }

  private forget(): void {
    this.kept = undefined;
  }

  /** Lets the writer give, change or remove one, of services that are reached from here. */
  async set(reaches: (service: ServiceId) => boolean): Promise<void> {
    const kept = await this.all();
    const chosen = await vscode.window.showQuickPick(
      withKeys
        .filter(([service]) => reaches(service))
        .map(([service, where]) => ({
          label: catalogOf(service).name,
          description: kept[service] ? vscode.l10n.t('has a key') : '',
          detail: where,
          service,
        })),
      {
        title: vscode.l10n.t('Set the Key of a Service'),
        placeHolder: vscode.l10n.t('Which service is it for?'),
      },
    );
    if (!chosen) return;
    const { service, label } = chosen;
    const key = await vscode.window.showInputBox({
      title: vscode.l10n.t('Key of {0}', label),
      prompt: vscode.l10n.t('Kept in the secret storage of VS Code. Empty removes it.'),
      password: true,
      ignoreFocusOut: true,
    });
    if (key === undefined) return;
    if (key.trim()) await this.secrets.store(nameOf(service), key.trim());
    else await this.secrets.delete(nameOf(service));
    this.forget();
    notify.status(
      key.trim()
        ? vscode.l10n.t('The key of {0} is kept', label)
        : vscode.l10n.t('The key of {0} is removed', label),
    );
  }
}
