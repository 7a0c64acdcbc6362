/** Why something failed, in the words of whoever knows best. */
import { describe, expect, it } from 'vitest';
import { reasonOf } from '../../../../src/tools/assets/reason';

describe('reasonOf', () => {
  it.each([
    ['the words of an error', new Error('the server answered 404'), 'the server answered 404'],
    ['the words of its cause', new Error('fetch failed', { cause: new Error('other side closed') }), 'other side closed'],
    ['the first of several', new AggregateError([new Error('connect ECONNREFUSED ::1'), new Error('other')]), 'connect ECONNREFUSED ::1'],
    ['the first of several causes', new Error('fetch failed', { cause: new AggregateError([new Error('a')]) }), 'a'],
    ['what npm says, after the command', new Error('Command failed: npm pack\nnpm error code ENOTFOUND\nnpm error more'), 'npm error code ENOTFOUND'],
    ['what tar says, after the command', new Error('Command failed: tar -x\ntar: Error is not recoverable\n'), 'tar: Error is not recoverable'],
    ['the first line that says anything', new Error('\n\nspawn npm ENOENT\nat'), 'spawn npm ENOENT'],
    ['what was thrown, when it is no error', 'gone', 'gone'],
  ])('is %s', (_, error, expected) => {
    expect(reasonOf(error)).toBe(expected);
  });

  it.each([new Error(''), new AggregateError([]), new AggregateError([new Error('')]), new TypeError(' \n'), ''])('is never empty', (error) => {
    expect(reasonOf(error)).toMatch(/\w/);
  });
});
