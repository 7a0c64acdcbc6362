/** The form of consent on Enrol: nobody is enrolled without it, and it remembers nothing of anybody. */
import { beforeEach, describe, expect, it } from 'vitest';
import { fillConsent, forgetConsent, takeConsent } from '../../../src/app/consent-form';
import { EnrolmentDesk } from '../../../src/app/enrolment-desk';
import { Matcher } from '../../../src/app/matcher';
import { ViewModel } from '../../../src/app/view-model';
import { EMPTY_DRAFT } from '../../../src/decision/consent';
import { DAY_MS } from '../../../src/decision/retention';
import { findHere } from './find-here';
import { faceAt, PeopleWorld } from './made-up-people';

let view: ViewModel;

beforeEach(() => {
  view = new ViewModel(() => {});
});

describe('the form', () => {
  it('says what is missing, until something is filled in', () => {
    expect(takeConsent(view, 1)).toBe(false);
    expect(view.state.rights).toMatchObject({ given: null, consent: { problem: { field: 'agreed' } } });
    fillConsent(view, { isAgreed: true });
    expect(view.state.rights.consent).toEqual({ draft: { ...EMPTY_DRAFT, isAgreed: true }, problem: null });
  });

  it('gives the consent of the moment, and no earlier one once something is missing', () => {
    fillConsent(view, { isAgreed: true });
    expect(takeConsent(view, 7)).toBe(true);
    expect(view.state.rights.given).toMatchObject({ givenAtMs: 7 });
    fillConsent(view, { isChild: true });
    expect(takeConsent(view, 8)).toBe(false);
    expect(view.state.rights.given).toBeNull();
  });

  it('remembers who enters, and nothing else', () => {
    fillConsent(view, { isAgreed: true, isChild: true, guardian: 'Emmy', enteredBy: 'Grace' });
    takeConsent(view, 1);
    forgetConsent(view);
    expect(view.state.rights).toMatchObject({ given: null, consent: { draft: { ...EMPTY_DRAFT, enteredBy: 'Grace' }, problem: null } });
  });
});

describe('an enrolment', () => {
  it('keeps the consent with the person, and an expiry date where Settings have one', async () => {
    const world = await PeopleWorld.open();
    const desk = new EnrolmentDesk(world.view, world.people, new Matcher(findHere), () => {});
    world.view.patch({ settings: { ...world.view.state.settings, expiresAfterDays: 90 } });
    fillConsent(world.view, { isAgreed: true, enteredBy: 'Grace' });
    takeConsent(world.view, 5);
    await desk.run({ kind: 'save-enrolment', name: 'Ada', embedding: faceAt(0) });
    const [ada] = world.store.people;
    expect(ada).toMatchObject({ consent: { givenAtMs: 5, enteredBy: 'Grace', guardian: null } });
    expect(ada!.expiresAtMs! - ada!.enrolledAtMs).toBe(90 * DAY_MS);
    expect(world.view.state.rights).toMatchObject({ given: null, consent: { draft: { isAgreed: false } } });
  });
});
