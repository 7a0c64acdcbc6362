/** Joins the app to its element on the page. */
import type { WorkerLike } from '../inference/client/vision-client';
import { IntentEvent } from '../ui/view';
import { Lintel } from './lintel';
import { keepUpToDate } from './updates';
import { ViewModel } from './view-model';

export function openPage(createWorker: () => WorkerLike): void {
  const element = document.querySelector('lintel-app')!;
  const view = new ViewModel((state) => {
    element.state = state;
  });
  const lintel = new Lintel(
    view,
    keepUpToDate(() => view.patch({ isUpdateReady: true })),
    createWorker,
  );
  element.addEventListener(IntentEvent.type, ({ detail }) => lintel.handle(detail));
  void lintel.start();
}
