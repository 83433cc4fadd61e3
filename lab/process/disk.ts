import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CleanUp } from '../clean-up'
import { findProgram } from './child'
import { MissingProgram } from './programs'

const BYTES = 32 * 1024 * 1024

/**
 * A file system of its own for the data of one host, in an image: the image holds what the system has put on the disk, by an fsync or because it
 * wrote it back, and nothing of what it still keeps in memory. Needs root.
 */
export class Disk {
  private copies = 0
  private image: string

  private constructor(
    private readonly home: string,
    readonly mountPoint: string,
  ) {
    this.image = join(home, 'disk.0.img')
  }

  /** @throws {MissingProgram} there is nothing to make a file system with */
  static attach(home: string, cleanUp: CleanUp, mkfs = findProgram('mkfs.ext4')): Disk {
    if (mkfs === null)
      throw new MissingProgram('a host that loses its power needs a file system of its own (Debian: apt-get install e2fsprogs)')
    const disk = new Disk(home, join(home, 'disk'))
    mkdirSync(disk.mountPoint)
    writeFileSync(disk.image, '')
    truncateSync(disk.image, BYTES)
    execFileSync(mkfs, ['-q', '-F', '-J', 'size=4', disk.image])
    disk.mount()
    cleanUp.add(() => disk.unmount())
    return disk
  }

  /** To be called when the processes that write to it are gone: what comes next finds what the disk has. */
  losePower(): void {
    const left = this.image
    this.copies += 1
    this.image = join(this.home, `disk.${this.copies}.img`)
    execFileSync('cp', ['--sparse=always', left, this.image])
    this.unmount()
    rmSync(left)
    this.mount()
  }

  private mount(): void {
    execFileSync('mount', ['-o', 'loop,noatime', this.image, this.mountPoint])
  }

  private unmount(): void {
    execFileSync('umount', ['-l', this.mountPoint])
  }
}

/** Takes away the file systems of disks below a folder whose lab was killed without a chance to do so. */
export function unmountBelow(folder: string): void {
  if (!existsSync('/proc/mounts')) return
  for (const line of readFileSync('/proc/mounts', 'utf8').split('\n')) {
    const [, mountPoint = ''] = line.split(' ')
    if (mountPoint.startsWith(`${folder}/`)) execFileSync('umount', ['-l', mountPoint])
  }
}
