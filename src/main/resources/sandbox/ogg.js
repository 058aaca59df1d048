// Browsers record Opus into WebM; a voice note of WhatsApp is the same Opus in Ogg. Only the container changes.
// WebM: RFC 9559. Ogg: RFC 3533, with Opus: RFC 7845.
const SEGMENT = 0x18538067, CLUSTER = 0x1f43b675, TRACKS = 0x1654ae6b, ENTRY = 0xae, GROUP = 0xa0;
const PRIVATE = 0x63a2, SIMPLE = 0xa3, BLOCK = 0xa1;
const INSIDE = new Set([SEGMENT, CLUSTER, TRACKS, ENTRY, GROUP]);
const PACKETS_PER_PAGE = 50; // at most 255 lacing values; a packet of speech needs one or two

/** @param webm ArrayBuffer of a MediaRecorder. @return Blob of type audio/ogg, null if there is no Opus in it */
export function toOgg(webm) {
  const found = { head: null, packets: [] };
  read(new Uint8Array(webm), 0, webm.byteLength, found);
  return found.head && found.packets.length ? new Blob(pages(found), { type: 'audio/ogg' }) : null;
}

function read(bytes, from, to, found) {
  let at = from;
  while (at < to) {
    const id = number(bytes, at, false);
    const size = number(bytes, at + id.length, true);
    const start = at + id.length + size.length;
    const end = size.unknown ? to : Math.min(to, start + size.value);
    if (INSIDE.has(id.value)) read(bytes, start, end, found);
    if (id.value === PRIVATE) found.head = bytes.slice(start, end);
    if (id.value === SIMPLE || id.value === BLOCK) found.packets.push(bytes.subarray(start + number(bytes, start, true).length + 3, end));
    at = end;
  }
}

/** A number of WebM: as many leading zero bits as further bytes. The marker belongs to an id, but not to a size. */
function number(bytes, at, isSize) {
  const length = Math.clz32(bytes[at] || 1) - 23;
  let value = isSize ? bytes[at] & (0xff >> length) : bytes[at];
  let ones = value === 0xff >> length;
  for (let i = 1; i < length; i++) {
    value = value * 256 + bytes[at + i];
    ones &&= bytes[at + i] === 0xff;
  }
  return { value, length, unknown: isSize && ones };
}

function pages({ head, packets }) {
  const tags = new TextEncoder().encode('OpusTags\x07\0\0\0sandbox\0\0\0\0');
  const serial = Math.floor(Math.random() * 0xffffffff);
  const all = [page([head], serial, 0, 0, 2), page([tags], serial, 1, 0, 0)];
  let position = head[10] + head[11] * 256; // what a decoder skips at the beginning
  for (let i = 0; i < packets.length; i += PACKETS_PER_PAGE) {
    const some = packets.slice(i, i + PACKETS_PER_PAGE);
    for (const packet of some) position += samples(packet);
    all.push(page(some, serial, all.length, position, i + PACKETS_PER_PAGE >= packets.length ? 4 : 0));
  }
  return all;
}

/** @return samples at 48 kHz, from the first byte of a packet: RFC 6716, 3.1 */
function samples(packet) {
  const config = packet[0] >> 3;
  const frame = config < 12 ? [480, 960, 1920, 2880][config & 3] : config < 16 ? [480, 960][config & 1] : [120, 240, 480, 960][config & 3];
  const code = packet[0] & 3;
  return frame * (code === 0 ? 1 : code < 3 ? 2 : packet[1] & 63);
}

function page(packets, serial, sequence, position, flags) {
  const lacing = packets.flatMap((packet) => [...Array(Math.floor(packet.length / 255)).fill(255), packet.length % 255]);
  const head = 27 + lacing.length;
  const bytes = new Uint8Array(head + packets.reduce((sum, packet) => sum + packet.length, 0));
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('OggS'));
  bytes[5] = flags;
  view.setBigUint64(6, BigInt(position), true);
  view.setUint32(14, serial, true);
  view.setUint32(18, sequence, true);
  bytes[26] = lacing.length;
  bytes.set(lacing, 27);
  packets.reduce((at, packet) => { bytes.set(packet, at); return at + packet.length; }, head);
  view.setUint32(22, checksum(bytes), true);
  return bytes;
}

function checksum(bytes) {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let i = 0; i < 8; i++) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  return sum >>> 0;
}
