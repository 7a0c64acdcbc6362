/** Says yes to the open dialog. */
import type { PeopleDesk } from './people-desk';
import type { PhotoDesk } from './photo-desk';
import type { SessionDesk } from './session-desk';
import type { SettingsDesk } from './settings-desk';
import type { TransferDesk } from './transfer-desk';
import type { ViewModel } from './view-model';

/** Those who asked. */
export interface Askers {
  readonly people: Pick<PeopleDesk, 'delete'>;
  readonly session: Pick<SessionDesk, 'askCapture'>;
  readonly transfer: Pick<TransferDesk, 'export'>;
  readonly photos: Pick<PhotoDesk, 'confirmOverwrite'>;
  readonly settings: Pick<SettingsDesk, 'reset'>;
}

/** Closes the dialog and does what it asked about. Dialogs with more than one answer have intents of their own. */
export function confirmDialog(view: ViewModel, { people, session, transfer, photos, settings }: Askers): void {
  const { dialog } = view.state;
  view.patch({ dialog: null });
  if (dialog?.kind === 'delete') void people.delete(dialog.personId);
  if (dialog?.kind === 'overwrite') session.askCapture(true);
  if (dialog?.kind === 'export') transfer.export();
  if (dialog?.kind === 'overwrite-by-photographs') photos.confirmOverwrite();
  if (dialog?.kind === 'reset-settings') void settings.reset();
}
