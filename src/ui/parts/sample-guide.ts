/** The samples of an enrolment as they gather: what is wanted next, what there is, and how to take one back. */
import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { missingPoses, type PoseName, type TakenSample } from '../../decision/enrolment';
import type { Phase } from '../../decision/session-state';
import { send } from '../send';
import { countSamples, sampleProblemText } from '../strings';
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

function poseText(pose: PoseName): string {
  switch (pose) {
    case 'straight':
      return msg('Look straight at the camera.');
    case 'left':
      return msg('Turn your head a little to your left.');
    case 'right':
      return msg('Turn your head a little to your right.');
    case 'up':
      return msg('Raise your chin a little.');
    case 'down':
      return msg('Lower your chin a little.');
    case 'any':
      return msg('Look a little different: another turn, another light, another face.');
  }
}

/** Nothing where nobody is being enrolled. */
export function sampleGuide(host: EventTarget, phase: Phase): TemplateResult | typeof nothing {
  if (phase.kind !== 'enrolled') return nothing;
  const { enrolment, problem } = phase;
  const [next] = missingPoses(enrolment);
  return html`<div class="guide">
    <p class="next" aria-live="polite">
      ${next === undefined ? msg('Complete. Type the next name, or go to Verify to try it.') : poseText(next)}
    </p>
    ${problem === null || next === undefined ? nothing : html`<p aria-live="polite">${sampleProblemText(problem)}</p>`}
    <p class="small muted numbers">
      ${msg(str`${enrolment.samples.length} of ${countSamples(enrolment.wanted)}.`)}
      ${next === undefined ? nothing : whatSamplesDo(enrolment.samples.length)}
      ${msg('Pictures are shown from memory and gone when you leave.')}
    </p>
    <ul class="samples" aria-label=${msg('Samples')}>
      ${enrolment.samples.map((sample, index) => sampleItem(host, sample, index, enrolment.samples.length))}
    </ul>
    ${next === undefined
      ? nothing
      : html`<button type="button" @click=${() => send(host, { kind: 'finish-enrolment' })}>${msg('Done for now')}</button>`}
  </div>`;
}

function whatSamplesDo(taken: number): string {
  return taken === 0
    ? msg('The first one is enough to be recognised by the network that runs.')
    : msg('The person can be recognised already; every further sample makes it surer.');
}

function sampleItem(host: EventTarget, { id, crop }: TakenSample, index: number, count: number): TemplateResult {
  const number = index + 1;
  const name = msg(str`Sample ${number}`);
  return html`<li>
    ${crop === null
      ? html`<p class="small muted">${msg(str`Sample ${number}, of an earlier day`)}</p>`
      : html`<lintel-face-crop .pixels=${crop} role="img" aria-label=${name}></lintel-face-crop>`}
    ${id === '' || count === 1 || crop === null
      ? nothing
      : html`<button type="button" aria-label=${msg(str`Retake sample ${number}`)} @click=${() => send(host, { kind: 'retake-sample', sampleId: id })}>
          ${msg('Retake')}
        </button>`}
  </li>`;
}
