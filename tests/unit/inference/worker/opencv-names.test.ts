/** Which of OpenCV's names are taken in. */
import { describe, expect, it, vi } from 'vitest';
import { hearUsedNamesOnly } from '../../../../src/inference/worker/opencv-names';

const KINDS = ['class', 'constant', 'class_function', 'class_class_function', 'class_constructor', 'class_property', 'function', 'enum', 'enum_value', 'smart_ptr'];
const MAT = 7;
const ALGORITHM = 8;

/** Imports as Emscripten makes them, and what was heard: kind and first number. */
function imports() {
  const memory = new WebAssembly.Memory({ initial: 1 });
  let end = 8;
  const addressOf = (name: string): number => {
    const address = end;
    new TextEncoder().encodeInto(`${name}\0`, new Uint8Array(memory.buffer, address));
    end += name.length + 1;
    return address;
  };
  const heard: [string, number][] = [];
  const env: Record<string, WebAssembly.ImportValue> = { memory };
  for (const kind of KINDS) env[`_embind_register_${kind}`] = (...numbers: number[]) => void heard.push([kind, numbers[0]!]);
  const introduce = (kind: string, ...numbers: number[]): void => (env[`_embind_register_${kind}`] as (...all: number[]) => void)(...numbers);
  const introduceClass = (type: number, name: string): void => introduce('class', type, 0, 0, 0, 0, 0, 0, 0, 0, 0, addressOf(name), 0, 0);
  return { env, heard, addressOf, introduce, introduceClass };
}

describe('hearUsedNamesOnly', () => {
  it('takes in the classes that are used with all that belongs to them, and no other', () => {
    const { env, heard, introduce, introduceClass } = imports();
    hearUsedNamesOnly({ env });
    introduceClass(MAT, 'Mat');
    introduceClass(ALGORITHM, 'Algorithm');
    for (const type of [MAT, ALGORITHM]) for (const part of KINDS.filter((kind) => kind.startsWith('class_'))) introduce(part, type);
    expect(heard).toEqual([['class', MAT], ['class_function', MAT], ['class_class_function', MAT], ['class_constructor', MAT], ['class_property', MAT]]);
  });

  it('takes the whole name for the name', () => {
    const { env, heard, introduceClass } = imports();
    hearUsedNamesOnly({ env });
    for (const [type, name] of ['MatVector', 'at', 'Mat'].entries()) introduceClass(type, name);
    expect(heard).toEqual([['class', 2]]);
  });

  it('takes in the one constant that is used', () => {
    const { env, heard, addressOf, introduce } = imports();
    hearUsedNamesOnly({ env });
    const used = addressOf('CV_8UC1');
    for (const name of [addressOf('CV_8UC3'), used]) introduce('constant', name, 0, 0);
    expect(heard).toEqual([['constant', used]]);
  });

  it('takes in no function by itself, no enumeration and no pointer', () => {
    const { env, heard, introduce } = imports();
    hearUsedNamesOnly({ env });
    for (const kind of ['function', 'enum', 'enum_value', 'smart_ptr']) introduce(kind, 1, 2, 3);
    expect(heard).toEqual([]);
  });

  it('hands on every number', () => {
    const { env, introduce, introduceClass } = imports();
    const register = vi.fn();
    env._embind_register_class_function = register;
    hearUsedNamesOnly({ env });
    introduceClass(MAT, 'Mat');
    introduce('class_function', MAT, 2, 3, 4, 5, 6, 7, 0);
    expect(register).toHaveBeenCalledExactlyOnceWith(MAT, 2, 3, 4, 5, 6, 7, 0);
  });

  it('says so when the WASM is another version', () => {
    const { env } = imports();
    delete env._embind_register_enum_value;
    expect(() => hearUsedNamesOnly({ env })).toThrow(new TypeError('OpenCV does not ask for _embind_register_enum_value.'));
  });
});
