/** The preparation of the 512-D network: same numbers, other operators, no weights that slow a processor down. */
import * as ort from 'onnxruntime-web/wasm';
import { describe, expect, it } from 'vitest';
import { splitPRelus } from '../../../../src/tools/assets/split-prelu';
import { contentsOf, field, fieldsOf, textOf } from '../../../../src/tools/assets/protobuf-fields';
import { INT64, modelOf, nodeOf, preluModel, small, tensorOf } from '../../../support/onnx-model';

const graphOf = (model: Uint8Array) => fieldsOf(contentsOf(fieldsOf(model), 7)[0]!);

/** The graph's nodes as "operator(inputs) → output". */
function nodesOf(model: Uint8Array): string[] {
  return contentsOf(graphOf(model), 1).map((bytes) => {
    const node = fieldsOf(bytes);
    const inputs = contentsOf(node, 1).map((name) => new TextDecoder().decode(name));
    return `${textOf(node, 4)}(${inputs.join(', ')}) → ${textOf(node, 2)}`;
  });
}

/** The graph's tensors by name, as the floats they hold. */
function tensorsOf(model: Uint8Array): Record<string, readonly number[]> {
  const tensors = contentsOf(graphOf(model), 5).map((bytes) => {
    const tensor = fieldsOf(bytes);
    const floats = new Float32Array(contentsOf(tensor, 9)[0]!.slice().buffer);
    return [textOf(tensor, 8), [...floats]] as const;
  });
  return Object.fromEntries(tensors);
}

/** What ONNX Runtime makes of the model. */
async function outputOf(model: Uint8Array, input: Float32Array): Promise<number[]> {
  ort.env.wasm.numThreads = 1;
  const session = await ort.InferenceSession.create(model);
  const { y } = await session.run({ x: new ort.Tensor('float32', input, [1, input.length / 4, 2, 2]) });
  return [...(y!.data as Float32Array)];
}

describe('splitPRelus', () => {
  it('splits PRelu(x, a) into a·x + (1 − a)·Relu(x)', () => {
    const prepared = splitPRelus(preluModel([0.25, -0.5]));
    expect(nodesOf(prepared)).toEqual([
      'Mul(x, slope) → y_scaled',
      'Relu(x) → y_positive',
      'Mul(y_positive, slope_complement) → y_raised',
      'Add(y_scaled, y_raised) → y',
    ]);
    expect(tensorsOf(prepared)).toEqual({ slope: [0.25, -0.5], slope_complement: [0.75, 1.5] });
  });

  it('computes the same in ONNX Runtime', async () => {
    const model = preluModel([0.25, -0.5]);
    const input = Float32Array.of(-4, -1, 0, 3, -8, -0.5, 2, 1e6);
    const expected = await outputOf(model, input);
    expect(expected).toEqual([-1, -0.25, 0, 3, 4, 0.25, 2, 1e6]);
    expect(await outputOf(splitPRelus(model), input)).toEqual(expected);
  });

  it('gives the new nodes names of their own', () => {
    const twice = modelOf([
      field(1, nodeOf('PRelu', ['x', 'a'], 'middle')),
      field(1, nodeOf('PRelu', ['middle', 'b'], 'y')),
      field(5, tensorOf({ name: 'a', weights: [1, 2] })),
      field(5, tensorOf({ name: 'b', weights: [3, 4] })),
    ]);
    const names = contentsOf(graphOf(splitPRelus(twice)), 1).map((node) => textOf(fieldsOf(node), 3));
    expect(names).toHaveLength(8);
    expect(new Set(names).size).toBe(8);
  });

  it('adds one complement for a slope that two nodes share', async () => {
    const shared = modelOf([
      field(1, nodeOf('PRelu', ['x', 'slope'], 'middle')),
      field(1, nodeOf('PRelu', ['middle', 'slope'], 'y')),
      field(5, tensorOf({ name: 'slope', weights: [0.25, -0.5] })),
    ]);
    const prepared = splitPRelus(shared);
    const names = contentsOf(graphOf(prepared), 5).map((tensor) => textOf(fieldsOf(tensor), 8));
    expect(names).toEqual(['slope', 'slope_complement']);
    const input = Float32Array.of(-4, -1, 0, 3, -8, -0.5, 2, 1e6);
    expect(await outputOf(prepared, input)).toEqual([-0.25, -0.0625, 0, 3, 4, 0.25, 2, 1e6]);
  });

  it('sets weights nearer to zero than 1e-20 to zero and leaves the others', () => {
    const weights = [1.5, 1e-40, -1e-40, 9e-21, -9e-21, 2e-20, -2e-20, 0];
    const model = modelOf([field(5, tensorOf({ name: 'w', weights }))]);
    expect(tensorsOf(splitPRelus(model)).w).toEqual([1.5, 0, 0, 0, 0, Math.fround(2e-20), Math.fround(-2e-20), 0]);
  });

  it('sets negligible slopes to zero too', () => {
    expect(tensorsOf(splitPRelus(preluModel([1e-30, 1])))).toEqual({ slope: [0, 1], slope_complement: [1, 0] });
  });

  it('leaves every other part byte for byte', () => {
    const model = modelOf([
      field(1, nodeOf('Relu', ['x'], 'y')),
      field(5, tensorOf({ name: 'w', weights: [1, 2, 3] })),
      field(5, tensorOf({ name: 'shape', weights: [1e-40, 1], dataType: INT64 })),
    ]);
    expect(splitPRelus(model)).toEqual(model);
  });

  it('gives the same bytes for the same model, and leaves the model as it was', () => {
    const model = preluModel([0.25, 1e-30]);
    const before = model.slice();
    const prepared = splitPRelus(model);
    expect(splitPRelus(model)).toEqual(prepared);
    expect(splitPRelus(Buffer.from(model))).toEqual(prepared);
    expect(model).toEqual(before);
    expect(splitPRelus(prepared)).toEqual(prepared);
  });

  it('refuses a PRelu whose slope is computed', () => {
    const model = modelOf([field(1, nodeOf('PRelu', ['x', 'computed'], 'y'))]);
    expect(() => splitPRelus(model)).toThrow('A PRelu of the model has no constant slope.');
  });

  it('refuses a tensor that does not hold raw data', () => {
    const tensor = new Uint8Array([...small(2, 1).encoded, ...field(8, 'w').encoded]);
    expect(() => splitPRelus(modelOf([field(5, tensor)]))).toThrow('A tensor of the model does not hold raw data.');
  });

  it('refuses what is no model', () => {
    expect(() => splitPRelus(new TextEncoder().encode('<html>not found</html>'))).toThrow();
  });
});
