import { expect, test } from '@jest/globals';
import { overwrittenGlobalsOf } from './index.ts';

test.each([
  ['window.fetch=t', ['window.fetch']],
  ['globalThis.localStorage = fake; self.Promise=p', ['globalThis.localStorage', 'self.Promise']],
  ['Object.prototype.each=function(){};Object.prototype.each = 2', ['Object.prototype.each']],
  ['Object.defineProperty(Array.prototype,"last",{})', ['Array.prototype']],
  ['history.pushState=function(){}', ['history.pushState']],
  ['localStorage.clear()', ['localStorage.clear']],
])('%s replaces what all plugins share', (script, names) => {
  expect(overwrittenGlobalsOf(script)).toEqual(names);
});

test.each([
  'if(window.fetch===t)window.fetch(t)', 'const fetch=1;self["webpackChunka"]=self["webpackChunka"]||[]', 'Object.prototype.hasOwnProperty.call(a,b)', 'x.prototype.render=1',
  'history.pushState(a)', 'e=>window.history.state', 'localStorage.setItem("a","b")',
])('%s does not', script => {
  expect(overwrittenGlobalsOf(script)).toEqual([]);
});
