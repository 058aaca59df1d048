// Validates .camunda/element-templates against the schema by which Camunda Modeler reads them.
import { validate } from '@bpmn-io/element-templates-validator';
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../../.camunda/element-templates/', import.meta.url);

for (const file of readdirSync(folder)) {
  const { valid, errors } = validate(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
  for (const error of errors ?? []) console.error(file, error.dataPointer?.join?.('') ?? '', error.message);
  if (!valid) process.exitCode = 1;
}
