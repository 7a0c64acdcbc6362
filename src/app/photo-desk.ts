/** Enrols from photographs: one file after the other, each of which becomes a sample or is refused with a reason. */
import { assertNever } from '../core/assert';
import type { Embedding } from '../core/embedding';
import { detectorForPhotograph } from '../core/detector';
import { centreOf, type Point } from '../core/geometry';
import { isComparable } from '../core/model';
import { sampleProblemOf } from '../decision/enrolment';
import { type FaceChoice, openedBatch, type PhotoBatch, type PhotoProblem, withRefused, withTaken } from '../decision/photographs';
import { parseName } from '../decision/person-name';
import { problemOf } from '../decision/quality-gates';
import type { SessionEvent } from '../decision/session-events';
import type { VisionEngine } from '../inference/client/vision-engine';
import type { FrameOutcome } from '../inference/protocol';
import { canAddPhotographs } from '../ui/parts/photo-enrol-rules';
import { forgetConsent, takeConsent } from './consent-form';
import type { EnrolmentDesk } from './enrolment-desk';
import type { PeopleDesk } from './people-desk';
import type { Pictures } from './photographs';
import type { ViewModel } from './view-model';

/** What the desk works with. */
export interface PhotoParts {
  readonly view: ViewModel;
  readonly people: Pick<PeopleDesk, 'enrol' | 'addSample' | 'named' | 'withId' | 'gallery'>;
  readonly newcomers: Pick<EnrolmentDesk, 'noteNewcomer'>;
  readonly pictures: Pictures;
  readonly analyse: VisionEngine['analyse'];
  /** Settles when the vision worker is ready, or `signal` aborts. */
  readonly engineReady: (signal: AbortSignal) => Promise<void>;
  readonly dispatch: (event: SessionEvent) => void;
}

/** Whom photographs are of: somebody enrolled, or a name to be enrolled. */
interface Target {
  readonly personId: string | null;
  readonly name: string;
}

/** A face fit to be a sample. */
interface GoodFace {
  readonly embedding: Embedding;
  readonly crop: Uint8Array;
}

export class PhotoDesk {
  readonly #parts: PhotoParts;
  #run: AbortController | null = null;
  /** Files that wait for the answer whether somebody may be overwritten. */
  #waiting: readonly File[] = [];
  #choose: (index: number | null) => void = () => {};

  constructor(parts: PhotoParts) {
    this.#parts = parts;
  }

  /** Enrols from these files whoever is named, or goes on with the enrolment under way. */
  add(files: readonly File[]): void {
    this.#begin(files, false);
  }

  /** The person of the typed name may be overwritten. */
  confirmOverwrite(): void {
    const files = this.#waiting;
    this.#waiting = [];
    this.#begin(files, true);
  }

