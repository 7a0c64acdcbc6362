/** Something a person can put right: one sentence that says what is wrong and what to do. */
export class EvalError extends Error {
  override readonly name = 'EvalError';
}
