/** When photographs can be taken in. */
import { isUnderWay } from '../../decision/session-state';
import type { ViewState } from '../view';

/** True while the files of the last choice are being worked through. */
export function isBusyWithPhotographs({ photos }: Pick<ViewState, 'photos'>): boolean {
  return photos !== null && photos.current !== null;
}

/** Whether files can be chosen or dropped now. A camera is not needed. */
export function canAddPhotographs(state: ViewState): boolean {
  const { destination, engine, gallery, session } = state;
  const isFree = !isUnderWay(session.phase) && session.phase.kind !== 'saving' && !isBusyWithPhotographs(state);
  return destination === 'enrol' && engine.kind === 'ready' && gallery.kind === 'ready' && isFree;
}
