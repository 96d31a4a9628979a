// Contexts are used again for the next expression, so nothing that an expression can reach may be changed by it: every
// built-in object is frozen, and every way to turn text into code is closed.

// Kept from before the names are taken away.
const { isView } = ArrayBuffer

const evaluators = [Function, async function () {}.constructor, function * () {}.constructor, async function * () {}.constructor]

/** Names that expressions may not use; they are there, and undefined, so that a definition cannot bring its own. */
const blocked = [
  'globalThis', 'global', 'self', 'AsyncFunction', 'GeneratorFunction', 'eval', 'Compartment', 'lockdown', 'harden',
  'assert', 'process', 'require', 'module', 'exports', '__filename', '__dirname', 'Buffer',
  'Polyglot', 'Graal', 'Java', 'load', 'loadWithNewGlobal', 'print', 'printErr', 'WebAssembly', 'ArrayBuffer',
  'SharedArrayBuffer', 'Atomics'
]

export const harden = (extra = []) => {
  const everything = globalThis
  evaluators.forEach(closeEvaluator)
  // The libraries ask whether something is a Function.
  Object.defineProperty(everything, 'Function', { value: refuse, writable: false, configurable: false })
  blocked.forEach(name => Object.defineProperty(everything, name, { value: undefined, writable: false, configurable: false }))
  const seen = new Set()
  overridable.forEach(allowOverride)
  intrinsics(everything).concat(extra).forEach(value => freezeAll(value, seen))
  Object.freeze(everything)
}

const refuse = function () {
  throw new TypeError('Expected an expression to call functions that exist, but it makes code from text')
}
refuse.prototype = Function.prototype

function closeEvaluator (evaluator) {
  Object.defineProperty(evaluator.prototype, 'constructor', { value: refuse, writable: false, configurable: false })
}

const hidden = [
  Object.getPrototypeOf([][Symbol.iterator]()), Object.getPrototypeOf(''[Symbol.iterator]()), Object.getPrototypeOf(new Map().entries()),
  Object.getPrototypeOf(new Set().values()), Object.getPrototypeOf(/x/[Symbol.matchAll]('')), ...evaluators.map(it => it.prototype)
]

const intrinsics = everything => Reflect.ownKeys(everything)
  .map(key => Object.getOwnPropertyDescriptor(everything, key).value)
  .filter(value => value !== everything)
  .concat(hidden)

/**
 * Freezing a prototype makes `copy.name = ...` fail on everything that inherits from it. The libraries assign to these
 * names on their own objects, so here the frozen property is an accessor whose setter defines the own property.
 */
const overridable = [
  [Object.prototype, ['constructor', 'toString', 'toLocaleString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf']],
  [Function.prototype, ['toString', 'name', 'apply', 'call', 'bind']],
  ...[Error, RangeError, TypeError, SyntaxError, ReferenceError, EvalError, URIError]
    .map(type => [type.prototype, ['constructor', 'name', 'message', 'toString']]),
  [Array.prototype, ['constructor', 'toString', 'map', 'filter', 'forEach', 'concat', 'length']],
  [Number.prototype, ['toString', 'valueOf']],
  [Date.prototype, ['constructor', 'toString', 'toJSON']]
]

function allowOverride ([object, names]) {
  for (const name of names) {
    const property = Object.getOwnPropertyDescriptor(object, name)
    if (!property || !property.configurable || !('value' in property)) continue
    const { value, enumerable } = property
    Object.defineProperty(object, name, {
      get: () => value,
      set (other) {
        if (this === object) throw new TypeError('Expected an expression to leave ' + name + ' as it is, but it assigns to it')
        Object.defineProperty(this, name, { value: other, writable: true, enumerable: true, configurable: true })
      },
      enumerable,
      configurable: false
    })
  }
}

function freezeAll (root, seen) {
  const open = [root]
  while (open.length > 0) {
    const value = open.pop()
    if (value === null || (typeof value !== 'object' && typeof value !== 'function') || seen.has(value)) continue
    seen.add(value)
    if (!isView(value)) Object.freeze(value)
    open.push(Object.getPrototypeOf(value))
    for (const key of Reflect.ownKeys(value)) {
      const property = Object.getOwnPropertyDescriptor(value, key)
      open.push(property.value, property.get, property.set)
    }
  }
}
