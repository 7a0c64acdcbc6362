/** The entry of the page: models begin to load before anything else, then interface and app, each in a task of its own. */
import { startedInAdvance } from '../inference/client/started-in-advance';
import { createVisionWorker } from './create-vision-worker';

/** When the code of the screens that are not seen at the start is loaded: not while models start and somebody is looked at. */
const LATE_MS = 5000;

const createWorker = startedInAdvance(createVisionWorker);
const [{ openPage }] = await Promise.all([import('./page'), import('../ui/lintel-app')]);
openPage(createWorker);
// Whoever goes to another screen before has its code at once, and is told where it cannot be loaded: see `lintel-app.ts`.
setTimeout(() => void import('../ui/late-screens').catch(() => {}), LATE_MS);
