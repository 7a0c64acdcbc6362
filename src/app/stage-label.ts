/** What the stages of a frame are called. */
import { msg } from '@lit/localize';
import type { Stage } from '../inference/protocol';

/** `total` is the whole frame. */
export function stageLabel(stage: Stage | 'total'): string {
  switch (stage) {
    case 'copy':
      return msg('copy');
    case 'watch':
      return msg('watch');
    case 'detect':
      return msg('detect');
    case 'find':
      return msg('find');
    case 'landmarks':
      return msg('landmarks');
    case 'align':
      return msg('align');
    case 'signs':
      return msg('signs');
    case 'embed':
      return msg('embed');
    case 'liveness':
      return msg('liveness');
    case 'total':
      return msg('total');
  }
}
