import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  name: string
  content: string | Uint8Array
  /** What the archive says the unpacked size is, where that is a lie. */
  declaredSize?: number
  isStored?: boolean
}

/** The bytes of a ZIP archive with these entries, deflated unless they are to be stored. */
export function zipFile(entries: ZipEntry[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const local = localHeader(entry)
    locals.push(local.bytes)
    central.push(centralHeader(local.fields, local.name, offset))
    offset += local.bytes.length
  }
  const directory = Buffer.concat(central)
  return Buffer.concat([...locals, directory, endRecord(entries.length, directory.length, offset)])
}

function localHeader({ name, content, declaredSize, isStored = false }: ZipEntry): { bytes: Buffer; fields: Buffer; name: Buffer } {
  const raw = Buffer.from(content)
  const packed = isStored ? raw : deflateRawSync(raw)
  const nameBytes = Buffer.from(name)
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(0x0800, 2)
  fields.writeUInt16LE(isStored ? 0 : 8, 4)
  fields.writeUInt32LE(crc32(raw), 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(declaredSize ?? raw.length, 18)
  fields.writeUInt16LE(nameBytes.length, 22)
  return { bytes: Buffer.concat([Buffer.from('PK\x03\x04'), fields, nameBytes, packed]), fields, name: nameBytes }
}

function centralHeader(fields: Buffer, name: Buffer, offset: number): Buffer {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(offset, 10)
  return Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), fields, rest, name])
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const fields = Buffer.alloc(18)
  fields.writeUInt16LE(count, 4)
  fields.writeUInt16LE(count, 6)
  fields.writeUInt32LE(size, 8)
  fields.writeUInt32LE(offset, 12)
  return Buffer.concat([Buffer.from('PK\x05\x06'), fields])
}
