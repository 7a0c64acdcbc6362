/** The software bill of materials: what a build is made of, in CycloneDX, https://cyclonedx.org/docs/1.5/json/. */
import type { Asset } from '../../core/manifest';
import type { LockedPackage } from './lock-file';
import { isPermitted, MAY_SHIP } from './licences.ts';

/** A part of what is shipped. */
export interface Component {
  readonly type: 'application' | 'library' | 'machine-learning-model' | 'file';
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses: readonly [{ readonly license: { readonly id: string } | { readonly name: string } } | { readonly expression: string }];
  readonly hashes?: readonly [{ readonly alg: 'SHA-256' | 'SHA-512'; readonly content: string }];
}

export interface Bill {
  readonly $schema: string;
  readonly bomFormat: 'CycloneDX';
  readonly specVersion: '1.5';
  readonly version: 1;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
}

/**
 * The bill of a build, in a fixed order and without a time, so that the same build makes the same bill.
 * @throws Error when a package has no hash, or a licence under which it may not be shipped.
 */
export function billOf(version: string, packages: readonly LockedPackage[], assets: readonly Asset[]): Bill {
  const components = [...packages.map(libraryOf), ...assets.map(assetOf)];
  const purl = `pkg:generic/lintel@${version}`;
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': purl, name: 'lintel', version, purl, licenses: [{ license: { id: 'Apache-2.0' } }] } },
    components: components.sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1)),
  };
}

function libraryOf({ name, version, licence, integrity }: LockedPackage): Component {
  const hash = /^sha512-(\S+)$/.exec(integrity ?? '')?.[1];
  if (hash === undefined) throw new Error(`package-lock.json has no SHA-512 of ${name}, which is shipped.`);
  if (licence === null || !isPermitted(licence, MAY_SHIP)) {
    throw new Error(`${name} is shipped, and its licence (${licence ?? 'none'}) is not among those in src/tools/sbom/licences.ts.`);
  }
  const purl = npmPurl(name, version);
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    purl,
    licenses: [licence.includes(' ') ? { expression: licence } : { license: { id: licence } }],
    hashes: [{ alg: 'SHA-512', content: Buffer.from(hash, 'base64').toString('hex') }],
  };
}

function assetOf({ id, role, licence, sha256, source }: Asset): Component {
  const isNpm = source.kind === 'npm';
  const purl = `${isNpm ? npmPurl(source.package, source.version) : `pkg:github/${source.repository.toLowerCase()}@${source.commit}`}#${source.path}`;
  return {
    type: role === 'cascade' ? 'file' : 'machine-learning-model',
    'bom-ref': `${id}@${sha256.slice(0, 12)}`,
    name: id,
    version: isNpm ? source.version : source.commit,
    purl,
    // In the manifest's words, which say whose licence it is.
    licenses: [{ license: { name: licence } }],
    hashes: [{ alg: 'SHA-256', content: sha256 }],
  };
}

function npmPurl(name: string, version: string): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}
