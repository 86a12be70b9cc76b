// SPDX-License-Identifier: Apache-2.0
// What npos reads in NAME.bin, a stream of ESC/POS: NAME.npos.txt, a line a command, and NAME.npos.pbm, all its
// pictures one below the other. See README.md.
'use strict';
const fs = require('fs');
const npos = require('npos');

const file = process.argv[2];
const out = file.replace(/\.bin$/, '.npos');
const raw = fs.readFileSync(file);

/** A line of text, with what isn't plain as %XX. */
function plain(bytes) {
  return [...bytes].map(byte => /[A-Za-z0-9._~ :\/,()-]/.test(String.fromCharCode(byte))
    ? String.fromCharCode(byte) : '%' + byte.toString(16).toUpperCase().padStart(2, '0')).join('');
}

const lines = [];
const pictures = [];
for (const node of npos.parser().analyze(raw).tree) {
  if (node.ascii === 'STX') {
    const text = raw.slice(node.offset, node.offset + node.length).toString('latin1');
    for (const line of text.split('\n').filter(line => line))
      lines.push('text ' + plain(Buffer.from(line, 'latin1')));
    continue;
  }
  const name = node.ascii + node.fn;
  const from = node.offset + 1 + node.fn.length;
  const until = name === 'GSv0' ? from + 5 : node.offset + node.length;
  if (name === 'GSv0')
    pictures.push(raw.slice(node.offset, node.offset + node.length));
  lines.push([name, ...raw.slice(from, until)].join(' '));
}
fs.writeFileSync(out + '.txt', lines.join('\n') + '\n');

// Each picture by itself: npos draws neighbours of different widths with the rows of the widest.
Promise.all(pictures.map(picture => npos.parser().parse(picture))).then(read => {
  const rows = [];
  for (const { data } of read.map(one => one.entries[0])) {
    for (let y = 0; y < data.height; ++y) {
      const row = Buffer.alloc(data.width / 8);
      for (let x = 0; x < data.width; ++x)
        if (data.getPixel(x, y) === 0)
          row[x >> 3] |= 0x80 >> (x & 7);
      rows.push(row);
    }
  }
  const width = Math.max(...rows.map(row => row.length));
  const padded = rows.map(row => Buffer.concat([row, Buffer.alloc(width - row.length)]));
  fs.writeFileSync(out + '.pbm', Buffer.concat([Buffer.from(`P4\n${width * 8} ${rows.length}\n`), ...padded]));
});
