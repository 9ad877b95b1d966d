import { defineErrors } from '../define-errors.ts';

/** Faults in configuration files, environment overrides and the values read from them. */
export const configErrors = /* @__PURE__ */ defineErrors('config', {
  INVALID: [
    'InputError',
    'Expected a valid configuration, got {count} fault(s):\n{list}',
    'Correct the values named in the message, then start again; a running portal keeps its old values until then',
  ],
  VALUE_INVALID: [
    'InputError',
    'At {path}: Expected {expected}, got {received} ({source})',
    'Change {path} in {source} to {expected}',
  ],
  SCHEMA_UNUSABLE: [
    'InputError',
    'Expected a schema that {path} can be checked against, got one that cannot be used: {reason}',
    'Correct the schema: keywords of JSON Schema, patterns that are regular expressions, and no references to other documents',
  ],
  KEY_UNKNOWN: [
    'InputError',
    'At {path}: Expected a known key, got {key}, which looks like a misspelt {meant} ({source})',
    'Rename {path} in {source} to {meant}, or remove it',
  ],
  KEY_NOT_ALLOWED: [
    'InputError',
    'At {path}: Expected no key {key} here (known: {known}), got {received} ({source})',
    'Rename {path} in {source} to a known key, or remove it',
  ],
  KEY_REFUSED: [
    'InputError',
    'At {path}: Expected an ordinary key, got {key}, which would reach the prototype of an object',
    'Remove or rename the key {key} at {path}',
  ],
  FILE_SYNTAX: [
    'InputError',
    'Expected valid YAML at {file}:{line}:{column}, got: {reason}',
    'Correct line {line} of {file}',
  ],
  FILE_UNREADABLE: [
    'InputError',
    'Expected a readable configuration file at {file}, got {reason}',
    'Create {file}, make it readable, or leave it out of the --config options',
  ],
  FILE_NOT_MAPPING: [
    'InputError',
    'Expected keys and values at the top of {file}, got {received}',
    'Write {file} as a mapping, for example "app:" with an indented "title: My portal" below',
  ],
  INCLUDE_FAILED: [
    'InputError',
    'At {path}: Expected {include} to name {expected}, got {reason} ({source})',
    'Correct {include} at {path} in {source}; paths are relative to that file',
  ],
  OVERRIDE_INVALID: [
    'InputError',
    'Expected {variable} to be {expected}, got {received}',
    'Rename, correct or unset the environment variable {variable}',
  ],
  ENVIRONMENT_INVALID: [
    'InputError',
    'Expected the environment names to be letters, digits, ".", "_" and "-", got "{received}"',
    'Correct PORTICO_ENV: comma-separated names such as production,eu-west',
  ],
});
