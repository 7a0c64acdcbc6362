/** What the page answers, and what it means for a photograph. */
import type { LivenessReading } from '../../core/liveness';
import type { PhotoResult, Timings } from './photo-result';

/** What a worker runs on, as far as an evaluation needs it. */
export interface EngineFacts {
  readonly origin: { readonly model: string; readonly pipeline: string };
  readonly assets: readonly { readonly id: string; readonly sha256: string }[];
  readonly threads: number;
}

export interface FaultReply {
  readonly kind: 'fault';
  readonly fault: { readonly code: string; readonly detail: string };
}

/** The answer to a photograph. Outcomes other than these may be added to the pipeline: their kind is their reason. */
export type PhotoReply =
  | { readonly kind: 'unreadable' }
  | FaultReply
  | {
      readonly kind: 'outcome';
      readonly timings: Timings;
      readonly outcome: {
        readonly kind: string;
        readonly embedding?: readonly number[] | undefined;
        readonly embeddingLength?: number | undefined;
        readonly minLength?: number | undefined;
        readonly origin?: { readonly pipeline: string } | undefined;
        /** Where it was wanted. */
        readonly liveness?: LivenessReading | undefined;
      };
    };

/** The result of a photograph. An outcome without an embedding is a failure with its reason. */
export function resultOf(reply: PhotoReply): PhotoResult {
  if (reply.kind === 'unreadable') return failed('the picture cannot be read');
  if (reply.kind === 'fault') return failed(`the worker failed: ${reply.fault.code}, ${reply.fault.detail}`);
  const { kind, embedding, embeddingLength, minLength, origin } = reply.outcome;
  if (kind === 'embedded' && embedding !== undefined && origin !== undefined) {
    return { kind: 'embedded', embedding: Float32Array.from(embedding), pipeline: origin.pipeline };
  }
  if (kind === 'no-face') return failed('no face found');
  if (kind === 'implausible') return failed('what was found is not shaped like a face');
  if (embeddingLength !== undefined && minLength !== undefined) {
    return failed(`not a usable face: embedding length ${embeddingLength.toFixed(2)}, at least ${minLength} is needed`);
  }
  return failed(kind);
}

function failed(reason: string): PhotoResult {
  return { kind: 'failed', reason };
}
