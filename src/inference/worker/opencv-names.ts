/** OpenCV introduces some 6 600 names to JavaScript while it starts, one call each. Only those that Lintel uses are taken in. */

/** The classes and constants of `lintel:opencv`. Structures are few, so they are all taken in. */
const USED: ReadonlySet<string> = new Set(['Mat', 'RectVector', 'CascadeClassifier', 'CV_8UC1']);

const UNUSED_KINDS = ['function', 'enum', 'enum_value', 'smart_ptr'] as const;
const PARTS_OF_CLASSES = ['class_function', 'class_class_function', 'class_constructor', 'class_property'] as const;

/** Where the address of the name stands among what a class is introduced with. */
const NAME_OF_CLASS = 10;

/** What is introduced by so many numbers: identities, addresses of names, functions of the WASM. */
type Introduce = (...numbers: number[]) => void;

/**
 * Changes the imports of OpenCV's WASM so that names which are not used pass by unheard.
 * @throws TypeError when they are not the imports of the version that this was written for.
 */
export function hearUsedNamesOnly({ env = {} }: WebAssembly.Imports): void {
  const classes = new Set<number>();
  const isUsed = (address: number): boolean => USED.has(textAt(env.memory as WebAssembly.Memory, address));
  hear(env, 'class', (numbers) => {
    if (!isUsed(numbers[NAME_OF_CLASS]!)) return false;
    classes.add(numbers[0]!);
    return true;
  });
  hear(env, 'constant', (numbers) => isUsed(numbers[0]!));
  for (const kind of PARTS_OF_CLASSES) hear(env, kind, (numbers) => classes.has(numbers[0]!));
  for (const kind of UNUSED_KINDS) hear(env, kind, () => false);
}

function hear(env: WebAssembly.ModuleImports, kind: string, isHeard: (numbers: readonly number[]) => boolean): void {
  const name = `_embind_register_${kind}`;
  const introduce = env[name];
  if (typeof introduce !== 'function') throw new TypeError(`OpenCV does not ask for ${name}.`);
  env[name] = (...numbers: number[]): void => {
    if (isHeard(numbers)) (introduce as Introduce)(...numbers);
  };
}

/** A text that ends with a zero. Names are plain ASCII. */
function textAt({ buffer }: WebAssembly.Memory, address: number): string {
  const bytes = new Uint8Array(buffer, address);
  return String.fromCharCode(...bytes.subarray(0, bytes.indexOf(0)));
}
