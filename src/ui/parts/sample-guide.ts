/** The samples of an enrolment as they gather: what is wanted next, what there is, and how to take one back. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { missingPoses, type PoseName, type TakenSample } from '../../decision/enrolment';
import type { Phase } from '../../decision/session-state';
import { send } from '../send';
import { sampleProblemText } from '../strings';
import './face-crop';

export const sampleGuideStyles = css`
  .guide {
    display: grid;
    gap: 12px;
  }

  .guide .next {
    font-size: 1.125rem;
    font-weight: 650;
  }

  .samples {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(72px, 1fr));
    gap: 8px;
    list-style: none;
  }

  .samples button {
    inline-size: 100%;
    padding-inline: 4px;
    font-size: 0.8125rem;
  }
`;

const POSE_WORDS: Record<PoseName, string> = {
  straight: 'Look straight at the camera.',
  left: 'Turn your head a little to your left.',
  right: 'Turn your head a little to your right.',
  up: 'Raise your chin a little.',
  down: 'Lower your chin a little.',
  any: 'Look a little different: another turn, another light, another face.',
};

/** Nothing where nobody is being enrolled. */
export function sampleGuide(host: EventTarget, phase: Phase): TemplateResult | typeof nothing {
  if (phase.kind !== 'enrolled') return nothing;
  const { enrolment, problem } = phase;
  const [next] = missingPoses(enrolment);
  return html`<div class="guide">
    <p class="next" aria-live="polite">
      ${next === undefined ? 'Complete. Type the next name, or go to Verify to try it.' : POSE_WORDS[next]}
    </p>
    ${problem === null || next === undefined ? nothing : html`<p aria-live="polite">${sampleProblemText(problem)}</p>`}
    <p class="small muted numbers">
      ${enrolment.samples.length} of ${enrolment.wanted} samples. ${next === undefined ? '' : whatSamplesDo(enrolment.samples.length)}
      Pictures are shown from memory and gone when you leave.
    </p>
    <ul class="samples" aria-label="Samples">
      ${enrolment.samples.map((sample, index) => sampleItem(host, sample, index, enrolment.samples.length))}
    </ul>
    ${next === undefined
      ? nothing
      : html`<button type="button" @click=${() => send(host, { kind: 'finish-enrolment' })}>Done for now</button>`}
  </div>`;
}

function whatSamplesDo(taken: number): string {
  return taken === 0
    ? 'The first one is enough to be recognised by the network that runs.'
    : 'The person can be recognised already; every further sample makes it surer.';
}

function sampleItem(host: EventTarget, { id, crop }: TakenSample, index: number, count: number): TemplateResult {
  const name = `Sample ${index + 1}`;
  return html`<li>
    ${crop === null
      ? html`<p class="small muted">${name}, of an earlier day</p>`
      : html`<lintel-face-crop .pixels=${crop} role="img" aria-label=${name}></lintel-face-crop>`}
    ${id === '' || count === 1 || crop === null
      ? nothing
      : html`<button type="button" aria-label=${`Retake ${name.toLowerCase()}`} @click=${() => send(host, { kind: 'retake-sample', sampleId: id })}>
          Retake
        </button>`}
  </li>`;
}
