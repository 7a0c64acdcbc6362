/** What is protected by the admin lock, and what is not. */
import { describe, expect, it } from 'vitest';
import { isProtected } from '../../../src/app/protected-intents';
import { NO_FILTER } from '../../../src/decision/log-filter';
import type { Intent } from '../../../src/ui/view';

const FREE: readonly Intent[] = [
  { kind: 'go', to: 'verify' },
  { kind: 'go', to: 'diagnostics' },
  { kind: 'go', to: 'kiosk' },
  { kind: 'capture' },
  { kind: 'cancel' },
  { kind: 'choose-claim', personId: 'a' },
  { kind: 'decline-movement' },
  { kind: 'reload-page' },
  { kind: 'protection', ask: { kind: 'unlock', by: { kind: 'passphrase', passphrase: 'x' } } },
  { kind: 'protection', ask: { kind: 'unlock', by: { kind: 'security-key' } } },
  { kind: 'protection', ask: { kind: 'stop-waiting' } },
  { kind: 'protection', ask: { kind: 'lock' } },
  { kind: 'protection', ask: { kind: 'open-dialog', about: { kind: 'erase' } } },
  { kind: 'protection', ask: { kind: 'erase' } },
  { kind: 'lock', ask: { kind: 'try', secret: 'x' } },
  { kind: 'lock', ask: { kind: 'lock-now' } },
  { kind: 'lock', ask: { kind: 'unlock' } },
];

const PROTECTED: readonly Intent[] = [
  { kind: 'go', to: 'enrol' },
  { kind: 'go', to: 'people' },
  { kind: 'go', to: 'settings' },
  { kind: 'go', to: 'safety' },
  { kind: 'leave-kiosk' },
  { kind: 'go', to: 'log' },
  { kind: 'add-samples', personId: 'a' },
  { kind: 'add-photographs', files: [] },
  { kind: 'correct-verdict', personId: 'a' },
  { kind: 'deny-verdict' },
  { kind: 'undo-correction' },
  { kind: 'ask-delete', personId: 'a' },
  { kind: 'undo-delete' },
  { kind: 'preview-import', file: new File([], 'x') },
  { kind: 'ask-export' },
  { kind: 'backup', ask: { kind: 'write' } },
  { kind: 'backup', ask: { kind: 'restore', replacesAll: true } },
  { kind: 'change-settings', change: {} },
  { kind: 'ask-reset-settings' },
  { kind: 'switch-network', enrolsAgain: false },
  { kind: 'protection', ask: { kind: 'protect', by: { kind: 'device' } } },
  { kind: 'protection', ask: { kind: 'protect', by: { kind: 'security-key' } } },
  { kind: 'protection', ask: { kind: 'open-dialog', about: { kind: 'change', to: 'device' } } },
  { kind: 'rights', ask: { kind: 'open', personId: 'a' } },
  { kind: 'rights', ask: { kind: 'export', personId: 'a' } },
  { kind: 'rights', ask: { kind: 'erase' } },
  { kind: 'rights', ask: { kind: 'keep', personIds: ['a'] } },
  { kind: 'log', ask: { kind: 'export', as: 'csv', filter: NO_FILTER } },
  { kind: 'lock', ask: { kind: 'set', secret: 'x' } },
  { kind: 'lock', ask: { kind: 'remove' } },
  { kind: 'lock', ask: { kind: 'open-dialog', about: { kind: 'set' } } },
];

const said = (intents: readonly Intent[]) => intents.map((intent) => [JSON.stringify(intent), intent] as const);

describe('without the PIN', () => {
  it.each(said(FREE))('%s is allowed', (_, intent) => expect(isProtected(intent)).toBe(false));
  it.each(said(PROTECTED))('%s is not', (_, intent) => expect(isProtected(intent)).toBe(true));
  it('whatever is not known is not', () => expect(isProtected({ kind: 'something new' } as unknown as Intent)).toBe(true));
});
