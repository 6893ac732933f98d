// Preloaded into the programs that the launcher starts: when the launcher is gone, however it went (even by SIGKILL,
// which nobody can answer), the channel to it closes, and the program ends itself with its whole process group.
import process from 'node:process';

if (process.channel) {
  process.once('disconnect', () => process.kill(-process.pid, 'SIGKILL'));
  process.channel.unref();
}
