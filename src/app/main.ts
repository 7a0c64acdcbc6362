/** The entry of the page. */
import '../ui/lintel-app';
import { IntentEvent } from '../ui/view';
import { Lintel } from './lintel';
import { keepUpToDate } from './updates';
import { ViewModel } from './view-model';

const element = document.querySelector('lintel-app')!;
const view = new ViewModel((state) => {
  element.state = state;
});
const lintel = new Lintel(
  view,
  keepUpToDate(() => view.patch({ isUpdateReady: true })),
);
element.addEventListener(IntentEvent.type, ({ detail }) => lintel.handle(detail));
void lintel.start();
