import { crc32 } from 'node:zlib'

/** A zip of stored entries: name → content and Unix mode. */
export function zipOf(entries: Record<string, [string, number]>): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  for (const [name, [content, mode]] of Object.entries(entries)) {
    const common = commonHeader(name, content)
    const offset = locals.reduce((size, part) => size + part.length, 0)
    locals.push(uint32(0x04034b50), common, Buffer.from(name), Buffer.from(content))
    const madeByUnix = Buffer.from([20, 3])
    const noCommentDiskOrType = Buffer.alloc(6)
    centrals.push(uint32(0x02014b50), madeByUnix, common, noCommentDiskOrType, uint32(mode * 0x10000), uint32(offset), Buffer.from(name))
  }
  return Buffer.concat([
    ...locals,
    ...centrals,
    endOf(Object.keys(entries).length, Buffer.concat(locals).length, Buffer.concat(centrals).length),
  ])
}

function commonHeader(name: string, content: string): Buffer {
  const size = uint32(Buffer.byteLength(content))
  const versionFlagsMethodTime = Buffer.from([20, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  return Buffer.concat([versionFlagsMethodTime, uint32(crc32(content)), size, size, uint16(Buffer.byteLength(name)), uint16(0)])
}

function endOf(count: number, start: number, size: number): Buffer {
  return Buffer.concat([uint32(0x06054b50), uint32(0), uint16(count), uint16(count), uint32(size), uint32(start), uint16(0)])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}
