/** Says, across the reload that follows, that everything was erased. It says nothing of anybody. */
const KEY = 'lintel-erased';

export function leaveErasedSign(): void {
  sessionStorage.setItem(KEY, 'yes');
}

/** True once after it was left. */
export function takeErasedSign(): boolean {
  const isThere = sessionStorage.getItem(KEY) !== null;
  sessionStorage.removeItem(KEY);
  return isThere;
}
