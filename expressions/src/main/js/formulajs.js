import * as formulas from '@formulajs/formulajs'
import { answerer, offer } from './answer.js'
import { harden } from './harden.js'

/** Kept from before the context is sealed: afterwards nothing can make code from text. */
const Compiler = Function

/** As math.js rounds: half away from zero on the decimal digits that the number shows. */
const round = value => {
  const [digits, exponent = '0'] = String(Math.abs(value)).split('e')
  if (Number(exponent) > 20) return value
  const shifted = Math.round(Number(digits + 'e' + (Number(exponent) + 9)))
  return Math.sign(value) * Number(shifted + 'e-9')
}

const compileFormula = (source, names) => {
  const expression = source.replace(/[\s;]+$/, '')
  const call = new Compiler('Function', ...names, '"use strict"; return (' + expression + '\n)')
  return values => call(undefined, ...names.map(name => values[name]))
}

const functions = Object.entries(formulas).filter(([name]) => name !== 'default' && name !== 'utils')

globalThis.original = {
  compile: offer(compileFormula, answerer(round)),
  seal () {
    delete globalThis.original
    functions.forEach(([name, value]) => Object.defineProperty(globalThis, name, { value, enumerable: true }))
    harden()
  }
}
