/** Large weights at half precision: as near as it can be, half the bytes, and the same for ONNX Runtime. */
import * as ort from 'onnxruntime-web/wasm';
import { describe, expect, it } from 'vitest';
import { halfOf, halveWeights } from '../../../../src/tools/assets/half-weights';
import { contentsOf, field, fieldsOf, textOf } from '../../../../src/tools/assets/protobuf-fields';
import { INT64, modelOf, nodeOf, tensorOf } from '../../../support/onnx-model';

describe('halfOf', () => {
  it.each([
    ['one', 1, 0x3c00],
    ['a negative number', -2, 0xc000],
    ['zero', 0, 0],
    ['negative zero', -0, 0x8000],
    ['the largest', 65504, 0x7bff],
    ['the least normal', 2 ** -14, 0x0400],
    ['the least of all', 2 ** -24, 0x0001],
    ['what is nearer to zero than to that', 2 ** -26, 0],
    ['what lies between zero and that: the even one', 2 ** -25, 0],
    ['what is a little more', 2 ** -25 * 1.01, 1],
    ['a tie, down to the even one', 1 + 2 ** -11, 0x3c00],
    ['a tie, up to the even one', 1 + 3 * 2 ** -11, 0x3c02],
    ['a fraction that carries into the exponent', 2 - 2 ** -12, 0x4000],
  ])('is right for %s', (_, value, bits) => {
    expect(halfOf(value)).toBe(bits);
  });

  it.each([65520, -1e6, Infinity, Number.NaN])('refuses %s', (value) => {
    expect(() => halfOf(value)).toThrow('does not fit into half precision');
  });
});

describe('halveWeights', () => {
  const weights = Array.from({ length: 1024 }, (_, index) => Math.sin(index) / 3);
  const model = modelOf([
    field(1, nodeOf('Mul', ['x', 'w'], 'y')),
    field(5, tensorOf({ name: 'w', weights })),
  ], weights.length);

  it('stores large weights in half the bytes, behind a Cast', () => {
    const graph = fieldsOf(contentsOf(fieldsOf(halveWeights(model)), 7)[0]!);
    expect(contentsOf(graph, 1).map((node) => textOf(fieldsOf(node), 4))).toEqual(['Cast', 'Mul']);
    const [tensor] = contentsOf(graph, 5).map(fieldsOf);
    expect(textOf(tensor!, 8)).toBe('w_half');
    expect(contentsOf(tensor!, 9)[0]).toHaveLength(2048);
  });

  it('gives ONNX Runtime weights that differ by less than one in two thousand', async () => {
    ort.env.wasm.numThreads = 1;
    const session = await ort.InferenceSession.create(halveWeights(model));
    const { y } = await session.run({ x: new ort.Tensor('float32', new Float32Array(4096).fill(1), [1, 1024, 2, 2]) });
    const outputs = y!.data as Float32Array;
    for (const [index, weight] of weights.entries()) {
      expect(Math.abs(outputs[index * 4]! - weight)).toBeLessThanOrEqual(Math.abs(weight) * 2 ** -11 + 2 ** -25);
    }
  });

  it('leaves what is small or no float byte for byte', () => {
    const other = modelOf([
      field(1, nodeOf('Relu', ['x'], 'y')),
      field(5, tensorOf({ name: 'slope', weights: [1, 2, 3] })),
      field(5, tensorOf({ name: 'shape', weights, dataType: INT64 })),
    ]);
    expect(halveWeights(other)).toEqual(other);
  });

  it('gives the same bytes for the same model, and changes nothing that is halved already', () => {
    const halved = halveWeights(model);
    expect(halveWeights(Buffer.from(model))).toEqual(halved);
    expect(halveWeights(halved)).toEqual(halved);
  });
});
