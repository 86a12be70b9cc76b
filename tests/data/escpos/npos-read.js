// SPDX-License-Identifier: Apache-2.0
// What npos reads in a stream of ESC/POS: NAME.npos.txt, a line a command, and NAME.npos.pbm, all its pictures one
// below the other. See README.md.
'use strict';
const fs = require('fs');
const npos = require('npos');

const file = process.argv[2];
const out = file.replace(/\.bin$/, '.npos');
const isData = { GSv0: 5 }; // parameters before the data
const lines = [];
const rows = [];

npos.parser().parse(fs.readFileSync(file)).then(ast => {
  for (const node of ast.tree) {
    if (node.ascii === 'STX') {
      const bytes = ast.raw.slice(node.offset, node.offset + node.length);
      for (const line of bytes.toString('latin1').split('\n').filter(line => line))
        lines.push('text ' + [...Buffer.from(line, 'latin1')].map(b =>
          /[A-Za-z0-9._~ :\/,()-]/.test(String.fromCharCode(b)) ? String.fromCharCode(b)
            : '%' + b.toString(16).toUpperCase().padStart(2, '0')).join(''));
      continue;
    }
    const from = node.offset + 1 + node.fn.length;
    const until = node.ascii + node.fn === 'GSv0' ? from + isData.GSv0 : node.offset + node.length;
    lines.push([node.ascii + node.fn, ...ast.raw.slice(from, until)].join(' '));
  }
  for (const entry of ast.entries.filter(entry => entry.type === 'raster')) {
    const image = entry.data;
    for (let y = 0; y < image.height; ++y) {
      const row = Buffer.alloc(image.width / 8);
      for (let x = 0; x < image.width; ++x)
        if (image.getPixel(x, y) === 0)
          row[x >> 3] |= 0x80 >> (x & 7);
      rows.push(row);
    }
  }
  fs.writeFileSync(out + '.txt', lines.join('\n') + '\n');
  const width = Math.max(...rows.map(row => row.length));
  const padded = rows.map(row => Buffer.concat([row, Buffer.alloc(width - row.length)]));
  fs.writeFileSync(out + '.pbm', Buffer.concat([Buffer.from(`P4\n${width * 8} ${rows.length}\n`), ...padded]));
});
