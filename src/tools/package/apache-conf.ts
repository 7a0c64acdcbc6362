/** The part of the web server's configuration that belongs to a build: what is served, as what, and with which headers. */
import { securityHeaders } from '../../serving/headers';

/** Where the build lies on the device. */
export const APP_DIR = '/usr/share/lintel/app';

/** What `lintel-camera-report.service` keeps, and where the app asks for it. */
const CAMERA_REPORT = { path: '/camera-report.json', dir: '/run/lintel-camera', file: 'report.json' } as const;

const MODULES = ['mpm_event', 'authz_core', 'alias', 'mime', 'headers', 'rewrite', 'allowmethods'];

/** What each ending is. Everything that a build holds must be here: nothing is served with a guessed type. */
export const CONTENT_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  wasm: 'application/wasm',
  onnx: 'application/octet-stream',
  xml: 'application/xml',
  svg: 'image/svg+xml',
  png: 'image/png',
};

/** Precompressed copies by their ending, the better one first. */
export const ENCODINGS = [
  { coding: 'br', ending: 'br' },
  { coding: 'gzip', ending: 'gz' },
] as const;

/** Configuration for a build with these files (paths below its folder, with `/` between). */
export function apacheConf(files: readonly string[]): string {
  return `# Lintel's web server, made for the build beside it: changes belong into /etc/lintel/apache.conf, which includes this.
${MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}

ServerRoot "/usr/share/lintel"
ServerName localhost
DefaultRuntimeDir "\${RUNTIME_DIRECTORY}"
PidFile "\${RUNTIME_DIRECTORY}/apache.pid"
# Who opened what when is written nowhere.
ErrorLog "syslog:daemon:lintel"
LogLevel warn
ServerTokens Prod
ServerSignature Off
TraceEnable Off
Timeout 30

# One browser on the same device.
ServerLimit 1
StartServers 1
ThreadsPerChild 16
MaxRequestWorkers 16
MinSpareThreads 1
MaxSpareThreads 16

<Directory "/">
  AllowOverride None
  Options None
  Require all denied
</Directory>
DocumentRoot "${APP_DIR}"
<Directory "${APP_DIR}">
  Require all granted
  AllowMethods GET HEAD
</Directory>

# What the device knows of its cameras names programs that run here: it is told to pages of this device alone, also where
# another address was made to lead here.
Alias "${CAMERA_REPORT.path}" "${CAMERA_REPORT.dir}/${CAMERA_REPORT.file}"
<Directory "${CAMERA_REPORT.dir}">
  <Files "${CAMERA_REPORT.file}">
    Require expr "%{HTTP_HOST} =~ m#^(localhost|127\\.0\\.0\\.1)(:[0-9]+)?$#"
    Header set Cache-Control "no-store"
  </Files>
  AllowMethods GET HEAD
</Directory>

TypesConfig /dev/null
${Object.entries(CONTENT_TYPES)
  .map(([ending, type]) => `AddType "${type}" .${ending}`)
  .join('\n')}
${ENCODINGS.map(({ coding, ending }) => `AddEncoding ${coding} .${ending}`).join('\n')}

# A browser that takes a coding gets the copy made at build time.
RewriteEngine On
RewriteRule "^/$" "/index.html"
${ENCODINGS.map(precompressedRule).join('\n')}

# Files of two builds may have the same size and time: the tag is made of the content.
FileETag Digest
Header merge Vary "Accept-Encoding"
Header set Cache-Control "no-cache"
# Their names hold a hash of what is in them.
<LocationMatch "^/(assets|workers)/">
  Header set Cache-Control "public, max-age=31536000, immutable"
</LocationMatch>

${headerLines(securityHeaders('/')).join('\n')}
${exceptionsOf(files).join('\n')}
`;
}

/** A coding with quality 0 is one that the browser refuses. */
function precompressedRule({ coding, ending }: (typeof ENCODINGS)[number]): string {
  return `RewriteCond "%{HTTP:Accept-Encoding}" "(^|[ ,])${coding}(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))(\\s|;|,|$)" [NC]
RewriteCond "${APP_DIR}$1.${ending}" -f
RewriteRule "^(.+)$" "${APP_DIR}$1.${ending}" [L]`;
}

function headerLines(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers).map(([name, value]) => `Header always set ${name} "${value.replaceAll('"', '\\"')}"`);
}

/** What is served with other headers than the page: the vision worker. */
function exceptionsOf(files: readonly string[]): string[] {
  const usual = headerLines(securityHeaders('/'));
  return files.flatMap((file) => {
    const own = headerLines(securityHeaders(`/${file}`)).filter((line) => !usual.includes(line));
    return own.length === 0 ? [] : [`<Location "/${file}">`, ...own.map((line) => `  ${line}`), '</Location>'];
  });
}