  /** Photographs to come are of this person. */
  resume(personId: string): void {
    const person = this.#parts.people.withId(personId);
    if (person !== undefined && this.#run === null) this.#parts.view.patch({ photos: openedBatch(person.name, 0, personId) });
  }

  /** Says which face is meant; null when none of them is. */
  choose(index: number | null): void {
    this.#choose(index);
  }

  /** Stops before the next file. What was taken stays. True when there was something to stop. */
  stop(): boolean {
    const isRunning = this.#run !== null;
    this.#run?.abort();
    return isRunning;
  }

  /** Stops, and forgets what became of the files, and who agreed to be enrolled. */
  leave(): void {
    this.stop();
    forgetConsent(this.#parts.view);
    this.#run = null;
    this.#waiting = [];
    if (this.#parts.view.state.photos !== null) this.#parts.view.patch({ photos: null });
  }

  #begin(files: readonly File[], mayOverwrite: boolean): void {
    if (files.length === 0 || this.#run !== null || !canAddPhotographs(this.#parts.view.state)) return;
    const target = this.#target(files, mayOverwrite);
    if (target !== null) void this.#work(target, files);
  }

  /** Null when it is not clear whom the files are of: the interface then says what is missing. */
  #target(files: readonly File[], mayOverwrite: boolean): Target | null {
    const { view, people, dispatch } = this.#parts;
    const { typedName, session, photos } = view.state;
    if (typedName.trim() === '') {
      const personId = session.phase.kind === 'enrolled' ? session.phase.enrolment.personId : (photos?.personId ?? '');
      const person = people.withId(personId);
      if (person !== undefined) return { personId, name: person.name };
    }
    const parsed = parseName(typedName);
    if (parsed.kind === 'problem') {
      view.patch({ nameProblem: parsed.problem });
      return null;
    }
    if (!takeConsent(view, Date.now())) return null;
    const existing = people.named(parsed.name);
    if (existing !== undefined && !mayOverwrite) {
      this.#waiting = files;
      view.patch({ dialog: { kind: 'overwrite-by-photographs', name: existing.name } });
      return null;
    }
    // Another person begins: the enrolment under way, perhaps of who is overwritten now, is over.
    if (session.phase.kind === 'enrolled') dispatch({ kind: 'opened', purpose: 'enrol' });
    return { personId: null, name: parsed.name };
  }

  async #work({ personId, name }: Target, files: readonly File[]): Promise<void> {
    const run = new AbortController();
    this.#run = run;
    const { modelId } = this.#parts.view.state;
    let batch = openedBatch(name, files.length, personId);
    const learnt: Embedding[] = [];
    try {
      for (const file of files) {
        this.#show(run, { ...batch, current: file.name });
        const face = await this.#goodFaceOf(file, run.signal);
        if (run.signal.aborted) break;
        const saved = typeof face === 'string' ? face : await this.#save(batch, face);
        batch = typeof saved === 'string' ? withRefused(batch, file.name, saved) : withTaken(batch, saved.personId);
        if (typeof saved !== 'string' && typeof face !== 'string') learnt.push(face.embedding);
        // The interface says why nothing can be written; the next file would fare no better.
        if (saved === 'not-saved') break;
      }
    } finally {
      this.#show(run, batch);
      if (this.#run === run) this.#run = null;
      // Only now: whoever is asked whether two people are one may unite them, and nothing may be under way then. What
      // another network embedded cannot be compared any more.
      const isSameNetwork = this.#parts.view.state.modelId === modelId;
      if (personId === null && batch.personId !== null && isSameNetwork) void this.#parts.newcomers.noteNewcomer(batch.personId, learnt);
    }
  }

  #show(run: AbortController, photos: PhotoBatch): void {
    if (this.#run === run) this.#parts.view.patch({ photos });
  }

  async #save({ personId, name }: PhotoBatch, { embedding, crop }: GoodFace): Promise<PhotoProblem | { personId: string }> {
    const { view, people, dispatch } = this.#parts;
    const problem = sampleProblemOf(this.#samplesOf(personId), embedding);
    if (problem !== null) return problem;
    const saved =
      personId === null
        ? await people.enrol(name, embedding, Date.now(), 'photograph', view.state.rights.given)
        : await people.addSample(personId, embedding, Date.now(), 'photograph');
    if (saved === null) return 'not-saved';
    if (personId === null) {
      view.patch({ typedName: '' });
      forgetConsent(view);
    }
    dispatch({ kind: 'photograph-added', personId: saved.personId, sample: { id: saved.sampleId, embedding, crop, pose: 'any' } });
    return saved;
  }

  /** What a new sample of this person is compared with. */
  #samplesOf(personId: string | null): readonly { embedding: Embedding }[] {
    const { people } = this.#parts;
    const origin = people.gallery?.origin;
    const person = personId === null ? undefined : people.withId(personId);
    if (origin === undefined || person === undefined) return [];
    return person.samples.filter((sample) => isComparable(sample, origin));
  }

  async #goodFaceOf(file: File, signal: AbortSignal): Promise<GoodFace | PhotoProblem> {
    const picture = await this.#parts.pictures.read(file);
    if (picture === null) return 'not-a-picture';
    try {
      let outcome = await this.#analyse(picture, null, signal);
      if (outcome !== null && outcome.faces.boxes.length > 1) {
        // From left to right, as people count them.
        const boxes = [...outcome.faces.boxes].sort((a, b) => a.x - b.x);
        const chosen = boxes[(await this.#ask(picture, { file: file.name, frame: outcome.faces.frame, boxes }, signal)) ?? -1];
        if (chosen === undefined) return 'nobody-chosen';
        outcome = await this.#analyse(picture, centreOf(chosen), signal);
      }
      return outcome === null ? 'not-analysed' : judge(outcome);
    } finally {
      picture.close();
    }
  }

  async #analyse(picture: ImageBitmap, at: Point<'frame'> | null, signal: AbortSignal): Promise<FrameOutcome | null> {
    const { view, pictures, analyse, engineReady } = this.#parts;
    await engineReady(signal);
    if (signal.aborted) return null;
    const { settings } = view.state;
    const frame = await pictures.copy(picture);
    const analysis = await analyse(frame, 'embed', { ...settings, kind: detectorForPhotograph(settings.detector) }, { at }).catch(() => null);
    return analysis?.outcome ?? null;
  }

  /** Index of the face that somebody points at; null when they do not. */
  async #ask(picture: ImageBitmap, choice: FaceChoice, signal: AbortSignal): Promise<number | null> {
    const { view } = this.#parts;
    const answer = new Promise<number | null>((resolve) => {
      this.#choose = resolve;
      signal.addEventListener('abort', () => resolve(null), { once: true });
    });
    view.patch({ dialog: { kind: 'choose-face', picture, choice } });
    const index = await answer;
    if (view.state.dialog?.kind === 'choose-face') view.patch({ dialog: null });
    return index;
  }
}

/** The face of a photograph, or what keeps it from being a sample. */
function judge(outcome: FrameOutcome): GoodFace | PhotoProblem {
  switch (outcome.kind) {
    case 'no-face':
      return 'no-face';
    case 'posed':
    case 'implausible':
    case 'rejected':
      return 'unreadable-face';
    case 'embedded':
      return problemOf(outcome.quality, 'enrol') ?? outcome;
    default:
      return assertNever(outcome);
  }
}
