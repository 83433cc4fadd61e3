// Imported by each command before anything that an older Node can't load.
import { readFileSync } from 'node:fs'

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
if (!suits(process.versions.node, engines.node)) {
  process.stderr.write(`Lost Writes needs Node.js ${engines.node}; this is ${process.versions.node}\n`)
  process.exit(2)
}

/**
 * Whether a version is one of a range such as `^20.19.0 || >=22.12.0`.
 * @param {string} version
 * @param {string} range
 */
export function suits(version, range) {
  const [major, minor, patch] = version.split('.').map(Number)
  return range.split('||').some((part) => {
    const [, sign, least] = /^\s*(\^|>=)(\d+\.\d+\.\d+)\s*$/.exec(part)
    const [leastMajor, leastMinor, leastPatch] = least.split('.').map(Number)
    if (major !== leastMajor) return sign === '>=' && major > leastMajor
    return minor > leastMinor || (minor === leastMinor && patch >= leastPatch)
  })
}
