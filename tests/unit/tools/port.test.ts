/** The port is known to be free before anything slow begins. */
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { CommandError } from '../../../src/tools/command-line';
import { checkPort, portOf } from '../../../src/tools/port';
import { goneServer } from '../../support/file-server';
import { occupyPort } from '../../support/port';

describe('portOf', () => {
  it('is 8484 unless another is named', () => {
    expect([undefined, '', '1', '9000', '65535'].map(portOf)).toEqual([8484, 8484, 1, 9000, 65_535]);
  });

  it.each(['abc', '0', '-1', '80.5', '65536'])('refuses %s', (text) => {
    expect(() => portOf(text)).toThrow(new CommandError(`PORT is "${text}": give a number from 1 to 65535, as in PORT=9000 npm start.`));
  });
});

describe('checkPort', () => {
  it('leaves a free port free', async () => {
    const port = Number(new URL(await goneServer()).port);
    await checkPort(port, '127.0.0.1');
    const server = createServer();
    await new Promise<void>((resolve, reject) => void server.on('error', reject).listen(port, '127.0.0.1', resolve));
    expect((server.address() as AddressInfo).port).toBe(port);
    await new Promise((resolve) => server.close(resolve));
  });

  it('says that a port is taken, and what to do', async () => {
    const port = await occupyPort();
    await expect(checkPort(port, 'localhost')).rejects.toThrow(
      new CommandError(`Port ${port} is taken by another program. End that one, or choose another port: PORT=9000 npm start.`),
    );
  });

  it('says why an address cannot be opened', async () => {
    // An address for documentation, which no device has.
    const checking = checkPort(9000, '192.0.2.1');
    await expect(checking).rejects.toThrow(CommandError);
    await expect(checking).rejects.toThrow(/^Port 9000 of 192\.0\.2\.1 cannot be opened \(.*EADDRNOTAVAIL.*\): choose others, as in HOST=localhost PORT=9000 npm start\.$/);
  });
});
