/** What happens in a visit, and what a visit makes happen. */
import type { Embedding } from '../core/embedding';
import type { FacesInFrame } from '../core/face';
import type { FaceSigns } from '../core/face-signs';
import type { LivenessReading } from '../core/liveness';
import type { FaceQuality } from '../core/quality';
import type { TakenSample } from './enrolment';
import type { CaptureProblem, Purpose } from './session-state';
import type { Vote } from './vote';

/** What every frame brings. */
interface SeenFrame {
  readonly faces: FacesInFrame;
  /** When the frame was shown, in milliseconds, by which stillness and movements are timed; absent where that is now. */
  readonly shownAtMs?: number;
  /** Measured while movements are asked for; null where the face does not show them. */
  readonly signs?: FaceSigns | null;
}

export type SessionEvent =
  | { readonly kind: 'opened'; readonly purpose: Purpose }
  | { readonly kind: 'closed' }
  /** The person asked for a capture. `name` is whom to enrol; empty when verifying, or for one more sample. */
  | { readonly kind: 'capture-asked'; readonly name: string }
  /** The person stepped back from a countdown. */
  | { readonly kind: 'capture-cancelled' }
  | { readonly kind: 'ticked' }
  /** The person cannot do the movement that is asked for. */
  | { readonly kind: 'movement-declined' }
  /** `quality` is null when there is no face, or none that could be measured. */
  | ({ readonly kind: 'faces-located'; readonly quality: FaceQuality | null } & SeenFrame)
  | ({ readonly kind: 'capture-missed'; readonly quality: FaceQuality | null; readonly problem: CaptureProblem } & SeenFrame)
  | ({
      readonly kind: 'face-embedded';
      readonly quality: FaceQuality;
      readonly embedding: Embedding;
      readonly crop: Uint8Array;
      /** Everybody's score against it, best first; in a large gallery, of whoever could matter. */
      readonly scores: Vote;
      /** The earlier votes of the capture with everybody who is listed now; absent where they list everybody anyway. */
      readonly restated?: readonly Vote[];
      /** Whether the picture looks like that of a living face; absent when enrolling. */
      readonly liveness?: LivenessReading;
    } & SeenFrame)
  /** A sample is on the disk. */
  | { readonly kind: 'enrolment-saved'; readonly personId: string; readonly sampleId: string }
  | { readonly kind: 'enrolment-failed' }
  /** Somebody who is enrolled gets more samples. */
  | { readonly kind: 'enrolment-resumed'; readonly personId: string; readonly name: string; readonly samples: readonly TakenSample[] }
  | { readonly kind: 'sample-removed'; readonly sampleId: string }
  /** A sample from a photograph is on the disk. */
  | { readonly kind: 'photograph-added'; readonly personId: string; readonly sample: TakenSample };

/** A frame that was analysed. */
export type FrameEvent = Extract<SessionEvent, SeenFrame>;
export type EmbeddedEvent = Extract<FrameEvent, { kind: 'face-embedded' }>;

/** What the world has to do after a step. */
export type SessionEffect =
  /** Enrol a person with a first sample. */
  | { readonly kind: 'save-enrolment'; readonly name: string; readonly embedding: Embedding }
  /** Add a sample to a person. */
  | { readonly kind: 'save-sample'; readonly personId: string; readonly embedding: Embedding };
