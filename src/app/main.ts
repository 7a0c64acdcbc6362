/** The entry of the page: models begin to load before anything else, then interface and app, each in a task of its own. */
import { startedInAdvance } from '../inference/client/started-in-advance';
import { createVisionWorker } from './create-vision-worker';

const createWorker = startedInAdvance(createVisionWorker);
const [{ openPage }] = await Promise.all([import('./page'), import('../ui/lintel-app')]);
openPage(createWorker);
