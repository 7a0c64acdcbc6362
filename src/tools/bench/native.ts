/** The limit: the same network file in native ONNX Runtime, on one thread. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { InputSpec } from '../../core/manifest';
import { tensorOfRgb } from '../../vision/tensor';
import type { Contender, Sample } from './contender';
import { packageFolder, VERSIONS } from './packages';

/** The part of onnxruntime-node that is used. */
interface OnnxRuntime {
  readonly InferenceSession: {
    create(path: string, options: object): Promise<{ readonly inputNames: readonly string[]; run(inputs: object): Promise<unknown> }>;
  };
  readonly Tensor: new (type: 'float32', data: Float32Array, shape: readonly number[]) => object;
}

/** `crop` is an aligned face, 112 × 112 × 3 bytes. @throws Error when the runtime cannot be had or does not start. */
export async function openNative(network: { path: string; input: InputSpec }, crop: readonly number[], cacheDir: string): Promise<Contender> {
  await packageFolder('onnxruntime-common', cacheDir);
  const folder = await packageFolder('onnxruntime-node', cacheDir);
  const ort = createRequire(import.meta.url)(join(folder, 'dist/index.js')) as OnnxRuntime;
  const session = await ort.InferenceSession.create(network.path, { intraOpNumThreads: 1, interOpNumThreads: 1, executionMode: 'sequential' });
  const [name] = session.inputNames;
  if (name === undefined) throw new Error('The network has no input.');
  const face = Float32Array.from(crop);
  const embed = async (): Promise<Sample> => {
    const startMs = performance.now();
    await session.run({ [name]: new ort.Tensor('float32', tensorOfRgb(face, network.input), network.input.shape) });
    return { embedMs: performance.now() - startMs };
  };
  await embed();
  return {
    id: { program: 'native', threads: 1 },
    facts: { version: VERSIONS['onnxruntime-node'] },
    measure: async (frames) => {
      const samples: Sample[] = [];
      while (samples.length < frames.length) samples.push(await embed());
      return samples;
    },
    close: () => Promise.resolve(),
  };
}
