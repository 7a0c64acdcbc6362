/** Joins the app to its element on the page. */
import type { WorkerLike } from '../inference/client/vision-client';
import { speak } from '../ui/locale';
import { IntentEvent } from '../ui/view';
import { LanguageDesk } from './language-desk';
import { Lintel } from './lintel';
import { keepUpToDate } from './updates';
import { ViewModel } from './view-model';

export function openPage(createWorker: () => WorkerLike): void {
  const element = document.querySelector('lintel-app')!;
  const languages = new LanguageDesk({
    speak,
    preferred: () => navigator.languages,
    onMissing: (isLanguageMissing) => view.patch({ isLanguageMissing }),
  });
  const view = new ViewModel((state) => {
    element.state = state;
    languages.follow(state.settings.language);
  });
  addEventListener('languagechange', () => languages.follow(view.state.settings.language));
  const lintel = new Lintel(
    view,
    keepUpToDate(() => view.patch({ isUpdateReady: true })),
    createWorker,
  );
  element.addEventListener(IntentEvent.type, ({ detail }) => lintel.handle(detail));
  void lintel.start();
}
