import { $, toast } from './dom.js';
import { t } from './i18n.js';
import { length } from './time.js';
import { toOgg } from './ogg.js';

const LONGEST_MILLIS = 5 * 60_000;
const FORMATS = ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus'];

let taping = null;

/** Records a voice note. @param send takes a Blob of type audio/ogg @param otherwise what to do without a microphone */
export function wireRecorder(send, otherwise) {
  $('record').addEventListener('click', () => begin(send, otherwise));
  $('tape-cancel').addEventListener('click', () => end(false));
  $('tape-send').addEventListener('click', () => end(true));
  $('tape').addEventListener('keydown', (event) => event.key === 'Escape' && end(false));
}

async function begin(send, otherwise) {
  const format = globalThis.MediaRecorder && FORMATS.find((one) => MediaRecorder.isTypeSupported(one));
  if (!format || !navigator.mediaDevices) return otherwise(t('noRecorder'));
  try {
    const sound = await navigator.mediaDevices.getUserMedia({ audio: true });
    tape(sound, format, send);
  } catch {
    otherwise(t('noMicrophone'));
  }
}

function tape(sound, format, send) {
  const context = new AudioContext();
  const mono = new MediaStreamAudioDestinationNode(context, { channelCount: 1, channelCountMode: 'explicit' });
  context.createMediaStreamSource(sound).connect(mono); // as WhatsApp does, one channel
  const recorder = new MediaRecorder(mono.stream, { mimeType: format, audioBitsPerSecond: 24_000 });
  const parts = [];
  const began = Date.now();
  const timer = setInterval(() => {
    $('tape-time').textContent = length((Date.now() - began) / 1000);
    if (Date.now() - began > LONGEST_MILLIS) end(true);
  }, 200);
  taping = { recorder, keep: false };
  const mine = taping;
  recorder.addEventListener('dataavailable', (event) => parts.push(event.data));
  recorder.addEventListener('stop', async () => {
    clearInterval(timer);
    sound.getTracks().forEach((track) => track.stop());
    context.close();
    show(false);
    if (mine.keep) await deliver(new Blob(parts), format, send);
  });
  recorder.start(250);
  show(true);
}

async function deliver(recorded, format, send) {
  const note = format.startsWith('audio/ogg') ? new Blob([recorded], { type: 'audio/ogg' }) : toOgg(await recorded.arrayBuffer());
  if (note) send(note);
  else toast(t('nothingRecorded'));
}

function end(keep) {
  if (!taping) return;
  taping.keep = keep;
  taping.recorder.stop();
  taping = null;
}

function show(on) {
  $('tape').hidden = !on;
  $('composer').hidden = on;
  $('tape-time').textContent = length(0);
  (on ? $('tape-send') : $('text')).focus();
}
