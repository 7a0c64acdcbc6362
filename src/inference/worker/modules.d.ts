/** The parts of OpenCV.js that Lintel uses. `vite.config.ts` makes both modules from the installed package. */
declare module 'lintel:opencv' {
  export interface Deletable {
    delete(): void;
  }
  export interface Mat extends Deletable {
    readonly rows: number;
    readonly cols: number;
    /** A view on WASM memory: it goes stale when that memory grows, so read it anew each time. */
    readonly data: Uint8Array;
  }
  export interface Rect {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }
  export interface RectVector extends Deletable {
    size(): number;
    get(index: number): Rect;
  }
  export interface CascadeClassifier extends Deletable {
    load(path: string): boolean;
    empty(): boolean;
    detectMultiScale(
      image: Mat,
      objects: RectVector,
      scaleFactor: number,
      minNeighbors: number,
      flags: number,
      minSize: { width: number; height: number },
      maxSize: { width: number; height: number },
    ): void;
  }
  export interface OpenCv {
    readonly CV_8UC1: number;
    readonly Mat: new (rows: number, cols: number, type: number) => Mat;
    readonly RectVector: new () => RectVector;
    readonly CascadeClassifier: new () => CascadeClassifier;
    readonly Size: new (width: number, height: number) => { width: number; height: number };
    FS_createDataFile(
      parent: string,
      name: string,
      data: Uint8Array,
      canRead: boolean,
      canWrite: boolean,
      canOwn: boolean,
    ): void;
  }
  export interface ModuleOptions {
    instantiateWasm(
      imports: WebAssembly.Imports,
      receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ): object;
    onRuntimeInitialized(): void;
    onAbort(reason: unknown): void;
    printErr(line: string): void;
  }
  /** Starts OpenCV. The object it returns has a `then`: never await it, never return it from an async function. */
  export default function createOpenCv(options: ModuleOptions): OpenCv;
}

declare module 'lintel:opencv.wasm?url' {
  const url: string;
  export default url;
}

/** SHA-256 of the WASM that is built in, in lower-case hex. */
declare module 'lintel:wasm-digests' {
  export const openCv: string;
  export const onnxRuntime: string;
}

declare module 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url' {
  const url: string;
  export default url;
}

declare module 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url' {
  const url: string;
  export default url;
}
