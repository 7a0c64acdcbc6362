import { describe, expect, it } from 'vitest';
import { FAULT_CODES } from '../../../src/core/fault';
import { faultWords } from '../../../src/ui/fault-words';

/** Names of buttons that people and tests go by; a way out must not look like one of them. */
const TAKEN = /enrol|verify|people|settings|diagnostics|capture|cancel|delete|undo/i;

describe.each(FAULT_CODES)('the words for %s', (code) => {
  const { title, text, wayOut } = faultWords({ code, detail: 'models/a.onnx' });

  it('are sentences without blame or noise', () => {
    expect(title).toMatch(/^[A-Z][^.!]+$/);
    expect(text).toMatch(/^[A-Zm].*\.$/s);
    expect(text).not.toMatch(/!|undefined/);
  });

  it('say whether anything was lost', () => {
    expect(text).toMatch(/was lost|is still there|was acknowledged|can be enrolled/);
  });

  it('have a way out that no other button is called', () => {
    if (wayOut === null) expect(['insecure-origin', 'security-key-silent', 'security-key-unfit', 'store-full']).toContain(code);
    else expect(wayOut.label).not.toMatch(TAKEN);
  });
});

describe('faultWords', () => {
  it('names the file, and the browser\'s own words', () => {
    for (const code of ['asset-missing', 'asset-truncated', 'asset-damaged', 'wasm-failed', 'store-failed', 'unexpected'] as const) {
      expect(faultWords({ code, detail: 'models/a.onnx' }).text).toContain('models/a.onnx');
    }
  });
});
